/// Tells the forms of 360dialog's deliveries apart and decodes each of them (360dialog reference §3.4).
struct Dialog360DeliveryDecoder {
    /// Decodes what is the platform's own, and holds everything that was found.
    private(set) var platform: DeliveryDecoder

    init(_ platform: DeliveryDecoder) {
        self.platform = platform
    }

    /// Decodes a whole body: one delivery, or an array of them.
    mutating func decode(_ root: JSONNode) {
        guard root.kind == .array else { return decodeDelivery(root) }
        for (place, element) in root.elements.enumerated() {
            guard platform.hasRoom else {
                if platform.problems.last?.code != .tooManyEvents { platform.reportTooMany(root) }
                return
            }
            let before = platform.problems.count
            decodeDelivery(element)
            movePaths(from: before) { path in path.isEmpty ? "[\(place)]" : "[\(place)].\(path)" }
        }
    }

    private mutating func decodeDelivery(_ node: JSONNode) {
        guard node.kind == .object else {
            return platform.report(.wrongType, "", "a delivery is an object", node)
        }
        var isEnvelope = false
        var isOnPremises = false
        var isChange = false
        var data: JSONNode?
        var event: String?
        var type: String?
        for member in node.members where !member.value.isNull {
            switch member.key {
            case "object", "entry": isEnvelope = true
            case "event": event = member.value.text
            case "type": type = member.value.text
            case "data": data = member.value
            case "value": isChange = true
            case "messages", "statuses", "errors", "contacts": isOnPremises = true
            default: break
            }
        }
        if isEnvelope {
            platform.decodeDelivery(node)
        } else if let name = event ?? (data == nil ? nil : type) {
            decodePartnerEvent(node, name, data)
        } else if isOnPremises, !isChange {
            decodeOnPremises(node)
        } else {
            // A change without its envelope, or something that is none of these.
            platform.decodeDelivery(node)
        }
    }

    /// Decodes a body of the on-premises client: what the platform calls a value, without anything around it.
    private mutating func decodeOnPremises(_ node: JSONNode) {
        decodeValue(node, field: "messages", at: "")
    }

    /// Decodes an object that stands in the place of a change's value.
    private mutating func decodeValue(_ node: JSONNode, field: String, at place: String) {
        let before = platform.problems.count
        var scope = ChangeScope(field: field, businessAccountID: nil)
        if !platform.decodeValue(node, &scope) { platform.reportTooMany(node) }
        movePaths(from: before) { path in
            let inside = path == "value" ? "" : path.hasPrefix("value.") ? String(path.dropFirst(6)) : path
            return [place, inside].filter { !$0.isEmpty }.joined(separator: ".")
        }
    }

    private mutating func movePaths(from first: Int, _ move: (String) -> String) {
        platform.movePaths(from: first, move)
    }

    // MARK: Partner events

    /// Decodes an event of the partner webhook (360dialog reference §5.4). Its bytes are those of the whole event.
    private mutating func decodePartnerEvent(_ node: JSONNode, _ name: String, _ data: JSONNode?) {
        guard platform.hasRoom else { return platform.reportTooMany(node) }
        let origin = EventOrigin(field: name, raw: RawJSON(buffer: platform.buffer, range: node.range))
        guard let data, !data.isNull else {
            return platform.report(.missing, "data", "an event says in data what happened", node, name)
        }
        switch name {
        case "history", "smb_app_state_sync": return decodeRelayed(data, name)
        default: break
        }
        guard data.kind == .object else {
            return platform.report(.wrongType, "data", "an object is expected", node, name)
        }
        let event: WebhookEvent?
        switch name {
        case "waba_template_status_changed", "waba_template_category_changed":
            event = TemplateEvent(dialog360: data, origin).map { .template($0) }
        case "account_violation":
            event = .account(
                AccountEvent(
                    detail: .update(
                        .init(
                            kind: .violation, phoneNumber: data.read("phone_number"),
                            violation: AccountEvent.Violation(data))),
                    origin: origin))
        case "account_restriction":
            event = .account(
                AccountEvent(
                    detail: .update(
                        .init(
                            kind: .restriction, phoneNumber: data.read("phone_number"),
                            restrictions: AccountEvent.Restriction.list(data.member("restriction_info") ?? data),
                            violation: data.member("violation_type").map { _ in AccountEvent.Violation(data) })),
                    origin: origin))
        default:
            event = AccountEvent.PartnerNotice(name, id: node.member("id")?.text, data).map {
                .account(AccountEvent(detail: .partnerNotice($0), origin: origin))
            }
        }
        platform.events.append(event ?? .unrecognized(UnrecognizedEvent(field: name, raw: origin.raw)))
    }

    /// Decodes what the platform said and 360dialog hands on inside of an event: a value, a change or an envelope, one or
    /// several of them (§4; how exactly is unconfirmed).
    private mutating func decodeRelayed(_ data: JSONNode, _ field: String) {
        let parts = data.kind == .array ? Array(data.elements) : [data]
        for (place, part) in parts.enumerated() {
            guard platform.hasRoom else { return platform.reportTooMany(data) }
            let path = data.kind == .array ? "data[\(place)]" : "data"
            guard part.kind == .object else {
                platform.report(.wrongType, path, "an object is expected", part, field)
                continue
            }
            let isEnvelope = part.member("entry") != nil
            guard isEnvelope || part.member("value") != nil else {
                decodeValue(part, field: field, at: path)
                continue
            }
            let before = platform.problems.count
            platform.decodeDelivery(part)
            movePaths(from: before) { $0.isEmpty ? path : "\(path).\($0)" }
        }
    }
}

extension DeliveryDecoder {
    /// Moves the places of the problems from one on.
    mutating func movePaths(from first: Int, _ move: (String) -> String) {
        for index in problems.indices where index >= first { problems[index].path = move(problems[index].path) }
    }
}
