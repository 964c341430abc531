/// What a provider says of a template that it has taken.
///
/// Source: Cloud API reference §4.1 (December 2025).
public struct TemplateReceipt: Hashable, Sendable {
    /// The template's id; not every provider gives one.
    public var id: TemplateID?
    /// The template's name, where the provider repeats it.
    public var name: String?
    /// How it stands: usually ``TemplateStatus/pending``, but a template can be approved or rejected at once.
    public var status: TemplateStatus?
    /// The category that the platform gave it, which is not always the one that was asked for.
    public var category: TemplateCategory?
    /// The answer's status and header fields.
    public var response: ResponseMetadata?

    /// Creates a receipt.
    public init(
        id: TemplateID?, name: String? = nil, status: TemplateStatus? = nil, category: TemplateCategory? = nil,
        response: ResponseMetadata? = nil
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.category = category
        self.response = response
    }

    /// Where the template stands with the review, as far as the provider says.
    public var reviewState: TemplateReviewState? { status.map { TemplateReviewState($0) } }
}
