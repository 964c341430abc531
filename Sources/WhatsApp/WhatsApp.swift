// The optional umbrella: everything but the simulator, with the platform's default transport.
// The conditions mirror those of the manifest; `canImport` would depend on the order of the build.
@_exported public import WhatsApp360Dialog
@_exported public import WhatsAppBusiness
@_exported public import WhatsAppChatAPI
@_exported public import WhatsAppCloudAPI
@_exported public import WhatsAppConversations
@_exported public import WhatsAppMessenger
@_exported public import WhatsAppWebhooks

#if !os(Windows)
@_exported public import WhatsAppFiles
#endif

#if os(Linux) || os(macOS)
@_exported public import WhatsAppCURL

extension HTTPTransport where Self == CURLTransport {
    /// The transport that suits the platform: libcurl on Linux and macOS, URLSession elsewhere. One for the process.
    public static var platformDefault: CURLTransport { .curl }
}
#else
@_exported public import WhatsAppURLSession

extension HTTPTransport where Self == URLSessionTransport {
    /// The transport that suits the platform: libcurl on Linux and macOS, URLSession elsewhere. One for the process.
    public static var platformDefault: URLSessionTransport { .urlSession }
}
#endif
