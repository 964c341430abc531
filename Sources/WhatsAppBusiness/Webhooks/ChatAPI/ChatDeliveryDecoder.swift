#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decodes deliveries of Chat API. The platform's own envelope, which can stand beside, is left to the decoder below,
/// which also collects the events.
///
/// There is no member that names the kind of a delivery: events are told apart by the keys that are there (Chat API
/// reference §9).
struct ChatDeliveryDecoder {
    var platform: DeliveryDecoder
    private let receivedAt: Date
    private let expectedInstance: String?
    private var receivedOn: ReceivingNumber?

    init(_ platform: DeliveryDecoder, receivedAt: Date, instanceID: String?) {
        self.platform = platform
        self.receivedAt = receivedAt
        expectedInstance = instanceID
    }

    mutating func decode(_ root: JSONNode) {
        guard root.kind == .object else { return platform.report(.wrongType, "", "a delivery is an object", root) }
        let instance = root.member("instanceId")?.text
        receivedOn = instance.map { ReceivingNumber(phoneNumberID: PhoneNumberID(rawValue: $0)) }
        if let expectedInstance, let instance, Self.number(instance) != Self.number(expectedInstance) {
            return platform.report(.unexpectedObject, "instanceId", "it is another channel's", root)
        }
        // The platform's own envelope, as channels with raw payloads pass it on; then what stands beside it.
        if let entries = root.member("entry"), !entries.isNull {
            platform.decodeDelivery(root)
        } else if root.member("value")?.kind == .object {
            platform.decodeBareChange(root, businessAccountID: nil)
        }
        var hasOthers = false
        var hasArrays = false
        for member in root.members where !member.value.isNull {
            switch member.key {
            case "instanceId", "entry", "object", "value", "field", "type", "contacts", "metadata": break
            case "messages", "ack", "calls":
                hasArrays = hasArrays || member.value.kind == .array
                guard decodeElements(member.value, member.key.text, root) else { return platform.reportTooMany(root) }
            default:
                guard member.value.kind == .array, member.value.elements.contains(where: { $0.kind == .object }) else {
                    hasOthers = true
                    break
                }
                guard decodeElements(member.value, member.key.text, root) else { return platform.reportTooMany(root) }
            }
        }
        finish(root, hasOthers: hasOthers, hasArrays: hasArrays)
    }

    /// Decodes one message that is no element of a delivery: one event, whatever it is.
    mutating func decodeRow(_ row: JSONNode) -> WebhookEvent {
        if row.kind == .object, let event = try? message(row) { return event }
        return .unrecognized(UnrecognizedEvent(field: "", element: "messages", receivedOn: receivedOn, raw: raw(row)))
    }

    /// A delivery that became nothing is an event as a whole, unless it is only empty arrays.
    private mutating func finish(_ root: JSONNode, hasOthers: Bool, hasArrays: Bool) {
        guard platform.events.isEmpty, platform.problems.isEmpty else { return }
        if root.member("type")?.text == "calls", let call = call(root, root) {
            platform.events.append(.call(call))
        } else if hasOthers || root.member("type").map({ !$0.isNull }) == true {
            addUnrecognized(root, element: nil)
        } else if !hasArrays {
            platform.report(.missing, "messages", "there are neither messages nor acknowledgements", root)
        }
    }

    private mutating func decodeElements(_ array: JSONNode, _ name: String, _ root: JSONNode) -> Bool {
        guard array.kind == .array else {
            guard platform.hasRoom else { return false }
            platform.report(.wrongType, name, "an array is expected", array)
            return true
        }
        for (place, element) in array.elements.enumerated() {
            guard platform.hasRoom else { return false }
            guard decodeElement(element, name, place, root) else { return false }
        }
        return true
    }

    private mutating func decodeElement(_ element: JSONNode, _ name: String, _ place: Int, _ root: JSONNode) -> Bool {
        do throws(ElementFault) {
            guard element.kind == .object else {
                throw ElementFault(code: .wrongType, path: "", reason: "an object is expected")
            }
            switch name {
            case "messages": platform.events.append(try message(element))
            case "ack": platform.events.append(.status(try status(element)))
            case "calls":
                if let call = call(element, root) {
                    platform.events.append(.call(call))
                } else {
                    addUnrecognized(element, element: name)
                }
            default: addUnrecognized(element, element: name)
            }
        } catch {
            let inside = error.path.utf8CodeUnitCount == 0 ? "" : ".\(error.path)"
            platform.report(error.code, "\(name)[\(place)]\(inside)", error.reason.description, element)
        }
        return true
    }

    private mutating func addUnrecognized(_ node: JSONNode, element: String?) {
        platform.events.append(
            .unrecognized(UnrecognizedEvent(field: "", element: element, receivedOn: receivedOn, raw: raw(node))))
    }

    private func raw(_ node: JSONNode) -> RawJSON { RawJSON(buffer: platform.buffer, range: node.range) }

    private func call(_ node: JSONNode, _ root: JSONNode) -> CallEvent? {
        let origin = EventOrigin(field: "calls", receivedOn: receivedOn, raw: raw(node))
        guard var event = try? CallEvent(node, origin, buffer: platform.buffer) else { return nil }
        var contacts = ContactIndex()
        if let node = root.member("contacts") { _ = contacts.add(node) }
        let number = event.direction == .businessInitiated ? event.to : event.from ?? event.to
        event.contact = contacts.contact(userID: event.userID, number: number, place: 0)
        return event
    }

    /// A channel is called by its number or by `instance` and its number.
    private static func number(_ instance: String) -> Substring {
        instance.hasPrefix("instance") ? instance.dropFirst(8) : instance[...]
    }
}

extension ChatDeliveryDecoder {
    private func message(_ node: JSONNode) throws(ElementFault) -> WebhookEvent {
        let row = try ChatMessageRow(node)
        let content = row.content(buffer: platform.buffer)
        let author = row.author
        let chat = row.chat
        if row.isFromBusiness {
            let recipient = chat?.number ?? author?.number.flatMap { chat == nil ? $0 : nil }
            let sender = author?.number == recipient ? nil : author?.number
            let echo = MessageEcho(
                id: row.id, timestamp: row.time, type: row.kind, from: sender,
                to: recipient, toUserID: chat?.userID, groupID: chat?.groupID, context: row.context, content: content,
                contact: WebhookContact(
                    name: row.chatName, waID: recipient.map { WhatsAppID(rawValue: $0.rawValue) }, userID: chat?.userID,
                    phoneNumber: recipient),
                origin: EventOrigin(field: "messages", receivedOn: receivedOn, raw: raw(node)))
            return .echo(echo)
        }
        let number = author?.number ?? chat?.number
        let userID = row.authorUserID ?? author?.userID ?? chat?.userID
        return .message(
            InboundMessage(
                id: row.id, timestamp: row.time, type: row.kind, from: number, fromUserID: userID,
                groupID: chat?.groupID, context: row.context,
                contact: WebhookContact(
                    name: row.senderName, username: WebhookContact.username(row.authorUsername),
                    waID: number.map { WhatsAppID(rawValue: $0.rawValue) }, userID: userID, phoneNumber: number),
                receivedOn: receivedOn, content: content, raw: raw(node)))
    }

    private func status(_ node: JSONNode) throws(ElementFault) -> MessageStatus {
        guard let id = node.member("id")?.text else {
            throw .unusable("id", in: node, "id", "an id is a string or a number")
        }
        guard let state = node.member("status"), state.kind == .string, let word = state.text else {
            throw .unusable("status", in: node, "status", "a state is a string")
        }
        let chat = node.member("chatId")?.text.map { ChatName($0) }
        let phone = node.member("phone")?.text.map { PhoneNumber(rawValue: ChatName.digits($0)) }
        let own = node.member("timestamp")?.time ?? node.member("time")?.time
        let category = node.member("category")?.text.map { ChargeCategory(rawValue: $0) }
        let userID = node.member("bsuid")?.text.map { BusinessScopedUserID(rawValue: $0) } ?? chat?.userID
        let recipient = chat?.groupID == nil ? phone ?? chat?.number : nil
        var status = MessageStatus(
            id: MessageID(rawValue: id), state: Self.state(word), timestamp: own ?? receivedAt, recipient: recipient,
            recipientUserID: userID, groupID: chat?.groupID, participant: chat?.groupID == nil ? nil : phone,
            pricing: category.map { MessageStatus.Pricing(category: $0) },
            errors: node.member("error").map { errors($0) } ?? [],
            contact: node.member("userName")?.text.map {
                WebhookContact(username: WebhookContact.username($0), userID: userID, phoneNumber: recipient)
            },
            receivedOn: receivedOn, raw: raw(node))
        status.isTimeOfReceipt = own == nil
        return status
    }

    /// The word of a state; the phone-based product says `viewed` for read.
    private static func state(_ word: String) -> DeliveryState {
        switch word.lowercased() {
        case "viewed": return .read
        case let lowered where DeliveryState(rawValue: lowered).isKnown: return DeliveryState(rawValue: lowered)
        default: return DeliveryState(rawValue: word)
        }
    }

    /// The reason of a failed status: a text, for once an object or several.
    private func errors(_ node: JSONNode) -> [PlatformError] {
        switch node.kind {
        case .array: return PlatformError.list(node, buffer: platform.buffer)
        case .object: return [PlatformError.read(node, buffer: platform.buffer)]
        default:
            guard let text = node.text else { return [] }
            return [
                PlatformError(
                    code: .named(in: text), title: text, message: text, source: .errorsArray, raw: raw(node))
            ]
        }
    }
}
