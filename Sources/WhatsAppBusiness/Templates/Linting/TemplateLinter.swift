/// Goes through a definition and collects what breaks the rules.
struct TemplateLinter {
    let definition: TemplateDefinition
    let rules: TemplateRules
    private(set) var report = TemplateLintReport()
    /// Paths at which reading found something wrong: what a rule says of the value in its place is no news.
    private var unread: Set<String> = []

    init(_ definition: TemplateDefinition, _ rules: TemplateRules) {
        self.definition = definition
        self.rules = rules
    }

    var isAuthentication: Bool { definition.category == .authentication }

    // MARK: Collecting

    mutating func refuse(
        _ path: String, _ rule: ValidationError.Rule, _ explanation: String, _ source: TemplateRuleSource,
        limit: Int? = nil, actual: Int? = nil
    ) {
        guard !unread.contains(path) else { return }
        report.violations.append(finding(path, rule, explanation, source, limit, actual))
    }

    mutating func warn(
        _ path: String, _ rule: ValidationError.Rule, _ explanation: String,
        _ source: TemplateRuleSource = .unconfirmed, limit: Int? = nil, actual: Int? = nil
    ) {
        guard !unread.contains(path) else { return }
        report.warnings.append(finding(path, rule, explanation, source, limit, actual))
    }

    private func finding(
        _ path: String, _ rule: ValidationError.Rule, _ explanation: String, _ source: TemplateRuleSource,
        _ limit: Int?, _ actual: Int?
    ) -> TemplateLintReport.Finding {
        .init(
            violation: .init(path: path, rule: rule, explanation: explanation, limit: limit, actual: actual),
            source: source)
    }

    /// Takes over what `Check` finds, which knows how texts are measured.
    mutating func check(_ source: TemplateRuleSource, _ body: (inout Check) -> Void) {
        var check = Check()
        body(&check)
        for violation in check.violations where !unread.contains(violation.path) {
            report.violations.append(.init(violation: violation, source: source))
        }
    }

    /// Reports what reading found wrong, and members without a property.
    mutating func node(_ violations: [ValidationError.Violation], unknown: JSONObject, at path: String) {
        for violation in violations {
            var violation = violation
            violation.path = JSONPath.joined(path, violation.path)
            if unread.insert(violation.path).inserted {
                report.violations.append(.init(violation: violation, source: .components))
            }
        }
        for key in unknown.keys {
            warn(JSONPath.joined(path, key), .unknownMember, "this version knows no member of this name here")
        }
    }

    mutating func node(_ node: some TemplateNode, at path: String) {
        self.node(node.spelling.violations(in: node.members), unknown: node.unknownMembers, at: path)
    }

    // MARK: The definition

    mutating func run() {
        node(definition.spelling.violations(in: definition.members), unknown: unknownMembers, at: "")
        let rules = rules
        let definition = definition
        check(.creation) { check in
            check.text(definition.name, at: "name", maximum: rules.maximumNameLength)
            if definition.name.utf8.contains(where: { !Self.isNameByte($0) }) {
                check.fail(at: "name", .characters, "a name holds small letters a to z, digits and underscores")
            }
            check.required(definition.language.rawValue, at: "language")
            check.required(definition.category.rawValue, at: "category")
        }
        if !definition.language.rawValue.isEmpty, !LanguageCode.supported.contains(definition.language) {
            warn("language", .unlisted, "the platform does not list this language", .languages)
        }
        let categories: [TemplateCategory] = [.marketing, .utility, .authentication]
        if !definition.category.rawValue.isEmpty, !categories.contains(definition.category) {
            refuse("category", .notAllowed, "a category is MARKETING, UTILITY or AUTHENTICATION", .creation)
        }
        if let format = definition.parameterFormat, format != .positional, format != .named {
            refuse("parameter_format", .notAllowed, "the format is POSITIONAL or NAMED", .creation)
        }
        timeToLive()
        for (index, input) in definition.libraryButtonInputs.enumerated() {
            node(input, at: "library_template_button_inputs[\(index)]")
        }
        if let inputs = definition.libraryBodyInputs { node(inputs, at: "library_template_body_inputs") }
        if definition.libraryTemplateName == nil,
            !definition.libraryButtonInputs.isEmpty || definition.libraryBodyInputs != nil
        {
            warn("library_template_name", .required, "inputs are for a template of the library", .library)
        }
        components()
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    }

    /// Members without a property; one that the platform has taken away is told apart.
    private var unknownMembers: JSONObject {
        var members = definition.unknownMembers
        members["allow_category_change"] = nil
        return members
    }

    private mutating func timeToLive() {
        if definition.unknownMembers["allow_category_change"] != nil {
            warn(
                "allow_category_change", .unknownMember, "the platform changes categories by itself", .removedMembers)
        }
        guard let time = definition.timeToLive, let range = rules.timesToLive[definition.category] else { return }
        let path = "message_send_ttl_seconds"
        if time == .thirtyDays {
            if definition.category == .marketing {
                warn(path, .minimum, "-1 is for utility and authentication templates", .timeToLive)
            }
            return
        }
        check(.timeToLive) { $0.number(time.rawValue, at: path, in: range) }
    }

    // MARK: Components

    private mutating func components() {
        let isFromLibrary = definition.libraryTemplateName != nil
        if definition.components.isEmpty {
            if !isFromLibrary { refuse("components", .required, "a template has components", .creation) }
            return
        }
        var seen: Set<String> = []
        for (index, component) in definition.components.enumerated() {
            let path = "components[\(index)]"
            if !seen.insert(component.type).inserted, !component.type.isEmpty {
                refuse(path, .unique, "a template has one component of each type", .components)
            }
            lint(component, at: path)
        }
        if !seen.contains("BODY"), !isFromLibrary {
            refuse("components", .required, "a template has a BODY", .creation)
        }
        if isAuthentication, !definition.buttons.contains(where: { $0.kind == .oneTimePassword }), !isFromLibrary {
            warn("components", .required, "an authentication template has an OTP button", .authentication)
        }
    }

    private mutating func lint(_ component: TemplateDefinition.Component, at path: String) {
        switch component {
        case .header(let header): lint(header, at: path, inCard: false)
        case .body(let body): lint(body, at: path, maximum: rules.maximumBodyLength(of: definition))
        case .footer(let footer): lint(footer, at: path)
        case .buttons(let buttons): lint(buttons, at: path, inCard: false)
        case .carousel(let carousel): lint(carousel, at: path)
        case .limitedTimeOffer(let offer): lint(offer, at: path)
        case .callPermissionRequest(let request):
            node(request, at: path)
            forbidInAuthentication(path)
        case .unrecognized(let value): unrecognized(value, at: path, "component")
        }
    }

    mutating func unrecognized(_ value: TemplateDefinition.Unrecognized, at path: String, _ what: String) {
        if value.json.object == nil {
            refuse(path, .type, "an object belongs here", .components)
        } else if value.type.isEmpty {
            let isMissing = value.json["type"].map(\.isNull) ?? true
            refuse(path + ".type", isMissing ? .required : .type, "a \(what) needs its type", .components)
        } else {
            warn(path + ".type", .unsupported, "this version knows no \(what) of this type")
        }
    }

    mutating func forbidInAuthentication(_ path: String) {
        if isAuthentication {
            refuse(
                path, .notAllowed, "an authentication template has a body, a footer and an OTP button only",
                .authentication)
        }
    }

    mutating func requireMarketing(_ path: String) {
        forbidInAuthentication(path)
        if definition.category == .utility {
            refuse(path, .notAllowed, "this component is for marketing templates", .components)
        }
    }

    private mutating func lint(_ footer: TemplateDefinition.Footer, at path: String) {
        node(footer, at: path)
        let rules = rules
        if isAuthentication {
            if footer.text != nil {
                refuse(
                    path + ".text", .notAllowed, "the words of an authentication template are the platform's",
                    .authentication)
            }
            if let minutes = footer.codeExpirationMinutes {
                check(.authentication) {
                    $0.number(minutes, at: path + ".code_expiration_minutes", in: rules.codeExpirationMinutes)
                }
            } else if footer.text == nil {
                warn(
                    path + ".code_expiration_minutes", .required, "the footer tells how long the code is good",
                    .authentication)
            }
            return
        }
        let text = footer.text ?? ""
        check(.components) { $0.text(text, at: path + ".text", maximum: rules.maximumFooterLength) }
        if !TemplatePlaceholder.all(in: text).isEmpty {
            refuse(path + ".text", .notAllowed, "a footer has no placeholders", .components)
        }
        if text.contains(where: \.isNewline) { warn(path + ".text", .characters, "a footer is one line") }
        if TemplateMarkup.isFormatted(text) { warn(path + ".text", .characters, "a footer has no formatting") }
        if footer.codeExpirationMinutes != nil {
            warn(
                path + ".code_expiration_minutes", .notAllowed, "this is for authentication templates", .authentication)
        }
        if definition.components.contains(where: { $0.limitedTimeOffer != nil }) {
            refuse(path, .notAllowed, "a limited-time offer has no footer", .components)
        }
    }

    private mutating func lint(_ offer: TemplateDefinition.LimitedTimeOffer, at path: String) {
        node(offer, at: path)
        requireMarketing(path)
        let rules = rules
        check(.components) {
            $0.text(offer.text, at: path + ".limited_time_offer.text", maximum: rules.maximumOfferLength)
        }
        for (index, component) in definition.components.enumerated() {
            let path = "components[\(index)]"
            switch component {
            case .header(let header):
                switch header.content {
                case .image, .video, .unrecognized: break
                default:
                    refuse(
                        path + ".format", .notAllowed, "a limited-time offer's header is IMAGE or VIDEO", .components)
                }
            case .buttons(let buttons):
                for (place, button) in buttons.enumerated() {
                    let path = "\(path).buttons[\(place)]"
                    switch button {
                    case .copyCode:
                        if place > 0 {
                            refuse(
                                path, .buttonOrder, "the code to copy is the first button", .components, limit: 0,
                                actual: place)
                        }
                    case .url, .unrecognized: break
                    default:
                        refuse(
                            path + ".type", .notAllowed, "a limited-time offer's buttons are COPY_CODE and URL",
                            .components)
                    }
                }
                for kind in [TemplateButtonKind.copyCode, .url] where !buttons.contains(where: { $0.kind == kind }) {
                    warn(path + ".buttons", .required, "a limited-time offer has a button \(kind.rawValue)")
                }
            default: break
            }
        }
    }
}
