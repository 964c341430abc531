public import WhatsAppBusiness

extension CloudAPI {
    /// Sends a message.
    ///
    /// A failure whose outcome is unknown carries the message's tag (`callbackData`), by which later statuses tell
    /// whether the message arrived.
    ///
    /// - Parameters:
    ///   - message: what is said.
    ///   - recipient: to whom.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken. `POST /{phone-number-id}/messages`, Cloud API reference §2.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        try await client.send(
            SendRequest(message: message, to: recipient), by: "send", edge: "messages", options: options)
    }

    /// Sends a marketing template by the marketing messages endpoint, which optimises its delivery.
    ///
    /// The template may use what only this endpoint knows, such as a GIF in its header. Statuses carry the category
    /// `marketing_lite`.
    ///
    /// - Parameters:
    ///   - template: an approved template of the category marketing.
    ///   - recipient: to whom: not a group.
    ///   - marketing: what happens to a message that the endpoint cannot optimise, and what the platform may use.
    ///   - replyTo: the message to quote.
    ///   - callbackData: a tag of the program's own; a random one where there is none.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken. `POST /{phone-number-id}/marketing_messages`, Cloud API reference §2.15.
    /// - Throws: `WhatsAppError`; 134100 for a template of another category.
    @discardableResult
    public func sendMarketing(
        _ template: TemplateMessage, to recipient: Recipient,
        marketing: MarketingOptions = MarketingOptions(),
        replyingTo replyTo: MessageID? = nil, callbackData: String? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> SentMessage {
        let message = Message(
            content: .template(template), replyTo: replyTo, callbackData: callbackData)
        return try await client.send(
            SendRequest(message: message, to: recipient, marketing: marketing), by: "sendMarketing",
            edge: "marketing_messages", options: options)
    }

    /// Shows the customer that a message was read.
    ///
    /// - Parameters:
    ///   - message: an inbound message, at most 30 days old; earlier ones are marked too.
    ///   - showingTypingIndicator: whether the customer also sees that an answer is being typed.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. Cloud API reference §2.13.
    public func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool, options: RequestOptions
    ) async throws(WhatsAppError) {
        try await client.markAsRead(
            message, showingTypingIndicator: showingTypingIndicator, options: options)
    }
}
