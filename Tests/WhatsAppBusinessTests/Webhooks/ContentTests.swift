import Foundation
import Testing
import WhatsAppBusiness

@Suite("Contents of messages")
struct ContentTests {
    private func contents(_ name: String) throws -> [InboundMessage.Content] {
        let delivery = try Fixture.delivery(name)
        #expect(delivery.problems.isEmpty)
        return delivery.messages.map(\.content)
    }

    @Test("of media")
    func media() throws {
        #expect(
            try contents("image") == [
                .image(
                    .init(
                        id: "900", mimeType: "image/jpeg", sha256: "aGFzaA==", url: "https://lookaside.example/x",
                        caption: "Leak"))
            ])
        #expect(
            try contents("media") == [
                .video(.init(id: "901", mimeType: "video/mp4", sha256: "aGFzaA==", caption: "Leak")),
                .audio(.init(id: "902", mimeType: "audio/ogg; codecs=opus", sha256: "aGFzaA==", isVoice: true)),
                .audio(.init(id: "90212345678901234567890", mimeType: "audio/mpeg")),
                .document(
                    .init(
                        id: "903", mimeType: "application/pdf", sha256: "aGFzaA==", caption: "May\n2026",
                        filename: "Leak.pdf")),
                .sticker(.init(id: "904", mimeType: "image/webp", sha256: "aGFzaA==", isAnimated: true)),
                .image(.init()),
            ])
    }

    @Test("of places")
    func location() throws {
        #expect(
            try contents("location") == [
                .location(
                    .init(
                        latitude: 37.44, longitude: -122.16, name: "Leak Cafe", address: "1 Main St",
                        url: "https://cafe.example")),
                .location(.init(latitude: -23.55, longitude: -46.63)),
            ])
    }

    @Test("of contact cards")
    func contacts() throws {
        let contents = try contents("contacts")
        let card = InboundMessage.ContactCard(
            name: .init(formatted: "Ada L", first: "Ada", last: "L", middle: "M", prefix: "Dr", suffix: "II"),
            phones: [.init(number: "+1 650 555 1234", waID: "16505551234", type: "MOBILE")],
            emails: [.init(address: "ada@example.com", type: "WORK")],
            addresses: [
                .init(
                    street: "1 Main St", city: "Springfield", state: "CA", zip: "94301", country: "United States",
                    countryCode: "us", type: "HOME")
            ], organization: .init(company: "Leak Ltd", department: "Research", title: "Engineer"),
            urls: [.init(address: "https://ada.example", type: "WORK")], birthday: "1815-12-10",
            origin: .contactRequest, vcard: "BEGIN:VCARD")
        #expect(contents.first == .contacts([card]))
        #expect(
            contents.last
                == .contacts([
                    .init(phones: [.init(number: "1")], origin: .other),
                    .init(name: .init(first: "Bia", last: "S"), origin: .other),
                ]))
    }

    @Test("of taps and choices")
    func replies() throws {
        #expect(try contents("button") == [.button(.init(payload: "STOP", text: "Stop"))])
        #expect(try contents("button-reply") == [.buttonReply(.init(id: "yes", title: "Yes"))])
        #expect(
            try contents("list-reply") == [.listReply(.init(id: "r1", title: "Express", rowDescription: "1 day"))])
        #expect(try Fixture.delivery("list-reply").messages.first?.context?.messageID == "wamid.OUT1")
    }

    @Test("of flows carry the inner JSON")
    func flows() throws {
        let replies = try contents("flow-reply").compactMap { content -> InboundMessage.FlowReply? in
            guard case .flowReply(let reply) = content else { return nil }
            return reply
        }
        try #require(replies.count == 3)
        #expect(replies.map(\.name) == ["flow", "payment_method", "flow"])
        #expect(replies.map(\.body) == ["Sent", nil, nil])
        #expect(replies[0].flowToken == "t1")
        #expect(try replies[0].response?.value["rating"]?.string == "4")
        #expect(try replies[0].response?.value["id"]?.number?.text == "12345678901234567890123")
        #expect(replies[1].responseText == "not JSON")
        #expect(replies[1].response == nil)
        #expect(replies[1].flowToken == nil)
        #expect(try replies[2].response?.value["rating"]?.integer == 5)
    }

    @Test("of addresses")
    func addresses() throws {
        let replies = try contents("address-reply").compactMap { content -> InboundMessage.AddressReply? in
            guard case .addressReply(let reply) = content else { return nil }
            return reply
        }
        try #require(replies.count == 2)
        #expect(
            replies[0]
                == .init(
                    savedAddressID: "s1", name: "Ada", phoneNumber: "+16505551234", postalCode: "560001",
                    houseNumber: "12", floorNumber: "3", towerNumber: "B", buildingName: "Leak House",
                    address: "1 Main St", landmarkArea: "Park", city: "Bengaluru", state: "KA",
                    responseText: replies[0].responseText))
        #expect(try replies[0].response?.value["values"]?["city"]?.string == "Bengaluru")
        #expect(replies[1].city == "Pune")
    }

    @Test("of call permissions")
    func callPermissions() throws {
        #expect(
            try contents("call-permission") == [
                .callPermissionReply(
                    .init(
                        response: .accept, expiration: Date(timeIntervalSince1970: 1_760_604_812), source: .userAction)),
                .callPermissionReply(.init(response: .reject, source: .automatic)),
            ])
    }

    @Test("of orders keep the spelling of prices")
    func order() throws {
        #expect(
            try contents("order") == [
                .order(
                    .init(
                        catalogID: "55",
                        items: [
                            .init(retailerID: "sku1", quantity: 2, price: JSONNumber("7.99"), currency: "USD"),
                            .init(retailerID: "sku2", quantity: 1, price: 10, currency: "USD"),
                        ]))
            ])
    }

    @Test("of reactions and their removal")
    func reaction() throws {
        let contents = try contents("reaction")
        #expect(
            contents == [
                .reaction(.init(messageID: "wamid.OUT1", emoji: "👍")), .reaction(.init(messageID: "wamid.OUT1")),
                .reaction(.init(messageID: "wamid.OUT1")),
            ])
        guard case .reaction(let removal) = contents.last else { return }
        #expect(removal.isRemoval)
    }

    @Test("of notices")
    func system() throws {
        let changed = PhoneNumber(rawValue: "12195555358")
        #expect(
            try contents("system") == [
                .system(.init(kind: .numberChanged, body: "Ada changed number", number: changed, userID: "US.222"))
            ])
        #expect(
            try contents("system-kinds") == [
                .system(
                    .init(
                        kind: .customerNumberChanged, body: "Ada changed", number: changed,
                        customer: PhoneNumber(rawValue: "16505551234"))),
                .system(
                    .init(kind: .userIDChanged, body: "Ada changed", userID: "US.222", parentUserID: "US.ENT.9")),
                .system(.init(kind: .identityChanged, body: "Ada changed", identityHash: "aGFzaA==")),
            ])
        #expect(
            try Fixture.delivery("system-kinds").messages.last?.identity
                == .init(created: Date(timeIntervalSince1970: 1_760_000_050), hash: "aGFzaA=="))
    }

    @Test("that name the user id before and after say which is which")
    func bothUserIDs() throws {
        let system = #"{"type":"user_changed_user_id","user_id":"US.1","new_user_id":"US.2"}"#
        let message = #"{"id":"m","timestamp":"1","from":"15550783881","type":"system","system":\#(system)}"#
        let more = #","metadata":{"display_phone_number":"15550783881","phone_number_id":"1"}"#
        let found = try #require(try Delivery(decodingChange: .change(messages: [message], more: more)).messages.first)
        #expect(found.content == .system(.init(kind: .userIDChanged, userID: "US.2", previousUserID: "US.1")))
        #expect(found.isFromBusiness)
        let text = try #require(try Fixture.delivery("text").messages.first)
        #expect(!text.isFromBusiness)
    }

    @Test("that have no payload, or a message as their payload")
    func others() throws {
        #expect(try contents("request-welcome") == [.requestWelcome])
        #expect(try contents("revoke") == [.revoke(.init(originalMessageID: "wamid.A2"))])
        let edits = try contents("edit")
        #expect(
            edits == [
                .edit(
                    .init(
                        originalMessageID: "wamid.A1", type: .text,
                        content: .text(.init(body: "Is the shop open today?")), context: .init(messageID: "M0"))),
                .edit(
                    .init(
                        originalMessageID: "wamid.A2", type: .image,
                        content: .image(.init(id: "900", caption: "Leak")))),
                .edit(
                    .init(
                        originalMessageID: "wamid.A3", type: .init(rawValue: "hologram"),
                        content: .unrecognized(type: "hologram"))),
            ])
        #expect(edits.map(\.isRecognized) == [true, true, false])
    }

    @Test("that the platform does not relay say their type and keep their payload")
    func unsupported() throws {
        let payload = try RawJSON(parsing: Array(#"{"type":"poll_creation"}"#.utf8))
        #expect(try contents("unsupported") == [.unsupported(.init(type: "poll_creation", payload: payload))])
        #expect(
            try contents("unsupported-kinds") == [
                .unsupported(.init()), .unsupported(.init(type: "ephemeral")), .mediaPlaceholder, .unsupported(.init()),
            ])
        #expect(
            try Fixture.delivery("unsupported-kinds").messages.first?.errors.first?.details
                == "Message type is not currently supported")
        #expect(
            try contents("interactive-unknown") == [
                .unrecognized(type: "interactive"), .unrecognized(type: "interactive"),
            ])
    }

    @Test(
        "have a line for an inbox",
        arguments: [
            ("text", ["Is the shop open?"]), ("image", ["Photo: Leak"]),
            (
                "media",
                ["Video: Leak", "Voice message", "Audio", "Document: Leak.pdf - May 2026", "Sticker", "Photo"]
            ), ("location", ["Location: Leak Cafe", "Location: -23.55, -46.63"]),
            ("contacts", ["Contact: Ada L", "2 contacts: Bia S"]), ("button", ["Stop"]), ("button-reply", ["Yes"]),
            ("list-reply", ["Express"]),
            ("flow-reply", ["Form answered", "Form answered: payment_method", "Form answered"]),
            ("address-reply", ["Address: 1 Main St, Bengaluru", "Address: 2 Main St, Pune"]),
            ("call-permission", ["Calls allowed", "Calls declined"]), ("order", ["Order of 2 items"]),
            ("reaction", ["Reacted 👍", "Reaction removed", "Reaction removed"]), ("system", ["Ada changed number"]),
            ("request-welcome", ["Opened the chat"]),
            (
                "edit",
                ["Edited: Is the shop open today?", "Edited: Photo: Leak", "Edited: Unsupported message (hologram)"]
            ), ("revoke", ["Deleted a message"]), ("unsupported", ["Unsupported message (poll_creation)"]),
            (
                "unsupported-kinds",
                [
                    "Unsupported message", "Unsupported message (ephemeral)", "Media of an old chat",
                    "Unsupported message",
                ]
            ),
            (
                "interactive-unknown",
                ["Unsupported message (interactive)", "Unsupported message (interactive)"]
            ),
        ])
    func summaries(name: String, summaries: [String]) throws {
        #expect(try Fixture.delivery(name).messages.map(\.summary) == summaries)
    }

    @Test(
        "are read whatever surrounds them is spelled like",
        arguments: [
            #""type":"image","image":{"id":900,"mime_type":null,"caption":{},"new":[1]}"#,
            #""type":"audio","audio":{"voice":"true","id":[]}"#,
            #""type":"location","location":{"latitude":"1","longitude":2e0,"name":7,"address":null}"#,
            #""type":"contacts","contacts":[{},{"name":"x","phones":{},"org":[],"emails":[7,null,{}],"origin":7}]"#,
            #""type":"contacts","contacts":[]"#, #""type":"button","button":{"text":null}"#,
            #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":7}}"#,
            #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"r","description":null}}"#,
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{}}"#,
            #""type":"interactive","interactive":{"nfm_reply":{"name":"address_message","response_json":"{"}}"#,
            #""type":"interactive","interactive":{"nfm_reply":{"name":"address_message","response_json":"{\"values\":7}"}}"#,
            #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"maybe","expiration_timestamp":1760604812}}"#,
            #""type":"order","order":{"product_items":[{"quantity":1.5,"item_price":"cheap"},{}]}"#,
            #""type":"reaction","reaction":{"message_id":7,"emoji":null}"#,
            #""type":"system","system":{"type":"user_teleported","wa_id":12195555358,"body":7}"#,
            #""type":"request_welcome","request_welcome":7"#, #""type":"unsupported","unsupported":"x""#,
            #""type":"unknown","unknown":null"#,
            #""type":"edit","edit":{"original_message_id":7,"message":{"type":"text","text":{"body":"x"},"context":null}}"#,
            #""type":"revoke","revoke":{"original_message_id":7}"#,
        ])
    func tolerance(payload: String) throws {
        let message = #"{"id":"m","timestamp":"1760000000","identity":"x",\#(payload)}"#
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.events.map(\.isRecognized) == [true])
        #expect(delivery.messages.first?.summary.isEmpty == false)
        #expect(delivery.events.first?.raw.text == message)
    }

    @Test(
        "that were left out are not recognized, and arrive",
        arguments: [
            "image", "video", "audio", "document", "sticker", "location", "contacts", "button", "interactive", "order",
            "reaction", "system", "edit", "revoke",
        ])
    func missing(type: String) throws {
        let messages = ["", #","\#(type)":null"#].map { #"{"id":"m","timestamp":1,"type":"\#(type)"\#($0)}"# }
        let delivery = try Delivery(decodingChange: .change(messages: messages))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.messages.map(\.content) == [.unrecognized(type: type), .unrecognized(type: type)])
        // A payload of the wrong type is a problem, and only its own.
        let broken = #"{"id":"m","timestamp":1,"type":"\#(type)","\#(type)":7}"#
        let good = #"{"id":"g","timestamp":1,"type":"text","text":{"body":"hi"}}"#
        let mixed = try Delivery(decodingChange: .change(messages: [good, broken, good]))
        #expect(mixed.messages.map(\.id) == ["g", "g"])
        #expect(mixed.problems.map(\.code) == [.wrongType])
        #expect(mixed.problems.map(\.path) == ["value.messages[1].\(type)"])
        #expect(mixed.problems.first?.raw?.text == broken)
    }

    @Test(
        "that lack what they are about are problems",
        arguments: [
            (#""type":"location","location":{"latitude":1}"#, "missing", "location.longitude"),
            (#""type":"location","location":{"latitude":"north","longitude":1}"#, "wrongType", "location.latitude"),
            (#""type":"location","location":{"latitude":1e999,"longitude":1}"#, "wrongType", "location.latitude"),
            (#""type":"contacts","contacts":{}"#, "wrongType", "contacts"),
            (
                #""type":"interactive","interactive":{"type":"button_reply"}"#, "missing", "interactive.button_reply"
            ),
            (
                #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"title":"x"}}"#, "missing",
                "interactive.button_reply.id"
            ),
            (
                #""type":"interactive","interactive":{"type":"list_reply","list_reply":[]}"#, "wrongType",
                "interactive.list_reply"
            ), (#""type":"interactive","interactive":{"type":"nfm_reply"}"#, "missing", "interactive.nfm_reply"),
            (#""type":"interactive","interactive":{"nfm_reply":"x"}"#, "wrongType", "interactive.nfm_reply"),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{}}"#,
                "missing", "interactive.call_permission_reply.response"
            ), (#""type":"order","order":{"catalog_id":"1"}"#, "missing", "order.product_items"),
            (#""type":"order","order":{"product_items":{}}"#, "wrongType", "order.product_items"),
            (#""type":"reaction","reaction":{"emoji":"x"}"#, "missing", "reaction.message_id"),
            (#""type":"system","system":{}"#, "missing", "system.type"),
            (#""type":"edit","edit":{"message":{"type":"text"}}"#, "missing", "edit.original_message_id"),
            (#""type":"edit","edit":{"original_message_id":"m"}"#, "missing", "edit.message"),
            (
                #""type":"edit","edit":{"original_message_id":"m","message":{"type":"text","text":{}}}"#, "missing",
                "edit.message"
            ), (#""type":"revoke","revoke":{}"#, "missing", "revoke.original_message_id"),
        ])
    func broken(payload: String, code: String, path: String) throws {
        let broken = #"{"id":"m","timestamp":"1760000000",\#(payload)}"#
        let good = #"{"id":"g","timestamp":1,"type":"sticker","sticker":{"id":"1"}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [broken, good]))
        #expect(delivery.messages.map(\.content) == [.sticker(.init(id: "1"))])
        #expect(delivery.problems.map(\.code.description) == [code])
        #expect(delivery.problems.map(\.path) == ["value.messages[0].\(path)"])
        #expect(delivery.problems.first?.raw?.text == broken)
    }

    @Test("inside of edits are read one level deep")
    func nestedEdits() throws {
        let inner = #"{"original_message_id":"a","message":{"type":"edit","edit":{"original_message_id":"b"}}}"#
        let message = #"{"id":"m","timestamp":1,"type":"edit","edit":\#(inner)}"#
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        #expect(
            delivery.messages.map(\.content) == [
                .edit(.init(originalMessageID: "a", type: .edit, content: .unrecognized(type: "edit")))
            ])
        #expect(delivery.events.map(\.isRecognized) == [false])
    }

    @Test(
        "hide no sibling of a broken part",
        arguments: [
            #""type":"contacts","contacts":[7,{"vcard":"a"},null,{"vcard":"b"},[]]"#,
            #""type":"edit","edit":{"original_message_id":"o","message":{"type":"contacts","contacts":[7,{"vcard":"a"},null,{"vcard":"b"},[]]}}"#,
        ])
    func brokenCards(payload: String) throws {
        let message = #"{"id":"m","timestamp":1,\#(payload)}"#
        let good = #"{"id":"g","timestamp":1,"type":"sticker","sticker":{"id":"1"}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [message, good]))
        #expect(delivery.messages.map(\.id) == ["m", "g"])
        let cards: [InboundMessage.ContactCard]
        let path: String
        switch delivery.messages.first?.content {
        case .contacts(let found): (cards, path) = (found, "value.messages[0].contacts")
        case .edit(let edit):
            path = "value.messages[0].edit.message.contacts"
            guard case .contacts(let found) = edit.content else { throw CocoaError(.coderReadCorrupt) }
            cards = found
        default: throw CocoaError(.coderReadCorrupt)
        }
        #expect(cards.map(\.vcard) == ["a", "b"])
        #expect(delivery.problems.map(\.path) == ["\(path)[0]", "\(path)[2]", "\(path)[4]"])
        #expect(delivery.problems.map(\.code) == [.wrongType, .wrongType, .wrongType])
        #expect(delivery.problems.map(\.raw?.text) == ["7", "null", "[]"])
    }

    @Test("of an order keep the place of a line that is broken")
    func brokenItems() throws {
        let items = #"[{"product_retailer_id":"a","quantity":1},"x",{"product_retailer_id":"b","quantity":2}]"#
        let message = #"{"id":"m","timestamp":1,"type":"order","order":{"catalog_id":"1","product_items":\#(items)}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        guard case .order(let order)? = delivery.messages.first?.content else { throw CocoaError(.coderReadCorrupt) }
        #expect(order.items == [.init(retailerID: "a", quantity: 1), .init(), .init(retailerID: "b", quantity: 2)])
        #expect(delivery.problems.map(\.path) == ["value.messages[0].order.product_items[1]"])
        #expect(delivery.problems.first?.raw?.text == #""x""#)
    }

    @Test("with broken parts keep to the limit of events")
    func brokenPartsWithinLimit() throws {
        let message =
            #"{"id":"m","timestamp":1,"type":"contacts","contacts":[\#(Array(repeating: "7", count: 50).joined(separator: ","))]}"#
        let delivery = try Delivery(
            decodingChange: .change(messages: [message]), limits: DecodingLimits(maximumEvents: 10))
        #expect(delivery.messages.map(\.id) == ["m"])
        #expect(delivery.problems.count == 10)
        #expect(delivery.problems.last?.code == .tooManyEvents)
    }
}
