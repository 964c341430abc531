import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("Every provider, receiving,")
struct ReceivingConformance {
    @Test("tells the same message with the same sender, time and words", arguments: Subject.all)
    func text(subject: Subject) async throws {
        let scene = await Scene(subject)
        let id = await scene.platform.customerSends("Is the shop open? é \u{1F44D}\n", from: Scene.ana, name: "Ana")
        let message = try #require(try await scene.events().messages.first)
        guard case .text(let text) = message.content else {
            Issue.record("\(message.content)")
            return
        }
        #expect(text.body == "Is the shop open? é \u{1F44D}\n")
        #expect(message.id == id)
        #expect(message.timestamp == scene.clock.now)
        #expect(message.sender.map { scene.isAna($0) } == true)
        #expect(!message.raw.bytes.isEmpty)
    }

    @Test("fetches a file that a customer sent, where it can", arguments: Subject.all)
    func file(subject: Subject) async throws {
        let scene = await Scene(subject)
        let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        await scene.platform.customerSends(
            .init(.image, mimeType: "image/jpeg", bytes: bytes, caption: "This one"), from: Scene.ana)
        let message = try #require(try await scene.events().messages.first)
        guard case .image(let image) = message.content else {
            Issue.record("\(message.content)")
            return
        }
        #expect(image.caption == "This one")
        guard scene.provider.capabilities.contains(.downloadMedia), let id = image.id else { return }
        #expect(try await scene.provider.downloadMedia(id).bytes == bytes)
        let error = await scene.failure { try await $0.downloadMedia(id, maximumBytes: 69_999) }
        #expect(error?.outcome == .refused)
    }

    /// What a customer can send beside texts and files.
    static let contents: [CustomerContent] = [
        .location(latitude: 38.7, longitude: -9.1, name: "Home", address: "1 Main St"),
        .contacts([["name": ["formatted_name": "Ada L", "first_name": "Ada"], "phones": [["phone": "+15550783881"]]]]),
        .reaction("👍", to: "wamid.x"), .requestWelcome, .unsupported(),
        .order(catalogID: "55", items: [.init(productID: "sku1", quantity: 2, price: "7.99", currency: "USD")]),
        .text("Hi").replying(to: "wamid.y", of: Scene.ana), .other("hologram", ["depth": 3]),
    ]

    @Test(
        "loses no kind of message: each arrives with its bytes, and as its kind where the provider tells it",
        arguments: Subject.all)
    func kinds(subject: Subject) async throws {
        for (index, content) in Self.contents.enumerated() {
            let scene = await Scene(subject)
            let reference = await Scene(.cloudAPI)
            let id = await scene.platform.customerSends(content, from: Scene.ana)
            await reference.platform.customerSends(content, from: Scene.ana)
            let message = try #require(try await scene.events().messages.first, "content \(index)")
            let expected = try #require(try await reference.events().messages.first)
            #expect(message.id == id, "content \(index)")
            #expect(message.sender.map { scene.isAna($0) } == true, "content \(index)")
            #expect(!message.raw.bytes.isEmpty, "content \(index)")
            // A provider may tell less; what it tells is not another kind.
            if message.content.isRecognized, expected.content.isRecognized {
                #expect(message.type == expected.type, "content \(index)")
            }
        }
    }

    @Test("tells many messages in their order", arguments: Subject.all)
    func batch(subject: Subject) async throws {
        let scene = await Scene(subject)
        var ids: [MessageID] = []
        for number in 0..<20 { ids.append(await scene.platform.customerSends("Nº \(number)", from: Scene.ana)) }
        #expect(try await scene.events().messages.map(\.id) == ids)
    }

    @Test("tells which option was tapped", arguments: Subject.all)
    func taps(subject: Subject) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        guard scene.provider.capabilities.contains(.sendInteractive) else { return }
        let sizes: Choices = ["S", "M", "L"]
        try await scene.provider.send(.choices("Which size?", sizes), to: Scene.recipient)
        await scene.platform.customerTaps(try #require(sizes.id(at: 1)), from: Scene.ana)
        let answer = try #require(try await scene.events().messages.first)
        #expect(sizes.choice(in: answer) == Choice(index: 1, value: "M"))
    }

    @Test("answers to where a message came from, quoting it", arguments: Subject.all)
    func reply(subject: Subject) async throws {
        let scene = await Scene(subject)
        let id = await scene.platform.customerSends("Hello", from: Scene.ana)
        let message = try #require(try await scene.events().messages.first)
        let canQuote = scene.provider.capabilities.contains(.reply)
        try await message.reply(.text("Hi"), through: scene.provider, quoting: canQuote)
        let shown = try #require(await scene.phone().last)
        #expect(shown.text == "Hi")
        #expect(shown.replyTo == (canQuote ? id : nil))
    }

    @Test("marks as read, where it can", arguments: Subject.all)
    func readMark(subject: Subject) async throws {
        let scene = await Scene(subject)
        let id = await scene.platform.customerSends("Hello", from: Scene.ana)
        guard scene.provider.capabilities.contains(.markAsRead) else { return }
        try await scene.provider.markAsRead(id)
        #expect(await scene.platform.isMarkedAsRead(id))
    }

    @Test("throws for what is not JSON, and tells what it does not know", arguments: Subject.all)
    func hostile(subject: Subject) async throws {
        let scene = await Scene(subject)
        for body in ["", "{", "<html>", "\u{0}", "{\"a\":\"\u{1}\"}"] {
            #expect(throws: WebhookError.self) { try scene.provider.decode(Array(body.utf8)) }
        }
        for body in ["{}", "[]", "null", "7", "{\"news\":[1,2]}"] {
            let delivery = try? scene.provider.decode(Array(body.utf8))
            #expect(delivery?.events.allSatisfy { if case .message = $0 { false } else { true } } != false)
        }
    }
}

extension Scene {
    /// Whether a sender is the customer.
    func isAna(_ sender: Recipient) -> Bool {
        sender.phoneNumber?.matchingKey == Self.ana.matchingKey
    }
}
