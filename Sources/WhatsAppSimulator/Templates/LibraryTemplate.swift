import WhatsAppBusiness

/// A template of the platform's library; the simulated library is small and invented (Cloud API reference §4.9).
struct LibraryTemplate {
    var name: String
    var topic: String
    var useCase: String
    var body: String
    var parameters: [(sample: String, type: String)]
    var buttonText: String?

    static let all = [
        Self(
            name: "delivery_update_1", topic: "ORDER_MANAGEMENT", useCase: "DELIVERY_UPDATE",
            body: "Hi {{1}}, your order {{2}} is on its way to you.",
            parameters: [("Ann", "TEXT"), ("A-17", "TEXT")], buttonText: "Track order"),
        Self(
            name: "payment_due_1", topic: "PAYMENTS", useCase: "PAYMENT_DUE_REMINDER",
            body: "Hi {{1}}, your payment of {{2}} is due on {{3}} this month.",
            parameters: [("Ann", "TEXT"), ("$12.00", "AMOUNT"), ("3 May", "DATE")], buttonText: nil),
    ]

    /// The item as the library lists it.
    func json(_ language: String) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("id", .string("lib-\(name)")), ("name", .string(name)), ("language", .string(language)),
            ("category", "UTILITY"), ("topic", .string(topic)), ("usecase", .string(useCase)),
            ("industry", ["E_COMMERCE"]), ("body", .string(body)),
            ("body_params", .array(parameters.map { .string($0.sample) })),
            ("body_param_types", .array(parameters.map { .string($0.type) })),
        ]
        if let buttonText {
            members.append(
                (
                    "buttons",
                    [["type": "URL", "text": .string(buttonText), "url": "https://www.example.com/{{1}}"]]
                ))
        }
        return .members(members)
    }

    /// The body of a creation with the components that it takes from the library.
    static func completed(_ body: JSONValue) throws(PlatformFault) -> JSONValue {
        guard var object = body.object, let name = body["library_template_name"]?.string,
            let item = all.first(where: { $0.name == name })
        else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "The library has no template of this name.")
        }
        var components: [JSONValue] = [
            [
                "type": "BODY", "text": .string(item.body),
                "example": ["body_text": [.array(item.parameters.map { .string($0.sample) })]],
            ]
        ]
        if let text = item.buttonText {
            var inputs = body["library_template_button_inputs"]
            // The platform's page shows a list in a text, others send a list (Cloud API reference §4.9).
            if let text = inputs?.string { inputs = try? JSONValue(parsing: Array(text.utf8)) }
            let url = inputs?[0]?["url"]
            guard let base = url?["base_url"]?.string else {
                throw PlatformFault(
                    code: 100, message: "Invalid parameter",
                    details: "library_template_button_inputs: the button needs url.base_url.")
            }
            var button: [(String, JSONValue)] = [
                ("type", "URL"), ("text", .string(text)), ("url", .string(base)),
            ]
            if let sample = url?["url_suffix_example"] { button.append(("example", [sample])) }
            components.append(["type": "BUTTONS", "buttons": [.members(button)]])
        }
        object["components"] = .array(components)
        return .object(object)
    }
}
