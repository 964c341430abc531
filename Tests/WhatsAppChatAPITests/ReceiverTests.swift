import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI
import WhatsAppWebhooks

@Suite("Chat API's receiver")
struct ReceiverTests {
    private static let body = Array(
        #"{"instanceId":"VID1","messages":[{"id":"wamid.1","body":"Hi","type":"chat","author":"12020721369@c.us","time":1}]}"#
            .utf8)

    private func receiver(_ secret: ChatAPI.WebhookSecret?, instanceID: String? = nil) -> WebhookReceiver {
        makeChat(ScriptedTransport([]), webhookSecret: secret) { $0.instanceID = instanceID }.webhooks
    }

    private static let secret: Secret = "s3cret word/+"

    @Test(
        "takes what holds the secret in the address",
        arguments: ["/hook?key=s3cret%20word%2F%2B", "/hook?a=1&key=s3cret+word/%2B&b", "/hook?key=other-one"])
    func query(path: String) throws {
        let receiver = receiver(.query("key", Self.secret, "other-one"))
        let received = try receiver.receive(WebhookRequest(method: .post, path: path, body: Self.body))
        #expect(received.events.count == 1)
        #expect(received.match.secretIndex == (path.contains("other") ? 1 : 0))
    }

    @Test(
        "takes what holds the secret at the end of the path",
        arguments: ["/hook/s3cret%20word%2F+", "/hook/s3cret%20word%2F%2B/", "/hook/s3cret%20word%2F+?x=1"])
    func path(path: String) throws {
        let receiver = receiver(.path(Self.secret))
        let received = try receiver.receive(WebhookRequest(method: .post, path: path, body: Self.body))
        #expect(received.events.count == 1)
    }

    @Test("takes what holds the secret in a header field") func header() throws {
        let receiver = receiver(.header(.authorization, Self.secret))
        let request = WebhookRequest(
            method: .post, path: "/hook", headers: [.authorization: "s3cret word/+"], body: Self.body)
        #expect(try receiver.receive(request).events.count == 1)
        #expect(throws: WebhookError.self) {
            try receiver.receive(WebhookRequest(method: .post, path: "/hook?key=s3cret", body: Self.body))
        }
    }

    @Test(
        "refuses the rest with 401",
        arguments: [
            ("/hook", WebhookError.Code.missingSignature), ("/hook?key=", .missingSignature),
            ("/hook?key=s3cret", .signatureMismatch), ("/hook?key=%zz", .malformedSignature),
            ("/hook?Key=s3cret%20word%2F%2B", .missingSignature),
        ])
    func refusals(path: String, code: WebhookError.Code) {
        let receiver = receiver(.query("key", Self.secret))
        let request = WebhookRequest(method: .post, path: path, body: Self.body)
        let (response, delivery) = receiver.respond(to: request)
        #expect(response.status == .unauthorized)
        #expect(delivery == nil)
        let error = #expect(throws: WebhookError.self) { try receiver.receive(request) }
        #expect(error?.code == code)
        #expect(!"\(response) \(receiver)".contains("s3cret"))
    }

    @Test(
        "refuses everything where there is no secret", arguments: [nil, .query("key", "")] as [ChatAPI.WebhookSecret?])
    func noSecret(secret: ChatAPI.WebhookSecret?) {
        let request = WebhookRequest(method: .post, path: "/hook?key=", body: Self.body)
        #expect(receiver(secret).respond(to: request).response.status.code == 500)
    }

    @Test("answers 200 to what is no JSON, and hands its bytes on") func undecodable() throws {
        let receiver = receiver(.query("key", Self.secret))
        let (response, delivery) = receiver.respond(
            to: WebhookRequest(
                method: .post, path: "/?key=s3cret%20word%2F%2B", body: Array("<html>".utf8)))
        #expect(response.status == .ok)
        #expect(delivery?.problems.map(\.bytes) == [Array("<html>".utf8)])
    }

    @Test(
        "makes a problem of another channel's delivery",
        arguments: [("VID1", 1), ("VID2", 0), ("instanceVID1", 1)])
    func instances(expected: String, events: Int) throws {
        let receiver = receiver(.path(Self.secret), instanceID: expected)
        let received = try receiver.receive(
            WebhookRequest(method: .post, path: "/s3cret%20word%2F+", body: Self.body))
        #expect(received.events.count == events)
        #expect(received.problems.map(\.path) == (events == 1 ? [] : ["instanceId"]))
        #expect(received.problems.allSatisfy { $0.bytes == Self.body })
    }

    @Test("has no handshake") func handshake() {
        let request = WebhookRequest(
            method: .get, path: "/?hub.mode=subscribe&hub.verify_token=a&hub.challenge=1")
        #expect(receiver(.path(Self.secret)).respond(to: request).response.status == .forbidden)
    }

    @Test("accepts another vendor on the same address") func alternatives() throws {
        let either = AlternativeVerifier(
            SignatureVerifier(secrets: ["app"]), AddressSecretVerifier(secrets: ["word"], place: .query("key")))
        let match = try either.verify(WebhookRequest(method: .post, path: "/?key=word", body: Self.body))
        #expect(match.secretIndex == 1)
        #expect(throws: WebhookError.self) { try either.verify(Self.body, headers: [:]) }
    }
}
