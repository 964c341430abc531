extension Capability {
    /// Sending pictures, videos, recordings, documents, stickers, places, contact cards and reactions.
    public static let sendMedia = Self(rawValue: "send.media")
    /// Sending buttons, lists, flows and the other interactive messages.
    public static let sendInteractive = Self(rawValue: "send.interactive")
    /// Sending templates by the marketing messages endpoint.
    public static let sendMarketing = Self(rawValue: "send.marketing")
    /// Writing to groups.
    public static let sendToGroup = Self(rawValue: "send.toGroup")
}
