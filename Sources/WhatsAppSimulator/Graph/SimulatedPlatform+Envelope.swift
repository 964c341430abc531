import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// Cloud API's body for some events (webhooks reference §2.1). Neighbours of one kind share a change.
    func graphEnvelope(_ events: [SimulatedEvent]) -> JSONValue {
        var changes: [JSONValue] = []
        var run: [SimulatedEvent] = []
        for event in events {
            if let last = run.last, !(last.isMessage && event.isMessage || last.isStatus && event.isStatus) {
                changes.append(graphChange(run))
                run = []
            }
            run.append(event)
        }
        if !run.isEmpty { changes.append(graphChange(run)) }
        var entry: [(String, JSONValue)] = [("id", .string(configuration.businessAccountID.rawValue))]
        if let time = events.lazy.compactMap(\.entryTime).first {
            entry.append(("time", .number(JSONNumber(Int64(time.timeIntervalSince1970.rounded(.down))))))
        }
        entry.append(("changes", .array(changes)))
        let envelope: JSONValue = ["object": "whatsapp_business_account", "entry": [.members(entry)]]
        return habits.addsUnknownMembers ? Self.extended(envelope) : envelope
    }

    /// The same with a member that nobody knows in every object. The depth is that of the envelopes that are made here.
    private static func extended(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(extended))
        case .object(let object):
            var members = object.members.map { ($0.key, extended($0.value)) }
            members.append(("simulated_novelty", ["since": "tomorrow", "values": [1, true, nil]]))
            return .members(members)
        default: return value
        }
    }

    private func graphChange(_ events: [SimulatedEvent]) -> JSONValue {
        if case .change(let change)? = events.first {
            let value = change.isOfNumber ? .members(numberMembers + change.members) : JSONValue.members(change.members)
            return ["value": value, "field": .string(change.field)]
        }
        var contacts: [JSONValue] = []
        var messages: [JSONValue] = []
        var statuses: [JSONValue] = []
        for event in events {
            switch event {
            case .message(let message):
                contacts.append(message.from.contact)
                messages.append(message.graphJSON)
            case .status(let status):
                if status.fault == nil { contacts += status.recipients.map(\.contact) }
                statuses += status.graphJSON
            case .change: break
            }
        }
        var members = numberMembers
        if !contacts.isEmpty { members.append(("contacts", .array(contacts))) }
        if !messages.isEmpty { members.append(("messages", .array(messages))) }
        if !statuses.isEmpty { members.append(("statuses", .array(statuses))) }
        return ["value": .members(members), "field": "messages"]
    }

    /// What every value of the number begins with.
    private var numberMembers: [(String, JSONValue)] {
        [
            ("messaging_product", "whatsapp"),
            (
                "metadata",
                [
                    "display_phone_number": .string(configuration.phoneNumber.digits),
                    "phone_number_id": .string(configuration.phoneNumberID.rawValue),
                ]
            ),
        ]
    }
}

extension SimulatedEvent.Message {
    /// An element of `messages` (webhooks reference §3.2).
    var graphJSON: JSONValue {
        var members: [(String, JSONValue)] = [
            ("from", .string(from.number.digits)), ("from_user_id", .string(from.userID.rawValue)),
        ]
        if let groupID { members.append(("group_id", .string(groupID))) }
        members.append(("id", .string(id.rawValue)))
        members.append(("timestamp", .string(at.platformTimestamp)))
        return .members(members + content)
    }
}

extension SimulatedEvent.Status {
    /// The elements of `statuses` (webhooks reference §4.1): one, or one for each member of a group.
    var graphJSON: [JSONValue] {
        recipients.map { recipient in
            var members: [(String, JSONValue)] = [
                ("id", .string(id.rawValue)), ("status", .string(state)), ("timestamp", .string(at.platformTimestamp)),
            ]
            if let groupID {
                members.append(("recipient_id", .string(groupID)))
                members.append(("recipient_type", "group"))
                members.append(("recipient_participant_id", .string(recipient.number.digits)))
                members.append(("recipient_participant_user_id", .string(recipient.userID.rawValue)))
            } else {
                members.append(("recipient_id", .string(recipient.number.digits)))
                if fault == nil { members.append(("recipient_user_id", .string(recipient.userID.rawValue))) }
            }
            if let callbackData { members.append(("biz_opaque_callback_data", .string(callbackData))) }
            if let pricing { members.append(("pricing", pricing)) }
            if let fault { members.append(("errors", [fault.webhookError])) }
            return .members(members)
        }
    }
}

extension CustomerIdentity {
    /// The customer as Cloud API's webhooks name them (webhooks reference §3.1).
    var contact: JSONValue {
        [
            "profile": ["name": .string(name)], "wa_id": .string(number.digits),
            "user_id": .string(userID.rawValue),
        ]
    }
}
