public import WhatsAppBusiness

extension ChatAPI {
    /// What Chat API can do.
    ///
    /// What is missing: marketing messages with options of their own, callback data, requests for previews of addresses,
    /// the whole catalog, bills, call requests, pins, product and reply carousels, flows by name (Chat API reference §4).
    public var capabilities: Capabilities {
        [
            .sendText, .sendTemplate, .sendMedia, .sendInteractive, .sendToGroup, .sendToUserID, .reply, .markAsRead,
            .typingIndicator, .downloadMedia, .checkConnection, .execute,
        ]
    }
}
