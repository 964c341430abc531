#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TemplateCatalogue {
    /// Takes over a complete list of the account's templates.
    ///
    /// What webhooks told after the list was asked for counts more than the list; what the list does not have is removed,
    /// but for templates that came here after it was asked for and for those that the list has and that could not be
    /// read.
    ///
    /// - Parameters:
    ///   - templates: all templates; of those with one name and language the one that can be sent, or else the last.
    ///   - problems: elements of the list that could not be read.
    ///   - start: when the list was asked for.
    /// - Returns: what was added, changed and removed.
    @discardableResult
    public mutating func synchronize(
        with templates: some Sequence<Template>, problems: [PageProblem] = [], startedAt start: Date
    ) -> TemplateChanges {
        let start = Self.storable(start)
        var next: [TemplateKey: Entry] = [:]
        for template in templates {
            let key = TemplateKey(template)
            if let deletion = deletions[key], Self.isAfter(deletion.at, start), deletion.id == template.platformID {
                continue
            }
            if let other = next[key], other.isSendable, !template.reviewState.isSendable { continue }
            next[key] = merged(template, with: self[key], startedAt: start)
        }
        var changes = TemplateChanges(at: start, problems: problems)
        let unreadable = Unreadable(problems)
        for entry in entries where next[entry.key] == nil {
            if entry.asOf > start {
                next[entry.key] = entry
            } else if unreadable.contains(entry.template) {
                next[entry.key] = entry
                next[entry.key]?.isOutdated = true
            } else {
                changes.removed.append(entry.template)
            }
        }
        let old = self
        replaceEntries(next.values)
        for entry in entries {
            guard let before = old[entry.key] else {
                changes.added.append(entry.template)
                continue
            }
            if before.template != entry.template {
                changes.changed.append(.init(before: before.template, after: entry.template))
            }
        }
        synchronizedAt = start
        deletions = deletions.filter { Self.isAfter($0.value.at, start) }
        missing = missing.filter { Self.isAfter($0.value, start) && ids[$0.key] == nil }
        return changes
    }

    /// Takes over one template that was asked for by its id.
    ///
    /// - Parameters:
    ///   - template: the template.
    ///   - instant: when it was asked for.
    /// - Returns: what changed; `nil` where nothing did, or where the copy is newer.
    @discardableResult
    public mutating func update(_ template: Template, asOf instant: Date) -> Update? {
        let instant = Self.storable(instant)
        let key = TemplateKey(template)
        if let deletion = deletions[key], Self.isAfter(deletion.at, instant), deletion.id == template.platformID {
            return nil
        }
        // Under another name before: the provider's id tells.
        if let id = template.id, let place = ids[id], entries[place].key != key { _ = take(place) }
        let before = self[key]
        if let before, before.asOf > instant { return nil }
        put(merged(template, with: before, startedAt: instant))
        guard let before else { return .added(template) }
        guard let after = self[key]?.template, before.template != after else { return nil }
        return .changed(.init(before: before.template, after: after))
    }

    /// Takes over what a provider said of a template that was submitted here; it is outdated until it is read.
    ///
    /// - Parameters:
    ///   - definition: what was submitted.
    ///   - receipt: what the provider said.
    ///   - instant: when it was submitted.
    public mutating func record(_ definition: TemplateDefinition, _ receipt: TemplateReceipt, at instant: Date) {
        var definition = definition
        if let category = receipt.category { definition.category = category }
        let template = Template(id: receipt.id, definition: definition, status: receipt.status ?? .pending)
        let instant = Self.storable(instant)
        deletions[TemplateKey(template)] = nil
        put(
            Entry(
                template, asOf: instant, isOutdated: true,
                history: [HistoryItem(.status(template.status, nil), at: instant)]))
    }

    /// Takes over an edit that a provider has taken; the template is outdated until it is read.
    ///
    /// - Parameters:
    ///   - edit: what was changed.
    ///   - id: the template.
    ///   - receipt: what the provider said.
    ///   - instant: when it was edited.
    public mutating func record(_ edit: TemplateEdit, of id: TemplateID, _ receipt: TemplateReceipt, at instant: Date) {
        guard let place = ids[id] else { return }
        let instant = Self.storable(instant)
        var entry = entries[place]
        entry.template.definition = edit.applied(to: entry.template.definition)
        if let category = receipt.category { entry.template.definition.category = category }
        if let status = receipt.status { entry.template.status = status }
        entry.searchable = SearchableText(entry.template)
        entry.isOutdated = true
        entry.times.content = instant
        entry.add(HistoryItem(.content, at: instant))
        entries[place] = entry
    }

    /// Removes the templates of a name that were deleted here, or one of them.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - id: the id of the one; all languages without it.
    ///   - instant: when they were deleted.
    /// - Returns: the templates that were here.
    @discardableResult
    public mutating func remove(_ name: String, id: TemplateID? = nil, at instant: Date) -> [Template] {
        let gone = languages(of: name).map(\.template).filter { id == nil || $0.id == id || $0.externalID == id }
        for template in gone { delete(template, at: Self.storable(instant)) }
        return gone
    }

    /// Something that became of one template.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Update: Hashable, Sendable {
        /// It is new.
        case added(Template)
        /// It is other now.
        case changed(TemplateChanges.Change)
        /// It is gone.
        case removed(Template)
    }

    // MARK: Details

    /// Whether what a webhook told is from after a list was asked for. Webhooks know whole seconds only: the second in
    /// which the list was asked for counts as after it.
    static func isAfter(_ instant: Date, _ start: Date) -> Bool {
        instant.timeIntervalSince1970 >= start.timeIntervalSince1970.rounded(.down)
    }

    /// Remembers that a template is gone.
    mutating func delete(_ template: Template, at instant: Date) {
        let key = TemplateKey(template)
        guard let place = places[key] else { return }
        _ = take(place)
        deletions[key] = Deletion(id: template.platformID, at: instant)
    }

    /// A template of a list, with what is known from after the list was asked for.
    private func merged(_ template: Template, with old: Entry?, startedAt start: Date) -> Entry {
        guard let old, old.template.id == template.id || old.template.id == nil || template.id == nil else {
            return Entry(template, asOf: start)
        }
        if old.asOf > start { return old }
        var entry = Entry(template, asOf: start, history: old.history)
        let times = old.times
        if let time = times.status, Self.isAfter(time, start) {
            entry.template.status = old.template.status
            entry.template.rejectionReason = old.template.rejectionReason
            entry.template.rejectionDetails = old.template.rejectionDetails
            entry.template.recommendation = old.template.recommendation
            entry.times.status = time
        } else if old.template.status.folded != template.status.folded {
            entry.add(HistoryItem(.status(template.status.folded, template.rejectionReason), at: start))
        }
        if let time = times.quality, Self.isAfter(time, start) {
            entry.template.quality = old.template.quality
            entry.template.qualityDate = old.template.qualityDate
            entry.times.quality = time
        } else if old.template.quality != template.quality {
            entry.add(HistoryItem(.quality(template.quality), at: start))
        }
        if let time = times.category, Self.isAfter(time, start) {
            entry.template.definition.category = old.template.category
            entry.template.previousCategory = old.template.previousCategory
            entry.template.correctCategory = old.template.correctCategory
            entry.times.category = time
        } else if old.template.category != template.category {
            entry.add(HistoryItem(.category(template.category), at: start))
        }
        if let time = times.content, Self.isAfter(time, start) {
            // The webhook told a part only, and whether the list is from before it or from after it is not known.
            entry.isOutdated = true
            entry.times.content = time
        } else if !old.isOutdated {
            // What was submitted here reads otherwise where the platform adds to it.
            var before = old.template.definition
            before.category = template.category
            if before != template.definition { entry.add(HistoryItem(.content, at: start)) }
        }
        return entry
    }

    /// Which templates the elements mean that could not be read.
    private struct Unreadable {
        private var ids: Set<TemplateID> = []
        private var names: Set<String> = []

        init(_ problems: [PageProblem]) {
            for problem in problems {
                for key in ["id", "external_id"] {
                    if let text = problem.json[key]?.string ?? problem.json[key]?.number?.text {
                        ids.insert(TemplateID(text))
                    }
                }
                if let name = problem.json["name"]?.string { names.insert(name) }
            }
        }

        func contains(_ template: Template) -> Bool {
            guard !ids.isEmpty || !names.isEmpty else { return false }
            return [template.id, template.externalID].contains { $0.map { ids.contains($0) } ?? false }
                || names.contains(template.name)
        }
    }
}
