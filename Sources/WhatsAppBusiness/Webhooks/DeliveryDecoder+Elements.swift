extension DeliveryDecoder {
    /// Decodes a member of a value that is neither messages nor statuses of messages.
    /// - Returns: `false` when the limit of events is reached.
    @inline(never)
    mutating func decodeOther(_ key: JSONKey, _ value: JSONNode, _ scope: borrowing ChangeScope) -> Bool {
        guard !Self.isCommonKey(key) else { return true }
        if "standby" ~= key, value.kind == .object { return decodeStandby(value, scope) }
        guard value.kind == .array else { return true }
        if "history" ~= key { return decodeHistory(value, scope) }
        let isElementKey = Self.isElementKey(key)
        // Arrays that are not documented are elements of a kind that is still to come.
        for (place, element) in value.elements.enumerated() where isElementKey || element.kind == .object {
            guard hasRoom else { return false }
            do throws(ElementFault) {
                if let event = try elementEvent(element, key, place, scope) {
                    events.append(event)
                    guard reportParts(of: element, at: "value.\(key.text)[\(place)]", scope) else { return false }
                } else {
                    addUnrecognized(element, element: key.text, scope)
                }
            } catch {
                report(error, at: "value.\(key.text)[\(place)]", element, scope)
            }
        }
        return true
    }

    /// Reads an element of an array other than messages and statuses of messages; `nil` where its kind is not known.
    @inline(never)
    private func elementEvent(
        _ node: JSONNode, _ key: JSONKey, _ place: Int, _ scope: borrowing ChangeScope
    ) throws(ElementFault) -> WebhookEvent? {
        guard node.kind == .object else {
            throw ElementFault(code: .wrongType, path: "", reason: "an object is expected")
        }
        let origin = origin(node, scope)
        switch key {
        case "errors": return .error(ErrorEvent(error: PlatformError.read(node, buffer: buffer), origin: origin))
        case "calls" where scope.field == "calls", "statuses" where scope.field == "calls":
            var event = try CallEvent(node, origin, buffer: buffer)
            let number = event.direction == .businessInitiated ? event.to : event.from ?? event.to
            event.contact = scope.contacts.contact(userID: event.userID, number: number, place: place)
            return .call(event)
        case "groups" where scope.field.hasPrefix("group_"):
            var event = try GroupEvent(node, origin, buffer: buffer)
            if event.initiatedBy == nil { event.initiatedBy = scope.initiatedBy.map { .init(rawValue: $0) } }
            return .group(event)
        case "user_preferences":
            var event = try PreferenceEvent(node, origin)
            let number = event.waID.map { PhoneNumber(rawValue: $0.rawValue) }
            event.contact = scope.contacts.contact(userID: event.userID, number: number, place: place)
            return .preference(event)
        case "user_id_update":
            var event = try UserIDEvent(node, origin)
            let number = event.waID.map { PhoneNumber(rawValue: $0.rawValue) }
            event.contact = scope.contacts.contact(userID: event.current, number: number, place: place)
            return .userID(event)
        case "user_actions": return .click(try ClickEvent(node, origin))
        case "message_echoes":
            let echo = try echo(node, place, scope)
            return scope.field == "history" ? .history(.echo(echo)) : .echo(echo)
        case "messages" where scope.field == "history":
            return .history(.message(try InboundMessage.read(node, place: place, in: scope, buffer: buffer)))
        case "state_sync": return try ContactSyncEvent(node, origin).map { .contactSync($0) }
        case "automatic_events": return .automatic(try AutomaticEvent(node, origin))
        case "standby":
            return .standby(.message(try InboundMessage.read(node, place: place, in: scope, buffer: buffer)))
        default: return nil
        }
    }

    private func echo(
        _ node: JSONNode, _ place: Int, _ scope: borrowing ChangeScope
    ) throws(ElementFault) -> MessageEcho {
        var echo = try MessageEcho(node, origin(node, scope), buffer: buffer)
        echo.contact = scope.contacts.contact(userID: echo.toUserID, number: echo.to, place: place)
        return echo
    }

    /// Decodes the object form of `standby`, whose arrays are those of other fields (webhooks reference §2.12).
    /// - Returns: `false` when the limit of events is reached.
    @inline(never)
    private mutating func decodeStandby(_ value: JSONNode, _ outer: borrowing ChangeScope) -> Bool {
        var scope = copy outer
        for member in value.members where "contacts" ~= member.key {
            if !scope.contacts.add(member.value), hasRoom {
                report(
                    .wrongType, "value.standby.contacts", "contacts are an array of objects", member.value, scope.field,
                    account: scope.businessAccountID)
            }
        }
        for member in value.members where !("contacts" ~= member.key) && !member.value.isNull {
            guard member.value.kind == .array else {
                guard hasRoom else { return false }
                report(
                    .wrongType, "value.standby.\(member.key.text)", "an array is expected", member.value, scope.field,
                    account: scope.businessAccountID)
                continue
            }
            for (place, element) in member.value.elements.enumerated() {
                guard hasRoom else { return false }
                do throws(ElementFault) {
                    if let event = try standbyEvent(element, member.key, place, scope) {
                        events.append(.standby(event))
                        let path = "value.standby.\(member.key.text)[\(place)]"
                        guard reportParts(of: element, at: path, scope) else { return false }
                    } else {
                        addUnrecognized(element, element: "standby.\(member.key.text)", scope)
                    }
                } catch {
                    report(error, at: "value.standby.\(member.key.text)[\(place)]", element, scope)
                }
            }
        }
        return true
    }

    private func standbyEvent(
        _ node: JSONNode, _ key: JSONKey, _ place: Int, _ scope: borrowing ChangeScope
    ) throws(ElementFault) -> StandbyEvent? {
        switch key {
        case "messages": return .message(try InboundMessage.read(node, place: place, in: scope, buffer: buffer))
        case "statuses": return .status(try MessageStatus.read(node, place: place, in: scope, buffer: buffer))
        case "message_echoes": return .echo(try echo(node, place, scope))
        default: return nil
        }
    }
}
