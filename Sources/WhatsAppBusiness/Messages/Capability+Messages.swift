extension Capability {
    /// Sending pictures, videos, recordings, documents, stickers, places, contact cards and reactions.
    public static let sendMedia = Self(rawValue: "send.media")
    /// Sending buttons, lists, flows and the other interactive messages.
    public static let sendInteractive = Self(rawValue: "send.interactive")
    /// Sending templates by the marketing messages endpoint.
    public static let sendMarketing = Self(rawValue: "send.marketing")
    /// Writing to groups.
    public static let sendToGroup = Self(rawValue: "send.toGroup")

    // What a provider that can send a kind may still lack.

    /// Asking for the preview of an address in a text.
    public static let sendLinkPreview = Self(rawValue: "send.linkPreview")
    /// Sending only while the customer's identity is unchanged.
    public static let sendIdentityCheck = Self(rawValue: "send.identityCheck")
    /// A second line in the header of a message whose header is plain text.
    public static let sendHeaderSubText = Self(rawValue: "send.headerSubText")
    /// A header or a footer on a request for a postal address.
    public static let sendAddressHeader = Self(rawValue: "send.addressHeader")
    /// Asking for the phone number.
    public static let sendContactInformationRequest = Self(rawValue: "send.contactInformationRequest")
    /// Opening a flow by its name instead of its id.
    public static let sendFlowByName = Self(rawValue: "send.flowByName")
    /// Showing the whole catalog.
    public static let sendCatalog = Self(rawValue: "send.catalog")
    /// Cards of products side by side.
    public static let sendProductCarousel = Self(rawValue: "send.productCarousel")
    /// Cards with reply buttons side by side.
    public static let sendReplyCarousel = Self(rawValue: "send.replyCarousel")
    /// Asking for the permission to call, and buttons that call the business.
    public static let sendCallRequest = Self(rawValue: "send.callRequest")
    /// Bills and their states in the customer service window.
    public static let sendOrder = Self(rawValue: "send.order")
    /// Pinning messages of a group.
    public static let sendPin = Self(rawValue: "send.pin")
}

extension Capability {
    /// Header fields of the program's own in deliveries.
    public static let webhookHeaders = Self(rawValue: "webhook.headers")
    /// Options of a new template beside its name, language, category and components.
    public static let createTemplateOptions = Self(rawValue: "templates.create.options")
    /// Deleting one language of a template.
    public static let deleteTemplateLanguage = Self(rawValue: "templates.delete.language")
    /// Webhook addresses for other levels than the number.
    public static let webhookLevels = Self(rawValue: "webhook.levels")
}
