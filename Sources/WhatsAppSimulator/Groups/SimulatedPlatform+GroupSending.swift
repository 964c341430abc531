import WhatsAppBusiness

extension SimulatedPlatform {
    /// Takes a message for a group: one status for all of its members (webhooks reference §4.1).
    func accept(
        _ message: Composed, _ request: ReceivedRequest, inGroup group: GroupID
    ) throws(PlatformFault) -> AcceptedMessage {
        guard let record = groups[group.rawValue] else {
            throw PlatformFault(code: 131_041, message: "Group unknown or you are not a member")
        }
        guard !record.isSuspended else {
            throw PlatformFault(status: 403, code: 131_207, message: "Group suspended")
        }
        let members = record.members.compactMap { customers[$0] }
        guard let first = members.first else {
            throw PlatformFault(code: 131_020, message: "Bad group", details: "The group has no other member.")
        }
        if case .pin(let pin) = request.message.content { try self.pin(pin, in: group.rawValue) }
        let id = message.shown.id
        outbound[id] = Outbound(
            members: record.members, groupID: group.rawValue, callbackData: request.callbackData)
        waiting[id] = message.shown
        emitStatus("sent", of: id, for: members)
        deliver(id, to: members.filter(\.isReachable))
        return AcceptedMessage(
            id: id, input: request.input, recipient: first.identity, isToUserID: false,
            template: message.shown.template, groupID: group.rawValue)
    }

    private func pin(_ pin: PinMessage, in group: String) throws(PlatformFault) {
        let isOfGroup =
            outbound[pin.messageID]?.groupID == group || inbound[pin.messageID] != nil
        guard isOfGroup else { throw .invalid("pin.message_id", "no message of the group has this id") }
        groups[group]?.pins.removeAll { $0 == pin.messageID }
        guard case .pin = pin.action else { return }
        guard (groups[group]?.pins.count ?? 0) < 3 else {
            throw .invalid("pin", "a group has at most three pinned messages")
        }
        groups[group]?.pins.append(pin.messageID)
    }
}
