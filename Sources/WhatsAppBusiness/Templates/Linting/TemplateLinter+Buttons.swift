extension TemplateLinter {
    mutating func lint(_ buttons: TemplateDefinition.Buttons, at path: String, inCard: Bool) {
        node(buttons, at: path)
        let rules = rules
        let list = path + ".buttons"
        let maximum = inCard ? rules.maximumCardButtonCount : rules.maximumButtonCount
        check(.components) { $0.count(buttons.count, at: list, maximum: maximum) }
        counts(of: buttons.elements, at: list)
        order(of: buttons.elements, at: list)
        for (index, button) in buttons.enumerated() { lint(button, at: "\(list)[\(index)]") }
        guard !inCard else { return }
        let quickReplies = buttons.filter { $0.kind == .quickReply }.count
        if buttons.count >= 4 || quickReplies > 0 && quickReplies < buttons.count {
            warn(
                list, .rendering,
                "WhatsApp on the desktop shows no template with four buttons, or with quick replies and others",
                .components)
        }
        if let place = buttons.firstIndex(where: { $0.kind == .singleProduct }) {
            let isProduct = definition.header.map { $0.content == .product } ?? false
            if !isProduct {
                refuse(
                    "\(list)[\(place)].type", .consistency, "an SPM button goes with a PRODUCT header", .components)
            }
        }
    }

    /// At most so many of a kind.
    private mutating func counts(of buttons: [TemplateDefinition.Button], at path: String) {
        let counts = Dictionary(buttons.map { ($0.kind, 1) }, uniquingKeysWith: +)
        let count = { (kind: TemplateButtonKind) in counts[kind] ?? 0 }
        limit(count(.quickReply), \.maximumQuickReplyCount, path, .maxCount, "there are too many quick replies")
        limit(count(.url), \.maximumURLCount, path, .maxCount, "there are too many buttons that open pages")
        limit(
            count(.phoneNumber), \.maximumPhoneNumberCount, path, .maxCount,
            "there are too many buttons that call numbers")
        let single: [TemplateButtonKind] = [
            .copyCode, .catalog, .multiProduct, .singleProduct, .voiceCall, .orderDetails,
        ]
        for kind in single where count(kind) > 1 {
            refuse(
                path, .maxCount, "there is at most one button of the type \(kind.rawValue)", .components, limit: 1,
                actual: count(kind))
        }
        for kind in [TemplateButtonKind.flow, .oneTimePassword] where count(kind) > 1 {
            warn(
                path, .maxCount, "there is at most one button of the type \(kind.rawValue)", limit: 1,
                actual: count(kind))
        }
    }

    /// A limit that older clients have otherwise.
    private mutating func limit(
        _ actual: Int, _ limit: KeyPath<TemplateRules.Buttons, Int>, _ path: String, _ rule: ValidationError.Rule,
        _ explanation: String
    ) {
        let maximum = rules.buttons[keyPath: limit]
        if actual > maximum {
            let source = rules.buttons == .classic ? TemplateRuleSource.classicButtons : .components
            refuse(path, rule, explanation, source, limit: maximum, actual: actual)
        } else if let older = rules.olderButtons?[keyPath: limit], actual > older {
            warn(path, rule, explanation + " for older clients", .classicButtons, limit: older, actual: actual)
        }
    }

    /// Quick replies stand together, before or after the others.
    private mutating func order(of buttons: [TemplateDefinition.Button], at path: String) {
        let isReply = buttons.map { $0.kind == .quickReply }
        guard let first = isReply.firstIndex(of: true), let last = isReply.lastIndex(of: true) else { return }
        if let gap = isReply[first...last].firstIndex(of: false) {
            refuse(
                "\(path)[\(gap)]", .buttonOrder, "quick replies stand together, before or after the other buttons",
                .components)
        } else if first > 0, last < buttons.count - 1 {
            refuse(
                "\(path)[\(first)]", .buttonOrder,
                "quick replies stand together, before or after the other buttons", .components)
        }
    }

    private mutating func lint(_ button: TemplateDefinition.Button, at path: String) {
        let isKnown: Bool
        if case .unrecognized = button { isKnown = false } else { isKnown = true }
        if isAuthentication, isKnown, button.kind != .oneTimePassword {
            refuse(
                path + ".type", .notAllowed, "the button of an authentication template is of the type OTP",
                .authentication)
        }
        switch button {
        case .quickReply(let value):
            label(value, .quickReply, at: path)
            let text = value.text ?? ""
            check(.components) { $0.required(text, at: path + ".text") }
            limit(
                text.unicodeScalars.count, \.maximumQuickReplyLength, path + ".text", .maxLength,
                "the value is too long")
        case .url(let value): lint(value, at: path)
        case .phoneNumber(let value):
            node(value, at: path)
            text(value.text, at: path)
            let maximum = rules.maximumPhoneNumberLength
            check(.components) { $0.text(value.phoneNumber, at: path + ".phone_number", maximum: maximum) }
            if value.phoneNumber.contains(where: { $0.isLetter || $0 == "{" }) {
                warn(path + ".phone_number", .characters, "a number holds digits")
            }
        case .copyCode(let value): lint(value, at: path)
        case .flow(let value): lint(value, at: path)
        case .catalog(let value): fixed(value, .catalog, "View catalog", at: path)
        case .multiProduct(let value): fixed(value, .multiProduct, "View items", at: path)
        case .singleProduct(let value): fixed(value, .singleProduct, "View", at: path)
        case .voiceCall(let value):
            node(value, at: path)
            if let text = value.text { length(text, at: path) }
        case .oneTimeCode(let value): lint(value, at: path)
        case .orderDetails(let value):
            label(value, .orderDetails, at: path)
            if let text = value.text { length(text, at: path) }
        case .requestContactInformation(let value):
            label(value, .requestContactInformation, at: path)
            if let text = value.text, text != "Share Contact Info" {
                refuse(path + ".text", .notAllowed, "the words of this button are the platform's", .components)
            }
        case .unrecognized(let value): unrecognized(value, at: path, "button")
        }
    }

    private mutating func label(
        _ value: TemplateDefinition.Button.Label, _ kind: TemplateButtonKind, at path: String
    ) {
        node(value.readingViolations(kind), unknown: value.spelling.unknownMembers, at: path)
    }

    private mutating func fixed(
        _ value: TemplateDefinition.Button.Label, _ kind: TemplateButtonKind, _ words: String, at path: String
    ) {
        label(value, kind, at: path)
        if value.text != words {
            warn(path + ".text", .notAllowed, "the words of this button are \"\(words)\"", .components)
        }
    }

    /// Text that must be there.
    private mutating func text(_ text: String, at path: String) {
        let maximum = rules.maximumButtonTextLength
        check(.components) { $0.text(text, at: path + ".text", maximum: maximum) }
    }

    /// Text whose length the reference does not tell.
    private mutating func length(_ text: String, at path: String) {
        let count = text.unicodeScalars.count
        if count > rules.maximumButtonTextLength {
            warn(
                path + ".text", .maxLength, "the value is too long", limit: rules.maximumButtonTextLength,
                actual: count)
        }
    }

    private mutating func lint(_ link: TemplateDefinition.Button.Link, at path: String) {
        node(link, at: path)
        if let appLink = link.appDeepLink { node(appLink, at: path + ".app_deep_link") }
        text(link.text, at: path)
        let urlPath = path + ".url"
        let maximum = rules.maximumURLLength
        check(.components) { $0.text(link.url, at: urlPath, maximum: maximum) }
        var address = Check()
        address.address(link.url, at: urlPath)
        if let violation = address.violations.first, !link.url.isEmpty {
            warn(urlPath, violation.rule, violation.explanation)
        }
        let placeholders = TemplatePlaceholder.all(in: link.url)
        guard let placeholder = placeholders.first else { return }
        if placeholders.count > 1 {
            refuse(
                urlPath, .maxCount, "an address has one placeholder", .components, limit: 1,
                actual: placeholders.count)
        } else if placeholder.range.upperBound != link.url.endIndex {
            refuse(urlPath, .pattern, "the placeholder of an address stands at its end", .components)
        }
        if placeholder.key != .position(1) {
            refuse(urlPath, .placeholderFormat, "the placeholder of an address is {{1}}", .creation)
        }
        if let sample = link.sample {
            if sample.isEmpty { refuse(path + ".example", .required, "a sample is not empty", .components) }
        } else {
            refuse(path + ".example", .required, "the placeholder of an address needs a sample", .components)
        }
    }

    private mutating func lint(_ button: TemplateDefinition.Button.CopyCode, at path: String) {
        node(button, at: path)
        let isInOffer = definition.components.contains { $0.limitedTimeOffer != nil }
        let maximum = isInOffer ? rules.maximumOfferCodeLength : rules.maximumCouponCodeLength
        let sample = button.sample ?? ""
        check(.couponCodes) { $0.text(sample, at: path + ".example", maximum: maximum) }
        if sample.contains(where: { !$0.isLetter && !$0.isNumber }) {
            warn(path + ".example", .characters, "a code holds letters and digits")
        }
    }

    private mutating func lint(_ button: TemplateDefinition.Button.Flow, at path: String) {
        node(button, at: path)
        text(button.text, at: path)
        let names = [("flow_id", button.flowID), ("flow_name", button.flowName), ("flow_json", button.flowJSON)]
            .filter { $0.1 != nil }
        if names.isEmpty {
            refuse(path + ".flow_id", .required, "a flow is named by flow_id, flow_name or flow_json", .components)
        } else if names.count > 1 {
            refuse(
                "\(path).\(names[1].0)", .notAllowed, "a flow is named by one of flow_id, flow_name and flow_json",
                .components)
        }
        if let action = button.action, action != .navigate, action != .dataExchange {
            warn(path + ".flow_action", .unlisted, "the action is navigate or data_exchange", .components)
        }
        if let icon = button.icon, ![.document, .promotion, .review].contains(icon) {
            warn(path + ".icon", .unlisted, "the icon is DOCUMENT, PROMOTION or REVIEW", .components)
        }
    }

    private mutating func lint(_ button: TemplateDefinition.Button.OneTimeCode, at path: String) {
        node(button, at: path)
        if !isAuthentication {
            refuse(path + ".type", .notAllowed, "OTP buttons are for authentication templates", .authentication)
        }
        let rules = rules
        check(.authentication) { check in
            check.text(button.text, at: path + ".text", maximum: rules.maximumButtonTextLength)
            check.text(button.autofillText, at: path + ".autofill_text", maximum: rules.maximumButtonTextLength)
        }
        for (key, text) in [("text", button.text), ("autofill_text", button.autofillText)] {
            if let text, TemplateMarkup.hasEmoji(text) {
                refuse("\(path).\(key)", .characters, "an authentication template has no emoji", .authentication)
            }
        }
        let apps = path + ".supported_apps"
        switch button.kind {
        case .copyCode: break
        case .oneTap, .zeroTap:
            if button.supportedApps.isEmpty, button.packageName != nil || button.signatureHash != nil {
                warn(
                    path + ".package_name", .notAllowed,
                    "since version 21 of the platform's API apps stand in supported_apps", .authentication)
            } else {
                let count = button.supportedApps.count
                let range = rules.supportedAppCount
                check(.authentication) {
                    $0.count(count, at: apps, minimum: range.lowerBound, maximum: range.upperBound)
                }
            }
            if button.kind == .zeroTap, button.zeroTapTermsAccepted != true {
                refuse(
                    path + ".zero_tap_terms_accepted", .required, "the terms of codes without a tap must be accepted",
                    .authentication)
            }
        default:
            refuse(
                path + ".otp_type", button.kind.rawValue.isEmpty ? .required : .notAllowed,
                "the type is COPY_CODE, ONE_TAP or ZERO_TAP", .authentication)
        }
        for (index, app) in button.supportedApps.enumerated() { lint(app, at: "\(apps)[\(index)]") }
    }

    private mutating func lint(_ app: TemplateDefinition.Button.SupportedApp, at path: String) {
        node(app, at: path)
        let rules = rules
        check(.authentication) { check in
            check.text(app.packageName, at: path + ".package_name", maximum: rules.maximumPackageNameLength)
            let segments = app.packageName.split(separator: ".", omittingEmptySubsequences: false)
            if !app.packageName.isEmpty, segments.count < 2 || segments.contains(where: \.isEmpty) {
                check.fail(at: path + ".package_name", .pattern, "a package's name has two parts or more")
            }
            let hash = path + ".signature_hash"
            let count = app.signatureHash.unicodeScalars.count
            let limit = rules.signatureHashLength
            if count != limit {
                check.fail(
                    at: hash, count == 0 ? .required : count > limit ? .maxLength : .minLength,
                    "a signature's hash has \(limit) characters", limit: limit, actual: count)
            }
            if !app.signatureHash.utf8.allSatisfy(Self.isHashByte) {
                check.fail(at: hash, .characters, "a signature's hash holds letters, digits, +, / and =")
            }
        }
    }

    private static func isHashByte(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "A") < 26 || byte &- UInt8(ascii: "0") < 10
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    }
}
