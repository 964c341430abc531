import ProviderTestSupport
import WhatsAppBusiness
import WhatsAppChatAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// With signs that a query must not carry as they are.
let testToken = "tok/en+that=must-not-show"
let encodedToken = "tok%2Fen%2Bthat%3Dmust-not-show"
let testNamespace = "aaaaaaaa_bbbb_cccc_dddd_eeeeeeeeeeee"
let acceptedAnswer =
    #"{"sent":true,"message":"Sent to 15550001111@c.us","description":"Message has been sent to the provider","id":"wamid.OUT1"}"#

/// A provider on a scripted transport.
func makeChat(
    _ transport: any HTTPTransport, baseURL: String = "https://eu115.chat-api.com/instance123456/",
    token: CredentialSource = .fixed(Secret(testToken)), namespace: String? = testNamespace,
    webhookSecret: ChatAPI.WebhookSecret? = nil, configure: (inout ChatAPI.Configuration) -> Void = { _ in }
) -> ChatAPI {
    var configuration = ChatAPI.Configuration(
        templateNamespace: namespace, clock: RecordingClock(), now: { receiptTime })
    configure(&configuration)
    return ChatAPI(
        baseURL: baseURL, token: token, webhookSecret: webhookSecret, transport: transport,
        configuration: configuration)
}

let receiptTime = Date(timeIntervalSince1970: 1_700_000_000)

/// What a call throws.
func failure(_ call: () async throws(WhatsAppError) -> Void) async -> WhatsAppError? {
    do throws(WhatsAppError) {
        try await call()
        return nil
    } catch {
        return error
    }
}
