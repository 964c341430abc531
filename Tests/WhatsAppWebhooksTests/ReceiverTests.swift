import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

@Suite("The receiver")
struct ReceiverTests {
    private static let secret: Secret = "s3cr3t-app-key"
    private let receiver = WebhookReceiver(appSecrets: [secret], verifyToken: "my-token")
    private static let body = Array(
        #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"id":"m","from":"16505551234","timestamp":"1760000000","type":"text","text":{"body":"hi"}}]}}]}]}"#
            .utf8)

    private func post(_ body: [UInt8], signedWith secret: Secret? = secret) -> WebhookRequest {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let secret { headers[.hubSignature256] = SignatureSigner(secret: secret).signature(for: body) }
        return WebhookRequest(method: .post, path: "/hook", headers: headers, body: body)
    }

    @Test("verifies and decodes")
    func accepted() throws {
        let delivery = try receiver.receive(post(Self.body))
        #expect(delivery.events.count == 1)
        #expect(delivery.problems.isEmpty)
        #expect(delivery.match.secretIndex == 0)
        let (response, answered) = receiver.respond(to: post(Self.body))
        #expect(response.status == .ok)
        #expect(answered == delivery)
    }

    @Test("says which of several secrets a delivery was made with")
    func matchedSecret() throws {
        let rotating = WebhookReceiver(appSecrets: ["new", "", Self.secret], verifyToken: nil)
        #expect(try rotating.receive(post(Self.body)).match.secretIndex == 2)
        #expect(try rotating.receive(post(Self.body, signedWith: "new")).match.secretIndex == 0)
    }

    @Test("refuses what is not signed, or signed by others, without decoding it")
    func unsigned() {
        for (request, code) in [
            (post(Self.body, signedWith: nil), WebhookError.Code.missingSignature),
            (post(Self.body, signedWith: "other"), .signatureMismatch),
            (post(Array("not JSON".utf8), signedWith: "other"), .signatureMismatch),
        ] {
            let error = #expect(throws: WebhookError.self) { try receiver.receive(request) }
            #expect(error?.code == code)
            let (response, delivery) = receiver.respond(to: request)
            #expect(response.status == .unauthorized)
            #expect(delivery == nil)
        }
    }

    @Test(
        "answers 200 to anything that is signed, and keeps its bytes",
        arguments: [
            "not JSON", "", "{", "[]", "\"text\"", "{\"object\":\"page\"}", "{\"entry\":7}", "\u{0}", "\u{FEFF}",
        ])
    func signedNonsense(text: String) throws {
        let body = Array(text.utf8)
        let (response, delivery) = receiver.respond(to: post(body))
        #expect(response.status == .ok)
        #expect(delivery?.events.isEmpty == true)
        let problem = try #require(delivery?.problems.first)
        #expect(delivery?.problems.count == 1)
        if problem.raw == nil || problem.path.isEmpty { #expect(problem.bytes == body) }
        #expect(throws: Never.self) { try receiver.receive(post(body)) }
    }

    @Test("answers 200 to a signed body that is nested too deeply")
    func signedAbyss() {
        let body = Array(String(repeating: "[", count: 100_000).utf8)
        let (response, delivery) = receiver.respond(to: post(body))
        #expect(response.status == .ok)
        #expect(delivery?.problems.map(\.code) == [.undecodable])
        #expect(delivery?.problems.first?.bytes == body)
    }

    @Test("refuses what is too large before it is verified")
    func tooLarge() {
        let small = WebhookReceiver(appSecrets: [Self.secret], verifyToken: nil, limits: .init(maximumBytes: 100))
        for request in [post(Self.body), post(Self.body, signedWith: nil)] {
            let (response, delivery) = small.respond(to: request)
            #expect(response.status == .contentTooLarge)
            #expect(delivery == nil)
        }
        let standard = DecodingLimits.default.maximumBytes
        #expect(standard == 3 * 1024 * 1024)
        #expect(receiver.respond(to: post(Array(repeating: 0x20, count: standard + 1))).response.status.code == 413)
        #expect(receiver.respond(to: post(Array(repeating: 0x20, count: standard))).response.status.code == 200)
    }

    @Test("answers 500 while it has no secret, so that the platform repeats the delivery")
    func noSecret() {
        let bare = WebhookReceiver(appSecrets: [], verifyToken: nil)
        #expect(bare.respond(to: post(Self.body)).response.status.code == 500)
        #expect(bare.respond(to: post(Self.body)).delivery == nil)
    }

    @Test("answers handshakes, with the query where the request line has it")
    func handshake() {
        let query = "hub.mode=subscribe&hub.challenge=42&hub.verify_token=my-token"
        for path in ["/hook?\(query)", "?\(query)", "/?\(query)#fragment", "https://example.com/hook?\(query)"] {
            let (response, delivery) = receiver.respond(to: WebhookRequest(method: .get, path: path))
            #expect(response.status == .ok)
            #expect(response.body == Array("42".utf8))
            #expect(delivery == nil)
        }
        #expect(receiver.respond(to: WebhookRequest(method: .get, path: "/hook")).response.status.code == 400)
        let request = HTTPRequest(method: .get, scheme: "https", authority: "example.com", path: "/hook?\(query)")
        #expect(receiver.respond(to: WebhookRequest(request)).response.status == .ok)
    }

    @Test("answers 405 to other methods", arguments: [HTTPRequest.Method.put, .delete, .head, .options, .patch])
    func otherMethods(method: HTTPRequest.Method) {
        let (response, delivery) = receiver.respond(to: WebhookRequest(method: method, body: Self.body))
        #expect(response.status.code == 405)
        #expect(response.headers[.allow] == "GET, POST")
        #expect(delivery == nil)
    }

    @Test("shows no body, header or query when a request is printed")
    func masking() {
        var request = post(Self.body)
        request.path = "/hook?hub.verify_token=my-token"
        var dumped = ""
        dump(request, to: &dumped)
        dump(receiver, to: &dumped)
        for text in [dumped, "\(request)", String(reflecting: request)] {
            #expect(!text.contains("my-token") && !text.contains("sha256=") && !text.contains("s3cr3t"))
        }
    }
}
