extension AccountEvent {
    /// Reads the value of one of the fields of accounts, numbers and businesses; `nil` where it does not say what
    /// happened.
    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin) {
        let detail: Detail?
        switch origin.field {
        case "account_update": detail = Update(node).map { .update($0) }
        case "account_alerts": detail = Alert(node).map { .alert($0) }
        case "account_review_update": detail = node.read("decision").map { .review($0) }
        case "account_settings_update": detail = SettingsUpdate(node).map { .settingsUpdate($0) }
        case "business_capability_update": detail = Capability(node).map { .capability($0) }
        case "business_status_update": detail = BusinessStatus(node).map { .businessStatus($0) }
        case "phone_number_name_update": detail = NameUpdate(node).map { .nameUpdate($0) }
        case "phone_number_quality_update": detail = QualityUpdate(node).map { .qualityUpdate($0) }
        // The platform's pages spell it in three ways (webhooks reference §2.2).
        case "business_username_updates", "business_username_update", "phone_number_username_update":
            detail = UsernameUpdate(node).map { .usernameUpdate($0) }
        case "security": detail = SecurityUpdate(node).map { .securityUpdate($0) }
        case "payment_configuration_update": detail = PaymentConfiguration(node).map { .paymentConfiguration($0) }
        case "partner_solutions": detail = PartnerSolution(node).map { .partnerSolution($0) }
        // Samples of installed and removed apps lack the field (webhooks reference §2.1).
        case "": detail = Update(node).flatMap { $0.isKnown ? .update($0) : nil }
        default: detail = nil
        }
        guard let detail else { return nil }
        self.init(detail: detail, origin: origin)
        if origin.field.isEmpty { self.origin.field = "account_update" }
    }
}

extension JSONNode {
    /// A member as an identifier, a number, or a word of an open set; `nil` where it is missing or empty.
    func read<Value: RawRepresentable<String>>(_ name: StaticString) -> Value? {
        member(name)?.text.flatMap { Value(rawValue: $0) }
    }

    /// A member that is an object.
    func object(_ name: StaticString) -> JSONNode? {
        guard let node = member(name), node.kind == .object else { return nil }
        return node
    }
}
