import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API sends")
struct SendingTests {
    static let messages: [String: (message: Message, recipient: Recipient)] = [
        "text": (
            Message(content: .text(TextMessage(body: "Hi")), callbackData: "order-77"), "+15550001111"
        ),
        "text-preview-reply": (
            tagged(
                .text(
                    #"See https://example.com/a — né "quoted" \ 👍"#, previewURL: true, replyingTo: "wamid.IN1"
                )),
            "+5511987654321"
        ),
        "text-user-id": (tagged(.text("Hi")), .user("US.13491208655302741918")),
        "template-plain": (tagged(.template("hello_world", language: "en_US")), "+15550001111"),
        "template-body": (
            tagged(.template("order_update", language: "pt_BR", body: ["Ana", "1234"])), "+5511987654321"
        ),
        "template-full": (
            tagged(
                .template(
                    TemplateMessage(
                        name: "promo_v2", language: "en_US",
                        components: [
                            .header(.image(.id("1602"))), .body([.text("Ann", name: "first_name")]),
                            .button(.copyCode("SPRING25"), at: 0), .button(.url("n3mt"), at: 1),
                            .button(.quickReply("more"), at: 2),
                        ]))), "+15550001111"
        ),
        "template-document": (
            tagged(
                .template(
                    TemplateMessage(
                        name: "invoice", language: "en_US",
                        components: [
                            .header(.document(.link("https://example.com/may.pdf", filename: "may.pdf")))
                        ]))), "+15550001111"
        ),
    ]

    static func tagged(_ message: Message) -> Message {
        var message = message
        message.callbackData = "t"
        return message
    }

    @Test("exactly the reference bodies, to the right address", arguments: Fixture.all(in: "send"))
    func bodies(fixture: Fixture) async throws {
        let (message, recipient) = try #require(Self.messages[fixture.name])
        let transport = ScriptedTransport(body: acceptedAnswer)
        try await makeCloud(transport).send(message, to: recipient)
        let received = try #require(await transport.received.first)
        #expect(String(decoding: received.body, as: UTF8.self) == fixture.text.trimmingNewline())
        #expect(received.request.method == .post)
        #expect(received.request.authority == "graph.facebook.com")
        #expect(received.request.path == "/v25.0/106540352242922/messages")
        #expect(received.request.headerFields[.authorization] == "Bearer \(testToken)")
        #expect(received.request.headerFields[.contentType] == "application/json")
        #expect(received.request.path?.contains(testToken) == false)
    }

    @Test("bodies that read back to the same message", arguments: Fixture.all(in: "send"))
    func roundTrip(fixture: Fixture) throws {
        let (message, recipient) = try #require(Self.messages[fixture.name])
        let read = try SendRequest(json: fixture.bytes)
        #expect(read.message == message)
        #expect(read.recipient.userID == recipient.userID)
        #expect(read.recipient.phoneNumber?.e164 == recipient.phoneNumber?.e164)
        #expect(throws: Never.self) { try read.validate() }
    }

    @Test("and reads the answer", arguments: Fixture.all(in: "answers"))
    func answers(fixture: Fixture) async throws {
        let expected = try JSONValue(parsing: fixture.bytes)
        let body = try #require(expected["body"]).serialized()
        let transport = ScriptedTransport(body: String(decoding: body, as: UTF8.self))
        let sent = try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        #expect(sent.id.rawValue == expected["id"]?.string)
        #expect(sent.whatsAppID?.rawValue == expected["wa_id"]?.string)
        #expect(sent.userID?.rawValue == expected["user_id"]?.string)
        #expect(sent.state.rawValue == expected["state"]?.string)
        #expect(sent.response?.status == .ok)
    }

    @Test("a tag with each message, its own where the program has none")
    func tags() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: acceptedAnswer), .answer(status: 200, body: acceptedAnswer),
            .answer(status: 200, body: acceptedAnswer),
        ])
        let cloud = makeCloud(transport, tagsMessages: true)
        let first = try await cloud.send(.text("Hi"), to: "+15550001111")
        let second = try await cloud.send(.text("Hi"), to: "+15550001111")
        let own = try await cloud.send(
            Message(content: .text(.init(body: "Hi")), callbackData: "mine"), to: "+15550001111")
        let tags = try await transport.received.map {
            try JSONValue(parsing: $0.body)["biz_opaque_callback_data"]?.string
        }
        #expect(tags == [first.callbackData, second.callbackData, "mine"])
        #expect(own.callbackData == "mine")
        #expect(first.callbackData != nil && first.callbackData != second.callbackData)
    }

    @Test("read marks, with and without the typing indicator")
    func readMarks() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"success":true}"#),
            .answer(status: 200, body: #"{"success":true}"#),
        ])
        let cloud = makeCloud(transport)
        try await cloud.markAsRead("wamid.IN1")
        try await cloud.markAsRead("wamid.IN1", showingTypingIndicator: true)
        let bodies = await transport.received.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(
            bodies == [
                #"{"message_id":"wamid.IN1","messaging_product":"whatsapp","status":"read"}"#,
                #"{"message_id":"wamid.IN1","messaging_product":"whatsapp","status":"read","typing_indicator":{"type":"text"}}"#,
            ])
    }

    @Test("marketing templates by their own endpoint")
    func marketing() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: acceptedAnswer), .answer(status: 200, body: acceptedAnswer),
        ])
        let cloud = makeCloud(transport)
        let template = TemplateMessage(
            name: "promo", language: "en_US", components: [.header(.gif(.id("1")))])
        try await cloud.sendMarketing(
            template, to: "+15550001111",
            marketing: MarketingOptions(productPolicy: .strict, sharesActivity: true),
            callbackData: "t")
        try await cloud.sendMarketing(template, to: .user("US.13491208655302741918"), callbackData: "t")
        let received = await transport.received
        #expect(
            received.map(\.request.path)
                == Array(repeating: "/v25.0/106540352242922/marketing_messages", count: 2))
        let common =
            #""template":{"components":[{"parameters":[{"gif":{"id":"1"},"type":"gif"}],"type":"header"}],"language":{"code":"en_US"},"name":"promo"},"#
        #expect(
            received.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"biz_opaque_callback_data":"t","message_activity_sharing":true,"messaging_product":"whatsapp","product_policy":"STRICT","recipient_type":"individual",\#(common)"to":"+15550001111","type":"template"}"#,
                #"{"biz_opaque_callback_data":"t","messaging_product":"whatsapp","recipient":"US.13491208655302741918","recipient_type":"individual",\#(common)"type":"template"}"#,
            ])
    }

    @Test("to groups")
    func groups() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        try await makeCloud(transport).send(.pin("wamid.G1", days: 7), to: .group("Y2FwaV9n"))
        let body = try #require(await transport.received.first?.body)
        #expect(
            String(decoding: body, as: UTF8.self)
                == #"{"messaging_product":"whatsapp","pin":{"expiration_days":7,"message_id":"wamid.G1","type":"pin"},"recipient_type":"group","to":"Y2FwaV9n","type":"pin"}"#
        )
    }

    @Test("nothing that is not valid, and names every violation")
    func invalid() async {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(
                .text(String(repeating: "é", count: 4097)), to: "+49 30 not a number")
        }
        #expect(error?.code == .invalid)
        #expect(error?.outcome == .notSent)
        #expect(error?.validation?.violations.map(\.path) == ["to", "text.body"])
        #expect(error?.validation?.violations.map(\.rule) == [.characters, .maxLength])
        #expect(error?.validation?.violations.last?.actual == 4097)
        #expect(await transport.received.isEmpty)
    }

    @Test("an invalid message when it is told to")
    func unchecked() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        try await makeCloud(transport).send(
            .text(""), to: "+15550001111", options: RequestOptions(validates: false))
        #expect(await transport.received.count == 1)
    }

    @Test("with the caller's header fields and time limit, but never with another token")
    func options() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        var options = RequestOptions(timeout: .seconds(3))
        options.headers[.authorization] = "Bearer other"
        options.headers[.userAgent] = "shop/1.0"
        try await makeCloud(transport).send(.text("Hi"), to: "+15550001111", options: options)
        let received = try #require(await transport.received.first)
        #expect(received.request.headerFields[values: .authorization] == ["Bearer \(testToken)"])
        #expect(received.request.headerFields[values: .userAgent] == ["shop/1.0"])
        #expect(received.options.timeout == .seconds(3))
    }
}

extension String {
    func trimmingNewline() -> String { hasSuffix("\n") ? String(dropLast()) : self }
}
