public import WhatsAppBusiness

extension Dialog360 {
    /// What the number's flavor can do.
    ///
    /// What an account's plan does not include is answered by 360dialog with "endpoint is blocked", and thrown as
    /// `unsupported` naming the capability; that cannot be known before the call.
    public var capabilities: Capabilities { Self.capabilities(of: configuration.flavor) }

    /// What a flavor can do.
    ///
    /// Neither has: a check whether a number is on WhatsApp, registration and its PIN, two-step verification,
    /// subscriptions of apps, a list of accounts, flows and analytics (360dialog reference §8; the last two are the
    /// Partner API's).
    public static func capabilities(of flavor: Flavor) -> Capabilities {
        let both: [Capability] = [
            .sendText, .sendTemplate, .sendMedia, .sendInteractive, .reply, .sendLinkPreview, .markAsRead, .readWebhook,
            .setWebhook, .webhookHeaders, .checkConnection, .execute,
        ]
        guard flavor == .cloud else { return Capabilities(both) }
        return Capabilities(
            both + [
                .sendMarketing, .sendMediaID, .sendToGroup, .sendToUserID, .callbackData, .sendIdentityCheck,
                .sendHeaderSubText, .sendAddressHeader, .sendContactInformationRequest, .sendFlowByName, .sendCatalog,
                .sendProductCarousel, .sendReplyCarousel, .sendCallRequest, .sendOrder, .sendPin, .typingIndicator,
                .downloadMedia, .uploadMedia, .deleteMedia, .readProfile, .updateProfile, .listTemplates,
                .createTemplate, .createTemplateOptions, .editTemplate, .deleteTemplate,
                .deleteTemplateLanguage, .webhookLevels, .webhookDestinations, .blockUsers,
            ])
    }
}

extension Capability {
    /// Several webhook addresses for one number.
    public static let webhookDestinations = Self(rawValue: "webhook.destinations")
    /// Blocking users, and listing those that are blocked.
    public static let blockUsers = Self(rawValue: "users.block")
}
