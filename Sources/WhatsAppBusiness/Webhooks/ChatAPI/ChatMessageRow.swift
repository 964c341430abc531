#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The members of a message in Chat API's form: an element of `messages[]`, or a row of the history.
///
/// Source: Chat API reference §7, §9.1.
struct ChatMessageRow {
    let node: JSONNode
    let id: MessageID
    let time: Date
    /// The service's word for the kind.
    let type: String
    let body: JSONNode?
    let author: ChatName?
    let chat: ChatName?
    let isFromBusiness: Bool

    init(_ node: JSONNode) throws(ElementFault) {
        guard let id = node.member("id")?.text else {
            throw .unusable("id", in: node, "id", "an id is a string or a number")
        }
        guard let time = (node.member("time") ?? node.member("timestamp")).flatMap({ Self.time($0) }) else {
            throw .unusable("time", in: node, "time", "a time is a number of seconds since 1970")
        }
        self.node = node
        self.id = MessageID(rawValue: id)
        self.time = time
        type = node.member("type")?.text ?? ""
        body = node.member("body").flatMap { $0.isNull ? nil : $0 }
        author = node.member("author")?.text.map { ChatName($0) }
        chat = node.member("chatId")?.text.map { ChatName($0) }
        // The phone-based product writes the direction into the id too.
        isFromBusiness = Self.flag(node.member("fromMe")) ?? id.hasPrefix("true_")
    }

    var senderName: String? { node.member("senderName")?.text }
    var chatName: String? { node.member("chatName")?.text }
    var authorUserID: BusinessScopedUserID? {
        node.member("authorBsuid")?.text.map { BusinessScopedUserID(rawValue: $0) }
    }
    var authorUsername: String? { node.member("authorUserName")?.text }

    var context: InboundMessage.Context? {
        let quoted = node.member("quotedMsgId")?.text.map { MessageID(rawValue: $0) }
        let isForwarded = Self.flag(node.member("isForwarded")) ?? false
        // What a reaction names is no quotation.
        guard quoted != nil && type != "reaction" || isForwarded else { return nil }
        return InboundMessage.Context(messageID: type == "reaction" ? nil : quoted, isForwarded: isForwarded)
    }

    /// Seconds; milliseconds where they can be nothing else.
    private static func time(_ node: JSONNode) -> Date? {
        guard let seconds = node.integer, seconds > 99_999_999_999 else { return node.time }
        guard seconds < 253_402_300_799_000 else { return nil }
        return Date(timeIntervalSince1970: Double(seconds) / 1000)
    }

    /// `true`, 1, and their texts.
    static func flag(_ node: JSONNode?) -> Bool? {
        guard let node, !node.isNull else { return nil }
        if let bool = node.bool { return bool }
        return node.integer.map { $0 != 0 }
    }
}
