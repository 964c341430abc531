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
        var hasRareParts = scope.conversationContext != nil
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
            case "referral", "identity", "from_logical_id": hasRareParts = true
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
            groupID: groupID.map { GroupID(rawValue: $0) }, context: context, errors: errors,
            contact: scope.contacts.contact(userID: userID, number: number, place: place),
            receivedOn: scope.receivedOn, businessAccountID: scope.businessAccountID,
            content: try Content(kind, text: text, message: node, buffer: buffer),
            raw: RawJSON(buffer: buffer, range: node.range),
            rare: hasRareParts ? Rare(node, in: scope, buffer: buffer) : nil)
    }
}

extension InboundMessage.Content {
    /// Reads the payload of a message. A payload that the platform left out (as it does where the message has errors)
    /// makes the content unrecognized; one that is there and broken is a fault.
    @inline(__always)
    fileprivate init(
        _ type: InboundMessage.Kind, text: JSONNode?, message: JSONNode, buffer: [UInt8]
    ) throws(ElementFault) {
        guard type == .text else {
            self = try Self.other(type, message, buffer: buffer, isEdit: false)
            return
        }
        guard let text, !text.isNull else {
            self = .unrecognized(type: type.rawValue)
            return
        }
        self = try Self.text(text)
    }

    /// Reads the payload of a message that is no element of `messages[]`.
    @inline(never)
    static func read(
        _ type: InboundMessage.Kind, _ message: JSONNode, buffer: [UInt8]
    ) throws(ElementFault) -> Self {
        try Self(type, text: message.member("text"), message: message, buffer: buffer)
    }

    @inline(__always)
    private static func text(_ text: JSONNode) throws(ElementFault) -> Self {
        guard text.kind == .object else {
            throw ElementFault(code: .wrongType, path: "text", reason: "a text is an object")
        }
        guard let body = text.member("body"), !body.isNull else { throw .missing("text.body") }
        guard let body = body.string else {
            throw ElementFault(code: .wrongType, path: "text.body", reason: "a body is a string")
        }
        return .text(InboundMessage.TextContent(body: body))
    }

    /// Reads every kind but text, away from the path of texts. The same rule holds for all of them: no payload, or one
    /// of a kind that is not known, is unrecognized; a payload that is there and broken is a fault; a member that is
    /// optional and unusable counts as missing.
    @inline(never)
    private static func other(
        _ type: InboundMessage.Kind, _ message: JSONNode, buffer: [UInt8], isEdit: Bool
    ) throws(ElementFault) -> Self {
        let missing = Self.unrecognized(type: type.rawValue)
        switch type {
        case .image:
            guard let node = try object("image", message) else { return missing }
            return .image(InboundMessage.MediaContent(node))
        case .video:
            guard let node = try object("video", message) else { return missing }
            return .video(InboundMessage.MediaContent(node))
        case .audio:
            guard let node = try object("audio", message) else { return missing }
            return .audio(InboundMessage.MediaContent(node))
        case .document:
            guard let node = try object("document", message) else { return missing }
            return .document(InboundMessage.MediaContent(node))
        case .sticker:
            guard let node = try object("sticker", message) else { return missing }
            return .sticker(InboundMessage.MediaContent(node))
        case .location:
            guard let node = try object("location", message) else { return missing }
            return .location(try InboundMessage.LocationContent(node))
        case .contacts:
            guard let node = message.member("contacts"), !node.isNull else { return missing }
            return .contacts(try cards(node, origin: message.member("origin")?.text))
        case .button:
            guard let node = try object("button", message) else { return missing }
            return .button(InboundMessage.TemplateButton(node))
        case .interactive:
            guard let node = try object("interactive", message) else { return missing }
            return try interactive(node, buffer: buffer) ?? missing
        case .order:
            guard let node = try object("order", message) else { return missing }
            return .order(try InboundMessage.OrderContent(node))
        case .reaction:
            guard let node = try object("reaction", message) else { return missing }
            return .reaction(try InboundMessage.ReactionContent(node))
        case .system:
            guard let node = try object("system", message) else { return missing }
            return .system(try InboundMessage.SystemContent(node))
        case .requestWelcome: return .requestWelcome
        case .edit where !isEdit:
            guard let node = try object("edit", message) else { return missing }
            return .edit(try edit(node, buffer: buffer))
        case .revoke:
            guard let node = try object("revoke", message) else { return missing }
            return .revoke(try InboundMessage.RevokeContent(node))
        case .unsupported, .unknown, .ephemeral:
            let payload = message.members.first { $0.key.text == type.rawValue }?.value
            return .unsupported(
                InboundMessage.UnsupportedContent(
                    type: payload?.member("type")?.text ?? (type == .ephemeral ? type.rawValue : nil),
                    payload: payload.flatMap { $0.isNull ? nil : RawJSON(buffer: buffer, range: $0.range) }))
        case .mediaPlaceholder: return .mediaPlaceholder
        default: return missing
        }
    }

    /// A payload: `nil` where there is none, a fault where it is no object.
    private static func object(_ name: StaticString, _ node: JSONNode) throws(ElementFault) -> JSONNode? {
        guard let payload = node.member(name), !payload.isNull else { return nil }
        guard payload.kind == .object else {
            throw ElementFault(code: .wrongType, path: name, reason: "an object is expected")
        }
        return payload
    }

    /// A payload that its parent names and that therefore has to be there.
    private static func object(
        _ name: StaticString, _ node: JSONNode, at path: StaticString
    ) throws(ElementFault) -> JSONNode {
        guard let payload = node.member(name), !payload.isNull else { throw .missing(path) }
        guard payload.kind == .object else {
            throw ElementFault(code: .wrongType, path: path, reason: "an object is expected")
        }
        return payload
    }

    /// The cards of a message. The origin stands in each card, in early samples beside them.
    private static func cards(_ node: JSONNode, origin: String?) throws(ElementFault) -> [InboundMessage.ContactCard] {
        guard node.kind == .array else {
            throw ElementFault(code: .wrongType, path: "contacts", reason: "cards are an array of objects")
        }
        // A card that is none is reported for itself.
        return node.objects.map { element in
            var card = InboundMessage.ContactCard(element)
            card.origin = card.origin ?? origin.map { .init(rawValue: $0) }
            return card
        }
    }

    /// - Returns: `nil` for a kind of answer that is not known.
    private static func interactive(_ node: JSONNode, buffer: [UInt8]) throws(ElementFault) -> Self? {
        // A sample of the platform names another type beside this member, which then counts (webhooks reference §3.3).
        if let reply = node.member("nfm_reply"), !reply.isNull { return try form(reply, buffer: buffer) }
        switch node.member("type")?.text {
        case "button_reply":
            let reply = try object("button_reply", node, at: "interactive.button_reply")
            return .buttonReply(try InboundMessage.ButtonReply(reply))
        case "list_reply":
            let reply = try object("list_reply", node, at: "interactive.list_reply")
            return .listReply(try InboundMessage.ListReply(reply))
        case "call_permission_reply":
            let reply = try object("call_permission_reply", node, at: "interactive.call_permission_reply")
            return .callPermissionReply(try InboundMessage.CallPermissionReply(reply))
        case "nfm_reply": throw .missing("interactive.nfm_reply")
        default: return nil
        }
    }

    private static func form(_ reply: JSONNode, buffer: [UInt8]) throws(ElementFault) -> Self {
        guard reply.kind == .object else {
            throw ElementFault(code: .wrongType, path: "interactive.nfm_reply", reason: "an object is expected")
        }
        if reply.member("name")?.string == "address_message" {
            return .addressReply(InboundMessage.AddressReply(reply, buffer: buffer))
        }
        return .flowReply(InboundMessage.FlowReply(reply, buffer: buffer))
    }

    /// An edit holds a message without an id and a time of its own; an edit inside of it is not read any further.
    private static func edit(_ node: JSONNode, buffer: [UInt8]) throws(ElementFault) -> InboundMessage.EditContent {
        guard let id = node.member("original_message_id")?.text else {
            throw .unusable(
                "edit.original_message_id", in: node, "original_message_id", "an id is a string or a number")
        }
        let message = try object("message", node, at: "edit.message")
        let type = InboundMessage.Kind(rawValue: message.member("type")?.text ?? "")
        let content: Self
        do throws(ElementFault) {
            if type == .text, let text = message.member("text"), !text.isNull {
                content = try Self.text(text)
            } else {
                content = try other(type, message, buffer: buffer, isEdit: true)
            }
        } catch {
            throw ElementFault(code: error.code, path: "edit.message", reason: error.reason)
        }
        return InboundMessage.EditContent(
            originalMessageID: MessageID(rawValue: id), type: type, content: content,
            context: message.member("context").flatMap { InboundMessage.Context($0) })
    }
}
