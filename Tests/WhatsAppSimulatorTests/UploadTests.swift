import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

@Suite("Uploads to the simulated platform")
struct UploadTests {
    private let media = "106540352242922/media"

    private func form(_ parts: [(head: String, body: [UInt8])], boundary: String = "xyz") -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.body + Array("\r\n".utf8)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    private func upload(
        _ account: SimulatedAccount, _ bytes: [UInt8], type: String, stated: String? = nil
    ) async throws -> (status: Int, json: JSONValue) {
        let body = form([
            ("Content-Disposition: form-data; name=\"messaging_product\"", Array("whatsapp".utf8)),
            ("Content-Disposition: form-data; name=\"type\"", Array((stated ?? type).utf8)),
            (
                "Content-Disposition: form-data; name=\"file\"; filename=\"a; \\\"b\\\".bin\"\r\nContent-Type: \(type)",
                bytes
            ),
        ])
        return try await account.call(
            .post, media, bytes: body, headers: ["Content-Type": "multipart/form-data; boundary=xyz"])
    }

    @Test("keep bytes whatever they are")
    func bytes() async throws {
        let account = await SimulatedAccount()
        let bytes = Array("\r\n--xy\r\n\r\n--".utf8) + (0...255).map { UInt8($0) }
        let answer = try await upload(account, bytes, type: "image/png")
        let id = MediaID(try #require(answer.json["id"]?.string))
        let media = try await account.cloud.downloadMedia(id)
        #expect(media.bytes == bytes && media.mimeType == "image/png")
        #expect(try await account.call(.delete, "\(id.rawValue)?phone_number_id=1").status == 400)
        #expect(try await account.call(.delete, id.rawValue).status == 200)
        #expect(try await account.refusal(.get, id.rawValue) == [100, 33])
    }

    @Test("live 30 days, and customers' files 7")
    func lifetime() async throws {
        let account = await SimulatedAccount()
        let uploaded = try #require(try await upload(account, [1], type: "image/png").json["id"]?.string)
        await account.platform.customerSends(
            .init(.image, mimeType: "image/png", bytes: [1]), from: SimulatedAccount.ana)
        await account.platform.deliverPending()
        guard case .image(let image)? = await account.received.messages.first?.content, let sent = image.id else {
            Issue.record("no image arrived")
            return
        }
        account.clock.advance(by: 7 * 86_400 - 1)
        #expect(try await account.call(.get, sent.rawValue).status == 200)
        account.clock.advance(by: 1)
        #expect(try await account.refusal(.get, sent.rawValue) == [100, 33])
        account.clock.advance(by: 23 * 86_400 - 1)
        #expect(try await account.call(.get, uploaded).status == 200)
        account.clock.advance(by: 1)
        #expect(try await account.refusal(.get, uploaded) == [100, 33])
    }

    @Test(
        "are refused by type and size",
        arguments: [
            ("application/zip", nil, 10, 100), ("image/png", "image/jpeg", 10, 100), ("image/png", nil, 0, 100),
            ("image/png", nil, 5 * 1024 * 1024, 0), ("image/png", nil, 5 * 1024 * 1024 + 1, 131_053),
            ("image/webp", nil, 500 * 1024 + 1, 131_053), ("audio/ogg; codecs=opus", nil, 10, 0),
        ] as [(String, String?, Int, Int)])
    func refusals(type: String, stated: String?, size: Int, code: Int) async throws {
        let account = await SimulatedAccount()
        let answer = try await upload(account, [UInt8](repeating: 7, count: size), type: type, stated: stated)
        #expect(answer.json["error"]?["code"]?.integer ?? 0 == code)
        #expect((answer.status == 200) == (code == 0))
    }

    @Test(
        "are refused where the form is broken",
        arguments: [
            "", "--xyz", "--xyz\r\n", "--xyz--", "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc",
            "--xyz\r\n\r\n\r\nabc\r\n--xyz--", "--xyz\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--xyz--",
            "--xyz\r\nContent-Disposition: form-data; name=\"file\r\n\r\nabc\r\n--xyz--",
        ])
    func brokenForms(body: String) async throws {
        let account = await SimulatedAccount()
        let answer = try await account.call(
            .post, media, bytes: Array(body.utf8), headers: ["Content-Type": "multipart/form-data; boundary=xyz"])
        #expect(answer.json["error"]?["code"]?.integer == 100)
    }

    @Test("in parts go on where they broke")
    func resumable() async throws {
        let account = await SimulatedAccount()
        let app = account.platform.configuration.appID
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let opened = try await account.call(.post, "app/uploads?file_length=1000&file_type=image/jpeg&file_name=a.jpg")
        let id = try #require(opened.json["id"]?.string)
        #expect(id.hasPrefix("upload:") && id.contains("?sig="))
        await account.platform.injectFault(.uploadBroken(afterBytes: 400), path: "upload:")
        await #expect(throws: TransportError.self) {
            try await account.call(.post, id, bytes: bytes, headers: ["file_offset": "0"])
        }
        #expect(try await account.call(.get, id).json["file_offset"]?.integer == 400)
        #expect(try await account.call(.post, id, bytes: bytes, headers: ["file_offset": "0"]).status == 400)
        #expect(try await account.call(.post, id, bytes: bytes).status == 400)
        let rest = try await account.call(
            .post, id, bytes: Array(bytes[400...]), headers: ["file_offset": "400"])
        let handle = try #require(rest.json["h"]?.string)
        #expect(try await account.refusal(.get, String(id.prefix { $0 != "?" }) + "?sig=wrong") == [100, 33])
        #expect(try await account.refusal(.post, "\(app)/uploads?file_length=10&file_type=text/plain") == [100])
        #expect(try await account.refusal(.post, "\(app)/uploads?file_length=0&file_type=image/png") == [100])

        let profile = try await account.call(
            .post, "106540352242922/whatsapp_business_profile",
            ["messaging_product": "whatsapp", "profile_picture_handle": .string(handle)])
        #expect(profile.status == 200)
        let picture = try await account.call(
            .get, "106540352242922/whatsapp_business_profile?fields=profile_picture_url")
        #expect(picture.json["data"]?[0]?["profile_picture_url"]?.string != nil)
    }

    @Test("and the profile keeps its limits")
    func profile() async throws {
        let account = await SimulatedAccount()
        let edge = "106540352242922/whatsapp_business_profile"
        func code(_ key: String, _ value: JSONValue) async throws -> Int? {
            var body: JSONObject = ["messaging_product": "whatsapp"]
            body[key] = value
            return try await account.refusal(.post, edge, .object(body)).first
        }
        #expect(try await code("websites", ["https://shop.example"]) == nil)
        #expect(try await code("vertical", "RETAIL") == nil)
        #expect(try await code("address", "1 Main St") == nil)
        #expect(try await code("address", "") == nil)
        let profile = try await account.call(.get, edge).json["data"]?[0]
        #expect(profile?["websites"] == ["https://shop.example"] && profile?["vertical"]?.string == "RETAIL")
        #expect(profile?["address"] == nil)
        func text(_ count: Int) -> JSONValue { .string(String(repeating: "x", count: count)) }
        #expect(try await code("about", text(139)) == nil)
        #expect(try await code("about", text(140)) == 100)
        #expect(try await code("about", "") == 100)
        #expect(try await code("address", text(256)) == nil)
        #expect(try await code("address", text(257)) == 100)
        #expect(try await code("description", text(512)) == nil)
        #expect(try await code("description", text(513)) == 100)
        #expect(try await code("email", "a@b.example") == nil)
        #expect(try await code("email", "nobody") == 100)
        #expect(try await code("vertical", "") == 100)
        #expect(try await code("websites", ["shop.example"]) == 100)
        #expect(try await code("websites", ["https://a", "https://b", "https://c"]) == 100)
        #expect(try await code("profile_picture_handle", "4::nothing") == 100)
        #expect(try await code("colour", "red") == 100)
        let fields = try await account.call(.get, edge + "?fields=about").json["data"]?[0]?.object
        #expect(fields?.keys.sorted() == ["about", "messaging_product"])
    }
}
