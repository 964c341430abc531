/// What is said to a customer: a text, a picture, a question with buttons, a template, …
///
/// To whom it goes and how the call is made are arguments of ``WhatsAppProvider/send(_:to:options:)``. The coded form
/// is the platform's own JSON, both ways, so that an outbox can store a message and another process can send it.
///
/// ```swift
/// Message.text("Your order has shipped.")
/// Message.text("Yes, in blue too.", replyingTo: message.id)
/// Message.image(.id("1037543291543636"), caption: "Front")
/// Message.buttons("Keep it?", [.reply(id: "keep", title: "Keep"), .reply(id: "drop", title: "Cancel")])
/// Message.template("order_shipped", language: "en_US", body: ["Ana", "1234"])
/// ```
///
/// Source: Cloud API reference §2.1 ("Sending messages").
public struct Message: Hashable, Sendable {
    /// What is said.
    public var content: Content
    /// The message that this one quotes.
    public var replyTo: MessageID?
    /// A tag of the program's own, echoed in every status of this message. Without one the provider sets one, so that a
    /// send whose outcome is unknown can be recognised in later statuses. It is visible to everyone who receives the
    /// account's webhooks: no secrets.
    public var callbackData: String?
    /// The hash of the customer's identity, where the message shall arrive only while it is unchanged
    /// (Cloud API reference §2.1; a mismatch is a failed status with code 137000).
    public var identityKeyHash: String?
    /// Members that were read and that no property can hold.
    package var unheld = UnheldMembers()

    /// Creates a message.
    public init(
        content: Content, replyTo: MessageID? = nil, callbackData: String? = nil, identityKeyHash: String? = nil
    ) {
        self.content = content
        self.replyTo = replyTo
        self.callbackData = callbackData
        self.identityKeyHash = identityKeyHash
    }

    /// Whether the message may be sent while the customer service window is closed.
    public var isTemplate: Bool {
        if case .template = content { return true }
        return false
    }

    /// The platform's name of the content's kind, such as `text`, `image` or `interactive`.
    public var type: String { content.type }
}

extension Message: CustomStringConvertible, CustomReflectable {
    /// The kind and nothing of the content.
    public var description: String { "\(type) message" }

    /// A mirror that shows the kind only.
    public var customMirror: Mirror { Mirror(self, children: ["type": type]) }
}
