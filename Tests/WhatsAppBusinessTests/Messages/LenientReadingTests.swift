import Testing
import WhatsAppBusiness

@Suite("Reading what the types cannot hold")
struct LenientReadingTests {
    @Test(
        "reports it with its path, and keeps it",
        arguments: [
            (
                "buttons", "interactive.action.buttons[1].type", "phone_number",
                "interactive.action.buttons[1].type notAllowed"
            ),
            (
                "buttons", "interactive.action.buttons[1].reply.titel", "x",
                "interactive.action.buttons[1].reply.titel unknownMember"
            ),
            (
                "buttons", "interactive.action.buttons[1].reply.title", 5,
                "interactive.action.buttons[1].reply.title type"
            ),
            ("buttons", "interactive.action.buttons", [], "interactive.action.buttons minCount"),
            ("buttons", "interactive.action.buttons", "x", "interactive.action.buttons type"),
            ("buttons", "interactive.action.buttons[0]", 7, "interactive.action.buttons[0] type"),
            ("buttons", "interactive.header.type", "audio", "interactive.header.type notAllowed"),
            ("buttons", "interactive.type", "hologram", "interactive.type unsupported"),
            ("buttons", "interactive.type", nil, "interactive.type required"),
            ("buttons", "interactive", nil, "interactive required"),
            ("buttons", "interactive", 5, "interactive type"),
            ("buttons", "interactive.body", nil, "interactive.body required"),
            (
                "list", "interactive.header", ["type": "image", "image": ["id": "1"]],
                "interactive.header.type notAllowed"
            ),
            ("product", "interactive.header", ["type": "text", "text": "x"], "interactive.header notAllowed"),
            ("product-list", "interactive.header", nil, "interactive.header required"),
            ("carousel", "interactive.footer", ["text": "x"], "interactive.footer notAllowed"),
            ("location-request", "interactive.footer", ["text": "x"], "interactive.footer notAllowed"),
            ("location-request", "interactive.action.name", "send", "interactive.action.name notAllowed"),
            (
                "order-details", "interactive.header", ["type": "text", "text": "x"],
                "interactive.header.type notAllowed"
            ),
            (
                "flow", "interactive.action.parameters.flow_name", "x",
                "interactive.action.parameters.flow_id notAllowed"
            ),
            (
                "flow", "interactive.action.parameters.flow_action", "jump",
                "interactive.action.parameters.flow_action notAllowed"
            ),
            (
                "flow", "interactive.action.parameters.flow_action_payload.data", [:],
                "interactive.action.parameters.flow_action_payload.data minCount"
            ),
            ("image", "image.link", "https://example.com", "image.link notAllowed"),
            ("image", "image.id", nil, "image.id required"),
            ("image", "image.id", 1_037_543, "image.id type"),
            ("image", "image", nil, "image required"),
            ("image", "type", "hologram", "type unsupported"),
            ("image", "type", 5, "type type"),
            ("image", "type", nil, "type required"),
            ("image", "to", nil, "to required"),
            ("image", "to", 16_505_551_234, "to type"),
            ("image", "recipient_type", "crowd", "recipient_type notAllowed"),
            ("image", "messaging_product", nil, "messaging_product required"),
            ("image", "messaging_product", "telegram", "messaging_product notAllowed"),
            ("text", "context", "wamid.IN1", "context type"),
            ("text", "context.message_id", nil, "context.message_id required"),
            ("text", "biz_opaque_callback_data", 7, "biz_opaque_callback_data type"),
            ("text", "text.preview_url", "yes", "text.preview_url type"),
            ("contacts", "contacts", [], "contacts minCount"),
            ("contacts", "contacts[0].name", ["formatted_name": "Ada"], "contacts[0].name required"),
            ("contacts", "contacts[0].birthday", "10.12.1990", "contacts[0].birthday pattern"),
            ("location", "location.latitude", "north", "location.latitude pattern"),
            ("location", "location.longitude", nil, "location.longitude required"),
            (
                "template-full", "template.components[3].sub_type", "phone_number",
                "template.components[3].sub_type notAllowed"
            ),
            ("template-full", "template.components[3].sub_type", nil, "template.components[3].sub_type required"),
            ("template-full", "template.components[3].index", nil, "template.components[3].index required"),
            ("template-full", "template.components[3].parameters", nil, "template.components[3].parameters required"),
            (
                "template-full", "template.components[4].parameters[0]", ["type": "payload", "payload": "x"],
                "template.components[4].parameters required"
            ),
            ("template-full", "template.components[0].type", "footer", "template.components[0].type notAllowed"),
            ("template-full", "template.components[0].parameters", [], "template.components[0].parameters required"),
            ("template-full", "template.language.policystring", "x", "template.language.policystring unknownMember"),
            ("template-full", "template.language", nil, "template.language required"),
            ("template-carousel", "template.components[0].cards", nil, "template.components[0].cards required"),
            (
                "template-carousel", "template.components[0].cards[0].components[0]",
                [
                    "type": "order_status",
                    "parameters": [
                        [
                            "type": "order_status",
                            "order_status": ["reference_id": "a", "order": ["status": "shipped"]],
                        ]
                    ],
                ],
                "template.components[0].cards[0].components[0].type notAllowed"
            ),
            ("pin", "pin.type", "glue", "pin.type notAllowed"),
            ("unpin", "pin.expiration_days", 5, "pin.expiration_days notAllowed"),
            (
                "order-details", "interactive.action.parameters.payment_settings[0].payment_gateway", nil,
                "interactive.action.parameters.payment_settings[0].payment_gateway required"
            ),
            ("template-gif", "message_activity_sharing", "yes", "message_activity_sharing type"),
        ] as [(String, String, JSONValue?, String)])
    func reported(fixture: String, path: String, value: JSONValue?, expected: String) throws {
        let body = try MessageFixture.body(fixture).setting(path, value)
        let request = SendRequest(json: body)
        #expect(violations(request).contains(expected), "\(violations(request))")
        for member in body.object?.members ?? [] where member.key != "messaging_product" && !member.value.isNull {
            #expect(request.json[member.key] == member.value, "\(member.key) is kept")
        }
        let again = SendRequest(json: request.json)
        #expect(again.message == request.message)
    }

    @Test("reports every violation at once")
    func all() throws {
        let body = try MessageFixture.body("buttons")
            .setting("interactive.body.text", .string(String(repeating: "x", count: 1025)))
            .setting("interactive.action.buttons[0].type", "url")
            .setting("interactive.action.buttons[1].reply.title", .string(String(repeating: "x", count: 27)))
            .setting("to", "+49abc")
        let error = #expect(throws: ValidationError.self) { try SendRequest(json: body).validate() }
        #expect(
            error?.violations.map(\.path) == [
                "to", "interactive.action.buttons[0].type", "interactive.body.text",
                "interactive.action.buttons[1].reply.title",
            ])
        let title = try #require(error?.violations.last)
        #expect(title.limit == 20 && title.actual == 27)
    }

    @Test("keeps unknown members of the envelope, which the platform ignores")
    func envelope() throws {
        let body = try MessageFixture.body("image").setting("preview_url", false).setting("note", ["a": 1])
            .setting("recipient", "US.134")
        let request = SendRequest(json: body)
        #expect(violations(request) == [])
        #expect(request.recipient.phoneNumber != nil, "`to` counts")
        #expect(request.json == body)
    }

    @Test("takes what is no object at all", arguments: ["5", "null", "[]", "\"x\"", "{}"])
    func noObject(text: String) throws {
        let request = try SendRequest(parsing: Array(text.utf8))
        #expect(violations(request).first == (text == "{}" ? "messaging_product required" : " type"))
    }

    @Test("stays within time and stack, whatever comes")
    func huge() throws {
        let many = JSONValue.object(
            JSONObject((0..<50_000).map { JSONObject.Member(key: "k\($0)", value: 1) }))
        let body = try MessageFixture.body("buttons").setting("interactive.body", many)
        #expect(violations(SendRequest(json: body)).count > 50_000)

        var component: JSONValue = ["type": "body", "parameters": []]
        for _ in 0..<100 {
            component = ["type": "carousel", "cards": [["card_index": 0, "components": [component]]]]
        }
        let nested = try MessageFixture.body("template-carousel").setting("template.components[0]", component)
        #expect(!violations(SendRequest(json: nested)).isEmpty)
    }

    @Test("loses nothing, wherever a value is replaced", arguments: MessageFixture.all)
    func mutations(fixture: MessageFixture) throws {
        let body = try JSONValue(parsing: fixture.bytes)
        let replacements: [JSONValue] = [nil, true, 5, "", "x", [], [5], [:], ["type": "text"]]
        for path in body.paths {
            for replacement in replacements {
                let mutated = body.setting(path, replacement)
                let request = SendRequest(json: mutated)
                let isValid = violations(request).isEmpty
                for member in mutated.object?.members ?? [] where !member.value.isNull {
                    if ["messaging_product", "recipient_type"].contains(member.key), !isValid { continue }
                    if member.key == "to", let text = member.value.string, !text.hasPrefix("+") { continue }
                    #expect(request.json[member.key] == member.value, "\(path) = \(replacement)")
                }
                // What was said is in the types too, not only in the spelling that is kept beside them.
                if isValid {
                    let typed = Message(content: request.message.content).json
                    let said = mutated[request.message.type] ?? nil
                    #expect(said.isSaid(in: typed[request.message.type] ?? nil), "\(path) = \(replacement)")
                }
            }
        }
    }
}

extension JSONValue {
    /// The path of every value within.
    fileprivate var paths: [String] {
        switch self {
        case .object(let object):
            return object.members.flatMap { member in
                [member.key] + member.value.paths.map { $0.hasPrefix("[") ? member.key + $0 : "\(member.key).\($0)" }
            }
        case .array(let elements):
            return elements.enumerated().flatMap { index, element in
                ["[\(index)]"] + element.paths.map { $0.hasPrefix("[") ? "[\(index)]\($0)" : "[\(index)].\($0)" }
            }
        default: return []
        }
    }

    /// Whether the value is a default or holds nothing but defaults.
    private var saysNothing: Bool {
        switch self {
        case .null, .bool(false): return true
        case .array(let elements): return elements.allSatisfy(\.saysNothing)
        case .object(let object): return object.members.allSatisfy { $0.key == "type" || $0.value.saysNothing }
        default: return false
        }
    }

    /// Whether another value says what this one says, but for documented defaults and spellings.
    fileprivate func isSaid(in other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let said), .object(let held)):
            return said.members.allSatisfy { member in
                if member.value.isNull { return true }
                if let value = held[member.key] { return member.value.isSaid(in: value) }
                return member.value.saysNothing || member.key == "type"
            }
        case (.array(let said), .array(let held)):
            return said.count == held.count && zip(said, held).allSatisfy { $0.isSaid(in: $1) }
        case (.number(let number), .string(let text)), (.string(let text), .number(let number)):
            return number.text == text
        case (.string(let said), .string(let held)): return said.lowercased() == held.lowercased()
        default: return self == other
        }
    }
}
