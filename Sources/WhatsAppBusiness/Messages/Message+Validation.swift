extension Message {
    /// The most characters of ``callbackData``: 512 (Cloud API reference §2.1).
    public static let maximumCallbackDataLength = 512

    /// Checks the message against the platform's limits, without network.
    ///
    /// Lengths are counted in Unicode scalars: the platform's documentation says "characters" without naming a unit, and
    /// a scalar count never refuses what a count of UTF-16 units would accept.
    ///
    /// - Throws: ``ValidationError`` with every violation, each with path, rule, limit and actual size.
    public func validate() throws(ValidationError) {
        let violations = self.violations
        guard violations.isEmpty else { throw ValidationError(violations) }
    }

    /// Every violation; empty for a valid message.
    package var violations: [ValidationError.Violation] {
        var check = Check()
        switch content {
        case .text(let text):
            check.text(text.body, at: "text.body", maximum: TextMessage.maximumBodyLength)
        case .template(let template):
            template.check(&check)
        }
        if let replyTo, replyTo.rawValue.isEmpty {
            check.fail(at: "context.message_id", .required, "a reply needs the id of the quoted message")
        }
        if let callbackData {
            check.length(callbackData, at: "biz_opaque_callback_data", maximum: Self.maximumCallbackDataLength)
        }
        return check.violations
    }
}

extension TemplateMessage {
    fileprivate func check(_ check: inout Check) {
        check.text(name, at: "template.name", maximum: Self.maximumNameLength)
        let isNameCharacter: (UInt8) -> Bool = {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        if !name.isEmpty, !name.utf8.allSatisfy(isNameCharacter) {
            check.fail(
                at: "template.name", .characters, "a template's name holds lower-case letters, digits and underscores")
        }
        if language.rawValue.isEmpty {
            check.fail(at: "template.language.code", .required, "a template needs its language")
        }
        for (index, component) in components.enumerated() {
            component.check(&check, at: "template.components[\(index)]")
        }
    }
}

extension TemplateComponent {
    /// The most characters of a copy-code button's coupon: 20 (Cloud API reference §0.1, row 27, December 2025).
    public static let maximumCouponCodeLength = 20

    fileprivate func check(_ check: inout Check, at path: String) {
        if part == .button {
            if buttonKind == nil { check.fail(at: path + ".sub_type", .required, "a button needs its kind") }
            if let buttonIndex, buttonIndex < 0 {
                check.fail(
                    at: path + ".index", .pattern, "the place of a button is counted from 0", actual: buttonIndex)
            } else if buttonIndex == nil {
                check.fail(at: path + ".index", .required, "a button needs its place in the template")
            }
        }
        for (index, parameter) in parameters.enumerated() {
            let path = "\(path).parameters[\(index)]"
            switch parameter.value {
            case .text(let text):
                check.required(text, at: path + ".text")
            case .payload:
                break
            case .couponCode(let code):
                check.text(code, at: path + ".coupon_code", maximum: Self.maximumCouponCodeLength)
            case .image(let media): media.check(&check, at: path + ".image")
            case .video(let media): media.check(&check, at: path + ".video")
            case .document(let media): media.check(&check, at: path + ".document")
            }
            if let name = parameter.name { check.required(name, at: path + ".parameter_name") }
        }
    }
}

extension MediaReference {
    fileprivate func check(_ check: inout Check, at path: String) {
        if let id { check.required(id.rawValue, at: path + ".id") }
        guard let link else { return }
        let lowered = link.prefix(8).lowercased()
        if !lowered.hasPrefix("http://") && !lowered.hasPrefix("https://") {
            check.fail(at: path + ".link", .pattern, "the address of a media object begins with http:// or https://")
        } else if link.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            check.fail(at: path + ".link", .characters, "an address holds no spaces and no control characters")
        }
    }
}

/// Collects violations; knows how lengths are counted.
private struct Check {
    var violations: [ValidationError.Violation] = []

    mutating func fail(
        at path: String, _ rule: ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil
    ) {
        violations.append(.init(path: path, rule: rule, explanation: explanation, limit: limit, actual: actual))
    }

    /// Text that must be there and fit.
    mutating func text(_ text: String, at path: String, maximum: Int) {
        required(text, at: path)
        length(text, at: path, maximum: maximum)
    }

    /// Text that must show something: neither empty, nor white space and invisible characters alone.
    mutating func required(_ text: String, at path: String) {
        if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }) {
            fail(at: path, .required, "a value is needed", actual: text.unicodeScalars.count)
        }
    }

    /// Text that must fit.
    mutating func length(_ text: String, at path: String, maximum: Int) {
        // The number of bytes bounds the number of scalars, and is known at once.
        guard text.utf8.count > maximum else { return }
        let count = text.unicodeScalars.count
        if count > maximum {
            fail(at: path, .maxLength, "the value is too long", limit: maximum, actual: count)
        }
    }
}
