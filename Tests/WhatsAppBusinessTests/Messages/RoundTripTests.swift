import Foundation
import Testing
import WhatsAppBusiness

@Suite("Every kind of message")
struct RoundTripTests {
    @Test("has a body and a value")
    func complete() {
        #expect(MessageFixture.all.count == 52)
        #expect(Set(MessageFixture.all.map(\.name)) == Set(MessageValues.all.keys))
    }

    @Test("is written byte for byte", arguments: MessageFixture.all)
    func written(fixture: MessageFixture) throws {
        let request = try #require(MessageValues.all[fixture.name])
        #expect(String(decoding: request.json.serialized(), as: UTF8.self) == fixture.text)
        #expect(violations(request) == [])
    }

    @Test("reads back to the same value", arguments: MessageFixture.all)
    func read(fixture: MessageFixture) throws {
        let expected = try #require(MessageValues.all[fixture.name])
        let request = try SendRequest(parsing: fixture.bytes)
        #expect(request.message.content == expected.message.content)
        #expect(request.message == expected.message)
        #expect(request.recipient.groupID == expected.recipient.groupID)
        #expect(request.recipient.userID == expected.recipient.userID)
        #expect(request.recipient.phoneNumber?.e164 == expected.recipient.phoneNumber?.e164)
        #expect(request.marketing == expected.marketing)
        #expect(violations(request) == [])
    }

    @Test("goes through any coder", arguments: MessageFixture.all)
    func coded(fixture: MessageFixture) throws {
        let request = try #require(MessageValues.all[fixture.name])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = try encoder.encode(request)
        let original = try JSONSerialization.jsonObject(with: Data(fixture.bytes)) as? NSDictionary
        #expect(try JSONSerialization.jsonObject(with: bytes) as? NSDictionary == original)
        // Where a coder cannot keep the spelling of a number, its value is kept.
        if !fixture.text.contains("2.50") {
            #expect(try JSONDecoder().decode(SendRequest.self, from: bytes).message == request.message)
            #expect(try JSONDecoder().decode(Message.self, from: bytes) == request.message)
        }
    }

    @Test("shows nothing of what it says", arguments: MessageFixture.all)
    func masked(fixture: MessageFixture) throws {
        let message = try #require(MessageValues.all[fixture.name]).message
        var dumped = ""
        dump(message, to: &dumped)
        #expect("\(message)" == "\(message.type) message")
        #expect(dumped.count < 60)
    }

    @Test("may stand alone in an outbox")
    func parts() throws {
        let button = ReplyButton(id: "a", title: "b")
        let read = try JSONDecoder().decode(ReplyButton.self, from: try JSONEncoder().encode(button))
        #expect(read == button)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ReplyButton.self, from: Data(#"{"type":"phone_number"}"#.utf8))
        }
    }

    @Test("keeps spellings that the platform takes too")
    func spellings() throws {
        let number = try JSONValue(
            parsing: Array(
                #"{"messaging_product":"whatsapp","to":"+16505551234","type":"location","location":{"latitude":37.44210,"longitude":-122}}"#
                    .utf8))
        let request = SendRequest(json: number)
        #expect(violations(request) == [])
        #expect(request.json["location"]?["latitude"]?.number?.text == "37.44210")

        let mixed = try MessageFixture.body("template-full")
            .setting("template.components[3].index", 0).setting("template.components[3].type", "BUTTON")
            .setting("template.components[3].sub_type", "COPY_CODE")
        let template = SendRequest(json: mixed)
        #expect(template.json == mixed, "it goes out as it came")
        #expect(template.message == MessageValues.all["template-full"]?.message, "and means the same")
        var changed = template.message
        guard case .template(var content) = changed.content else { return }
        content.components.removeLast()
        changed.content = .template(content)
        #expect(changed.json["template"]?["components"]?[3]?["index"] == "0", "what is changed is written anew")
    }

    @Test("keeps what the platform documents and ignores")
    func legacy() throws {
        let legacy = try MessageFixture.body("template-values")
            .setting("template.components[1].parameters[1].date_time.day_of_month", 3)
            .setting("template.components[1].parameters[1].date_time.calendar", "GREGORIAN")
            .setting("template.language.policy", "deterministic").setting("template.namespace", "abc")
            .setting("preview_url", false)
        #expect(violations(SendRequest(json: legacy)) == [])
        #expect(SendRequest(json: legacy).json == legacy)
    }
}
