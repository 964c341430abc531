import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// Where files of customers lie, in a storage of the service's own.
    private static let storage = "https://storage.simulated.example"

    /// A message of a customer in the service's form (Chat API reference §9.1, §9.2).
    func chatRow(_ message: SimulatedEvent.Message) -> JSONObject {
        let chat = message.groupID.map { $0.hasSuffix("@g.us") ? $0 : $0 + "@g.us" }
        let author = message.from.number.digits + "@c.us"
        var row = chatContent(message)
        row["id"] = .string(message.id.rawValue)
        row["fromMe"] = false
        row["self"] = 0
        row["isForwarded"] = .bool(message["context"]?["forwarded"]?.bool ?? false)
        row["author"] = .string(author)
        row["authorBsuid"] = .string(message.from.userID.rawValue)
        row["time"] = .number(JSONNumber(Int64(message.at.timeIntervalSince1970.rounded(.down))))
        row["chatId"] = .string(chat ?? author)
        row["chatName"] = .string(message.from.name)
        row["senderName"] = .string(message.from.name)
        if row["caption"] == nil { row["caption"] = .null }
        if row["quotedMsgId"] == nil { row["quotedMsgId"] = message["context"]?["id"] ?? .null }
        return row
    }

    /// Type and body.
    private func chatContent(_ message: SimulatedEvent.Message) -> JSONObject {
        let type = message["type"]?.string ?? ""
        let content = message[type]
        switch type {
        case "text": return ["type": "chat", "body": content?["body"] ?? ""]
        case "image", "video", "audio", "document", "sticker":
            let id = content?["id"]?.string ?? ""
            let address = try? openAddress(of: id, origin: Self.storage)
            var row: JSONObject = [
                "type": content?["voice"]?.bool == true ? "ptt" : .string(type), "body": .string(address ?? ""),
            ]
            row["caption"] = content?["caption"] ?? content?["filename"]
            return row
        case "location":
            let degrees = ["latitude", "longitude"].map { key in
                content?[key]?.string ?? content?[key]?.number?.text ?? ""
            }
            return ["type": "location", "body": .string(degrees.joined(separator: ";"))]
        case "contacts":
            let cards = (content?.array ?? []).map { card in
                let name = card["name"]?["formatted_name"]?.string ?? ""
                let phones = (card["phones"]?.array ?? []).map { "TEL:\($0["phone"]?.string ?? "")\n" }
                return "BEGIN:VCARD\nVERSION:3.0\nFN:\(name)\n\(phones.joined())END:VCARD"
            }
            return [
                "type": cards.count == 1 ? "vcard" : "multi_vcard", "body": .string(cards.joined(separator: "\n")),
            ]
        case "button": return ["type": "button", "body": content?["text"] ?? ""]
        case "interactive":
            // The label, and no id.
            let reply = content?["button_reply"] ?? content?["list_reply"]
            return ["type": "interactive", "body": reply?["title"] ?? ""]
        case "reaction":
            return [
                "type": "reaction", "body": content?["emoji"] ?? "", "quotedMsgId": content?["message_id"] ?? .null,
            ]
        default: return ["type": .string(type), "body": ""]
        }
    }

    /// A message of the history in the service's form.
    func chatRow(_ row: ChatAPIState.HistoryRow) -> JSONObject {
        var members: JSONObject
        switch row.content {
        case .inbound(let message): members = chatRow(message)
        case .outbound(let sent): members = sent
        }
        members["messageNumber"] = .number(JSONNumber(row.number))
        return members
    }

    /// Keeps what happened in the history of the channel.
    func recordChatHistory(_ event: SimulatedEvent) {
        switch event {
        case .message(let message): chatAPI.record(.inbound(message))
        case .status(let status) where status.state == "sent":
            guard let message = waiting[status.id], let customer = status.recipients.first else { return }
            let row: JSONObject = [
                "id": .string(status.id.rawValue), "body": .string(message.text), "type": "chat", "fromMe": 1,
                "self": 1, "isForwarded": 0, "author": .string(configuration.phoneNumber.digits + "@c.us"),
                "time": .number(JSONNumber(Int64(status.at.timeIntervalSince1970.rounded(.down)))),
                "chatId": .string(customer.number.digits + "@c.us"), "chatName": .string(customer.name),
                "senderName": .string(configuration.verifiedName),
            ]
            chatAPI.record(.outbound(row))
        default: break
        }
    }
}

extension SimulatedEvent.Status {
    /// The elements of `ack`: no time, and a text instead of a number (reference §9.3).
    var chatAcks: [JSONValue] {
        recipients.map { recipient in
            var members: [(String, JSONValue)] = [
                ("id", .string(id.rawValue)),
                ("chatId", .string(groupID ?? recipient.number.digits + "@c.us")), ("status", .string(state)),
                ("phone", .string(recipient.number.digits)), ("bsuid", .string(recipient.userID.rawValue)),
            ]
            if let category = pricing?["category"] { members.append(("category", category)) }
            if let fault { members.append(("error", .string(fault.message))) }
            return .members(members)
        }
    }
}
