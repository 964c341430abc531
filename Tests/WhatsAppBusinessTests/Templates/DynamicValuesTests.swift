import Testing
import WhatsAppBusiness

@Suite("Dynamic values")
struct DynamicValuesTests {
    static let values = DynamicValues(contact: [
        "name": "Ana", "empty": " ", "braces": "{{contact.name}} {{1}}", "last-name": "Souza",
    ])

    @Test(
        "stand in the places of their names",
        arguments: [
            ("Hi {{contact.name}}!", "Hi Ana!"), ("{{ contact.name }}", "Ana"), ("{{contact.name|there}}", "Ana"),
            ("Hi {{contact.city|there}}!", "Hi there!"), ("Hi{{contact.city|}}!", "Hi!"),
            ("{{contact.empty|there}}", "there"), ("{{contact.last-name}}", "Souza"),
            ("{{contact.city| of | yours }}", " of | yours "),
            // A value is not expanded again.
            ("{{contact.braces}}", "{{contact.name}} {{1}}"),
            // What belongs to templates, and what is no name, is text.
            ("{{1}} {{name}} {{}} {{.a}} {{a.}} {{a b.c}}", "{{1}} {{name}} {{}} {{.a}} {{a.}} {{a b.c}}"),
            ("{contact.name} {{contact.name", "{contact.name} {{contact.name"), ("{{{contact.name}}}", "{Ana}"),
        ])
    func expanding(_ text: String, _ expected: String) throws {
        #expect(try Self.values.expanding(text) == expected)
    }

    @Test("are all named where they are missing, each once")
    func missing() {
        let error = #expect(throws: ValidationError.self) {
            try Self.values.expanding("{{contact.city}} {{order.id}} {{contact.city}} {{contact.empty}}")
        }
        #expect(error?.violations.map(\.path) == ["contact.city", "order.id", "contact.empty"])
        #expect(error?.violations.allSatisfy { $0.rule == .required } == true)
    }

    @Test("are expanded in a template's values")
    func template() throws {
        var values: TemplateValues = [
            "1": "{{contact.name|there}}", "2": .currency("{{contact.name}}", code: "USD", thousandths: 1),
            "3": .dateTime("{{contact.day|today}}"),
        ]
        values[button: 0] = .url("{{contact.name}}")
        values[button: 1] = .quickReply("hi-{{contact.name}}")
        values.cards = [["1": "{{contact.braces}}"]]
        let expanded = try Self.values.expanding(values)
        #expect(expanded["1"] == "Ana" && expanded["3"] == .dateTime("today"))
        #expect(expanded["2"] == values["2"])
        #expect(expanded[button: 0] == .url("Ana") && expanded[button: 1] == .quickReply("hi-Ana"))
        #expect(expanded.cards[0]["1"] == "{{contact.name}} {{1}}")
        values["1"] = "{{contact.city}}"
        values.cards = [["1": "{{order.id}}"]]
        let error = #expect(throws: ValidationError.self) { try Self.values.expanding(values) }
        #expect(error?.violations.map(\.path) == ["contact.city", "order.id"])
    }

    @Test("are expanded in messages")
    func messages() throws {
        #expect(try Self.values.expanding(Message.text("Hi {{contact.name}}")) == .text("Hi Ana"))
        let picture = Message.image(.id("1"), caption: "For {{contact.name}}")
        #expect(try Self.values.expanding(picture) == .image(.id("1"), caption: "For Ana"))
        let template = Message.template("a", language: "en", body: ["{{contact.name}}", "{{1}}"])
        #expect(try Self.values.expanding(template) == .template("a", language: "en", body: ["Ana", "{{1}}"]))
        let buttons = Message.buttons("{{contact.name}}?", [.reply(id: "a", title: "A")])
        #expect(try Self.values.expanding(buttons) == .buttons("Ana?", [.reply(id: "a", title: "A")]))
        #expect(throws: ValidationError.self) { try Self.values.expanding(Message.text("{{contact.city}}")) }
    }

    @Test("do not let a text grow without bound")
    func bound() throws {
        let values: DynamicValues = ["a.b": String(repeating: "x", count: 1 << 10)]
        let fits = String(repeating: "{{a.b}}", count: 1 << 10)
        #expect(try values.expanding(fits).utf8.count == DynamicValues.maximumByteCount)
        let error = #expect(throws: ValidationError.self) { try values.expanding(fits + "y") }
        #expect(error?.violations.map(\.rule) == [.maxLength])
        #expect(error?.violations.first?.limit == DynamicValues.maximumByteCount)
    }

    @Test("show nothing of themselves")
    func description() {
        #expect(!"\(Self.values)".contains("Ana") && !String(reflecting: Self.values).contains("Ana"))
    }
}
