public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension CloudAPI {
    /// Compares how templates of the account did; each must have been sent 1,000 times or more in the window.
    ///
    /// - Parameters:
    ///   - id: a template.
    ///   - others: those to compare it with.
    ///   - window: for how long to look back.
    ///   - end: now.
    ///   - options: how the call is made.
    /// - Returns: the metrics. `GET /{TEMPLATE_ID}/compare`, Cloud API reference §4.10 (December 2025).
    /// - Throws: `WhatsAppError`.
    public func compareTemplate(
        _ id: TemplateID, with others: [TemplateID], window: TemplateComparison.Window = .month, endingAt end: Date,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateComparison {
        try await client.compareTemplate(id, with: others, window: window, endingAt: end, options: options)
    }

    /// Copies templates from another account of the same business into this one.
    ///
    /// Only approved templates whose quality is green or unknown are copied; the copies are new templates.
    ///
    /// - Parameters:
    ///   - source: the other account.
    ///   - templates: which templates, at most 500; all where none is named.
    ///   - page: which set of 500 is copied where all are wanted, counted from 0.
    ///   - count: how many templates a set has, at most 500.
    ///   - options: how the call is made.
    /// - Returns: what was copied and what was not.
    ///   `POST /{DEST_WABA_ID}/migrate_message_templates`, Cloud API reference §4.10 (December 2025).
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func migrateTemplates(
        from source: BusinessAccountID, templates: [TemplateID] = [], page: Int? = nil, count: Int? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateBatchResult {
        try await client.migrateTemplates(
            from: source, templates: templates, page: page, count: count, options: options)
    }

    /// Ends the pause of a template that was sent too fast. `POST /{TEMPLATE_ID}/unpause`, Cloud API reference §4.1.
    /// - Throws: `WhatsAppError`: `rejected` with the platform's reason where it has not done it.
    public func unpauseTemplate(
        _ id: TemplateID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await client.unpauseTemplate(id, options: options)
    }

    /// Creates an authentication template in several languages, and changes those that are there.
    ///
    /// - Parameters:
    ///   - definition: the template; its language is not heeded, and buttons have no words of their own.
    ///   - languages: the languages.
    ///   - options: how the call is made.
    /// - Returns: what became of each language.
    ///   `POST /{WABA_ID}/upsert_message_templates`, Cloud API reference §4.7 (December 2025).
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func upsertAuthenticationTemplates(
        _ definition: TemplateDefinition, languages: [LanguageCode], options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> [UpsertedTemplate] {
        try await client.upsertAuthenticationTemplates(definition, languages: languages, options: options).elements
    }

    /// Asks for the platform's words for authentication templates.
    ///
    /// - Parameters:
    ///   - languages: in which languages; all where none is named.
    ///   - addsSecurityRecommendation: whether the body warns not to share the code.
    ///   - codeExpirationMinutes: for how many minutes the code is good, which the footer tells.
    ///   - options: how the call is made.
    /// - Returns: a preview for each language.
    ///   `GET /{WABA_ID}/message_template_previews`, Cloud API reference §4.1 (December 2025).
    /// - Throws: `WhatsAppError`.
    public func authenticationPreviews(
        languages: [LanguageCode], addsSecurityRecommendation: Bool? = nil, codeExpirationMinutes: Int? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> [AuthenticationPreview] {
        try await client.authenticationPreviews(
            languages: languages, addsSecurityRecommendation: addsSecurityRecommendation,
            codeExpirationMinutes: codeExpirationMinutes, options: options
        ).elements
    }

    /// Archives approved or rejected templates, which are deleted after 28 days.
    ///
    /// The call goes to ``Configuration/archiveURL``, a host of its own.
    ///
    /// - Parameters:
    ///   - ids: the templates, at most 100.
    ///   - options: how the call is made.
    /// - Returns: what was archived and what was not.
    ///   `POST /{WABA_ID}/message_templates/archive`, Cloud API reference §4.1 (June 2026).
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func archiveTemplates(
        _ ids: [TemplateID], options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateBatchResult {
        try await client.archiveTemplates(ids, isArchiving: true, at: archiveAddress, options: options)
    }

    /// Takes templates out of the archive.
    ///
    /// The call goes to ``Configuration/archiveURL``, a host of its own.
    ///
    /// - Parameters:
    ///   - ids: the templates, at most 100.
    ///   - options: how the call is made.
    /// - Returns: what was taken out and what was not.
    ///   `POST /{WABA_ID}/message_templates/unarchive`, Cloud API reference §4.1 (June 2026).
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func unarchiveTemplates(
        _ ids: [TemplateID], options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateBatchResult {
        try await client.archiveTemplates(ids, isArchiving: false, at: archiveAddress, options: options)
    }

    /// Where templates are archived: no version stands in its paths.
    private var archiveAddress: GraphAddress {
        let isPlatform = client.address.scheme == "https" && client.address.authority.lowercased() == Self.graphHost
        return GraphAddress(
            configuration.archiveURL ?? (isPlatform ? Self.archiveURL : configuration.baseURL), version: nil,
            allowsPlainHTTP: configuration.allowsPlainHTTP)
    }

    private static let graphHost = "graph.facebook.com"
    private static let archiveURL = "https://api.facebook.com"
}
