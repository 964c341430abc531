import WhatsAppBusiness

/// A send request as the simulated platform understands it.
///
/// The limits are those of the library's own models, each of which stands once. Recipient, texts and templates are read
/// with code of the platform's own: what an encoder gets wrong must not be read back by its twin.
struct ReceivedRequest {
    enum Content {
        case text(String)
        /// A template with the components of its parameters, as they came.
        case template(name: String, language: LanguageCode, components: [JSONValue])
        case other(Message.Content)
    }

    var number: PhoneNumber?
    var userID: BusinessScopedUserID?
    var groupID: GroupID?
    var input: String
    var content: Content
    var replyTo: MessageID?
    var callbackData: String?
    /// The message as the library's models hold it.
    var message: Message

    init(_ body: JSONValue) throws(PlatformFault) {
        let recipient = try Self.recipient(body)
        number = recipient.number
        userID = recipient.userID
        groupID = recipient.groupID
        input = recipient.input
        let request = SendRequest(json: body)
        do {
            try request.validate()
        } catch {
            // Whether parameters fit is told by the template, with codes of its own.
            let violation = error.violations.first { violation in
                violation.rule == .maxLength || !violation.path.hasPrefix("template.components")
            }
            if let violation { throw PlatformFault(violation) }
        }
        message = request.message
        // What the models cannot hold of a template is no model of one, but is a template all the same.
        if body["type"]?.string == "template" {
            content = try Self.template(body["template"])
        } else if case .text = request.message.content {
            content = try Self.text(body["text"])
        } else {
            content = .other(request.message.content)
        }
        replyTo = body["context"]?["message_id"]?.string.map { MessageID($0) }
        callbackData = body["biz_opaque_callback_data"]?.string
    }

    private struct Addressee {
        var number: PhoneNumber?
        var userID: BusinessScopedUserID?
        var groupID: GroupID?
        var input: String
    }

    private static func recipient(_ body: JSONValue) throws(PlatformFault) -> Addressee {
        let type = body["recipient_type"]?.string ?? "individual"
        guard body["recipient_type"] == nil || ["individual", "group"].contains(type) else {
            throw .invalid("recipient_type", "individual or group")
        }
        // Where both are there, `to` counts (Cloud API reference §2.1).
        if let to = body["to"] {
            guard let text = to.string, !text.isEmpty else { throw .invalid("to", "not a text") }
            if type == "group" { return Addressee(groupID: GroupID(text), input: text) }
            do {
                return Addressee(number: try PhoneNumber(text), input: text)
            } catch {
                throw .invalid("to", "not a phone number")
            }
        }
        guard type == "individual" else { throw .missing("to") }
        guard let recipient = body["recipient"] else { throw .missing("to") }
        guard let text = recipient.string, !text.isEmpty else { throw .invalid("recipient", "not a user id") }
        return Addressee(userID: BusinessScopedUserID(text), input: text)
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
        return .template(
            name: name, language: LanguageCode(rawValue: language), components: value["components"]?.array ?? [])
    }
}
