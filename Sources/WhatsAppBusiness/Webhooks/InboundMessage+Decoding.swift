#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension InboundMessage {
    /// Reads an element of `messages[]`. The value is made in one go: filled member by member it would be copied.
    @inline(__always)
    static func read(
        _ node: JSONNode, place: Int, in scope: borrowing ChangeScope, buffer: [UInt8]
    ) throws(ElementFault) -> InboundMessage {
        guard node.kind == .object else {
            throw ElementFault(code: .wrongType, path: "", reason: "a message is an object")
        }
        var id: String?
        var timestamp: Date?
        var type: String?
        var from: String?
        var fromUserID: String?
        var fromParentUserID: String?
        var groupID: String?
        var text: JSONNode?
        var context: Context?
        var referral: Referral?
        var errors: [PlatformError] = []
        for member in node.members {
            let value = member.value
            switch member.key {
            case "id": id = value.text
            case "timestamp": timestamp = value.time
            case "type": type = value.text
            case "from": from = value.text
            case "from_user_id": fromUserID = value.text
            case "from_parent_user_id": fromParentUserID = value.text
            case "group_id": groupID = value.text
            case "text": text = value
            case "context": context = Context(value)
            case "referral": referral = Referral(value, buffer: buffer)
            case "errors": errors = PlatformError.list(value, buffer: buffer)
            default: break
            }
        }
        guard let id else { throw .unusable("id", in: node, "id", "an id is a string or a number") }
        guard let timestamp else {
            throw .unusable("timestamp", in: node, "timestamp", "a time is a number of seconds since 1970")
        }
        // A message without a type still opens a window: it arrives, with a content that is not recognized.
        let kind = Kind(rawValue: type ?? "")
        let number = from.map { PhoneNumber(rawValue: $0) }
        let userID = fromUserID.map { BusinessScopedUserID(rawValue: $0) }
        return InboundMessage(
            id: MessageID(rawValue: id), timestamp: timestamp, type: kind, from: number, fromUserID: userID,
            fromParentUserID: fromParentUserID.map { BusinessScopedUserID(rawValue: $0) },
            groupID: groupID.map { GroupID(rawValue: $0) }, context: context, referral: referral, errors: errors,
            contact: scope.contacts.contact(userID: userID, number: number, place: place),
            receivedOn: scope.receivedOn, businessAccountID: scope.businessAccountID,
            content: try Content(kind, text: text), raw: RawJSON(buffer: buffer, range: node.range))
    }
}

extension InboundMessage.Content {
    /// Reads the payload of a message. A payload that the platform left out (as it does where the message has errors)
    /// makes the content unrecognized; one that is there and broken is a fault.
    fileprivate init(_ type: InboundMessage.Kind, text: JSONNode?) throws(ElementFault) {
        guard type == .text, let text, !text.isNull else {
            self = .unrecognized(type: type.rawValue)
            return
        }
        guard text.kind == .object else {
            throw ElementFault(code: .wrongType, path: "text", reason: "a text is an object")
        }
        guard let body = text.member("body"), !body.isNull else { throw .missing("text.body") }
        guard let body = body.string else {
            throw ElementFault(code: .wrongType, path: "text.body", reason: "a body is a string")
        }
        self = .text(InboundMessage.TextContent(body: body))
    }
}
