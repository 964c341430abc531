import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

@Suite("Files of simulated customers")
struct FileTests {
    private let customer = PhoneNumber(rawValue: "16505551234")

    @Test("arrive with an id by which their bytes are fetched, for five minutes at one address")
    func files() async throws {
        let account = await SimulatedAccount()
        let bytes = Array("not really a picture".utf8)
        await account.platform.customerSends(
            .init(.image, mimeType: "image/jpeg", bytes: bytes, caption: "Leak"), from: customer)
        await account.platform.deliverPending()
        let events = await account.received.deliveries.flatMap(\.events)
        guard case .message(let message)? = events.first, case .image(let image) = message.content else {
            Issue.record("no image arrived")
            return
        }
        #expect(image.caption == "Leak")
        let id = try #require(image.id)
        let media = try await account.cloud.downloadMedia(id)
        #expect(media.bytes == bytes && media.mimeType == "image/jpeg")

        let object = try await account.cloud.mediaObject(id)
        #expect(object.fileSize == bytes.count)
        func status(of url: String, token: String?) async throws -> Int {
            let path = try #require(url.firstRange(of: "/simulated-media/"))
            var request = HTTPRequest(
                method: .get, scheme: "https", authority: "graph.facebook.com", path: String(url[path.lowerBound...]))
            if let token { request.headerFields[.authorization] = "Bearer \(token)" }
            return try await account.platform.send(request, body: nil, options: TransportOptions()).0.status.code
        }
        let token = account.platform.configuration.accessToken.withText { $0 }
        #expect(try await status(of: object.url, token: token) == 200)
        #expect(try await status(of: object.url, token: nil) == 404)
        #expect(try await status(of: object.url + "x", token: token) == 404)
        account.clock.advance(by: 300)
        #expect(try await status(of: object.url, token: token) == 404)
        #expect(try await account.cloud.downloadMedia(id).bytes == bytes)
        await #expect(throws: WhatsAppError.self) { try await account.cloud.downloadMedia("77") }
    }

    @Test("stand beside taps on buttons, which quote the question")
    func taps() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerTaps("m", title: "Medium", on: "wamid.OUT1", from: customer)
        await account.platform.deliverPending()
        let events = await account.received.deliveries.flatMap(\.events)
        guard case .message(let message)? = events.first, case .buttonReply(let reply) = message.content else {
            Issue.record("no answer arrived")
            return
        }
        #expect(reply.id == "m" && reply.title == "Medium" && message.context?.messageID == "wamid.OUT1")
    }
}
