public import WhatsAppBusiness

extension SimulatedPlatform {
    /// The ids of the groups, in the order of their creation.
    public var groupIDs: [GroupID] {
        groups.values.sorted { ($0.created, $0.id) < ($1.created, $1.id) }.map { GroupID($0.id) }
    }

    /// The link by which customers join a group.
    public func inviteLink(of group: GroupID) -> String? {
        groups[group.rawValue]?.inviteLink
    }

    /// The members of a group, in the order in which they came.
    public func members(of group: GroupID) -> [PhoneNumber] {
        groups[group.rawValue]?.members.compactMap { customers[$0]?.number } ?? []
    }

    /// The customer opens a group's link: joins it, or asks to where the business approves.
    ///
    /// - Parameters:
    ///   - number: who joins.
    ///   - link: the link, as it is now.
    ///   - name: the name in the customer's profile.
    /// - Returns: the group; `nil` where the link leads to none, the group is full, or the customer was removed from it.
    @discardableResult
    public func customerJoins(_ number: PhoneNumber, link: String, name: String = "Ana") -> GroupID? {
        guard let group = groups.values.first(where: { $0.inviteLink == link }) else { return nil }
        let key = number.matchingKey
        guard !group.members.contains(key), !group.removed.contains(key), !group.isSuspended,
            group.members.count < GroupRecord.maximumMembers
        else { return nil }
        let customer = updateCustomer(number) { $0.name = name }
        if group.needsApproval {
            guard !group.requests.contains(where: { $0.customer == key }) else { return GroupID(group.id) }
            let request = GroupRecord.JoinRequest(id: "join\(nextNumber())", customer: key, created: clock.now)
            groups[group.id]?.requests.append(request)
            emitGroup(
                "group_participants_update", group.id, "group_join_request_created",
                [
                    ("join_request_id", .string(request.id)), ("wa_id", .string(customer.number.digits)),
                    ("user_id", .string(customer.userID.rawValue)),
                ])
        } else {
            join(customer, group.id)
        }
        return GroupID(group.id)
    }

    /// The customer leaves a group.
    public func customerLeaves(_ group: GroupID, _ number: PhoneNumber) {
        guard let customer = customers[number.matchingKey],
            groups[group.rawValue]?.members.contains(number.matchingKey) == true
        else { return }
        groups[group.rawValue]?.members.removeAll { $0 == number.matchingKey }
        emitGroup(
            "group_participants_update", group.rawValue, "group_participants_remove",
            [("initiated_by", "participant"), ("removed_participants", [customer.participant])])
    }

    /// The customer writes in a group.
    /// - Returns: the message's id; `nil` where the customer is no member.
    @discardableResult
    public func customerSends(_ text: String, from number: PhoneNumber, inGroup group: GroupID) -> MessageID? {
        guard groups[group.rawValue]?.members.contains(number.matchingKey) == true else { return nil }
        return emitMessage(
            [("type", "text"), ("text", ["body": .string(text)])], from: number, inGroup: group.rawValue)
    }

    /// The platform suspends a group, or lifts that.
    public func setSuspended(_ isSuspended: Bool, group: GroupID) {
        guard groups[group.rawValue] != nil, groups[group.rawValue]?.isSuspended != isSuspended else { return }
        groups[group.rawValue]?.isSuspended = isSuspended
        emitGroup(
            "group_status_update", group.rawValue, isSuspended ? "group_suspend" : "group_suspend_cleared", [])
    }

    func join(_ customer: Customer, _ group: String) {
        groups[group]?.members.append(customer.number.matchingKey)
        emitGroup(
            "group_participants_update", group, "group_participants_add",
            [("reason", "invite_link"), ("added_participants", [customer.participant])])
    }

    /// Queues a webhook of a group (webhooks reference §2.9).
    func emitGroup(
        _ field: String, _ id: String, _ type: String, _ more: [(String, JSONValue)], requestID: String? = nil
    ) {
        var group: [(String, JSONValue)] = [
            ("timestamp", .string(clock.now.platformTimestamp)), ("group_id", .string(id)), ("type", .string(type)),
        ]
        if let requestID { group.append(("request_id", .string(requestID))) }
        emitChange(field, [("groups", [.members(group + more)])], ofNumber: true)
    }
}

extension SimulatedPlatform.Customer {
    /// The customer as groups name their members.
    var participant: JSONValue {
        ["input": .string(number.digits), "wa_id": .string(number.digits), "user_id": .string(userID.rawValue)]
    }
}
