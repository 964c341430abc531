/// Access to one business number through one provider.
///
/// The requirements are few; everything comfortable is in extensions. What a provider cannot do is said by
/// ``capabilities`` before a call, and thrown as `unsupported` by the call: nothing degrades silently.
public protocol WhatsAppProvider: Sendable {
    /// The provider's name, for logs and errors.
    var name: ProviderName { get }

    /// What the provider can do.
    var capabilities: Capabilities { get }

    /// Sends a message.
    ///
    /// The message is validated first. It is repeated only when the platform certainly refused it for its rate, or when
    /// it certainly never left.
    ///
    /// - Parameters:
    ///   - message: what is said.
    ///   - recipient: to whom.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken; statuses tell what becomes of it.
    /// - Throws: ``WhatsAppError``; its `outcome` tells whether the message may have arrived.
    @discardableResult
    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage

    /// Shows the customer that a message was read; earlier messages of the chat are marked too.
    ///
    /// - Parameters:
    ///   - message: an inbound message, at most 30 days old.
    ///   - showingTypingIndicator: whether the customer also sees that an answer is being typed, for 25 seconds or until
    ///     the next message.
    ///   - options: how the call is made.
    /// - Throws: ``WhatsAppError``.
    func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool, options: RequestOptions
    ) async throws(WhatsAppError)

    /// Asks what a media object is and where its bytes are.
    /// - Throws: ``WhatsAppError``.
    func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject

    /// Fetches the bytes of a media object, and checks them against what the platform says of them.
    ///
    /// - Parameters:
    ///   - media: the id.
    ///   - maximumBytes: the most bytes to hold.
    ///   - options: how the calls are made.
    /// - Throws: ``WhatsAppError``.
    func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions
    ) async throws(WhatsAppError) -> DownloadedMedia

    /// Asks the platform about the number: whether the token is good, and what stands in the way of sending.
    /// - Throws: ``WhatsAppError``.
    func checkConnection(options: RequestOptions) async throws(WhatsAppError) -> ConnectionReport

    /// Calls what the library does not model, with the provider's address, credentials, retries, logging and errors.
    /// - Throws: ``WhatsAppError``.
    func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError) -> ResponseMetadata

    /// Decodes the body of a delivery whose origin has been checked.
    /// - Throws: ``WebhookError`` when the body is not JSON or is over a limit; odd elements are problems of the delivery.
    func decode(_ delivery: [UInt8]) throws(WebhookError) -> Delivery
}

extension WhatsAppProvider {
    /// Sends a message with the provider's own settings.
    /// - Throws: ``WhatsAppError``; its `outcome` tells whether the message may have arrived.
    @discardableResult
    public func send(_ message: Message, to recipient: Recipient) async throws(WhatsAppError) -> SentMessage {
        try await send(message, to: recipient, options: .standard)
    }

    /// Shows the customer that a message was read.
    /// - Throws: ``WhatsAppError``.
    public func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool = false
    ) async throws(WhatsAppError) {
        try await markAsRead(message, showingTypingIndicator: showingTypingIndicator, options: .standard)
    }

    /// Asks what a media object is and where its bytes are.
    /// - Throws: ``WhatsAppError``.
    public func mediaObject(_ media: MediaID) async throws(WhatsAppError) -> MediaObject {
        try await mediaObject(media, options: .standard)
    }

    /// Fetches the bytes of a media object.
    ///
    /// - Parameters:
    ///   - media: the id, such as that of an inbound image.
    ///   - maximumBytes: the most bytes to hold: 16 MiB by default.
    /// - Throws: ``WhatsAppError``.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int = 16 * 1024 * 1024
    ) async throws(WhatsAppError) -> DownloadedMedia {
        try await downloadMedia(media, maximumBytes: maximumBytes, options: .standard)
    }

    /// Asks the platform about the number.
    /// - Throws: ``WhatsAppError``.
    public func checkConnection() async throws(WhatsAppError) -> ConnectionReport {
        try await checkConnection(options: .standard)
    }

    /// Calls what the library does not model.
    /// - Throws: ``WhatsAppError``.
    public func execute(_ call: RawCall) async throws(WhatsAppError) -> ResponseMetadata {
        try await execute(call, options: .standard)
    }
}

// A new provider implements what it can; the rest says that it cannot.
extension WhatsAppProvider {
    /// Throws `unsupported`.
    public func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool, options: RequestOptions
    ) async throws(WhatsAppError) {
        throw .unsupported(.markAsRead, by: name)
    }

    /// Throws `unsupported`.
    public func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject {
        throw .unsupported(.downloadMedia, by: name)
    }

    /// Throws `unsupported`.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions
    ) async throws(WhatsAppError) -> DownloadedMedia {
        throw .unsupported(.downloadMedia, by: name)
    }

    /// Throws `unsupported`.
    public func checkConnection(options: RequestOptions) async throws(WhatsAppError) -> ConnectionReport {
        throw .unsupported(.checkConnection, by: name)
    }

    /// Throws `unsupported`.
    public func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError) -> ResponseMetadata {
        throw .unsupported(.execute, by: name)
    }

    /// Decodes the platform's own envelope.
    /// - Throws: ``WebhookError`` when the body is not JSON or is over a limit.
    public func decode(_ delivery: [UInt8]) throws(WebhookError) -> Delivery {
        try Delivery(decoding: delivery)
    }
}
