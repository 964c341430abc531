extension DeliveryDecoder {
    /// The arrays of a change whose elements are events (webhooks reference §2.2, §2.3).
    static func isElementKey(_ key: JSONKey) -> Bool {
        switch key {
        case "messages", "statuses", "errors", "user_actions", "calls", "groups", "user_preferences", "user_id_update",
            "automatic_events", "message_echoes", "state_sync", "history", "standby":
            return true
        default: return false
        }
    }

    /// What every change about a business phone number has (webhooks reference §2.1).
    static func isCommonKey(_ key: JSONKey) -> Bool {
        switch key {
        case "messaging_product", "metadata", "contacts", "field", "object": return true
        default: return false
        }
    }

    /// The fields whose values are arrays of elements beside the common block. The values of all others are flat.
    private static func isMessaging(_ field: String) -> Bool {
        switch field {
        case "messages", "calls", "user_preferences", "user_id_update", "history", "automatic_events", "message_echoes",
            "smb_message_echoes", "smb_app_state_sync", "standby":
            return true
        default: return field.hasPrefix("group_")
        }
    }

    /// Decodes the value of a change.
    /// - Returns: `false` when the limit of events is reached.
    mutating func decodeValue(_ value: JSONNode, _ scope: inout ChangeScope) -> Bool {
        // What else than the common block and arrays of elements is there decides whether the elements are all of it.
        var hasArrays = false
        var hasOthers = false
        var hasOddMembers = false
        for member in value.members {
            switch member.key {
            case "metadata":
                scope.receivedOn = ReceivingNumber(member.value)
                if scope.receivedOn == nil { reportCommon("metadata", member.value, scope) }
            case "contacts":
                if !scope.contacts.add(member.value) { reportCommon("contacts", member.value, scope) }
            case "field": if scope.field.isEmpty { scope.field = member.value.text ?? "" }
            default:
                if Self.isElementKey(member.key) {
                    switch member.value.kind {
                    case .array:
                        hasArrays = true
                        // Without a field, as in a bare value, these name it.
                        if scope.field.isEmpty, "messages" ~= member.key || "statuses" ~= member.key {
                            scope.field = "messages"
                        }
                    case .null: break
                    case .object where "standby" ~= member.key: break
                    default:
                        hasOthers = true
                        hasOddMembers = true
                    }
                } else if !Self.isCommonKey(member.key), !member.value.isNull {
                    hasOthers = true
                    noteOther(member.key, member.value, &scope)
                }
            }
        }
        let isMessaging = Self.isMessaging(scope.field)
        let before = events.count &+ problems.count
        if isMessaging || (hasArrays && !hasOthers) {
            for member in value.members {
                guard decodeMember(member.key, member.value, scope) else { return false }
            }
        }
        // A value that became nothing is an event as a whole, unless it is only empty arrays.
        if before == events.count &+ problems.count, hasOthers || !hasArrays {
            guard hasRoom else { return false }
            if let event = flatEvent(value, scope) {
                events.append(event)
            } else {
                addUnrecognized(value, element: nil, scope)
            }
        } else if hasOddMembers {
            // A documented array that is none must not vanish beside others.
            for member in value.members where Self.isOddMember(member.key, member.value, scope.field) {
                guard hasRoom else { return false }
                addUnrecognized(member.value, element: member.key.text, scope)
            }
        }
        return true
    }

    /// Whether a member should be an array of elements and is something else, which no problem reports.
    private static func isOddMember(_ key: JSONKey, _ value: JSONNode, _ field: String) -> Bool {
        guard value.kind != .array, !value.isNull, isElementKey(key) else { return false }
        if "standby" ~= key, value.kind == .object { return false }
        return field != "messages" || !("messages" ~= key || "statuses" ~= key)
    }

    /// Keeps what is said beside the elements about all of them.
    @inline(never)
    private func noteOther(_ key: JSONKey, _ value: JSONNode, _ scope: inout ChangeScope) {
        switch key {
        case "initiated_by": scope.initiatedBy = value.text
        case "conversation_context": scope.conversationContext = ConversationContext(value, buffer: buffer)
        default: break
        }
    }

    /// Reports a broken part of the common block of a change about a number; a flat value may use the names otherwise.
    @inline(never)
    private mutating func reportCommon(_ key: StaticString, _ value: JSONNode, _ scope: borrowing ChangeScope) {
        guard !value.isNull, Self.isMessaging(scope.field) else { return }
        guard value.kind == .array, "\(key)" == "contacts" else {
            guard hasRoom else { return }
            return report(
                .wrongType, "value.\(key)", "it is of another type than it must be", value, scope.field,
                account: scope.businessAccountID)
        }
        for (place, element) in value.elements.enumerated() where element.kind != .object {
            guard hasRoom else { return }
            report(
                .wrongType, "value.contacts[\(place)]", "a contact is an object", element, scope.field,
                account: scope.businessAccountID)
        }
    }

    private mutating func decodeMember(
        _ key: JSONKey, _ value: JSONNode, _ scope: borrowing ChangeScope
    ) -> Bool {
        let isMessages = scope.field == "messages"
        switch key {
        case "metadata", "messaging_product", "contacts": return true
        case "messages" where isMessages:
            return decodeElements(value, "messages", scope) { (node, place, scope, buffer) throws(ElementFault) in
                let message = try InboundMessage.read(node, place: place, in: scope, buffer: buffer)
                let hasParts = message.type.hasParts
                return (.message(message), hasParts)
            }
        case "statuses" where isMessages:
            return decodeElements(value, "statuses", scope) { (node, place, scope, buffer) throws(ElementFault) in
                (.status(try MessageStatus.read(node, place: place, in: scope, buffer: buffer)), false)
            }
        default: return decodeOther(key, value, scope)
        }
    }

    /// Decodes the elements of an array, each for itself.
    ///
    /// - Parameter make: makes an event, and says whether it holds an array whose elements may be broken themselves.
    /// - Returns: `false` when the limit of events is reached.
    @inline(__always)
    private mutating func decodeElements(
        _ array: JSONNode, _ name: StaticString, _ scope: borrowing ChangeScope,
        _ make: (JSONNode, Int, borrowing ChangeScope, [UInt8]) throws(ElementFault) -> (
            WebhookEvent, hasParts: Bool
        )
    ) -> Bool {
        guard !array.isNull else { return true }
        guard array.kind == .array else {
            guard hasRoom else { return false }
            report(
                .wrongType, "value.\(name)", "an array is expected", array, scope.field,
                account: scope.businessAccountID)
            return true
        }
        if events.isEmpty {
            var count = 0
            for _ in array.elements { count &+= 1 }
            events.reserveCapacity(Swift.min(count, limits.maximumEvents))
        }
        var place = 0
        for element in array.elements {
            guard hasRoom else { return false }
            do throws(ElementFault) {
                let (event, hasParts) = try make(element, place, scope, buffer)
                events.append(event)
                if hasParts {
                    guard reportParts(of: element, at: "value.\(name)[\(place)]", scope) else { return false }
                }
            } catch {
                reportElement(error, element, name, place, scope)
            }
            place &+= 1
        }
        return true
    }

    @inline(never)
    private mutating func reportElement(
        _ fault: ElementFault, _ node: JSONNode, _ name: StaticString, _ place: Int, _ scope: borrowing ChangeScope
    ) {
        report(fault, at: "value.\(name)[\(place)]", node, scope)
    }

    /// Adds the problem of an element.
    /// - Parameter path: where the element stands in the change.
    @inline(never)
    mutating func report(_ fault: ElementFault, at path: String, _ node: JSONNode, _ scope: borrowing ChangeScope) {
        let inside = fault.path.utf8CodeUnitCount == 0 ? "" : ".\(fault.path)"
        report(
            fault.code, path + inside, fault.reason.description, node, scope.field, account: scope.businessAccountID)
    }

    @inline(never)
    mutating func addUnrecognized(_ node: JSONNode, element: String?, _ scope: borrowing ChangeScope) {
        events.append(
            .unrecognized(
                UnrecognizedEvent(
                    field: scope.field, element: element, businessAccountID: scope.businessAccountID,
                    entryTime: scope.entryTime, receivedOn: scope.receivedOn,
                    raw: RawJSON(buffer: buffer, range: node.range))))
    }

    /// Reads a value that is an event as a whole; `nil` where it lacks what makes it one.
    @inline(never)
    private func flatEvent(_ value: JSONNode, _ scope: borrowing ChangeScope) -> WebhookEvent? {
        switch scope.field {
        case "message_template_status_update", "message_template_quality_update", "message_template_components_update",
            "template_category_update", "template_correct_category_detection":
            return TemplateEvent(value, origin(value, scope)).map { .template($0) }
        case "phone_number_name_update", "phone_number_quality_update", "account_update", "account_alerts",
            "account_review_update", "account_settings_update", "business_capability_update", "business_status_update",
            "business_username_updates", "business_username_update", "phone_number_username_update", "security",
            "payment_configuration_update", "partner_solutions", "":
            return AccountEvent(value, origin(value, scope)).map { .account($0) }
        case "flows": return FlowEvent(value, origin(value, scope)).map { .flow($0) }
        case "messaging_handovers":
            return HandoverEvent(value, origin(value, scope), buffer: buffer).map { .handover($0) }
        default: return nil
        }
    }

    func origin(_ node: JSONNode, _ scope: borrowing ChangeScope) -> EventOrigin {
        EventOrigin(
            field: scope.field, businessAccountID: scope.businessAccountID, entryTime: scope.entryTime,
            receivedOn: scope.receivedOn, raw: RawJSON(buffer: buffer, range: node.range))
    }
}
