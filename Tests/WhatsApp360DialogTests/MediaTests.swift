import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("Media of 360dialog")
struct MediaTests {
    private static let bytes = "hello"
    /// SHA-256 of "hello".
    private static let digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    private static let lookaside =
        "https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/?mid=1&ext=2&hash=3"

    private static func node(_ url: String = lookaside) -> ScriptedTransport.Step {
        .answer(
            status: 200,
            body:
                #"{"messaging_product":"whatsapp","url":"\#(url)","mime_type":"image/jpeg","sha256":"\#(digest)","file_size":5,"id":"900"}"#
        )
    }

    private func download(
        _ steps: ScriptedTransport.Step..., baseURL: String? = nil
    ) async -> (Result<DownloadedMedia, WhatsAppError>, [ScriptedTransport.Received]) {
        let transport = ScriptedTransport(steps)
        do throws(WhatsAppError) {
            let media = try await makeDialog(transport, baseURL: baseURL).downloadMedia("900", maximumBytes: 100)
            return (.success(media), await transport.received)
        } catch {
            return (.failure(error), await transport.received)
        }
    }

    @Test(
        "is fetched from 360dialog's host in the place of the platform's, with path and query as they are",
        arguments: [
            (nil, "waba-v2.360dialog.io", "/whatsapp_business/attachments/?mid=1&ext=2&hash=3"),
            (
                "https://waba-eu.360dialog.io", "waba-eu.360dialog.io",
                "/whatsapp_business/attachments/?mid=1&ext=2&hash=3"
            ),
            ("https://relay.example/d360", "relay.example", "/d360/whatsapp_business/attachments/?mid=1&ext=2&hash=3"),
        ])
    func rewritten(base: String?, authority: String, path: String) async throws {
        let (result, received) = await download(Self.node(), .answer(status: 200, body: Self.bytes), baseURL: base)
        #expect(try result.get().bytes == Array(Self.bytes.utf8))
        #expect(received.map(\.request.method) == [.get, .get])
        #expect(received[0].request.path?.hasSuffix("/900") == true)
        #expect(received[1].request.authority == authority && received[1].request.path == path)
        #expect(received.allSatisfy { $0.key == testKey && $0.request.headerFields[.authorization] == nil })
    }

    @Test(
        "is not fetched from any other address, and no key goes there",
        arguments: [
            "https://lookaside.fbsbx.com.evil.example/a", "https://evil.example/lookaside.fbsbx.com",
            "http://lookaside.fbsbx.com/a", "https://lookaside.fbsbx.com:8443/a", "https://user@lookaside.fbsbx.com/a",
            "https://scontent.fbcdn.net/a", "https://127.0.0.1/a", "https://[::1]/a", "https://169.254.169.254/a",
            "ftp://lookaside.fbsbx.com/a", "lookaside.fbsbx.com/a", "//lookaside.fbsbx.com/a",
            "https://lookaside.fbsbx.com\\\\@evil.example/a", "https://lookaside.fbsbx.com@evil.example/a",
            "https://sub.lookaside.fbsbx.com/a",
        ])
    func refused(url: String) async {
        let (result, received) = await download(Self.node(url), .answer(status: 200, body: Self.bytes))
        #expect(throws: WhatsAppError.self) { try result.get() }
        #expect(received.count == 1)
    }

    @Test(
        "is not fetched along a redirect that leads elsewhere, and never with the key",
        arguments: ["https://evil.example/a", "https://lookaside.fbsbx.com/a", "http://waba-v2.360dialog.io/a"])
    func redirects(location: String) async {
        let (result, received) = await download(
            Self.node(), .answer(status: 302, headers: [.location: location], body: ""),
            .answer(status: 200, body: Self.bytes))
        #expect(throws: WhatsAppError.self) { try result.get() }
        #expect(received.count == 2)
        let (_, own) = await download(
            Self.node(), .answer(status: 302, headers: [.location: "https://waba-v2.360dialog.io/a"], body: ""),
            .answer(status: 200, body: Self.bytes))
        #expect(own.count == 3 && own[2].key == nil)
    }

    @Test("is asked for again at most once, and refusals are not repeated")
    func failures() async throws {
        let gone = ScriptedTransport.Step.answer(status: 404, body: "")
        let (again, twice) = await download(Self.node(), gone, Self.node(), .answer(status: 200, body: Self.bytes))
        #expect(try again.get().bytes.count == 5 && twice.count == 4)
        let (_, four) = await download(Self.node(), gone, Self.node(), gone, Self.node(), gone)
        #expect(four.count == 4)
        for status in [400, 401, 403, 404, 429] {
            let (result, received) = await download(.answer(status: status, body: ""), Self.node())
            #expect(throws: WhatsAppError.self) { try result.get() }
            #expect(received.count == 1, "a refusal with \(status) is not repeated")
        }
        let (_, slow) = await download(Self.node(), .answer(status: 429, body: ""), Self.node())
        #expect(slow.count == 2)
    }

    @Test("says that an endpoint is blocked")
    func blocked() async {
        let (result, _) = await download(Self.node(), .answer(status: 403, body: "endpoint is blocked"))
        guard case .failure(let error) = result else { return #expect(Bool(false)) }
        #expect(error.code == .unsupported && error.capability == .downloadMedia)
    }

    @Test("is uploaded as a form and deleted by its id")
    func upload() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"id":"900"}"#), .answer(status: 200, body: #"{"success":true}"#),
            .answer(status: 200, body: ""),
        ])
        let dialog = makeDialog(transport)
        let id = try await dialog.uploadMedia(
            MediaUpload(Array("PNG".utf8), mimeType: "image/png", filename: "a.png"))
        #expect(id == "900")
        try await dialog.deleteMedia("900")
        try await dialog.deleteMedia("900")
        let received = await transport.received
        #expect(received.map(\.line) == ["POST /media", "DELETE /900", "DELETE /900"])
        #expect(received.allSatisfy { $0.key == testKey })
        let form = String(decoding: received[0].body, as: UTF8.self)
        #expect(form.contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"))
        #expect(form.contains("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n"))
    }

    @Test("for samples and profile pictures is uploaded by a session, whose id keeps its colon")
    func sessions() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"id":"upload:MTph?sig=A1"}"#), .answer(status: 200, body: #"{"h":"4::aW"}"#),
        ])
        let handle = try await makeDialog(transport).uploadSample(
            MediaUpload(Array("PNG".utf8), mimeType: "image/png", filename: "a.png"))
        #expect(handle == "4::aW")
        let lines = await transport.received.map(\.line)
        #expect(lines[0].hasPrefix("POST /app/uploads?") && lines[1] == "POST /upload:MTph?sig=A1")
        #expect(
            await transport.received.allSatisfy { $0.key == testKey && $0.request.headerFields[.authorization] == nil })
    }
}
