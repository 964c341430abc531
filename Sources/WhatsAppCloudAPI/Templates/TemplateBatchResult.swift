public import WhatsAppBusiness

/// What became of several templates: some calls do a part and say which.
///
/// Source: Cloud API reference §4.1, §4.10 (June 2026).
public struct TemplateBatchResult: Hashable, Sendable {
    /// Those with which it was done, in the platform's order. After a migration these are the new ones, as far as the
    /// platform says.
    public var succeeded: [TemplateID]
    /// Those with which it was not, and why, in the platform's words.
    public var failed: [TemplateID: String]

    /// Creates a result.
    public init(succeeded: [TemplateID] = [], failed: [TemplateID: String] = [:]) {
        self.succeeded = succeeded
        self.failed = failed
    }

    /// Reads an answer: an array of ids, and an object of reasons by id.
    init(_ answer: JSONValue, succeeded key: String) {
        succeeded = answer[key]?.array?.compactMap { $0.lenientText.map { TemplateID($0) } } ?? []
        failed = [:]
        for member in answer["failed_templates"]?.object?.members ?? [] {
            failed[TemplateID(member.key)] = member.value.lenientText ?? ""
        }
    }
}
