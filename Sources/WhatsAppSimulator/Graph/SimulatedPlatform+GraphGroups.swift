import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// `/{phone-number-id}/groups` (Cloud API reference §6.12).
    func answerGroups(_ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        switch request.method {
        case .get:
            let rows = groupIDs.compactMap { groups[$0.rawValue] }.map { group -> JSONValue in
                [
                    "id": .string(group.id), "subject": .string(group.subject),
                    "created_at": .string(group.created.platformTimestamp),
                ]
            }
            let reply = try page(rows, request)
            // This list alone is an object.
            guard var answer = (try? JSONValue(parsing: reply.body))?.object else { return reply }
            answer["data"] = ["groups": answer["data"] ?? []]
            return .json(.object(answer))
        case .post: return try createGroup(request.json())
        default: throw .unknownObject("groups")
        }
    }

    private func createGroup(_ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
        guard let subject = body["subject"]?.string, (1...128).contains(subject.count) else {
            throw .invalid("subject", "1 to 128 characters")
        }
        let description = body["description"]?.string
        guard (description?.count ?? 0) <= 2_048 else { throw .invalid("description", "at most 2048 characters") }
        let mode = body["join_approval_mode"]?.string ?? "auto_approve"
        guard ["auto_approve", "approval_required"].contains(mode) else {
            throw .invalid("join_approval_mode", "auto_approve or approval_required")
        }
        guard groups.count < 10_000 else {
            throw PlatformFault(code: 131_211, message: "Group creation limit reached")
        }
        let number = nextNumber()
        let group = GroupRecord(
            id: Data("simulated_group:\(number)".utf8).base64EncodedString().filter { $0 != "=" }, subject: subject,
            description: description, needsApproval: mode == "approval_required", invite: "SimInvite\(number)",
            created: clock.now)
        groups[group.id] = group
        let requestID = "SimGroupRequest\(nextNumber())"
        var members: [(String, JSONValue)] = [("subject", .string(subject))]
        if let description { members.append(("description", .string(description))) }
        members.append(("invite_link", .string(group.inviteLink)))
        members.append(("join_approval_mode", .string(mode)))
        emitGroup("group_lifecycle_update", group.id, "group_create", members, requestID: requestID)
        return Self.requested(requestID)
    }

    private static func requested(_ id: String) -> SimulatedReply {
        .json(["messaging_product": "whatsapp", "request_id": .string(id)])
    }

    /// The node of a group and its edges.
    func answerGroup(_ id: String, _ request: SimulatedRequest, _ edge: [String]) throws(PlatformFault)
        -> SimulatedReply
    {
        guard let group = groups[id] else { throw .unknownObject(id) }
        switch (request.method, edge) {
        case (.get, []):
            return .json(node(group).selecting(request.parameter("fields"), default: ["messaging_product"]))
        case (.post, []): return try change(group, request.parameters())
        case (.delete, []):
            groups[id] = nil
            let requestID = "SimGroupRequest\(nextNumber())"
            emitGroup("group_lifecycle_update", id, "group_delete", [], requestID: requestID)
            return Self.requested(requestID)
        case (.get, ["invite_link"]):
            return .json(["messaging_product": "whatsapp", "invite_link": .string(group.inviteLink)])
        case (.post, ["invite_link"]):
            groups[id]?.invite = "SimInvite\(nextNumber())"
            return .json([
                "messaging_product": "whatsapp", "invite_link": .string(groups[id]?.inviteLink ?? ""),
            ])
        case (.delete, ["participants"]): return try removeMembers(of: group, request.json())
        case (.get, ["join_requests"]):
            let rows = group.requests.compactMap { request -> JSONValue? in
                customers[request.customer].map { customer in
                    [
                        "join_request_id": .string(request.id), "wa_id": .string(customer.number.digits),
                        "user_id": .string(customer.userID.rawValue),
                        "creation_timestamp": .string(request.created.platformTimestamp),
                    ]
                }
            }
            return try page(rows, request)
        case (.post, ["join_requests"]): return try decide(group, request.json(), approves: true)
        case (.delete, ["join_requests"]): return try decide(group, request.json(), approves: false)
        default: throw .unknownObject(id)
        }
    }

    private func node(_ group: GroupRecord) -> JSONObject {
        let members = group.members.compactMap { customers[$0] }
        var object: JSONObject = [
            "id": .string(group.id), "messaging_product": "whatsapp", "subject": .string(group.subject),
            "suspended": .bool(group.isSuspended), "creation_timestamp": .string(group.created.platformTimestamp),
            "participants": .array(
                members.map { ["wa_id": .string($0.number.digits), "user_id": .string($0.userID.rawValue)] }),
            "total_participant_count": .number(JSONNumber(members.count)),
            "join_approval_mode": group.needsApproval ? "approval_required" : "auto_approve",
        ]
        object["description"] = group.description.map { .string($0) }
        return object
    }

    private func change(_ group: GroupRecord, _ body: JSONObject) throws(PlatformFault) -> SimulatedReply {
        var changes: [(String, JSONValue)] = []
        if let subject = body["subject"]?.string {
            guard (1...128).contains(subject.count) else { throw .invalid("subject", "1 to 128 characters") }
            groups[group.id]?.subject = subject
            changes.append(("group_subject", ["text": .string(subject), "update_successful": true]))
        }
        if let description = body["description"]?.string {
            guard description.count <= 2_048 else { throw .invalid("description", "at most 2048 characters") }
            groups[group.id]?.description = description
            changes.append(("group_description", ["text": .string(description), "update_successful": true]))
        }
        guard !changes.isEmpty else { throw .missing("subject") }
        let requestID = "SimGroupRequest\(nextNumber())"
        emitGroup("group_settings_update", group.id, "group_settings_update", changes, requestID: requestID)
        return Self.requested(requestID)
    }

    private func removeMembers(of group: GroupRecord, _ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        guard let entries = body["participants"]?.array, (1...8).contains(entries.count) else {
            throw .invalid("participants", "1 to 8")
        }
        var removed: [JSONValue] = []
        var failed: [JSONValue] = []
        for entry in entries {
            let input = entry["user"]?.string ?? entry["user_id"]?.string ?? ""
            guard let customer = customer(named: entry), group.members.contains(customer.number.matchingKey) else {
                let fault = PlatformFault(code: 131_212, message: "Participant not in group")
                failed.append(["input": .string(input), "errors": [fault.webhookError]])
                continue
            }
            let key = customer.number.matchingKey
            groups[group.id]?.members.removeAll { $0 == key }
            groups[group.id]?.removed.insert(key)
            removed.append(customer.participant)
        }
        let requestID = "SimGroupRequest\(nextNumber())"
        var members: [(String, JSONValue)] = [
            ("initiated_by", "business"), ("removed_participants", .array(removed)),
        ]
        if !failed.isEmpty {
            members.append(("failed_participants", .array(failed)))
            members.append(("errors", [PlatformFault(code: 131_201, message: "Partial success").webhookError]))
        }
        emitGroup(
            "group_participants_update", group.id, "group_participants_remove", members, requestID: requestID)
        return Self.requested(requestID)
    }

    private func decide(_ group: GroupRecord, _ body: JSONValue, approves: Bool) throws(PlatformFault) -> SimulatedReply
    {
        guard let ids = body["join_requests"]?.array?.compactMap(\.string), !ids.isEmpty else {
            throw .missing("join_requests")
        }
        var done: [JSONValue] = []
        var failed: [JSONValue] = []
        for id in ids {
            guard let request = groups[group.id]?.requests.first(where: { $0.id == id }),
                let customer = customers[request.customer]
            else {
                let fault = PlatformFault(code: 131_213, message: "Join request does not exist")
                failed.append(["join_request_id": .string(id), "errors": [fault.webhookError]])
                continue
            }
            if approves, (groups[group.id]?.members.count ?? 0) >= GroupRecord.maximumMembers {
                let fault = PlatformFault(code: 131_204, message: "Too many participants")
                failed.append(["join_request_id": .string(id), "errors": [fault.webhookError]])
                continue
            }
            groups[group.id]?.requests.removeAll { $0.id == id }
            if approves { join(customer, group.id) }
            done.append(.string(id))
        }
        var answer: [(String, JSONValue)] = [
            ("messaging_product", "whatsapp"),
            (approves ? "approved_join_requests" : "rejected_join_requests", .array(done)),
        ]
        if !failed.isEmpty { answer.append(("failed_join_requests", .array(failed))) }
        return .json(.members(answer), status: failed.isEmpty ? 200 : 206)
    }
}
