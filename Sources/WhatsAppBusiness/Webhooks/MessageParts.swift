#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the messages of old chats and the echoes have in common, read in one go (webhooks reference §2.11, §2.12).
struct MessageParts {
    var id: MessageID
    var timestamp: Date
    var type: InboundMessage.Kind
    var from: PhoneNumber?
    var fromUserID: BusinessScopedUserID?
    var fromParentUserID: BusinessScopedUserID?
    var to: PhoneNumber?
    var toUserID: BusinessScopedUserID?
    var toParentUserID: BusinessScopedUserID?
    var groupID: GroupID?
    var context: InboundMessage.Context?
    var errors: [PlatformError] = []
    var content: InboundMessage.Content

    @inline(never)
    static func read(_ node: JSONNode, buffer: [UInt8]) throws(ElementFault) -> MessageParts {
        guard node.kind == .object else {
            throw ElementFault(code: .wrongType, path: "", reason: "a message is an object")
        }
        guard let id = node.member("id")?.text else {
            throw .unusable("id", in: node, "id", "an id is a string or a number")
        }
        guard let timestamp = node.member("timestamp")?.time else {
            throw .unusable("timestamp", in: node, "timestamp", "a time is a number of seconds since 1970")
        }
        let (type, content) = try self.content(node, buffer: buffer)
        var parts = MessageParts(id: MessageID(rawValue: id), timestamp: timestamp, type: type, content: content)
        for member in node.members {
            let value = member.value
            switch member.key {
            case "from": parts.from = value.text.map { PhoneNumber(rawValue: $0) }
            case "from_user_id": parts.fromUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "from_parent_user_id": parts.fromParentUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "to": parts.to = value.text.map { PhoneNumber(rawValue: $0) }
            case "to_user_id": parts.toUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "to_parent_user_id": parts.toParentUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "group_id": parts.groupID = value.text.map { GroupID(rawValue: $0) }
            case "context": parts.context = InboundMessage.Context(value)
            case "errors": parts.errors = PlatformError.list(value, buffer: buffer)
            default: break
            }
        }
        return parts
    }

    /// The content, which stands beside the id or, in echoes to a standby receiver, in a message of its own.
    private static func content(
        _ node: JSONNode, buffer: [UInt8]
    ) throws(ElementFault) -> (InboundMessage.Kind, InboundMessage.Content) {
        if let type = node.member("type")?.text {
            let kind = InboundMessage.Kind(rawValue: type)
            return (kind, try InboundMessage.Content.read(kind, node, buffer: buffer))
        }
        if let message = node.member("message"), let type = message.member("type")?.text {
            let kind = InboundMessage.Kind(rawValue: type)
            do throws(ElementFault) {
                return (kind, try InboundMessage.Content.read(kind, message, buffer: buffer))
            } catch {
                throw ElementFault(code: error.code, path: "message", reason: error.reason)
            }
        }
        var kind = InboundMessage.Kind(rawValue: "")
        if node.member("template").map({ !$0.isNull }) == true { kind = .template }
        if node.member("flow").map({ !$0.isNull }) == true { kind = .flow }
        return (kind, .unrecognized(type: kind.rawValue))
    }
}
