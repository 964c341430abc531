// A literal without elements is refused by the compiler. A value of these types that is no literal has no element either, and
// makes a message that validation refuses.

extension Message {
    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func buttons(
        _ body: String, _ buttons: [Never], header: InteractiveHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .withoutChoices(body, replyingTo: replyingTo)
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func list(
        _ body: String, button: String, rows: [Never], header: TextHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .withoutChoices(body, replyingTo: replyingTo)
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func list(
        _ body: String, button: String, sections: [Never], header: TextHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .withoutChoices(body, replyingTo: replyingTo)
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func contacts(_ cards: [Never], replyingTo: MessageID? = nil) -> Self {
        Self(json: ["type": "contacts", "contacts": []])
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func buttons(
        _ body: String, _ buttons: [Void], header: InteractiveHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .withoutChoices(body, replyingTo: replyingTo)
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func list(
        _ body: String, button: String, rows: [Void], header: TextHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .withoutChoices(body, replyingTo: replyingTo)
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func list(
        _ body: String, button: String, sections: [Void], header: TextHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .withoutChoices(body, replyingTo: replyingTo)
    }

    /// Takes no list: `[]` fits this and another function equally well, so that it does not compile.
    public static func contacts(_ cards: [Void], replyingTo: MessageID? = nil) -> Self {
        Self(json: ["type": "contacts", "contacts": []])
    }

    /// In the place of a question without options, which no type can hold.
    static func withoutChoices(_ question: String, replyingTo: MessageID?) -> Self {
        var message = Self(json: [
            "type": "interactive",
            "interactive": [
                "type": "button", "body": ["text": .string(question)], "action": ["buttons": []],
            ],
        ])
        message.replyTo = replyingTo
        return message
    }
}

extension ListSection {
    /// Takes no list: `[]` fits this and another initializer equally well, so that it does not compile.
    public init?(title: String? = nil, rows: [Never]) {
        return nil
    }

    /// Takes no list: `[]` fits this and another initializer equally well, so that it does not compile.
    public init?(title: String? = nil, rows: [Void]) {
        return nil
    }
}
