import WhatsAppBusiness

/// A send request as the simulated platform understands it.
///
/// The limits are those of the library's own models, each of which stands once. Recipient, texts and templates are read
/// with code of the platform's own: what an encoder gets wrong must not be read back by its twin.
struct ReceivedRequest {
    enum Content {
        case text(String)
        case template(name: String, language: LanguageCode, values: [TemplateValue])
        case other(Message.Content)
    }

    /// A value for a placeholder of the body, numbered or named.
    struct TemplateValue {
        var name: String?
        var text: String
    }

    var number: PhoneNumber?
    var userID: BusinessScopedUserID?
    var input: String
    var content: Content
    var replyTo: MessageID?
    var callbackData: String?
    /// The message as the library's models hold it.
    var message: Message

    init(_ body: JSONValue) throws(PlatformFault) {
        (number, userID, input) = try Self.recipient(body)
        let request = SendRequest(json: body)
        do {
            try request.validate()
        } catch {
            if let violation = error.violations.first { throw PlatformFault(violation) }
        }
        message = request.message
        switch request.message.content {
        case .text: content = try Self.text(body["text"])
        case .template: content = try Self.template(body["template"])
        case let other: content = .other(other)
        }
        replyTo = body["context"]?["message_id"]?.string.map { MessageID($0) }
        callbackData = body["biz_opaque_callback_data"]?.string
    }

    private static func recipient(
        _ body: JSONValue
    ) throws(PlatformFault) -> (PhoneNumber?, BusinessScopedUserID?, String) {
        if let type = body["recipient_type"], type.string != "individual" {
            throw .invalid("recipient_type", "only individual is played")
        }
        // Where both are there, `to` counts (Cloud API reference §2.1).
        if let to = body["to"] {
            guard let text = to.string else { throw .invalid("to", "not a string") }
            do {
                return (try PhoneNumber(text), nil, text)
            } catch {
                throw .invalid("to", "not a phone number")
            }
        }
        guard let recipient = body["recipient"] else { throw .missing("to") }
        guard let text = recipient.string, !text.isEmpty else { throw .invalid("recipient", "not a user id") }
        return (nil, BusinessScopedUserID(text), text)
    }

    private static func text(_ value: JSONValue?) throws(PlatformFault) -> Content {
        guard let body = value?["body"] else { throw .missing("text.body") }
        guard let text = body.string else { throw .invalid("text.body", "not a text") }
        return .text(text)
    }

    private static func template(_ value: JSONValue?) throws(PlatformFault) -> Content {
        guard let value else { throw .missing("template") }
        guard let name = value["name"]?.string, !name.isEmpty else { throw .missing("template.name") }
        guard let language = value["language"]?["code"]?.string, !language.isEmpty else {
            throw .missing("template.language.code")
        }
        var values: [TemplateValue] = []
        for component in value["components"]?.array ?? [] {
            let type = component["type"]?.string?.lowercased()
            guard type == "body" else {
                throw PlatformFault(
                    code: 132012, message: "Parameter format does not match format in the created template",
                    details: "The simulated templates have a body only.")
            }
            for parameter in component["parameters"]?.array ?? [] {
                guard parameter["type"]?.string == "text", let text = parameter["text"]?.string else {
                    throw PlatformFault(
                        code: 132012, message: "Parameter format does not match format in the created template",
                        details: "A body parameter is not a text.")
                }
                values.append(TemplateValue(name: parameter["parameter_name"]?.string, text: text))
            }
        }
        return .template(name: name, language: LanguageCode(rawValue: language), values: values)
    }
}
