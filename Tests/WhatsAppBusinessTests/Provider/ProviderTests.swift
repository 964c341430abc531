import Testing
import WhatsAppBusiness

/// A provider that can send, and nothing else.
private struct SmallProvider: WhatsAppProvider {
    let name = ProviderName(rawValue: "small")
    let capabilities: Capabilities = [.sendText]

    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        guard !message.isTemplate else { throw .unsupported(.sendTemplate, by: name) }
        return SentMessage(id: "small.1")
    }
}

@Suite("A provider")
struct ProviderTests {
    @Test("is little code, and is used like any other")
    func small() async throws {
        let provider: any WhatsAppProvider = SmallProvider()
        #expect(try await provider.send(.text("Hi"), to: "+15550001111").id == "small.1")
    }

    @Test("says what it cannot do, beforehand and when it is asked to")
    func unsupported() async throws {
        let provider: any WhatsAppProvider = SmallProvider()
        #expect(!provider.capabilities.contains(.markAsRead))
        let errors = [
            await #expect(throws: WhatsAppError.self) { try await provider.markAsRead("m") },
            await #expect(throws: WhatsAppError.self) { _ = try await provider.checkConnection() },
            await #expect(throws: WhatsAppError.self) { _ = try await provider.execute(.get("x")) },
            await #expect(throws: WhatsAppError.self) {
                try await provider.send(.template("t", language: "en"), to: "+15550001111")
            },
        ]
        #expect(errors.map { $0?.capability } == [.markAsRead, .checkConnection, .execute, .sendTemplate])
        #expect(errors.allSatisfy { $0?.code == .unsupported && $0?.outcome == .notSent })
        #expect(errors[0]?.description.contains("small cannot do this: markAsRead") == true)
    }
}

@Suite("Validation")
struct ValidationTests {
    @Test(
        "finds every violation at once",
        arguments: [
            (Message.text(""), ["text.body required"]),
            (.text("\u{200B}\u{FEFF}"), ["text.body required"]),
            (.text("   \n"), ["text.body required"]),
            (.text(String(repeating: "x", count: 4096)), []),
            (.text(String(repeating: "👨‍👩‍👧", count: 819)), []),
            (.text(String(repeating: "👨‍👩‍👧", count: 820)), ["text.body maxLength"]),
            (.template("Bad Name", language: ""), ["template.name characters", "template.language.code required"]),
            (
                .template(
                    TemplateMessage(
                        name: "ok", language: "en",
                        components: [
                            .body([.text(""), .text("x", name: " ")]),
                            .button(.copyCode(String(repeating: "9", count: 21)), at: -1),
                            .header(.image(.link("ftp://example.com/a"))),
                            .header(.image(.link("https://example.com/a b"))),
                        ])),
                [
                    "template.components[0].parameters[0].text required",
                    "template.components[0].parameters[1].parameter_name required",
                    "template.components[0].parameters[1].parameter_name consistency",
                    "template.components[1].index minimum",
                    "template.components[1].parameters[0].coupon_code maxLength",
                    "template.components[2].parameters[0].image.link pattern",
                    "template.components[3].parameters[0].image.link characters",
                ]
            ),
        ] as [(Message, [String])])
    func violations(message: Message, expected: [String]) {
        var found: [String] = []
        do throws(ValidationError) {
            try message.validate()
        } catch {
            found = error.violations.map { "\($0.path) \($0.rule.rawValue)" }
        }
        #expect(found == expected)
    }

    @Test("counts a tag's characters", arguments: [(512, true), (513, false)])
    func tags(count: Int, isValid: Bool) {
        let message = Message(
            content: .text(.init(body: "x")), callbackData: String(repeating: "é", count: count))
        let isAccepted = (try? message.validate()) != nil
        #expect(isAccepted == isValid)
    }

    @Test("names limit and size, never the value")
    func description() {
        let error = #expect(throws: ValidationError.self) {
            try Message.text(String(repeating: "secret", count: 700)).validate()
        }
        #expect(error?.description == "text.body: maxLength: the value is too long (limit 4096, actual 4200)")
    }
}

@Suite("Recipients")
struct RecipientTests {
    @Test(
        "are told apart by their form",
        arguments: [
            ("+15550001111", false), ("US.13491208655302741918", true), ("US.ENT.11815799212886844830", true),
            ("us.1", false), ("US.", false), ("USA.1", false), ("US.1-2", false),
        ])
    func literals(text: String, isUser: Bool) throws {
        let recipient = try? Recipient(parsing: text)
        #expect((recipient?.userID != nil) == isUser)
    }

    @Test("that are neither are refused")
    func refused() {
        #expect(throws: ValidationError.self) { try Recipient(parsing: "US.1-2") }
        #expect(throws: ValidationError.self) {
            try SendRequest(message: .text("x"), to: .user("nonsense")).validate()
        }
    }
}
