import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("Chat API sends")
struct SendingTests {
    static let number: Recipient = "+15550001111"
    static let shop = InteractiveHeader.image(.link("https://example.com/a.jpg"))

    static let messages: [String: (message: Message, recipient: Recipient)] = [
        "text": (.text("Hi"), number),
        "text-reply": (.text("Yes, in blue too.", replyingTo: "wamid.IN1"), "+55 11 98765-4321"),
        "text-user-id": (.text("Hi"), .user("US.13491208655302741918")),
        "text-group": (.text("Hi"), .group("120363012345678901")),
        "image-link": (.image(.link("https://cdn.example.com/p/front.jpg?v=2"), caption: "Front"), number),
        "image-link-without-name": (.image(.link("https://cdn.example.com/i?id=7")), number),
        "video-id": (.video(.id("1037543291543636"), caption: "Tour"), number),
        "voice": (.voice(.id("1037543291543637")), number),
        "document": (
            .document(.link("https://example.com/may.pdf", filename: "May 2026.pdf"), caption: "Your bill"), number
        ),
        "sticker": (.sticker(.link("https://example.com/hi.webp")), number),
        "location": (
            .location(latitude: -23.5613, longitude: -46.6565, name: "Shop", address: "Av. Paulista 1000"), number
        ),
        "contact": (
            .contacts([
                Contact(
                    name: .init(formattedName: "Ana Souza", firstName: "Ana"),
                    phones: [.init(number: "+5511987654321", type: "CELL")])
            ]), number
        ),
        "reaction": (.reaction("👍", to: "wamid.IN1"), number),
        "buttons": (
            Message(
                content: .buttons(
                    .init(
                        header: shop, body: "Keep it?", footer: "Shop",
                        buttons: [.reply(id: "keep", title: "Keep"), .reply(id: "drop", title: "Cancel")]))), number
        ),
        "list": (
            Message(
                content: .list(
                    .init(
                        header: "Sizes", body: "Which one?", footer: "Shop", button: "Choose",
                        sections: [
                            ListSection(
                                title: "Shirts",
                                rows: [.row(id: "s", title: "S", description: "small"), .row(id: "m", title: "M")])
                        ]))), number
        ),
        "link": (
            Message(
                content: .link(
                    .init(
                        body: "Track your parcel", footer: "Shop",
                        button: .init(title: "Track", url: "https://example.com/t/1")))), number
        ),
        "location-request": (Message(content: .locationRequest(.init(body: "Where are you?"))), number),
        "address-request": (
            Message(content: .addressRequest(.init(body: "Where to?", values: [.name: "Ana"]))), number
        ),
        "flow": (
            Message(
                content: .flow(
                    .init(
                        body: "Book a time", flow: .id("8800"), callToAction: "Book",
                        start: .navigate(screen: "DATES")))), number
        ),
        "product": (
            Message(
                content: .product(.init(body: "This one", product: .init(catalogID: "77", retailerID: "sku-1")))),
            number
        ),
        "products": (
            Message(
                content: .products(
                    .init(
                        header: "New", body: "Look", catalogID: "77",
                        sections: [.init(title: "Shoes", products: ["sku-1", "sku-2"])]))), number
        ),
        "carousel": (
            Message(content: .carousel(.init(body: "Two rooms", cards: .media([card(1, "One"), card(2, "Two")])))),
            number
        ),
        "template": (
            .template(
                TemplateMessage(
                    name: "order_update", language: "pt_BR",
                    components: [.body([.text("Ana"), .text("1234")]), .button(.url("n3mt"), at: 1)])),
            "+5511987654321"
        ),
        "template-plain": (.template("hello_world", language: "en_US"), number),
    ]

    static func card(_ place: Int, _ body: String) -> CarouselCard {
        CarouselCard(
            header: .image(.link("https://example.com/\(place).jpg")), body: body,
            action: .link(.init(title: "See", url: "https://example.com/\(place)")))
    }

    @Test("exactly the reference bodies, by the kind's own method", arguments: Fixture.all(in: "send"))
    func bodies(fixture: Fixture) async throws {
        let (message, recipient) = try #require(Self.messages[fixture.name])
        let expected = try JSONValue(parsing: fixture.bytes)
        let transport = ScriptedTransport(body: acceptedAnswer)
        let sent = try await makeChat(transport).send(message, to: recipient)
        let received = try #require(await transport.received.first)
        #expect(try JSONValue(parsing: received.body) == expected["body"])
        let method = try #require(expected["method"]?.string)
        #expect(received.request.method == .post)
        #expect(received.request.authority == "eu115.chat-api.com")
        #expect(received.request.path == "/instance123456/\(method)?token=\(encodedToken)")
        #expect(received.request.headerFields[.contentType] == "application/json")
        #expect(received.request.headerFields[.authorization] == nil)
        #expect(sent.id == "wamid.OUT1")
        #expect(sent.state == .accepted && !sent.isQueued)
    }

    @Test("every kind of the fixtures") func kinds() {
        #expect(Set(Fixture.all(in: "send").map(\.name)) == Set(Self.messages.keys))
    }

    static let unsupported: [(name: String, message: Message, capability: Capability)] = [
        ("callback data", Message(content: .text(.init(body: "Hi")), callbackData: "a"), .callbackData),
        ("identity", Message(content: .text(.init(body: "Hi")), identityKeyHash: "h"), .sendIdentityCheck),
        ("preview", .text("https://example.com", previewURL: true), .sendLinkPreview),
        ("catalog", Message(content: .catalog(.init(body: "All"))), .sendCatalog),
        (
            "contact information", Message(content: .contactInformationRequest(.init(body: "Your number?"))),
            .sendContactInformationRequest
        ),
        ("call permission", Message(content: .callPermissionRequest(.init(body: "May we call?"))), .sendCallRequest),
        (
            "flow by name", Message(content: .flow(.init(body: "Book", flow: .name("book"), callToAction: "Book"))),
            .sendFlowByName
        ),
        (
            "second line of a header",
            Message(
                content: .list(
                    .init(
                        header: TextHeader("Sizes", subText: "all"), body: "Which?", button: "Choose",
                        sections: [ListSection(rows: [.row(id: "s", title: "S")])]))), .sendHeaderSubText
        ),
        (
            "header of an address request", Message(content: .addressRequest(.init(body: "Where to?", footer: "Shop"))),
            .sendAddressHeader
        ),
        (
            "products side by side",
            Message(
                content: .carousel(
                    .init(
                        body: "Two",
                        cards: .products([
                            .init(catalogID: "77", retailerID: "1"), .init(catalogID: "77", retailerID: "2"),
                        ])))), .sendProductCarousel
        ),
        (
            "replies side by side",
            Message(
                content: .carousel(
                    .init(
                        body: "Two",
                        cards: .media([replyCard("1"), replyCard("2")])))), .sendReplyCarousel
        ),
    ]

    static func replyCard(_ id: String) -> CarouselCard {
        CarouselCard(
            header: .image(.link("https://example.com/\(id).jpg")),
            action: .quickReplies([.reply(id: id, title: "Take \(id)")]))
    }

    @Test("nothing that it cannot express", arguments: unsupported.indices)
    func refuses(index: Int) async throws {
        let (_, message, capability) = Self.unsupported[index]
        let transport = ScriptedTransport(body: acceptedAnswer)
        let chat = makeChat(transport)
        #expect(!chat.capabilities.contains(capability))
        let error = await failure { () async throws(WhatsAppError) in try await chat.send(message, to: Self.number) }
        #expect(error?.code == .unsupported)
        #expect(error?.capability == capability)
        #expect(error?.outcome == .notSent)
        #expect(await transport.received.isEmpty)
    }

    @Test("no pin, and says so where validation is off") func pins() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).send(.pin("wamid.1", days: 7), to: .group("120363012345678901"))
        }
        #expect(error?.capability == .sendPin)
        #expect(await transport.received.isEmpty)
    }

    @Test(
        "no message that is not valid",
        arguments: [
            (.text(""), "text.body"), (.text(String(repeating: "x", count: 4097)), "text.body"),
            (.document(.link("https://example.com/d?id=3")), "document.filename"),
            (.image(.link("https://example.com/a.jpg"), caption: String(repeating: "c", count: 1025)), "image.caption"),
        ] as [(Message, String)])
    func invalid(message: Message, path: String) async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).send(message, to: Self.number)
        }
        #expect(error?.code == .invalid)
        #expect(error?.validation?.violations.map(\.path) == [path])
        #expect(await transport.received.isEmpty)
    }

    @Test("to nobody who cannot be named", arguments: ["12", "group@g.us", "12 34"])
    func groups(id: String) async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let recipient: Recipient = id == "12" ? "12" : .group(GroupID(id))
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).send(.text("Hi"), to: recipient)
        }
        #expect(error?.code == .invalid)
        #expect(error?.validation?.violations.first?.path == "to")
        #expect(await transport.received.isEmpty)
    }

    @Test("and knows what waits in the service's queue", arguments: [#""77""#, "77"])
    func queued(job: String) async throws {
        let transport = ScriptedTransport(body: #"{"sent":false,"jobId":\#(job),"message":"queued"}"#)
        let sent = try await makeChat(transport).send(.text("Hi"), to: Self.number)
        #expect(sent.isQueued)
        #expect(sent.state == .queued)
        #expect(sent.jobID == "77")
        #expect(sent.id == "queued:77")
    }

    @Test("with status 201 as well as with 200") func created() async throws {
        let transport = ScriptedTransport(status: 201, body: #"{"sent":"true","id":"gBGG1"}"#)
        #expect(try await makeChat(transport).send(.text("Hi"), to: Self.number).id == "gBGG1")
    }

    @Test("read marks, with and without the typing indicator") func readMarks() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"result":"success"}"#), .answer(status: 200, body: #"{"result":"success"}"#),
        ])
        let chat = makeChat(transport)
        try await chat.markAsRead("wamid.IN1")
        try await chat.markAsRead("wamid.IN1", showingTypingIndicator: true)
        let bodies = await transport.received.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(bodies == [#"{"messageId":"wamid.IN1"}"#, #"{"messageId":"wamid.IN1","typingIndicator":true}"#])
    }

    @Test("small files inside of the request") func inline() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let chat = makeChat(transport)
        try await chat.send(
            ChatAPI.InlineFile(Array("hello".utf8), as: .document, mimeType: "text/plain", filename: "a.txt"),
            to: Self.number, replyingTo: "wamid.IN1")
        let body = try JSONValue(parsing: try #require(await transport.received.first).body)
        #expect(body["body"]?.string == "data:text/plain;base64,aGVsbG8=")
        #expect(body["filename"]?.string == "a.txt")
        #expect(body["mediaType"]?.string == "document")
        #expect(body["quotedMsgId"]?.string == "wamid.IN1")
        #expect(body["phone"]?.string == "15550001111")
    }

    @Test("no file inside of a request that is too large for it") func largeInline() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let limit = ChatAPI.InlineFile.maximumBytes
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).send(
                .init([UInt8](repeating: 0, count: limit + 1), as: .image, mimeType: "image/png", filename: "a.png"),
                to: Self.number)
        }
        #expect(
            error?.validation?.violations == [
                .init(
                    path: "body", rule: .maximum, explanation: "the number is too great", limit: limit,
                    actual: limit + 1)
            ])
        #expect(await transport.received.isEmpty)
    }
}
