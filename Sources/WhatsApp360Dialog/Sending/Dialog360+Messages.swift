import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Sends a message.
    ///
    /// A failure whose outcome is unknown carries the message's tag (`callbackData`), by which later statuses tell whether
    /// the message arrived; in the sandbox there are no such tags.
    ///
    /// - Parameters:
    ///   - message: what is said.
    ///   - recipient: to whom.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken. `POST /messages`, 360dialog reference §2.2; `POST /v1/messages` in the
    ///   sandbox (§1.1), which names no recipient in its answer.
    /// - Throws: `WhatsAppError`; `unsupported` for what the sandbox cannot do.
    @discardableResult
    public func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        let isSandbox = configuration.flavor == .sandbox
        if isSandbox, let missing = SandboxDialect.missing(for: message, to: recipient) {
            throw .unsupported(missing, by: name)
        }
        return try await send(
            SendRequest(message: message, to: recipient), by: "send", edge: isSandbox ? "v1/messages" : "messages",
            Self.capability(for: message), options)
    }

    /// Sends a marketing template by the marketing messages endpoint, which optimises its delivery.
    ///
    /// The business has to accept its terms once; an `account_update` of the kind
    /// `AccountEvent/Update/Kind/marketingTermsSigned` tells when that is done. New templates, and those that were not
    /// sent for seven days, need about ten minutes until they are usable here.
    ///
    /// - Parameters:
    ///   - template: an approved template of the category marketing.
    ///   - recipient: to whom: not a group.
    ///   - marketing: what the platform may use.
    ///   - replyTo: the message to quote.
    ///   - callbackData: a tag of the program's own; a random one where there is none.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken. `POST /marketing_messages`, 360dialog reference §2.2.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox.
    @discardableResult
    public func sendMarketing(
        _ template: TemplateMessage, to recipient: Recipient, marketing: MarketingOptions = MarketingOptions(),
        replyingTo replyTo: MessageID? = nil, callbackData: String? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> SentMessage {
        try require(.sendMarketing)
        let message = Message(content: .template(template), replyTo: replyTo, callbackData: callbackData)
        return try await send(
            SendRequest(message: message, to: recipient, marketing: marketing), by: "sendMarketing",
            edge: "marketing_messages", .sendMarketing, options)
    }

    /// Shows the customer that a message was read.
    ///
    /// - Parameters:
    ///   - message: an inbound message, at most 30 days old; earlier ones are marked too.
    ///   - showingTypingIndicator: whether the customer also sees that an answer is being typed, for 25 seconds or until
    ///     the next message; not in the sandbox.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST /messages`, 360dialog reference §2.2; in the sandbox `PUT /v1/messages/{id}` as the
    ///   on-premises client had it (§3.1; that the sandbox takes it is unconfirmed).
    public func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool, options: RequestOptions
    ) async throws(WhatsAppError) {
        if configuration.flavor == .cloud {
            return try await naming(.markAsRead) { () async throws(WhatsAppError) in
                try await client.markAsRead(message, showingTypingIndicator: showingTypingIndicator, options: options)
            }
        }
        if showingTypingIndicator { try require(.typingIndicator) }
        guard !message.rawValue.isEmpty else {
            throw .invalid(
                ValidationError([
                    .init(path: "message_id", rule: .required, explanation: "the id of the message is needed")
                ]))
        }
        var call = try client.call(
            "markAsRead", .put, path: "v1/messages/" + PathSegment.encoded(message.rawValue),
            body: HTTPBody(Array(#"{"status":"read"}"#.utf8)))
        // Marking twice is the same as marking once.
        call.isRepeatable = true
        try await perform(.markAsRead, call, options) { _ in }
    }

    private func send(
        _ request: SendRequest, by operation: String, edge: String, _ capability: Capability,
        _ options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        try await naming(capability) { () async throws(WhatsAppError) in
            try await client.send(request, by: operation, edge: edge, options: options)
        }
    }

    /// What an account lacks where sending this message is blocked.
    private static func capability(for message: Message) -> Capability {
        switch message.content {
        case .text: return .sendText
        case .template: return .sendTemplate
        default: return message.type == "interactive" ? .sendInteractive : .sendMedia
        }
    }
}
