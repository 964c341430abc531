public import WhatsAppBusiness

extension ChatAPI {
    /// What Chat API can do. The 24-hour window holds: messages go through the platform's business API.
    ///
    /// Its standing is unofficial: it is a service of a reseller, which the platform does
    /// not list, before a partner's API (Chat API reference §0).
    ///
    /// What is missing: marketing messages by the endpoint of their own, callback data, checks of the customer's identity,
    /// requests for previews of addresses, the whole catalog, bills, call requests, pins, product and reply carousels,
    /// flows by name, editing templates and deleting one language of them (Chat API reference §4, §5).
    public var capabilities: Capabilities {
        Capabilities(
            [
                .sendText, .sendTemplate, .sendMedia, .sendInteractive, .sendToGroup, .sendToUserID, .reply,
                .markAsRead, .typingIndicator, .uploadMedia, .downloadMedia, .deleteMedia, .readProfile,
                .updateProfile, .readWebhook, .setWebhook, .listTemplates, .createTemplate, .deleteTemplate,
                .checkConnection, .execute, .sendMediaID, .removeWebhook,
            ], standing: .unofficial, hasCustomerServiceWindow: true)
    }
}
