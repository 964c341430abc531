/// An emoji on a message of the chat, or its removal.
///
/// Source: Cloud API reference §2.3, §2.8 ("Reaction messages", November 2025).
public struct ReactionMessage: PlatformValue {
    /// The message: at most 30 days old, and no reaction itself.
    public var messageID: MessageID
    /// One emoji; empty takes an earlier reaction away.
    public var emoji: String

    /// Creates a reaction.
    public init(messageID: MessageID, emoji: String) {
        self.messageID = messageID
        self.emoji = emoji
    }

    package init(reading object: WireObject) {
        self.init(messageID: MessageID(object.text("message_id")), emoji: object.text("emoji"))
    }

    package var json: JSONValue { ["message_id": .string(messageID.rawValue), "emoji": .string(emoji)] }

    package func check(_ check: inout Check, at path: String) {
        check.required(messageID.rawValue, at: path + ".message_id")
        guard !emoji.isEmpty else { return }
        if emoji.count > 1 {
            check.fail(at: path + ".emoji", .maxLength, "a reaction is one emoji", limit: 1, actual: emoji.count)
        } else if !emoji.unicodeScalars.contains(where: {
            $0.properties.isEmoji && ($0.value > 0xFF || emoji.utf8.count > 2)
        }) {
            check.fail(at: path + ".emoji", .pattern, "a reaction is an emoji")
        }
    }
}
