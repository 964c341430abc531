#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TemplateCatalogue {
    /// What a webhook did to the catalogue.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum EventResult: Hashable, Sendable {
        /// A template is other now.
        case changed(TemplateChanges.Change)
        /// A template is gone.
        case removed(Template)
        /// Everything was known: the webhook came twice, say.
        case unchanged
        /// It tells of something older than what is known.
        case late
        /// It tells of a template that is not here, which is remembered: see ``TemplateCatalogue/outdatedIDs``.
        case unknownTemplate
        /// It tells nothing about the account's templates.
        case irrelevant
    }

    /// Takes over what a webhook tells about a template.
    ///
    /// A webhook that comes twice changes nothing, and one that is older than what is known is passed over, as far as the
    /// times of both are told. A change of the content is told in part only: the template's texts are taken over, and it
    /// counts as outdated until it is read.
    ///
    /// - Parameters:
    ///   - event: the webhook.
    ///   - instant: when it came; for webhooks that do not say when it happened.
    @discardableResult
    public mutating func apply(_ event: TemplateEvent, receivedAt instant: Date? = nil) -> EventResult {
        if case .detectedCategory = event.change { return .irrelevant }
        let time = (event.origin.entryTime ?? instant).map(Self.storable)
        guard let place = place(of: event) else {
            return noteMissing(event, at: time)
        }
        if case .status(let change) = event.change, change.state.folded == .deleted {
            let template = entries[place].template
            guard entries[place].isNew(time, after: entries[place].times.status) else { return .late }
            delete(template, at: time ?? entries[place].asOf)
            return .removed(template)
        }
        let before = entries[place].template
        guard entries[place].take(event.change, at: time) else { return .late }
        let after = entries[place].template
        return before == after ? .unchanged : .changed(.init(before: before, after: after))
    }

    /// Where the template of an event is. The platform's id decides; where a name is known under another id, the webhook
    /// is about another template that has or had the name.
    private func place(of event: TemplateEvent) -> Int? {
        if let id = event.templateID, let place = ids[id] { return place }
        guard let name = event.name, let language = event.language,
            let place = places[TemplateKey(name, LanguageCode(rawValue: language))]
        else { return nil }
        return event.templateID == nil || entries[place].template.platformID == nil ? place : nil
    }

    private mutating func noteMissing(_ event: TemplateEvent, at time: Date?) -> EventResult {
        if case .status(let change) = event.change, change.state.folded == .deleted {
            // Already gone, or never here.
            if let id = event.templateID { missing[id] = nil }
            return .unchanged
        }
        if let name = event.name, let language = event.language,
            let deletion = deletions[TemplateKey(name, LanguageCode(rawValue: language))],
            deletion.id == event.templateID || event.templateID == nil, time.map({ $0 <= deletion.at }) ?? true
        {
            return .late
        }
        if let id = event.templateID, missing[id] != nil || missing.count < Self.maximumMissing {
            missing[id] = time ?? synchronizedAt ?? .distantPast
        }
        return .unknownTemplate
    }
}

extension TemplateCatalogue.Entry {
    /// Takes over a change; `false` where it is older than what is known.
    mutating func take(_ change: TemplateEvent.Change, at time: Date?) -> Bool {
        switch change {
        case .status(let change):
            guard isNew(time, after: times.status) else { return false }
            take(change, at: time)
            times.status = time ?? times.status
        case .quality(_, let quality):
            guard isNew(time, after: times.quality) else { return false }
            if template.quality != quality {
                template.quality = quality
                template.qualityDate = time
                add(.init(.quality(quality), at: time ?? asOf))
            }
            times.quality = time ?? times.quality
        case .category(let previous, let current):
            guard isNew(time, after: times.category) else { return false }
            take(current, previous: previous, at: time)
            times.category = time ?? times.category
        case .upcomingCategory(_, let upcoming, _):
            guard isNew(time, after: times.category) else { return false }
            template.correctCategory = upcoming
            times.category = time ?? times.category
        case .components(let components):
            guard isNew(time, after: times.content) else { return false }
            if template.definition.take(components) {
                searchable = SearchableText(template)
                add(.init(.content, at: time ?? asOf))
            }
            isOutdated = true
            times.content = time ?? times.content
        case .detectedCategory: break
        }
        return true
    }

    /// Whether something was told at least as late as what is known. Without a time it counts as new.
    fileprivate func isNew(_ time: Date?, after known: Date?) -> Bool {
        guard let time else { return true }
        return time >= asOf.wholeSeconds && known.map { time >= $0 } ?? true
    }

    private mutating func take(_ change: TemplateEvent.StatusChange, at time: Date?) {
        let state = change.state.folded
        // A webhook without a reason says nothing about it; of what is not rejected there is none.
        let known = template.rejectionReason ?? TemplateRejectionReason.none
        let reason = change.reason ?? (state == .rejected ? known : TemplateRejectionReason.none)
        let isOther = template.status.folded != state || known != reason
        if template.status.folded != state { template.status = state }
        if known != reason { template.rejectionReason = reason }
        template.rejectionDetails = change.rejectionReason ?? (state == .rejected ? template.rejectionDetails : nil)
        template.recommendation = change.recommendation ?? (state == .rejected ? template.recommendation : nil)
        if isOther { add(.init(.status(state, change.reason), at: time ?? asOf)) }
        if let category = change.category, isNew(time, after: times.category) {
            take(category, previous: nil, at: time)
        }
    }

    private mutating func take(_ category: TemplateCategory, previous: TemplateCategory?, at time: Date?) {
        let category = TemplateCategory(rawValue: category.rawValue.uppercased())
        if let previous { template.previousCategory = previous }
        if template.correctCategory == category { template.correctCategory = nil }
        guard template.category != category else { return }
        if previous == nil { template.previousCategory = template.category }
        template.definition.category = category
        add(.init(.category(category), at: time ?? asOf))
    }
}

extension TemplateDefinition {
    /// Takes over the texts that a webhook tells; whether anything is other now.
    ///
    /// It tells body, text header and footer, and the buttons where one of them opens a page or calls a number: what it
    /// does not tell stays (webhooks reference §2.4).
    mutating func take(_ told: TemplateEvent.Components) -> Bool {
        let before = self
        for index in components.indices {
            switch components[index] {
            case .body(var body):
                // The words of an authentication template's body are the platform's.
                guard body.text != nil, body.text != told.body else { continue }
                body.text = told.body
                components[index] = .body(body)
            case .header(var header):
                guard case .text(let old, let samples) = header.content, let text = told.header, text != old else {
                    continue
                }
                header.content = .text(text, samples: samples)
                components[index] = .header(header)
            case .footer(var footer):
                guard let text = told.footer, footer.text != nil, footer.text != text else { continue }
                footer.text = text
                components[index] = .footer(footer)
            case .buttons(var buttons):
                guard told.buttons.count == buttons.elements.count else { continue }
                for (place, button) in told.buttons.enumerated() { buttons.elements[place].take(button) }
                components[index] = .buttons(buttons)
            default: continue
            }
        }
        return self != before
    }
}

extension TemplateDefinition.Button {
    /// Takes over text, address and number where the kind is the same.
    fileprivate mutating func take(_ told: TemplateEvent.Components.Button) {
        guard told.kind == kind else { return }
        switch self {
        case .url(var link):
            if let text = told.text { link.text = text }
            if let url = told.url { link.url = url }
            self = .url(link)
        case .phoneNumber(var call):
            if let text = told.text { call.text = text }
            if let number = told.phoneNumber { call.phoneNumber = number }
            self = .phoneNumber(call)
        case .quickReply(var label):
            if let text = told.text { label.text = text }
            self = .quickReply(label)
        default: break
        }
    }
}

extension Date {
    /// The second that an instant is in.
    fileprivate var wholeSeconds: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
}
