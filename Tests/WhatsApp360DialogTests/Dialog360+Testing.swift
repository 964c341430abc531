import HTTPTypes
import ProviderTestSupport
import WhatsApp360Dialog
import WhatsAppBusiness

let testKey = "D360-test-key-that-must-not-show"

/// A provider on a scripted transport.
func makeDialog(
    _ transport: any HTTPTransport, key: CredentialSource = .fixed(Secret(testKey)), flavor: Dialog360.Flavor = .cloud,
    baseURL: String? = nil, webhookSecret: Secret? = nil, tagsMessages: Bool = false,
    retryPolicy: RetryPolicy = .standard, clock: any Clock<Duration> = RecordingClock()
) -> Dialog360 {
    Dialog360(
        apiKey: key, webhookSecret: webhookSecret, transport: transport,
        configuration: .init(
            flavor: flavor, baseURL: baseURL, retryPolicy: retryPolicy, tagsMessages: tagsMessages, clock: clock))
}

/// A partner on a scripted transport.
func makePartner(
    _ transport: any HTTPTransport, credentials: Dialog360Partner.Credentials = .apiKey(.fixed("partner-key"))
) -> Dialog360Partner {
    Dialog360Partner(
        id: "AbCdPA", credentials: credentials, platformSecrets: ["platform-secret"], transport: transport,
        configuration: .init(clock: RecordingClock()))
}

let acceptedAnswer =
    #"{"messaging_product":"whatsapp","contacts":[{"input":"15550001111","wa_id":"15550001111"}],"messages":[{"id":"wamid.OUT1"}]}"#
let acceptedBySandbox = #"{"messages":[{"id":"gBEG1"}],"meta":{"api_status":"stable","version":"2.35.4"}}"#

extension ScriptedTransport.Received {
    /// Method and path, as `POST /messages`.
    var line: String { "\(request.method) \(request.path ?? "")" }

    /// The body as JSON.
    var json: JSONValue? { try? JSONValue(parsing: body) }

    /// The API key that the request carries.
    var key: String? { HTTPField.Name("D360-API-KEY").flatMap { request.headerFields[$0] } }
}

/// The error that a call throws.
func failure(_ call: () async throws(WhatsAppError) -> some Any) async -> WhatsAppError? {
    do throws(WhatsAppError) {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}

extension JSONValue {
    init(text: String) {
        self = (try? JSONValue(parsing: Array(text.utf8))) ?? .null
    }
}
