/// Stores a file somewhere that customers can reach, and gives its address.
///
/// ```swift
/// let publisher = LinkPublisher { file in
///     let key = try await bucket.put(file.body, type: file.mimeType)
///     return "https://files.shop.example/\(key)"
/// }
/// ```
///
/// It takes what the platform does not: files that are too large or of a type that cannot be sent
/// (``MediaFallback/link(_:)``), and inbound files that a program passes on
/// (``WhatsAppProvider/republish(_:filename:through:maximumBytes:options:)``).
public struct LinkPublisher: Sendable {
    private let store: @Sendable (MediaUpload) async throws -> String

    /// Creates a publisher.
    /// - Parameter store: reads the file's body to its end, stores it, and returns its http or https address. Whoever has the
    ///   address can read the file: make it hard to guess, and let it expire.
    public init(_ store: @escaping @Sendable (_ file: MediaUpload) async throws -> String) {
        self.store = store
    }

    /// Stores a file.
    ///
    /// - Parameter file: the file.
    /// - Returns: its address.
    /// - Throws: ``WhatsAppError``: `rejected` with what the program threw, `invalid` for an address that is none.
    public func publish(_ file: MediaUpload) async throws(WhatsAppError) -> String {
        let address: String
        do {
            address = try await store(file)
        } catch {
            throw WhatsAppError(
                code: error is CancellationError || Task.isCancelled ? .cancelled : .rejected, outcome: .notSent,
                message: "the program's publisher did not store the file", underlying: error)
        }
        var check = Check()
        check.address(address, at: "link", maximum: Self.maximumAddressLength)
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        return address
    }

    /// The most characters of an address: what browsers take.
    public static let maximumAddressLength = 2_000
}
