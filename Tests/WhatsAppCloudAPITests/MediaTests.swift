import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API fetches media")
struct MediaTests {
    private static let bytes = "hello"
    /// SHA-256 of "hello".
    private static let digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    private static let base64 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
    private static let host = "https://lookaside.fbsbx.com"

    private static func node(
        url: String = host + "/a?b=c", size: String = "\"5\"", sha256: String = digest
    ) -> ScriptedTransport.Step {
        .answer(
            status: 200,
            body:
                #"{"messaging_product":"whatsapp","url":"\#(url)","mime_type":"image/jpeg","sha256":"\#(sha256)","file_size":\#(size),"id":"900"}"#
        )
    }

    private func download(
        _ steps: ScriptedTransport.Step..., maximumBytes: Int = 100,
        baseURL: String = "https://graph.facebook.com"
    ) async -> (Result<DownloadedMedia, WhatsAppError>, [ScriptedTransport.Received]) {
        let transport = ScriptedTransport(steps)
        let cloud = makeCloud(transport, baseURL: baseURL)
        do throws(WhatsAppError) {
            let media = try await cloud.downloadMedia("900", maximumBytes: maximumBytes)
            return (.success(media), await transport.received)
        } catch {
            return (.failure(error), await transport.received)
        }
    }

    @Test("with its address asked for first, and the token at both")
    func download() async throws {
        let (result, received) = await download(Self.node(), .answer(status: 200, body: Self.bytes))
        let media = try result.get()
        #expect(media.bytes == Array(Self.bytes.utf8))
        #expect(
            media.mimeType == "image/jpeg" && media.object.fileSize == 5 && media.object.id == "900")
        #expect(
            received.map(\.request.path) == ["/v25.0/900?phone_number_id=106540352242922", "/a?b=c"])
        #expect(received.map(\.request.authority) == ["graph.facebook.com", "lookaside.fbsbx.com"])
        #expect(
            received.allSatisfy { $0.request.headerFields[.authorization] == "Bearer \(testToken)" })
        #expect(!"\(media) \(media.object)".contains("lookaside"))
    }

    @Test(
        "with size and hash in every spelling",
        arguments: [("5", digest), ("\"5\"", digest.uppercased()), ("null", base64), ("5", "")])
    func spellings(size: String, sha256: String) async throws {
        let (result, _) = await download(
            Self.node(size: size, sha256: sha256), .answer(status: 200, body: Self.bytes))
        #expect(try result.get().bytes.count == 5)
    }

    @Test(
        "and refuses bytes that are not those that the platform describes",
        arguments: ["hello!", "hell", "hellO", ""])
    func wrongBytes(body: String) async {
        let (result, _) = await download(Self.node(), .answer(status: 200, body: body))
        #expect(throws: WhatsAppError.self) { try result.get() }
        guard case .failure(let error) = result else { return }
        #expect(error.code == .decoding)
    }

    @Test("whose first bytes look like an error of the platform")
    func misleading() async throws {
        let body = #"{"error":{"message":"no error","code":190}}"#
        let (result, _) = await download(
            Self.node(size: "\(body.utf8.count)", sha256: ""), .answer(status: 200, body: body))
        #expect(try result.get().bytes == Array(body.utf8))
    }

    @Test("again where the address has expired, once")
    func expired() async throws {
        let gone = ScriptedTransport.Step.answer(status: 404, body: "")
        let (result, received) = await download(
            Self.node(), gone, Self.node(), .answer(status: 200, body: Self.bytes))
        #expect(try result.get().bytes.count == 5)
        #expect(received.count == 4)
        let (failure, requests) = await download(Self.node(), gone, Self.node(), gone, Self.node())
        guard case .failure(let error) = failure else {
            Issue.record("it succeeded")
            return
        }
        #expect(error.response?.status == .notFound && requests.count == 4)
    }

    @Test(
        "from no host that is not the platform's: such an address never gets the token",
        arguments: [
            "https://evil.example/a", "http://lookaside.fbsbx.com/a",
            "https://lookaside.fbsbx.com.evil.example/a",
            "https://evilfbsbx.com/a", "https://lookaside.fbsbx.com@evil.example/a", "file:///etc/passwd",
            "https://127.0.0.1/a", "//evil.example/a", "evil", "",
            "https://evil.example\\@lookaside.fbsbx.com/a",
            "https://lookaside.fbsbx.com:8443/a", "https://look aside.fbsbx.com/",
            "ftp://lookaside.fbsbx.com/a",
        ])
    func hostile(url: String) async {
        let (result, received) = await download(
            Self.node(url: url.replacing("\\", with: "\\\\")), .answer(status: 200, body: Self.bytes))
        #expect(throws: WhatsAppError.self) { try result.get() }
        #expect(received.count == 1)
    }

    @Test("along redirects to the platform's own hosts, without the token")
    func redirects() async throws {
        func redirect(_ location: String) -> ScriptedTransport.Step {
            .answer(status: 302, headers: [.location: location], body: "")
        }
        let (result, received) = await download(
            Self.node(), redirect("https://scontent.fbcdn.net/x"), .answer(status: 200, body: Self.bytes))
        #expect(try result.get().bytes.count == 5)
        #expect(received.map { $0.request.headerFields[.authorization] != nil } == [true, true, false])
        for location in ["https://evil.example/x", "http://scontent.fbcdn.net/x", "/relative", ""] {
            let (refused, requests) = await download(
                Self.node(), redirect(location), .answer(status: 200, body: Self.bytes))
            #expect(throws: WhatsAppError.self) { try refused.get() }
            #expect(requests.count == 2)
        }
        let round = redirect(Self.host + "/a")
        let (endless, requests) = await download(
            Self.node(), round, round, round, round, round, round, round)
        #expect(throws: WhatsAppError.self) { try endless.get() }
        #expect(requests.count == 5)
    }

    @Test("up to a size: what is known to be larger is not asked for")
    func size() async {
        let (known, first) = await download(
            Self.node(), .answer(status: 200, body: Self.bytes), maximumBytes: 4)
        #expect(throws: WhatsAppError.self) { try known.get() }
        #expect(first.count == 1)
        let (unknown, second) = await download(
            Self.node(size: "null"), .answer(status: 200, body: Self.bytes), maximumBytes: 4)
        #expect(throws: WhatsAppError.self) { try unknown.get() }
        #expect(second.last?.options.responseBody == .streamed(upTo: 4))
    }

    @Test("from the address of the provider itself, as simulators give it")
    func ownAddress() async throws {
        let (result, _) = await download(
            Self.node(url: "http://127.0.0.1:8080/media/900"), .answer(status: 200, body: Self.bytes),
            baseURL: "http://127.0.0.1:8080")
        #expect(try result.get().bytes.count == 5)
    }

    @Test("of well-formed ids only", arguments: ["", "../me", "9 0", "900?x", "900/x", "９００"])
    func ids(id: String) async {
        let transport = ScriptedTransport([Self.node()])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).downloadMedia(MediaID(id))
        }
        #expect(error?.code == .invalid)
        #expect(await transport.received.isEmpty)
    }

    @Test(
        "and says so where the answer names no address",
        arguments: ["{}", "[]", "", #"{"url":""}"#, #"{"url":7}"#])
    func noAddress(body: String) async {
        let (result, _) = await download(.answer(status: 200, body: body))
        guard case .failure(let error) = result else {
            Issue.record("it succeeded")
            return
        }
        #expect(error.code == .decoding)
    }
}
