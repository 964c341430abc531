// The optional umbrella: everything but the simulator, with the platform's default transport.
// The conditions mirror those of the manifest; `canImport` would depend on the order of the build.
@_exported public import WhatsAppBusiness
@_exported public import WhatsAppCloudAPI
@_exported public import WhatsAppConversations
@_exported public import WhatsAppWebhooks

#if os(Linux) || os(macOS)
@_exported public import WhatsAppCURL
#else
@_exported public import WhatsAppURLSession
#endif
