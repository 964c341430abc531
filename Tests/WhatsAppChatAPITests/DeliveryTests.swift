import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Chat API's deliveries")
struct DeliveryTests {
    private let chat = makeChat(ScriptedTransport([]))

    private func decode(_ name: String) throws -> Delivery {
        let fixture = try #require(Fixture.all(in: "deliveries").first { $0.name == name })
        return try chat.decode(fixture.bytes)
    }

    private func message(_ name: String) throws -> InboundMessage {
        let delivery = try decode(name)
        #expect(delivery.problems.isEmpty)
        guard case .message(let message)? = delivery.events.first, delivery.events.count == 1 else {
            throw Missing()
        }
        return message
    }

    struct Missing: Error {}

    @Test("A text") func text() throws {
        let message = try message("text")
        #expect(message.id == "wamid.IN1")
        #expect(message.type == .text)
        #expect(message.content == .text(.init(body: "Hi")))
        #expect(message.from?.e164 == "+12020721369")
        #expect(message.contact?.name == "John")
        #expect(message.timestamp == Date(timeIntervalSince1970: 1_665_396_610))
        #expect(message.receivedOn?.phoneNumberID == "VID123")
        #expect(message.context == nil)
        #expect(message.groupID == nil)
        #expect(try message.raw.value["chatName"]?.string == "John")
    }

    @Test("Siblings of a bad element, and of an unknown kind, arrive") func batch() throws {
        let delivery = try decode("batch")
        #expect(
            delivery.problems.map(\.path) == ["messages[1]", "messages[3].id", "ack[1].status"])
        #expect(delivery.problems.map { String(decoding: $0.bytes, as: UTF8.self) }.first == #""odd""#)
        var ids: [String] = []
        for event in delivery.events {
            switch event {
            case .message(let message): ids.append(message.id.rawValue)
            case .status(let status): ids.append("\(status.id)=\(status.state)")
            default: ids.append("?")
            }
        }
        #expect(ids == ["wamid.A", "wamid.B", "wamid.C", "wamid.OUT1=delivered", "wamid.OUT3=read"])
        guard case .message(let odd) = delivery.events[2] else { throw Missing() }
        #expect(odd.content == .unrecognized(type: "poll"))
        #expect(delivery.events.filter { !$0.isRecognized }.count == 1)
    }

    @Test("Files come with their address") func files() throws {
        #expect(
            try message("image").content
                == .image(.init(url: "https://storage.example.com/a.jpg", caption: "Front")))
        #expect(try message("voice").content == .audio(.init(url: "https://storage.example.com/a.ogg", isVoice: true)))
        #expect(try message("voice").type == .audio)
        #expect(
            try message("document").content
                == .document(.init(url: "https://storage.example.com/x", caption: "may.pdf", filename: "may.pdf")))
        #expect(try message("sticker").content == .sticker(.init(url: "https://storage.example.com/a.webp")))
    }

    @Test("Places, in either spelling; what is no place is not recognized") func places() throws {
        #expect(try message("location").content == .location(.init(latitude: -23.5613, longitude: -46.6565)))
        #expect(try message("location-comma").content == .location(.init(latitude: 52.52, longitude: 13.4)))
        #expect(try message("location-odd").content == .unrecognized(type: "location"))
    }

    @Test("Contact cards are read out of their text") func cards() throws {
        guard case .contacts(let cards) = try message("vcard").content else { throw Missing() }
        let card = try #require(cards.first)
        #expect(cards.count == 1)
        #expect(card.name?.formatted == "Ana Souza")
        #expect(card.name?.first == "Ana" && card.name?.last == "Souza")
        #expect(card.phones.first?.number == "+55 11 98765-4321")
        #expect(card.phones.first?.waID == "5511987654321")
        #expect(card.emails.first?.address == "ana@example.com")
        #expect(card.organization?.company == "Shop; Co")
    }

    @Test("Taps come with their label, and with their id where it is there") func taps() throws {
        #expect(try message("button").content == .button(.init(text: "Yes")))
        #expect(try message("button").context?.messageID == "wamid.OUT1")
        #expect(try message("interactive").content == .button(.init(text: "Medium")))
        #expect(try message("interactive-id").content == .listReply(.init(id: "m", title: "Medium")))
    }

    @Test("Reactions, where they say to what") func reactions() throws {
        let message = try message("reaction")
        #expect(message.content == .reaction(.init(messageID: "wamid.OUT1", emoji: "👍")))
        #expect(message.context == nil)
        #expect(try self.message("reaction-without-target").content == .unrecognized(type: "reaction"))
    }

    @Test("The opening of a chat, and a call of the phone-based product") func others() throws {
        #expect(try message("welcome").content == .requestWelcome)
        let call = try message("call-log")
        #expect(call.content == .unrecognized(type: "call_log"))
        #expect(call.type.rawValue == "call_log")
    }

    @Test("What the business itself wrote is an echo", arguments: ["echo", "echo-phone"])
    func echoes(name: String) throws {
        guard case .echo(let echo)? = try decode(name).events.first else { throw Missing() }
        #expect(echo.to?.e164 == "+12020721369")
        #expect(echo.content == .text(.init(body: name == "echo" ? "We are open" : "Hi")))
        #expect(echo.from?.e164 == (name == "echo" ? "+5511000000000" : nil))
        #expect(echo.type == .text)
    }

    @Test("Groups and user ids") func recipients() throws {
        let group = try message("group")
        #expect(group.groupID == "12020721369-1600000000@g.us")
        #expect(group.from?.e164 == "+12020721370")
        let user = try message("user-id")
        #expect(user.from == nil)
        #expect(user.fromUserID == "US.13491208655302741918")
        #expect(user.contact?.username == "ana")
        #expect(user.context?.isForwarded == true)
    }

    @Test("A failed status has the number that its text stands for") func failed() throws {
        guard case .status(let status)? = try decode("ack").events.first else { throw Missing() }
        #expect(status.state == .failed)
        #expect(status.errors.map(\.code) == [.recipientInExperiment])
        #expect(status.errors.first?.message == "User's number is part of an experiment")
        #expect(status.recipient?.e164 == "+12020721369")
        #expect(status.recipientUserID == "US.13491208655302741918")
        #expect(status.pricing?.category?.rawValue == "marketing_lite")
        #expect(status.contact?.username == "ana")
        #expect(status.timestamp == receiptTime)
        #expect(status.isTimeOfReceipt)
    }

    @Test("A status that names its time keeps it") func timed() throws {
        guard case .status(let status)? = try decode("ack-time").events.first else { throw Missing() }
        #expect(status.state == .sent)
        #expect(status.timestamp == Date(timeIntervalSince1970: 1_665_396_610))
        #expect(!status.isTimeOfReceipt)
    }

    @Test("Calls") func calls() throws {
        guard case .call(let call)? = try decode("calls").events.first else { throw Missing() }
        #expect(call.id == "wacid.1")
        #expect(call.event == .connect)
    }

    @Test("The platform's own envelope, alone and beside the flat form") func rawHooks() throws {
        let raw = try decode("raw")
        #expect(raw.problems.isEmpty)
        guard case .message(let message)? = raw.events.first, case .status(let status)? = raw.events.last else {
            throw Missing()
        }
        #expect(message.content == .listReply(.init(id: "m", title: "Medium")))
        #expect(status.state == .read && !status.isTimeOfReceipt)
        let both = try decode("raw-and-flat")
        #expect(both.events.count == 2)
        #expect(both.problems.isEmpty)
        // The same message twice is one to the filter.
        #expect(Set(both.events.map { EventKey($0) }).count == 1)
    }

    @Test("What has no form yet is not lost", arguments: [("chat-update", "chatUpdate"), ("instance-status", nil)])
    func unrecognized(name: String, element: String?) throws {
        let delivery = try decode(name)
        #expect(delivery.problems.isEmpty)
        guard case .unrecognized(let event)? = delivery.events.first, delivery.events.count == 1 else {
            throw Missing()
        }
        #expect(event.element == element)
    }

    @Test("Empty arrays are nothing; a body with nothing is a problem") func nothing() throws {
        #expect(try decode("empty-arrays") == Delivery())
        #expect(try decode("nothing").problems.map(\.path) == ["messages"])
        #expect(try decode("arrays-that-are-none").problems.map(\.path) == ["messages", "ack"])
    }

    @Test("Every event and problem carries its own bytes", arguments: Fixture.all(in: "deliveries"))
    func bytes(fixture: Fixture) throws {
        let delivery = try chat.decode(fixture.bytes)
        let body = fixture.text
        for event in delivery.events { #expect(body.contains(event.raw.text)) }
        for problem in delivery.problems {
            #expect(body.contains(String(decoding: problem.bytes, as: UTF8.self)))
        }
        for event in delivery.events {
            #expect(!"\(event)".contains("12020721369"))
        }
    }

    @Test("A delivery that is cut off or no JSON throws", arguments: ["", "{", #"{"messages":["#, "<html>", "null,"])
    func broken(body: String) {
        #expect(throws: WebhookError.self) { try chat.decode(Array(body.utf8)) }
    }

    @Test("No prefix of a delivery brings the decoder down", arguments: Fixture.all(in: "deliveries"))
    func prefixes(fixture: Fixture) {
        for end in stride(from: 0, to: fixture.bytes.count, by: 7) {
            _ = try? chat.decode(Array(fixture.bytes[..<end]))
        }
    }

    @Test(
        "No damage to a delivery brings the decoder down, or an event beyond its bytes",
        arguments: Fixture.all(in: "deliveries"))
    func damage(fixture: Fixture) {
        // Seeded, so that a failure comes again.
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let signs = Array(#"{}[]",:0-9truenull\@. "#.utf8)
        for _ in 0..<200 {
            var bytes = fixture.bytes
            for _ in 0...next(3) { bytes[next(bytes.count)] = signs[next(signs.count)] }
            guard let delivery = try? chat.decode(bytes) else { continue }
            let body = String(decoding: bytes, as: UTF8.self)
            for event in delivery.events { #expect(body.contains(event.raw.text)) }
        }
    }

    @Test("More events than allowed are a problem, not a loss of those before") func limits() throws {
        let element = #"{"id":"a","time":1,"type":"chat","body":"x","author":"1@c.us"}"#
        let body = #"{"messages":[\#(Array(repeating: element, count: 5).joined(separator: ","))]}"#
        let delivery = try Delivery(
            decodingChatAPI: Array(body.utf8), receivedAt: receiptTime, limits: .init(maximumEvents: 3))
        #expect(delivery.events.count == 3)
        #expect(delivery.problems.map(\.code) == [.tooManyEvents])
        #expect(throws: WebhookError.self) {
            try Delivery(decodingChatAPI: Array(body.utf8), receivedAt: receiptTime, limits: .init(maximumBytes: 10))
        }
    }
}
