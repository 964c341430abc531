import Foundation
import WhatsApp
import WhatsAppSimulator

/// What the page of the customer's phone shows, as JSON.
enum PhoneState {
    static func json(of number: PhoneNumber, _ platform: SimulatedPlatform) async -> JSONValue {
        let entries = await platform.chat(of: number).suffix(200).map(json)
        let templates = await platform.allTemplates.prefix(200).map { template -> JSONValue in
            [
                "name": .string(template.name), "language": .string(template.language.rawValue),
                "status": .string(template.status), "category": .string(template.category.rawValue),
                "quality": .string(template.quality), "body": .string(template.body),
            ]
        }
        var members: JSONObject = [
            "now": time(platform.clock.now), "business": .string(platform.configuration.verifiedName),
            "typing": .bool(await platform.isTyping(to: number)),
            "pending": .number(JSONNumber(await platform.pendingDeliveries)), "chat": .array(entries),
            "templates": .array(templates),
        ]
        members["window_end"] = await platform.windowEnd(of: number).map { time($0) }
        members["code"] = await platform.verificationCode.map { .string($0) }
        return .object(members)
    }

    private static func json(_ entry: PhoneEntry) -> JSONValue {
        var members: JSONObject = [
            "id": .string(entry.id.rawValue), "mine": .bool(entry.isFromCustomer), "type": .string(entry.type),
            "body": .string(entry.shown.body), "read": .bool(entry.isRead), "at": time(entry.at),
            "buttons": .array(entry.shown.buttons.map(json)),
            "cards": .array(
                entry.shown.cards.map { card in
                    ["body": .string(card.body ?? ""), "buttons": .array(card.buttons.map(json))]
                }),
        ]
        members["header"] = entry.shown.header.map { header in
            .string(
                header.format == "TEXT" ? header.text ?? "" : "[\(header.format.lowercased())] \(header.text ?? "")")
        }
        members["footer"] = entry.shown.footer.map { .string($0) }
        members["offer"] = entry.shown.offer.map { .string($0) }
        return .object(members)
    }

    private static func json(_ button: ShownMessage.Button) -> JSONValue {
        var members: JSONObject = ["kind": .string(button.kind), "text": .string(button.text)]
        members["url"] = button.url.map { .string($0) }
        members["phone"] = button.phoneNumber.map { .string($0) }
        members["code"] = button.code.map { .string($0) }
        members["tap"] = button.payload.map { .string($0) }
        return .object(members)
    }

    private static func time(_ date: Date) -> JSONValue {
        .number(JSONNumber(Int64(date.timeIntervalSince1970.rounded(.down))))
    }
}
