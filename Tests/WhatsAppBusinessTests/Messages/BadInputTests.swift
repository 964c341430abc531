import Testing
import WhatsAppBusiness

@Suite("Bad input")
struct BadInputTests {
    @Test(
        "in an address is a violation",
        arguments: [
            ("", "required"), (" ", "required"), ("example.com", "pattern"), ("ftp://example.com/a", "pattern"),
            ("javascript:alert(1)", "pattern"), ("file:///etc/passwd", "pattern"), ("https://", "pattern"),
            ("https:///a", "pattern"), ("http://?x", "pattern"), ("https://example.com/a b", "characters"),
            ("https://example.com/\n", "characters"), ("https://example.com/\u{0}", "characters"),
            ("https://example.com/\u{7F}", "characters"), ("https://exam\u{200B}ple.com", "characters"),
            ("https://example.com/\u{202E}gpj", "characters"), ("https://example.com/\u{A0}", "characters"),
            (" https://example.com", "pattern"),
        ])
    func addresses(address: String, rule: String) throws {
        for (fixture, path) in [
            ("link", "interactive.action.parameters.url"), ("image-link", "image.link"),
            ("template-video", "template.components[0].parameters[0].video.link"),
            ("carousel", "interactive.action.cards[0].header.image.link"),
            ("template-tap-target", "template.components[0].parameters[0].tap_target_configuration[0].url"),
        ] {
            let body = try MessageFixture.body(fixture).setting(path, .string(address))
            let request = SendRequest(json: body)
            #expect(violations(request).contains("\(path) \(rule)"))
            #expect(request.json == body, "nothing is changed")
        }
    }

    @Test(
        "but not in addresses of all scripts", arguments: ["https://münchen.example/straße?x=ü", "HTTP://example.com"])
    func goodAddresses(address: String) {
        #expect(violations(.link("x", button: "y", url: address)) == [])
    }

    @Test(
        "in a number is a violation",
        arguments: [
            ("", "required"), ("abc", "characters"), ("+55abc", "characters"), ("+12345678901234567890", "maxLength"),
            ("12345678901234567890", "maxLength"), ("+1234567890123456", "maxLength"), ("+123456", "minLength"),
            ("(631) 555-1234", "countryCode"), ("+1650\u{200F}5551234", "characters"), ("０１２３", "characters"),
            ("US.ABC", "characters"), ("+", "required"), (String(repeating: "9", count: 10_000), "maxLength"),
        ])
    func numbers(number: String, rule: String) throws {
        let body = try MessageFixture.body("image").setting("to", .string(number))
        let request = SendRequest(json: body)
        #expect(violations(request) == ["to \(rule)"])
        #expect(request.json == body, "nothing is changed")
    }

    @Test("at the edges of a number's length", arguments: [("+1234567", true), ("+123456789012345", true)])
    func numberLengths(number: String, isValid: Bool) throws {
        let request = SendRequest(json: try MessageFixture.body("image").setting("to", .string(number)))
        #expect(violations(request).isEmpty == isValid)
        #expect(request.json["to"]?.string == number)
    }

    @Test(
        "of nothing visible is a violation, and stays what it is",
        arguments: ["", " ", "\n\t", "\u{200B}", "\u{200F}\u{200E}", "\u{FEFF}\u{2060}", "\u{00AD}", "\u{3164}"])
    func invisible(text: String) throws {
        for (fixture, path) in [
            ("text", "text.body"), ("buttons", "interactive.body.text"), ("buttons", "interactive.footer.text"),
            ("buttons", "interactive.action.buttons[0].reply.title"), ("list", "interactive.action.button"),
            ("list", "interactive.action.sections[0].rows[0].title"),
            ("flow", "interactive.action.parameters.flow_cta"),
            ("template-full", "template.components[1].parameters[0].text"), ("pin", "pin.message_id"),
            ("template-plain", "template.language.code"), ("contacts", "contacts[0].name.formatted_name"),
            ("product", "interactive.action.catalog_id"), ("image", "image.id"), ("text", "context.message_id"),
            ("reaction", "reaction.message_id"), ("document", "document.filename"),
        ] {
            let body = try MessageFixture.body(fixture).setting(path, .string(text))
            let request = SendRequest(json: body)
            #expect(violations(request).contains("\(path) required"), "\(path)")
            #expect(request.json == body)
        }
    }

    @Test("that can be seen is none, marks of direction or not")
    func visible() {
        #expect(violations(.text("\u{200F}שלום\u{200E}")) == [])
        #expect(violations(.text("👨‍👩‍👧")) == [])
        #expect(Message.text("\u{200F}x ").json["text"]?["body"]?.string == "\u{200F}x ")
    }

    @Test(
        "in a reaction is a violation",
        arguments: [
            ("😀", nil), ("❤", nil), ("❤️", nil), ("1️⃣", nil), ("👩‍👩‍👧‍👦", nil), ("🇧🇷", nil), ("", nil), ("©️", nil),
            ("ok", "maxLength"), ("😀😀", "maxLength"), ("x", "pattern"), ("1", "pattern"), (" ", "pattern"),
        ] as [(String, String?)])
    func reactions(emoji: String, rule: String?) {
        #expect(violations(.reaction(emoji, to: "m")) == (rule.map { ["reaction.emoji \($0)"] } ?? []))
    }

    @Test("that quotes with a reaction is a violation")
    func quotingReaction() {
        var message = Message.reaction("😀", to: "m")
        message.replyTo = "n"
        #expect(violations(message) == ["context notAllowed"])
    }

    @Test(
        "in a placeholder's name is a violation",
        arguments: [("first_name", nil), ("a1", nil), ("First", "characters"), ("a b", "characters"), ("", "required")]
            as [(String, String?)])
    func names(name: String, rule: String?) {
        let template = TemplateMessage(
            name: "t", language: "en", components: [.header(.text("x", name: name)), .body([.text("x", name: name)])])
        let path = "template.components"
        #expect(
            violations(.template(template))
                == (rule.map { rule in (0...1).map { "\(path)[\($0)].parameters[0].parameter_name \(rule)" } } ?? []))
    }

    @Test("in ids of buttons is a violation", arguments: [" a", "a ", "\ta", "a\n"])
    func ids(id: String) {
        #expect(
            violations(.buttons("x", [.reply(id: id, title: "y")]))
                == ["interactive.action.buttons[0].reply.id characters"])
    }

    @Test("that repeats what must differ is a violation")
    func unique() {
        #expect(
            violations(.buttons("x", [.reply(id: "a", title: "A"), .reply(id: "a", title: "A")])) == [
                "interactive.action.buttons[1].reply.id unique", "interactive.action.buttons[1].reply.title unique",
            ])
        #expect(
            violations(
                .list(
                    "x", button: "y",
                    sections: [
                        ListSection(title: "1", rows: [.row(id: "a", title: "A")]),
                        ListSection(title: "2", rows: [.row(id: "b", title: "A"), .row(id: "a", title: "B")]),
                    ])) == ["interactive.action.sections[1].rows[1].id unique"])
    }

    @Test("in sections without titles is a violation")
    func sectionTitles() {
        let rows: OneOrMore<ListRow> = [.row(id: "a", title: "A")]
        #expect(violations(.list("x", button: "y", sections: [ListSection(rows: rows)])) == [])
        #expect(
            violations(
                .list(
                    "x", button: "y",
                    sections: [ListSection(rows: rows), ListSection(title: "", rows: [.row(id: "b", title: "B")])]))
                == ["interactive.action.sections[0].title required", "interactive.action.sections[1].title required"])
    }

    @Test("in cards that differ is a violation")
    func cards() throws {
        let body = try MessageFixture.body("carousel")
        let replies = try #require(MessageFixture.body("carousel-replies")["interactive"]?["action"]?["cards"]?[1])
        #expect(
            violations(SendRequest(json: body.setting("interactive.action.cards[1]", replies)))
                == ["interactive.action.cards[1].action consistency"])
        let products = try MessageFixture.body("carousel-products")
        #expect(
            violations(SendRequest(json: products.setting("interactive.action.cards[1].action.catalog_id", "2")))
                == ["interactive.action.cards[1].action.catalog_id consistency"])
        let product = try #require(products["interactive"]?["action"]?["cards"]?[1])
        #expect(
            violations(SendRequest(json: body.setting("interactive.action.cards[1]", product)))
                == ["interactive.action.cards[1].type consistency"])
        #expect(
            violations(SendRequest(json: body.setting("interactive.action.cards[1].card_index", 5)))
                == ["interactive.action.cards[1].card_index consistency"])
    }

    @Test("in sums of a bill is a violation")
    func sums() {
        var order = MessageValues.indianOrder
        func found() -> [String] {
            violations(Message(content: .orderDetails(OrderDetailsMessage(body: "x", order: order))))
        }
        let path = "interactive.action.parameters"
        order.total.value += 1
        #expect(found() == ["\(path).total_amount.value consistency"])
        order = MessageValues.indianOrder
        order.order.items[0].quantity = 3
        #expect(found() == ["\(path).order.subtotal.value consistency"])
        order.order.items[0].quantity = 0
        #expect(found().contains("\(path).order.items[0].quantity minimum"))
        // Numbers beyond all bounds are no reason to crash.
        order.order.items[0].quantity = .max
        order.order.tax.value = .max
        #expect(!found().isEmpty)
        order = MessageValues.indianOrder
        order.total.offset = 1000
        #expect(found() == ["\(path).total_amount.offset notAllowed"])
        order = MessageValues.indianOrder
        order.referenceID = "a b"
        #expect(found() == ["\(path).reference_id characters"])
    }

    @Test(
        "in a limited-time offer's seconds is a violation",
        arguments: [(0, false), (1_795_000_000, false), (1_795_000_000_000, true)])
    func offers(milliseconds: Int, isValid: Bool) {
        let template = TemplateMessage(
            name: "t", language: "en",
            components: [.limitedTimeOffer(expirationMilliseconds: Int64(milliseconds))])
        #expect(violations(.template(template)).isEmpty == isValid)
    }

    @Test("for groups is a violation where groups take none")
    func groups() {
        let group = Recipient.group("Y2FwaV9n")
        func found(_ message: Message, _ recipient: Recipient = group) -> [String] {
            violations(SendRequest(message: message, to: recipient))
        }
        #expect(found(.text("Hi")) == [])
        #expect(found(.image(.id("1"))) == [])
        #expect(found(.template("t", language: "en")) == [])
        #expect(found(.buttons("x", [.reply(id: "a", title: "A")])) == ["type notAllowed"])
        #expect(found(.pin("m", days: 1), "+16505551234") == ["recipient_type notAllowed"])
        #expect(found(.text("Hi"), .group("")) == ["to required"])
        #expect(found(.text("Hi"), .group("a b")) == ["to characters"])
        #expect("\(group)" == "group •••")
    }

    @Test("for the marketing messages endpoint is a violation where it is no template")
    func marketing() {
        let request = SendRequest(message: .text("Hi"), to: "+16505551234", marketing: MarketingOptions())
        #expect(violations(request) == ["type notAllowed"])
    }
}
