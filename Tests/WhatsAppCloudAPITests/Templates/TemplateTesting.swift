import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

/// A provider that knows its account, on a scripted transport.
func makeTemplateCloud(
    _ transport: ScriptedTransport, account: BusinessAccountID? = "102290129340398",
    baseURL: String = "https://graph.facebook.com", archiveURL: String? = nil,
    fields: [TemplateField] = [.id, .name]
) -> CloudAPI {
    CloudAPI(
        phoneNumberID: "106540352242922", businessAccountID: account,
        accessToken: .fixed(Secret(testToken)), transport: transport,
        configuration: .init(
            baseURL: baseURL, templateFields: fields, archiveURL: archiveURL, clock: RecordingClock()))
}

/// What a call gave, and what travelled for it.
struct Exchange<Value: Sendable>: Sendable {
    var result: Result<Value, WhatsAppError>
    var received: [ScriptedTransport.Received]

    var error: WhatsAppError? {
        guard case .failure(let error) = result else { return nil }
        return error
    }

    /// Method and path of the only request.
    var line: String {
        received.map { "\($0.request.method.rawValue) \($0.request.path ?? "")" }.joined(separator: " | ")
    }

    /// The body of the last request.
    var body: JSONValue? { received.last.flatMap { try? JSONValue(parsing: $0.body) } }
}

func trial<Value: Sendable>(
    _ answers: String..., status: Int = 200, account: BusinessAccountID? = "102290129340398",
    baseURL: String = "https://graph.facebook.com", archiveURL: String? = nil,
    _ call: (CloudAPI) async throws(WhatsAppError) -> Value
) async -> Exchange<Value> {
    let transport = ScriptedTransport(answers.map { .answer(status: status, body: $0) })
    let cloud = makeTemplateCloud(transport, account: account, baseURL: baseURL, archiveURL: archiveURL)
    let result: Result<Value, WhatsAppError>
    do {
        result = .success(try await call(cloud))
    } catch {
        result = .failure(error)
    }
    return Exchange(result: result, received: await transport.received)
}

func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
