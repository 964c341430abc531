import Foundation
import Testing
import WhatsAppBusiness

@Suite("Inbound messages")
struct MessageTests {
    @Test("of text arrive with everything the delivery says")
    func text() throws {
        let delivery = try Fixture.delivery("text")
        #expect(delivery.problems.isEmpty)
        #expect(delivery.events.count == 1)
        let message = try #require(delivery.messages.first)
        #expect(message.id == "wamid.A1")
        #expect(message.timestamp == Date(timeIntervalSince1970: 1_760_000_001))
        #expect(message.type == .text)
        #expect(message.content == .text(.init(body: "Is the shop open?")))
        #expect(message.from?.digits == "16505551234")
        #expect(message.fromUserID == "US.1349")
        #expect(message.sender == .phoneNumber(PhoneNumber(rawValue: "16505551234")))
        #expect(
            message.contact
                == WebhookContact(
                    name: "Ada", username: "ada.l", waID: "16505551234", userID: "US.1349",
                    phoneNumber: PhoneNumber(rawValue: "16505551234")))
        #expect(message.receivedOn?.phoneNumberID == "106540352242922")
        #expect(message.receivedOn?.displayPhoneNumber?.digits == "15550783881")
        #expect(message.businessAccountID == "102290129340398")
        #expect(message.context == nil)
        #expect(message.referral == nil)
        #expect(message.groupID == nil)
        #expect(message.errors.isEmpty)
        #expect(delivery.events.first?.isRecognized == true)
        #expect(
            message.raw.text
                == #"{"from":"16505551234","from_user_id":"US.1349","id":"wamid.A1","timestamp":"1760000001","type":"text","text":{"body":"Is the shop open?"}}"#
        )
    }

    @Test("name what they answer, and that they were forwarded")
    func context() throws {
        let reply = try #require(try Fixture.delivery("text-reply").messages.first?.context)
        #expect(reply.messageID == "wamid.OUT1")
        #expect(reply.from?.digits == "15550783881")
        #expect(!reply.isForwarded)
        let forwarded = try Fixture.delivery("text-forwarded").messages.compactMap(\.context)
        #expect(forwarded.map(\.isForwarded) == [true, true])
        #expect(forwarded.map(\.isFrequentlyForwarded) == [false, true])
        let product = try Fixture.delivery("text-about-product").messages.first?.context?.product
        #expect(product == .init(catalogID: "55123456789012345678", retailerID: "sku1"))
    }

    @Test("arrive without a phone number")
    func hiddenNumber() throws {
        let message = try #require(try Fixture.delivery("text-hidden-number").messages.first)
        #expect(message.from == nil)
        #expect(message.contact?.waID == nil)
        #expect(message.contact?.username == "ada.l")
        #expect(message.sender == .user("US.1349"))
    }

    @Test("in groups name the group")
    func group() throws {
        #expect(try Fixture.delivery("text-group").messages.first?.groupID == "Y2FwaV9ncm91cDox")
    }

    @Test("from advertisements carry the referral")
    func referral() throws {
        let referral = try #require(try Fixture.delivery("text-referral").messages.first?.referral)
        #expect(referral.sourceType == .ad)
        #expect(referral.sourceID == "120")
        #expect(referral.sourceURL == "https://fb.example/x")
        #expect(referral.headline == "Chat")
        #expect(referral.body == "Summer sale")
        #expect(referral.mediaType == "image")
        #expect(referral.imageURL == "https://scontent.example/x")
        #expect(referral.clickID == "Aff-1")
        #expect(referral.welcomeMessage == "Hi!")
        #expect(try referral.raw?.value["ctwa_clid"]?.string == "Aff-1")
    }

    @Test("of several customers find their own contacts")
    func contacts() throws {
        let messages = try Fixture.delivery("text-two-customers").messages
        #expect(messages.map(\.contact?.name) == ["Ada", "Bia"])
        #expect(messages.last?.timestamp == Date(timeIntervalSince1970: 1_760_000_024))
    }

    @Test("that the platform could not relay carry its errors")
    func errors() throws {
        let error = try #require(try Fixture.delivery("unsupported").messages.first?.errors.first)
        #expect(error.code == 131051)
        #expect(error.details == "Message type is currently not supported.")
    }

    @Test("keep their text when it is spelled with escapes")
    func escapes() throws {
        let message = try #require(try Fixture.delivery("escapes").messages.first)
        #expect(message.text == "café 👍 / \"quoted\" \u{FFFD} alone\n")
        #expect(message.from?.digits == "16505551234")
        // The bytes are as they came.
        #expect(message.raw.text.contains(#"caf\u00e9 \ud83d\udc4d \/"#))
        #expect(try Fixture.delivery("pretty").messages.first?.text == "Grüße 👋")
    }

    @Test(
        "arrive whatever surrounds them is spelled like",
        arguments: [
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"}}"#,
            #"{"id":7,"timestamp":1760000000,"type":"text","text":{"body":"hi"}}"#,
            #"{"id":"m","timestamp":1760000000.5,"type":"text","text":{"body":"hi"},"from":16505551234}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi","preview":true},"from":null}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"},"from":"","context":null}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"},"context":[],"referral":7}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"},"context":{"id":5,"forwarded":"x"}}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"},"errors":{"code":1}}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"},"errors":[null,1,{}]}"#,
            #"{"id":"x","timestamp":"1","id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"}}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"},"group_id":false,"new":{}}"#,
        ])
    func tolerance(message: String) throws {
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.messages.map(\.text) == ["hi"])
        #expect(delivery.messages.first?.raw.text == message)
    }

    @Test(
        "without the payload that their type asks for are not recognized, and arrive",
        arguments: [
            #"{"id":"m","timestamp":"1760000000","type":"text"}"#,
            #"{"id":"m","timestamp":"1760000000","type":"text","text":null,"errors":[{"code":131060}]}"#,
            #"{"id":"m","timestamp":"1760000000"}"#, #"{"id":"m","timestamp":"1760000000","type":null}"#,
            #"{"id":"m","timestamp":"1760000000","type":["text"],"text":{"body":"hi"}}"#,
            #"{"id":"m","timestamp":"1760000000","type":"hologram","hologram":{}}"#,
        ])
    func missingPayload(message: String) throws {
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.messages.count == 1)
        #expect(delivery.events.first?.isRecognized == false)
    }

    @Test("have a contact wherever somebody is named, with the number as the message spells it")
    func contact() throws {
        func contact(_ from: String, _ more: String = "") throws -> WebhookContact? {
            let message = #"{"id":"m","timestamp":"1",\#(from)"type":"text","text":{"body":"x"}}"#
            return try Delivery(decodingChange: .change(messages: [message], more: more)).messages.first?.contact
        }
        let profile = #","contacts":[{"wa_id":"551187654321","profile":{"name":"Bia"}}]"#
        let number = PhoneNumber(rawValue: "5511987654321")
        let known = try #require(try contact(#""from":"5511987654321","#, profile))
        #expect(known.phoneNumber == number && known.waID == "551187654321" && known.name == "Bia")
        #expect(known.matchingKey == known.waID.map { PhoneNumber(rawValue: $0.rawValue).matchingKey })
        #expect(try contact("", profile)?.phoneNumber?.rawValue == "551187654321")
        #expect(try contact(#""from":"5511987654321","#) == WebhookContact(phoneNumber: number))
        let ids = #""from_user_id":"BR.7781","from_parent_user_id":"BR.ENT.1","#
        #expect(try contact(ids) == WebhookContact(userID: "BR.7781", parentUserID: "BR.ENT.1"))
        #expect(try contact(ids)?.matchingKey == nil)
        #expect(try contact("") == nil)
    }
}

extension [UInt8] {
    /// A bare change of the field `messages` with these elements.
    static func change(messages: [String] = [], statuses: [String] = [], more: String = "") -> [UInt8] {
        var value = #""messaging_product":"whatsapp","metadata":{"phone_number_id":"106540352242922"}"#
        if !messages.isEmpty { value += #","messages":["# + messages.joined(separator: ",") + "]" }
        if !statuses.isEmpty { value += #","statuses":["# + statuses.joined(separator: ",") + "]" }
        return Array((#"{"field":"messages","value":{"# + value + more + "}}").utf8)
    }
}
