public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An account's templates beside the provider that has them: a catalogue that is filled, kept current and asked by many
/// tasks at once.
///
/// ```swift
/// let templates = TemplateRepository(provider: cloud)
/// let changes = try await templates.synchronize()          // 3 added, 1 changed, 0 removed
/// handlers.on(.any) { event, _ in await templates.receive(event) }
///
/// let receipt = try await templates.create(definition)
/// let decided = try await templates.reviewed("order_update", "en_US")     // when a webhook tells
/// ```
///
/// It works with every provider that can list templates; with others ``synchronize(options:)`` throws `unsupported`. Several
/// servers of one account each have their own: webhooks reach one of them only, so let each synchronise now and then.
public actor TemplateRepository {
    /// What has the templates.
    public nonisolated let provider: any WhatsAppProvider
    /// The copy. Take it out to search: it is a value, and the search then waits for nobody.
    public private(set) var catalogue: TemplateCatalogue
    /// The most templates that a synchronisation takes.
    public nonisolated let maximumTemplates: Int

    private let now: @Sendable () -> Date
    private var run: Run?
    private var waiters: [UInt64: Waiter] = [:]
    private var lastID: UInt64 = 0

    /// A synchronisation under way, and those who wait for it.
    private struct Run {
        var id: UInt64
        var task: Task<Void, Never>
        var callers: [UInt64: CheckedContinuation<Result<TemplateChanges, WhatsAppError>, Never>] = [:]
    }

    /// Somebody who waits for a review.
    private struct Waiter {
        var key: TemplateKey
        var hasSeen: Bool
        var continuation: CheckedContinuation<Template?, Never>
    }

    /// Creates a repository.
    ///
    /// - Parameters:
    ///   - provider: what has the templates.
    ///   - catalogue: what is known already, such as a copy that was stored.
    ///   - maximumTemplates: the most templates that a synchronisation takes; a longer list is refused as a whole.
    ///   - now: where the present time comes from.
    public init(
        provider: any WhatsAppProvider, catalogue: TemplateCatalogue = TemplateCatalogue(),
        maximumTemplates: Int = 100_000, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.provider = provider
        self.catalogue = catalogue
        self.maximumTemplates = maximumTemplates
        self.now = now
    }

    // MARK: Synchronising

    /// Fetches all templates and takes them over.
    ///
    /// Who asks while a synchronisation is under way gets the result of that one. When a page fails the copy stays as it
    /// was. When the last of those who wait is cancelled, so is the synchronisation.
    ///
    /// - Parameter options: how each call is made; those of a synchronisation that is under way already hold.
    /// - Returns: what was added, changed and removed.
    /// - Throws: `WhatsAppError`; `unsupported` from a provider that cannot list templates.
    @discardableResult
    public func synchronize(
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateChanges {
        let caller = makeID()
        let result: Result<TemplateChanges, WhatsAppError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard !Task.isCancelled else {
                    continuation.resume(returning: .failure(Self.cancelled))
                    return
                }
                if run == nil { run = begin(options) }
                run?.callers[caller] = continuation
            }
        } onCancel: {
            Task { await self.leave(caller) }
        }
        return try result.get()
    }

    /// The copy, synchronised first where it is older than it may be, or where nothing was copied yet.
    ///
    /// - Parameters:
    ///   - age: how old it may be, in seconds, as of the list it comes from; what webhooks told since is in it anyway.
    ///   - options: how each call is made.
    /// - Throws: `WhatsAppError` of the synchronisation; ``catalogue`` still has the old copy.
    public func catalogue(
        notOlderThan age: TimeInterval, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateCatalogue {
        if let last = catalogue.synchronizedAt, now().timeIntervalSince(last) <= age { return catalogue }
        try await synchronize(options: options)
        return catalogue
    }

    /// Fetches what the provider has more of than the copy holds: templates that webhooks told of in part, and those that
    /// were submitted here. Where these are many, or have no id, everything is synchronised.
    ///
    /// - Parameter options: how each call is made.
    /// - Returns: what changed.
    /// - Throws: `WhatsAppError`; what was fetched before it stays.
    @discardableResult
    public func refresh(options: RequestOptions = .standard) async throws(WhatsAppError) -> TemplateChanges {
        let ids = catalogue.outdatedIDs
        let hasNameless = catalogue.entries.contains { $0.isOutdated && $0.template.id == nil }
        guard ids.count <= Self.maximumSingleFetches, !hasNameless, catalogue.synchronizedAt != nil else {
            return try await synchronize(options: options)
        }
        var changes = TemplateChanges(at: now())
        for id in ids {
            let instant = now()
            let template = try await provider.template(id, options: options)
            switch catalogue.update(template, asOf: instant) {
            case .added(let template): changes.added.append(template)
            case .changed(let change): changes.changed.append(change)
            case .removed(let template): changes.removed.append(template)
            case nil: break
            }
            wakeWaiters()
        }
        return changes
    }

    /// How many templates are fetched one by one: a page of a list has five times as many.
    private static let maximumSingleFetches = 20

    // MARK: Webhooks

    /// Takes over what a webhook tells, if it is about templates.
    /// - Returns: what it did; `nil` for a webhook about something else.
    @discardableResult
    public func receive(_ event: WebhookEvent) -> TemplateCatalogue.EventResult? {
        guard case .template(let event) = event else { return nil }
        return apply(event)
    }

    /// Takes over what a webhook tells about a template. See `TemplateCatalogue.apply(_:receivedAt:)`.
    @discardableResult
    public func apply(_ event: TemplateEvent) -> TemplateCatalogue.EventResult {
        let result = catalogue.apply(event, receivedAt: now())
        wakeWaiters()
        return result
    }

    /// Waits until the platform has decided about a template, as a webhook or a synchronisation tells.
    ///
    /// It waits for as long as the task lives: cancel it, or let it race with a clock. Without webhooks, synchronise
    /// meanwhile.
    ///
    /// - Parameters:
    ///   - name: the name; a template that is not here yet is waited for.
    ///   - language: the language.
    /// - Returns: the template, approved, rejected or unusable; `nil` where it was deleted meanwhile.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func reviewed(
        _ name: String, _ language: LanguageCode
    ) async throws(CancellationError) -> Template? {
        let key = TemplateKey(name, language)
        let id = makeID()
        let template: Template? = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known = catalogue[key]?.template
                if let known, known.isDecided {
                    continuation.resume(returning: known)
                } else if Task.isCancelled {
                    continuation.resume(returning: nil)
                } else {
                    waiters[id] = Waiter(key: key, hasSeen: known != nil, continuation: continuation)
                }
            }
        } onCancel: {
            Task { await self.abandon(id) }
        }
        if template == nil, Task.isCancelled { throw CancellationError() }
        return template
    }

    // MARK: Changes

    /// Submits a template for review, and takes it into the copy.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func create(
        _ definition: TemplateDefinition, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateReceipt {
        let receipt = try await provider.createTemplate(definition, options: options)
        catalogue.record(definition, receipt, at: now())
        wakeWaiters()
        return receipt
    }

    /// Changes a template of the copy, once what the platform would refuse is ruled out: its status, its category, and how
    /// often the copy saw it change.
    ///
    /// - Parameters:
    ///   - id: the template.
    ///   - edit: what shall be changed.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `invalid` with everything that stands in the way.
    @discardableResult
    public func edit(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateReceipt {
        let receipt: TemplateReceipt
        if let entry = catalogue[id] {
            receipt = try await provider.editTemplate(
                entry.template, edit, earlierEdits: entry.contentChanges, at: now(), options: options)
        } else {
            receipt = try await provider.editTemplate(id, edit, options: options)
        }
        catalogue.record(edit, of: id, receipt, at: now())
        wakeWaiters()
        return receipt
    }

    /// Deletes the templates of a name in all languages, or one of them, at the provider and in the copy.
    /// - Throws: `WhatsAppError`.
    public func delete(
        _ name: String, id: TemplateID? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await provider.deleteTemplate(name, id: id, options: options)
        catalogue.remove(name, id: id, at: now())
        wakeWaiters()
    }

    // MARK: Details

    /// How many wait for the synchronisation that is under way.
    package var callerCount: Int { run?.callers.count ?? 0 }

    /// How many wait for a review.
    package var waiterCount: Int { waiters.count }

    private func makeID() -> UInt64 {
        lastID += 1
        return lastID
    }

    private func begin(_ options: RequestOptions) -> Run {
        let id = makeID()
        let start = now()
        let task = Task { [provider, maximumTemplates] in
            let result = await Self.fetch(provider, options, maximum: maximumTemplates)
            finish(id, result, startedAt: start)
        }
        return Run(id: id, task: task)
    }

    /// Everything; not on the actor, which others use meanwhile.
    @concurrent
    private static func fetch(
        _ provider: any WhatsAppProvider, _ options: RequestOptions, maximum: Int
    ) async -> Result<Page<Template>, WhatsAppError> {
        do throws(WhatsAppError) {
            // One more than is taken tells that there are more.
            let page = try await provider.templates(.all, options: options).collect(maximum: maximum + 1)
            guard page.elements.count <= maximum, page.next == nil else {
                throw WhatsAppError(
                    code: .rejected, outcome: .refused, message: "the account has more than \(maximum) templates")
            }
            return .success(page)
        } catch {
            return .failure(error)
        }
    }

    private func finish(_ id: UInt64, _ result: Result<Page<Template>, WhatsAppError>, startedAt start: Date) {
        guard let run, run.id == id else { return }
        self.run = nil
        let changes = result.map { page in
            catalogue.synchronize(with: page.elements, problems: page.problems, startedAt: start)
        }
        for caller in run.callers.values { caller.resume(returning: changes) }
        wakeWaiters()
    }

    /// Lets a caller go who was cancelled.
    private func leave(_ caller: UInt64) {
        guard let continuation = run?.callers.removeValue(forKey: caller) else { return }
        continuation.resume(returning: .failure(Self.cancelled))
        guard let run, run.callers.isEmpty else { return }
        run.task.cancel()
        self.run = nil
    }

    private func abandon(_ waiter: UInt64) {
        waiters.removeValue(forKey: waiter)?.continuation.resume(returning: nil)
    }

    /// Lets those go whose template was decided about, or deleted.
    private func wakeWaiters() {
        for (id, waiter) in waiters {
            let template = catalogue[waiter.key]?.template
            if let template, !template.isDecided {
                waiters[id]?.hasSeen = true
                continue
            }
            guard template != nil || waiter.hasSeen else { continue }
            waiters[id] = nil
            waiter.continuation.resume(returning: template)
        }
    }

    private static var cancelled: WhatsAppError {
        WhatsAppError(code: .cancelled, outcome: .notSent, message: "the calling task was cancelled")
    }
}

extension Template {
    /// Whether the platform has decided about it.
    fileprivate var isDecided: Bool {
        switch reviewState {
        case .submitted, .unknown: return false
        default: return true
        }
    }
}
