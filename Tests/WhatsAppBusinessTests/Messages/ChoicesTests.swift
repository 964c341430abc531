import Foundation
import Testing
import WhatsAppBusiness

@Suite("Choices")
struct ChoicesTests {
    private struct Size: Codable, Hashable, Sendable {
        var sku: String
        var cents: Int
    }

    private let sizes: Choices = ["S", "M", "L"]

    /// A customer's answer as it is delivered.
    private func answer(_ kind: String, id: String) throws -> InboundMessage {
        let reply = JSONValue.object(["id": .string(id), "title": "x"])
        let message: JSONValue = [
            "from": "16505551234", "id": "wamid.IN1", "timestamp": "1795000000", "type": "interactive",
            "interactive": .object(
                JSONObject([.init(key: "type", value: .string(kind)), .init(key: kind, value: reply)])),
        ]
        let value: JSONValue = ["messaging_product": "whatsapp", "messages": [message]]
        let body: JSONValue = [
            "object": "whatsapp_business_account",
            "entry": [["id": "1", "changes": [["field": "messages", "value": value]]]],
        ]
        return try #require(try Delivery(decoding: body.serialized()).messages.first)
    }

    private func text(_ body: String) -> InboundMessage? {
        let escaped = String(decoding: JSONValue.string(body).serialized(), as: UTF8.self)
        let delivery = try? Delivery(
            decoding: Array(
                #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","messages":[{"from":"16505551234","id":"wamid.IN1","timestamp":"1795000000","type":"text","text":{"body":\#(escaped)}}]}}]}]}"#
                    .utf8))
        return delivery?.messages.first
    }

    @Test("are buttons for up to three, a list for up to ten, and a violation beyond")
    func kinds() {
        for count in 0...12 {
            let message = Message.choices("Which?", (0..<count).map { "Option \($0)" })
            let type = message.json["interactive"]?["type"]?.string
            #expect(type == (count <= 3 ? "button" : "list"))
            switch count {
            case 0: #expect(violations(message) == ["interactive.action.buttons minCount"])
            case 1...10: #expect(violations(message) == [])
            default: #expect(violations(message) == ["interactive.action.sections maxCount"])
            }
        }
    }

    @Test("have stable ids")
    func ids() {
        let message = Message.choices("Which size?", ["S", "M", "L"])
        let buttons = message.json["interactive"]?["action"]?["buttons"]
        #expect(
            buttons?.array?.map { $0["reply"]?["id"]?.string } == [
                #"choice:0:"S""#, #"choice:1:"M""#, #"choice:2:"L""#,
            ])
        #expect(buttons?.array?.map { $0["reply"]?["title"]?.string } == ["S", "M", "L"])
        #expect(message == .choices("Which size?", sizes))
        #expect(sizes.id(at: 3) == nil)
    }

    @Test("with a label of more than 20 characters are a list, and the label is all there")
    func longLabels() {
        let exact = String(repeating: "x", count: 20)
        #expect(Message.choices("Which?", [exact]).json["interactive"]?["type"] == "button")
        let long = [exact + "y", "Extra large with long sleeves and two pockets", String(repeating: "é", count: 96)]
        let message = Message.choices("Which?", long, button: "Sizes")
        let rows = message.json["interactive"]?["action"]?["sections"]?[0]?["rows"]?.array ?? []
        #expect(
            rows.map { $0["title"]?.string } == [
                exact + "y", "Extra large with long ", String(repeating: "é", count: 24),
            ])
        #expect(
            rows.map { $0["description"]?.string } == [
                nil, "sleeves and two pockets", String(repeating: "é", count: 72),
            ])
        #expect(rows.map { ($0["title"]?.string ?? "") + ($0["description"]?.string ?? "") } == long)
        #expect(message.json["interactive"]?["action"]?["button"] == "Sizes")
        #expect(violations(message) == [])
        #expect(
            violations(.choices("Which?", [String(repeating: "x", count: 97)]))
                == ["interactive.action.sections[0].rows[0].description maxLength"])
    }

    @Test("and other lists are never empty")
    func emptiness() {
        let none: [ReplyButton] = []
        #expect(OneOrMore(none) == nil)
        #expect(ListSection(rows: [Never]()) == nil)
        let nothing: [Never] = []
        #expect(violations(.buttons("x", nothing)) == ["interactive.action.buttons minCount"])
        #expect(violations(.contacts(nothing)) == ["contacts minCount"])
        var buttons = OneOrMore(first: ReplyButton(id: "a", title: "A"))
        buttons.append(.reply(id: "b", title: "B"))
        buttons[0].title = "C"
        #expect(buttons.elements.map(\.title) == ["C", "B"])
        #expect(buttons == OneOrMore(buttons.elements))
    }

    @Test("are never cut within a character")
    func graphemes() {
        let label = String(repeating: "👨‍👩‍👧‍👦", count: 4)
        let row = Message.choices("Which?", [label]).json["interactive"]?["action"]?["sections"]?[0]?["rows"]?[0]
        #expect(row?["title"]?.string == String(repeating: "👨‍👩‍👧‍👦", count: 3))
        #expect(row?["description"]?.string == "👨‍👩‍👧‍👦")
    }

    @Test("are answered by index and value", arguments: ["button_reply", "list_reply"])
    func answers(kind: String) throws {
        let message = try answer(kind, id: #"choice:1:"M""#)
        #expect(message.choice() == Choice(index: 1, value: "M"))
        #expect(sizes.choice(in: message) == Choice(index: 1, value: "M"))
        #expect(message.choice(of: Int.self) == nil)
        #expect(Choices(["S", "X"]).choice(in: message) == nil, "the options have changed")
    }

    @Test("carry values of any type")
    func payloads() throws {
        let values = [Size(sku: "a/1", cents: 990), Size(sku: "b\"2", cents: 1490)]
        let choices = Choices(values) { "Size \($0.sku)" }
        let message = Message.choices("Which size?", choices)
        #expect(violations(message) == [])
        let id = try #require(
            message.json["interactive"]?["action"]?["buttons"]?[1]?["reply"]?["id"]?.string)
        #expect(id == #"choice:1:{"cents":1490,"sku":"b\"2"}"#)
        let reply = try answer("button_reply", id: id)
        #expect(reply.choice(of: Size.self) == Choice(index: 1, value: values[1]))
        #expect(choices.choice(in: reply)?.value == values[1])
    }

    @Test("whose values do not fit into an id are a violation", arguments: [(243, true), (244, false)])
    func longPayloads(count: Int, isValid: Bool) {
        // choice:0:"…" has 11 characters beside the value, of a button's 256.
        let choices = Choices([String(repeating: "x", count: count + 2)]) { _ in "One" }
        #expect(
            violations(.choices("Which?", choices))
                == (isValid ? [] : ["interactive.action.buttons[0].reply.id maxLength"]))
    }

    @Test(
        "are not found in other answers",
        arguments: ["keep", "choice:", "choice:x:1", "choice:-1:\"S\"", "choice:0:", "choice:0:{"])
    func foreign(id: String) throws {
        #expect(try answer("button_reply", id: id).choice() == nil)
    }

    @Test("may be numbered lines, where that is wanted")
    func numbered() {
        let message = Message.numberedChoices("Which size?", ["S", "M", "L"])
        #expect(message == .text("Which size?\n\n1. S\n2. M\n3. L"))
    }

    @Test(
        "are found in texts by number or label",
        arguments: [
            ("2", 1), (" 2. ", 1), ("3)", 2), ("m", 1), (" L\n", 2), ("٢", 1), ("２", 1), ("\u{200F}S", 0),
            ("4", nil), ("0", nil), ("-1", nil), ("", nil), ("XL", nil), ("2 please", nil), ("½", nil), (".", nil),
            ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func texts(said: String, index: Int?) throws {
        #expect(sizes.choice(in: said)?.index == index)
        #expect(sizes.choice(in: try #require(text(said)))?.index == index)
    }

    @Test("with numbers as labels are found by label first")
    func numericLabels() {
        let counts: Choices = ["10", "2", "1"]
        #expect(counts.choice(in: "10")?.index == 0)
        #expect(counts.choice(in: "2")?.value == "2")
        #expect(counts.choice(in: "1")?.index == 2)
        #expect(counts.choice(in: "3")?.index == 2)
    }
}
