import ProviderTestSupport
import WhatsAppBusiness
import WhatsAppCloudAPI

let testToken = "EAAG-test-token-that-must-not-show"

/// A provider on a scripted transport.
func makeCloud(
    _ transport: any HTTPTransport, token: CredentialSource = .fixed(Secret(testToken)),
    clock: any Clock<Duration> = RecordingClock(), tagsMessages: Bool = false,
    retryPolicy: RetryPolicy = .standard,
    baseURL: String = "https://graph.facebook.com"
) -> CloudAPI {
    CloudAPI(
        phoneNumberID: "106540352242922", accessToken: token,
        appSecret: "app-secret-that-must-not-show",
        transport: transport,
        configuration: .init(
            baseURL: baseURL, retryPolicy: retryPolicy, tagsMessages: tagsMessages, clock: clock))
}

let acceptedAnswer =
    #"{"messaging_product":"whatsapp","contacts":[{"input":"+15550001111","wa_id":"15550001111"}],"messages":[{"id":"wamid.OUT1"}]}"#
