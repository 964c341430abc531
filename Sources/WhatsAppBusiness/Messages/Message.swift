/// What is said to a customer: a text, a template, …
///
/// To whom it goes and how the call is made are arguments of ``WhatsAppProvider/send(_:to:options:)``. The coded form
/// is the platform's own JSON, both ways, so that an outbox can store a message and another process can send it.
///
/// ```swift
/// Message.text("Your order has shipped.")
/// Message.text("Yes, in blue too.", replyingTo: message.id)
/// Message.template("order_shipped", language: "en_US", body: ["Ana", "1234"])
/// ```
///
/// Source: Cloud API reference §2.1 ("Sending messages").
public struct Message: Hashable, Sendable {
    /// The content of an outbound message. Grows with the platform.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Content: Hashable, Sendable {
        /// Free-form text; needs an open customer service window.
        case text(TextMessage)
        /// A template; may be sent at any time.
        case template(TemplateMessage)
    }

    /// What is said.
    public var content: Content
    /// The message that this one quotes.
    public var replyTo: MessageID?
    /// A tag of the program's own, echoed in every status of this message. Without one the provider sets one, so that a
    /// send whose outcome is unknown can be recognised in later statuses. It is visible to everyone who receives the
    /// account's webhooks: no secrets.
    public var callbackData: String?

    /// Creates a message.
    public init(content: Content, replyTo: MessageID? = nil, callbackData: String? = nil) {
        self.content = content
        self.replyTo = replyTo
        self.callbackData = callbackData
    }

    /// Free-form text.
    /// - Parameters:
    ///   - body: 1 to 4,096 characters.
    ///   - previewURL: whether the first address in the text is shown with a preview.
    ///   - replyingTo: the message to quote.
    public static func text(_ body: String, previewURL: Bool = false, replyingTo: MessageID? = nil) -> Self {
        Self(content: .text(TextMessage(body: body, previewURL: previewURL)), replyTo: replyingTo)
    }

    /// A template with texts for its body's placeholders, in order.
    /// - Parameters:
    ///   - name: the template's name.
    ///   - language: the language of the approved template, such as `en_US`.
    ///   - body: the texts for `{{1}}`, `{{2}}`, … of the body; none for a template without placeholders.
    public static func template(_ name: String, language: LanguageCode, body: [String] = []) -> Self {
        let parameters = body.map { TemplateParameter.text($0) }
        return .template(
            TemplateMessage(name: name, language: language, components: parameters.isEmpty ? [] : [.body(parameters)]))
    }

    /// A template with any components.
    public static func template(_ template: TemplateMessage) -> Self {
        Self(content: .template(template))
    }

    /// Whether the message may be sent while the customer service window is closed.
    public var isTemplate: Bool {
        if case .template = content { return true }
        return false
    }

    /// The platform's name of the content's kind, such as `text`.
    public var type: String {
        switch content {
        case .text: return "text"
        case .template: return "template"
        }
    }
}

extension Message: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, text, template, context
        case callbackData = "biz_opaque_callback_data"
    }

    private struct Context: Codable {
        enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
        }

        var messageID: MessageID
    }

    /// Reads the platform's JSON; the envelope's other members are left alone.
    /// - Throws: a `DecodingError` naming the path when the kind is not one that this version knows, or when a required
    ///   member is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let type = try container.decodeIfPresent(String.self, forKey: .type) ?? "text"
        switch type {
        case "text": content = .text(try container.decode(TextMessage.self, forKey: .text))
        case "template": content = .template(try container.decode(TemplateMessage.self, forKey: .template))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container, debugDescription: "this version cannot represent messages of this type")
        }
        replyTo = try container.decodeIfPresent(Context.self, forKey: .context)?.messageID
        callbackData = try container.decodeIfPresent(String.self, forKey: .callbackData)
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        switch content {
        case .text(let text): try container.encode(text, forKey: .text)
        case .template(let template): try container.encode(template, forKey: .template)
        }
        if let replyTo { try container.encode(Context(messageID: replyTo), forKey: .context) }
        try container.encodeIfPresent(callbackData, forKey: .callbackData)
    }
}

extension Message: CustomStringConvertible, CustomReflectable {
    /// The kind and nothing of the content.
    public var description: String { "\(type) message" }

    /// A mirror that shows the kind only.
    public var customMirror: Mirror { Mirror(self, children: ["type": type]) }
}
