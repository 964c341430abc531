import HTTPTypes
public import WhatsAppBusiness

extension ChatAPI {
    /// Sends a message.
    ///
    /// Each kind has a method of its own; what none of them can express (callback data, a request for a preview, the whole
    /// catalog and so on) is thrown as `unsupported` before anything is sent. A template's namespace is looked up once
    /// and kept, unless the message or the settings name it.
    ///
    /// A send that the service only put into its queue returns a message that is `isQueued`: it has no id yet.
    ///
    /// - Parameters:
    ///   - message: what is said.
    ///   - recipient: to whom.
    ///   - options: how the call is made.
    /// - Returns: what the service has taken. `POST {method}`, Chat API reference §3, §4, §5.1.
    /// - Throws: `WhatsAppError`. The service knows no tag for messages: where the outcome is unknown, only the history
    ///   or the chat itself can tell.
    @discardableResult
    public func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        if options.validates {
            do {
                try SendRequest(message: message, to: recipient).validate()
            } catch {
                throw .invalid(error)
            }
        }
        var flat = try FlatMessage(message, to: recipient)
        if let template = flat.templateInNeed {
            let namespace = try await namespace(of: template, options: options)
            // Without one the call is still worth making: callers of 2026 report that the service finds it itself.
            if let namespace { flat.members["namespace"] = .string(namespace) }
        }
        return try await send(flat, options: options)
    }

    func send(_ flat: FlatMessage, options: RequestOptions) async throws(WhatsAppError) -> SentMessage {
        try await engine.perform(
            try post(flat.method, flat.method, flat.members), options: options, decode: ChatAnswer.sentMessage)
    }

    /// Shows the customer that a message was read.
    ///
    /// - Parameters:
    ///   - message: an inbound message.
    ///   - showingTypingIndicator: whether the customer also sees that an answer is being typed, for up to 25 seconds
    ///     (1msg since 2026; older hosts leave it out).
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST readMessage`, Chat API reference §12.
    public func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool, options: RequestOptions
    ) async throws(WhatsAppError) {
        guard !message.rawValue.isEmpty else {
            throw .invalid(at: "messageId", .required, "a message is named by its id")
        }
        var body: JSONObject = ["messageId": .string(message.rawValue)]
        if showingTypingIndicator { body["typingIndicator"] = true }
        // Marking twice is the same as marking once.
        try await engine.perform(
            try post("markAsRead", "readMessage", body, isRepeatable: true), options: options
        ) { _ in }
    }
}
