/// What happens to a file that is too large for its kind, or of a type that cannot be shown as that kind.
///
/// It is a choice of the caller, for each send: without one such a file is refused.
///
/// ```swift
/// try await cloud.send(upload, caption: "The plan", to: customer, otherwise: [.document, .link(publisher)])
/// ```
public struct MediaFallback: Sendable {
    enum Choice: Sendable {
        case document
        case link(LinkPublisher)
    }

    let choice: Choice

    /// The file is sent as a document, which may have 100 MB.
    public static let document = Self(choice: .document)

    /// The file is stored by the program, and the message is a text with its address.
    public static func link(_ publisher: LinkPublisher) -> Self {
        Self(choice: .link(publisher))
    }
}
