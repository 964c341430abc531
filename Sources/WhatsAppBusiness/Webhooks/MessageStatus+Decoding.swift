#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension MessageStatus {
    /// Reads an element of `statuses[]`. The value is made in one go: filled member by member it would be copied.
    @inline(__always)
    static func read(
        _ node: JSONNode, place: Int, in scope: borrowing ChangeScope, buffer: [UInt8]
    ) throws(ElementFault) -> MessageStatus {
        guard node.kind == .object else {
            throw ElementFault(code: .wrongType, path: "", reason: "a status is an object")
        }
        var id: String?
        var state: String?
        var timestamp: Date?
        var kind: String?
        var recipient: String?
        var recipientType: JSONNode?
        var recipientUserID: String?
        var recipientParentUserID: String?
        var groupID: String?
        var participant: String?
        var participantUserID: String?
        var participantParentUserID: String?
        var identityKeyHash: String?
        var callbackData: String?
        var conversation: Conversation?
        var pricing: Pricing?
        var nestedPricing: JSONNode?
        var payment: Payment?
        var errors: [PlatformError] = []
        for member in node.members {
            let value = member.value
            switch member.key {
            case "id": id = value.text
            case "status": state = value.kind == .string ? value.text : nil
            case "timestamp": timestamp = value.time
            case "type": kind = value.text
            case "recipient_id": recipient = value.text
            case "recipient_user_id": recipientUserID = value.text ?? recipientUserID
            case "recipient_parent_user_id": recipientParentUserID = value.text ?? recipientParentUserID
            // The name before May 2026.
            case "parent_recipient_user_id": recipientParentUserID = recipientParentUserID ?? value.text
            case "recipient_type": recipientType = value
            case "recipient_participant_id": participant = value.text ?? participant
            case "participant_recipient_id": participant = participant ?? value.text
            case "recipient_participant_user_id": participantUserID = value.text
            case "recipient_participant_parent_user_id": participantParentUserID = value.text
            case "recipient_identity_key_hash": identityKeyHash = value.text
            case "group_id": groupID = value.text
            case "biz_opaque_callback_data": callbackData = value.string
            case "conversation":
                conversation = Conversation(value)
                nestedPricing = value.member("pricing")
            case "pricing": pricing = Pricing(value)
            case "payment": payment = value.kind == .object ? Payment(value, buffer: buffer) : nil
            case "errors": errors = PlatformError.list(value, buffer: buffer)
            // A relic of the on-premises API.
            case "message": recipient = recipient ?? value.member("recipient_id")?.text
            default: break
            }
        }
        guard let id else { throw .unusable("id", in: node, "id", "an id is a string or a number") }
        guard let state else { throw .unusable("status", in: node, "status", "a state is a string") }
        guard let timestamp else {
            throw .unusable("timestamp", in: node, "timestamp", "a time is a number of seconds since 1970")
        }
        if let type = recipientType?.string, type == "group", let group = recipient {
            groupID = groupID ?? group
            recipient = nil
        }
        let number = recipient.map { PhoneNumber(rawValue: $0) }
        let userID = recipientUserID.map { BusinessScopedUserID(rawValue: $0) }
        let member = participant.map { PhoneNumber(rawValue: $0) }
        let memberID = participantUserID.map { BusinessScopedUserID(rawValue: $0) }
        return MessageStatus(
            id: MessageID(rawValue: id), state: DeliveryState(rawValue: state), timestamp: timestamp,
            kind: kind.map { Kind(rawValue: $0) } ?? .message, recipient: number, recipientUserID: userID,
            recipientParentUserID: recipientParentUserID.map { BusinessScopedUserID(rawValue: $0) },
            groupID: groupID.map { GroupID(rawValue: $0) }, participant: member, participantUserID: memberID,
            participantParentUserID: participantParentUserID.map { BusinessScopedUserID(rawValue: $0) },
            identityKeyHash: identityKeyHash, callbackData: callbackData, conversation: conversation,
            // In samples of groups the pricing stands inside of the conversation (webhooks reference §4.6).
            pricing: pricing ?? nestedPricing.flatMap { Pricing($0) }, payment: payment, errors: errors,
            contact: scope.contacts.contact(userID: memberID ?? userID, number: member ?? number, place: place),
            receivedOn: scope.receivedOn, businessAccountID: scope.businessAccountID,
            raw: RawJSON(buffer: buffer, range: node.range))
    }
}
