import WhatsAppBusiness

/// Writes messages in the dialect of the on-premises client, which the sandbox speaks.
///
/// Source: 360dialog reference §1.1, §3.2.
enum SandboxDialect {
    /// The body of a send.
    static func body(of request: SendRequest) -> JSONValue {
        guard case .object(var body) = request.dialog360JSON else { return request.json }
        // The wish for a preview stands beside the text, not in it.
        if var text = body["text"]?.object, let preview = text["preview_url"] {
            text["preview_url"] = nil
            body["text"] = .object(text)
            body["preview_url"] = preview
        }
        if var template = body["template"]?.object {
            if var language = template["language"]?.object, language["policy"] == nil {
                language["policy"] = "deterministic"
                template["language"] = .object(language)
            }
            if let components = template["components"]?.array {
                template["components"] = .array(components.map(withNumericIndex))
            }
            body["template"] = .object(template)
        }
        return .object(body)
    }

    /// A component whose `index` is a number instead of a text.
    private static func withNumericIndex(_ component: JSONValue) -> JSONValue {
        guard case .object(var members) = component, let index = members["index"]?.string.flatMap({ Int($0) }) else {
            return component
        }
        members["index"] = .number(JSONNumber(index))
        return .object(members)
    }

    /// What a message needs that the sandbox does not have.
    static func missing(for message: Message, to recipient: Recipient) -> Capability? {
        if recipient.userID != nil { return .sendToUserID }
        if recipient.groupID != nil { return .sendToGroup }
        if message.callbackData != nil { return .callbackData }
        if message.identityKeyHash != nil { return .sendIdentityCheck }
        if hasMediaID(message.json) { return .sendMediaID }
        return nil
    }

    /// Whether a media object anywhere in a message is named by its id: in its content, in a header, in a card.
    private static func hasMediaID(_ message: JSONValue) -> Bool {
        var rest = [message]
        while let value = rest.popLast() {
            switch value {
            case .array(let elements): rest += elements
            case .object(let object):
                for member in object.members {
                    if mediaKeys.contains(member.key), member.value["id"] != nil { return true }
                    rest.append(member.value)
                }
            default: break
            }
        }
        return false
    }

    private static let mediaKeys: Set<String> = ["image", "video", "audio", "document", "sticker", "gif"]
}
