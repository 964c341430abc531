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

    /// Uploads a file, so that messages can show it by its id.
    ///
    /// - Parameters:
    ///   - upload: the file; a streamed one is never held in memory.
    ///   - options: how the call is made. Its timeout is that of the whole upload.
    /// - Returns: the id, which lives 30 days and is good for this number only.
    /// - Throws: ``WhatsAppError``; `invalid` for a type or size that the platform does not take.
    func uploadMedia(_ upload: MediaUpload, options: RequestOptions) async throws(WhatsAppError) -> MediaID

    /// Fetches the bytes of a media object as they arrive, and checks them against what the platform says of them.
    ///
    /// - Parameters:
    ///   - media: the id.
    ///   - maximumBytes: the most bytes to take.
    ///   - options: how the calls are made.
    ///   - receive: takes the next bytes; the sender waits for it. Bytes are only good once the call has returned: a
    ///     program that keeps them drops them when it throws.
    /// - Returns: what the platform says of the object.
    /// - Throws: ``WhatsAppError``; its `underlying` is what `receive` threw.
    func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject

    /// Deletes an uploaded media object.
    /// - Throws: ``WhatsAppError``.
    func deleteMedia(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError)

    /// Reads what customers see of the business.
    /// - Throws: ``WhatsAppError``.
    func businessProfile(options: RequestOptions) async throws(WhatsAppError) -> BusinessProfile

    /// Changes what customers see of the business; what the update does not name stays.
    /// - Throws: ``WhatsAppError``; `invalid` for what the platform does not take.
    func updateBusinessProfile(
        _ update: BusinessProfileUpdate, options: RequestOptions
    ) async throws(WhatsAppError)

    /// Asks where webhooks of this number are delivered.
    /// - Throws: ``WhatsAppError``.
    func webhookConfiguration(options: RequestOptions) async throws(WhatsAppError) -> WebhookConfiguration

    /// Sets where webhooks of this number are delivered. Addresses that others have registered stay.
    ///
    /// - Parameters:
    ///   - target: the address and what goes with it; `nil` takes this program's own address away.
    ///   - options: how the call is made.
    /// - Throws: ``WhatsAppError``.
    func setWebhook(_ target: WebhookTarget?, options: RequestOptions) async throws(WhatsAppError)

    /// Asks the platform about the number: whether the token is good, and what stands in the way of sending.
    /// - Throws: ``WhatsAppError``.
    func checkConnection(options: RequestOptions) async throws(WhatsAppError) -> ConnectionReport

    /// Fetches a page of the account's templates.
    ///
    /// - Parameters:
    ///   - query: which templates are wanted.
    ///   - cursor: where the page begins; the first page where none is given.
    ///   - options: how the call is made.
    /// - Throws: ``WhatsAppError``.
    func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template>

    /// Fetches one template.
    /// - Throws: ``WhatsAppError``.
    func template(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) -> Template

    /// Submits a template for review. It is checked first, unless `options` say otherwise.
    /// - Throws: ``WhatsAppError``.
    @discardableResult
    func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt

    /// Changes a template and submits it for review. See ``TemplateEdit/obstacles(for:earlierEdits:at:)``.
    /// - Throws: ``WhatsAppError``.
    @discardableResult
    func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt

    /// Deletes templates. The name of an approved template cannot be used again for 30 days.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - id: the template of one language; without it, the templates of this name in **all** languages are deleted.
    ///   - options: how the call is made.
    /// - Throws: ``WhatsAppError``.
    func deleteTemplate(_ name: String, id: TemplateID?, options: RequestOptions) async throws(WhatsAppError)

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

    /// Uploads a file with the provider's own settings.
    /// - Throws: ``WhatsAppError``.
    public func uploadMedia(_ upload: MediaUpload) async throws(WhatsAppError) -> MediaID {
        try await uploadMedia(upload, options: .standard)
    }

    /// Fetches the bytes of a media object.
    ///
    /// - Parameters:
    ///   - media: the id, such as that of an inbound image.
    ///   - maximumBytes: the most bytes to hold: 16 MiB by default.
    ///   - options: how the calls are made.
    /// - Throws: ``WhatsAppError``.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int = 16 * 1024 * 1024, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> DownloadedMedia {
        let bytes = Locked<[UInt8]>([])
        let object = try await downloadMedia(media, maximumBytes: maximumBytes, options: options) { chunk in
            bytes.withLock { $0 += chunk }
        }
        return DownloadedMedia(object, bytes: bytes.withLock { $0 })
    }

    /// Deletes an uploaded media object.
    /// - Throws: ``WhatsAppError``.
    public func deleteMedia(_ media: MediaID) async throws(WhatsAppError) {
        try await deleteMedia(media, options: .standard)
    }

    /// Reads what customers see of the business.
    /// - Throws: ``WhatsAppError``.
    public func businessProfile() async throws(WhatsAppError) -> BusinessProfile {
        try await businessProfile(options: .standard)
    }

    /// Changes what customers see of the business; what the update does not name stays.
    /// - Throws: ``WhatsAppError``.
    public func updateBusinessProfile(_ update: BusinessProfileUpdate) async throws(WhatsAppError) {
        try await updateBusinessProfile(update, options: .standard)
    }

    /// Asks where webhooks of this number are delivered.
    /// - Throws: ``WhatsAppError``.
    public func webhookConfiguration() async throws(WhatsAppError) -> WebhookConfiguration {
        try await webhookConfiguration(options: .standard)
    }

    /// Sets where webhooks of this number are delivered; `nil` takes this program's own address away.
    /// - Throws: ``WhatsAppError``.
    public func setWebhook(_ target: WebhookTarget?) async throws(WhatsAppError) {
        try await setWebhook(target, options: .standard)
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
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        throw .unsupported(.downloadMedia, by: name)
    }

    /// Throws `unsupported`.
    public func uploadMedia(_ upload: MediaUpload, options: RequestOptions) async throws(WhatsAppError) -> MediaID {
        throw .unsupported(.uploadMedia, by: name)
    }

    /// Throws `unsupported`.
    public func deleteMedia(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) {
        throw .unsupported(.deleteMedia, by: name)
    }

    /// Throws `unsupported`.
    public func businessProfile(options: RequestOptions) async throws(WhatsAppError) -> BusinessProfile {
        throw .unsupported(.readProfile, by: name)
    }

    /// Throws `unsupported`.
    public func updateBusinessProfile(
        _ update: BusinessProfileUpdate, options: RequestOptions
    ) async throws(WhatsAppError) {
        throw .unsupported(.updateProfile, by: name)
    }

    /// Throws `unsupported`.
    public func webhookConfiguration(options: RequestOptions) async throws(WhatsAppError) -> WebhookConfiguration {
        throw .unsupported(.readWebhook, by: name)
    }

    /// Throws `unsupported`.
    public func setWebhook(_ target: WebhookTarget?, options: RequestOptions) async throws(WhatsAppError) {
        throw .unsupported(.setWebhook, by: name)
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
