import WhatsAppBusiness

/// What the platform refuses when a template is created, and what it finds in its review (Cloud API reference §4.2, §4.3),
/// with the subcodes of webhooks reference §5.5.
enum TemplateRules {
    /// Checks the body of a creation.
    static func check(_ body: JSONValue) throws(PlatformFault) {
        guard let name = body["name"]?.string else { throw .missingName }
        guard !name.isEmpty, name.utf8.count <= 512, name.utf8.allSatisfy(isNameByte) else {
            throw .template(
                2_388_040, "The name is not valid",
                "A name has up to 512 small letters, digits and underscores.")
        }
        guard let language = body["language"]?.string, !language.isEmpty, language.utf8.allSatisfy(isLanguageByte)
        else { throw PlatformFault(code: 100, message: "The parameter language is required.") }
        let category = body["category"]?.string?.uppercased() ?? ""
        guard ["MARKETING", "UTILITY", "AUTHENTICATION"].contains(category) else {
            throw PlatformFault(
                code: 100, message: "Param category must be one of {UTILITY, MARKETING, AUTHENTICATION}")
        }
        let format = body["parameter_format"]?.string?.uppercased() ?? "POSITIONAL"
        guard ["POSITIONAL", "NAMED"].contains(format) else {
            throw PlatformFault(code: 100, message: "Param parameter_format must be one of {POSITIONAL, NAMED}")
        }
        guard let components = body["components"]?.array, !components.isEmpty else {
            throw PlatformFault(code: 100, message: "The parameter components is required.")
        }
        let types = components.map { $0["type"]?.string?.uppercased() ?? "" }
        guard Set(types).count == types.count, Set(types).isSubset(of: componentTypes) else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter",
                details: "components: an unknown type, or one that stands twice")
        }
        guard types.contains("BODY") else {
            throw .template(2_388_072, "The body is missing", "A template has a body.")
        }
        for component in components { try check(component, category, isNamed: format == "NAMED") }
    }

    private static let componentTypes: Set<String> = [
        "HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST",
    ]

    private static func check(_ component: JSONValue, _ category: String, isNamed: Bool) throws(PlatformFault) {
        switch component["type"]?.string?.uppercased() ?? "" {
        case "HEADER": try checkHeader(component, isNamed: isNamed)
        case "BODY":
            if category == "AUTHENTICATION" {
                guard component["text"] == nil else {
                    throw .template(2_388_072, "The body is not valid", "The text of a code cannot be written.")
                }
                return
            }
            guard let text = component["text"]?.string, !text.isEmpty else {
                throw .template(2_388_072, "The body is missing", "A body has a text.")
            }
            guard text.count <= 1024 else {
                throw .template(2_388_040, "The body is too long", "A body has at most 1024 characters.")
            }
            try checkPlaces(text, isNamed: isNamed)
            try checkSamples(
                component["example"], PlaceholderText(text).names, isNamed: isNamed, "body_text", subcode: 2_388_072)
        case "FOOTER":
            guard category != "AUTHENTICATION" else { return }
            guard let text = component["text"]?.string, (1...60).contains(text.count),
                PlaceholderText(text).names.isEmpty
            else {
                throw .template(
                    2_388_073, "The footer is not valid", "A footer has 1 to 60 characters and no placeholders.")
            }
        case "BUTTONS":
            guard let buttons = component["buttons"]?.array, (1...10).contains(buttons.count) else {
                throw PlatformFault(code: 100, message: "Invalid parameter", details: "buttons: 1 to 10")
            }
            for button in buttons { try checkButton(button) }
        default: break
        }
    }

    private static func checkHeader(_ header: JSONValue, isNamed: Bool) throws(PlatformFault) {
        let format = header["format"]?.string?.uppercased() ?? ""
        switch format {
        case "TEXT":
            guard let text = header["text"]?.string, (1...60).contains(text.count) else {
                throw .template(2_388_047, "The header is not valid", "A header has 1 to 60 characters.")
            }
            let names = PlaceholderText(text).names
            guard names.count <= 1 else {
                throw .template(2_388_047, "The header is not valid", "A header has at most one placeholder.")
            }
            try checkSamples(header["example"], names, isNamed: isNamed, "header_text", subcode: 2_388_047)
        case "IMAGE", "VIDEO", "DOCUMENT", "GIF":
            guard let handle = header["example"]?["header_handle"]?[0]?.string, !handle.isEmpty else {
                throw .template(
                    2_388_047, "The header is not valid", "A header with a file needs the handle of an uploaded sample."
                )
            }
            guard !handle.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
                throw .template(
                    2_388_047, "The header is not valid",
                    "The sample is not the handle of an upload: ids of media cannot be used.")
            }
        case "LOCATION", "PRODUCT": break
        default: throw .template(2_388_047, "The header is not valid", "The format of the header is unknown.")
        }
    }

    private static func checkButton(_ button: JSONValue) throws(PlatformFault) {
        switch button["type"]?.string?.uppercased() ?? "" {
        case "URL":
            guard let url = button["url"]?.string, url.hasPrefix("http://") || url.hasPrefix("https://") else {
                throw PlatformFault(code: 100, message: "Invalid parameter", details: "buttons: url is an address.")
            }
            if url.contains("{{"), button["example"]?.array?.first?.string == nil, button["example"]?.string == nil {
                throw PlatformFault(
                    code: 100, message: "Invalid parameter",
                    details: "buttons: a url with a placeholder needs an example.")
            }
        case "PHONE_NUMBER":
            guard button["phone_number"]?.string != nil else {
                throw PlatformFault(
                    code: 100, message: "Invalid parameter", details: "buttons: phone_number is missing.")
            }
        case "OTP":
            guard ["COPY_CODE", "ONE_TAP", "ZERO_TAP"].contains(button["otp_type"]?.string?.uppercased() ?? "") else {
                throw PlatformFault(code: 100, message: "Invalid parameter", details: "buttons: otp_type is missing.")
            }
        case "": throw PlatformFault(code: 100, message: "Invalid parameter", details: "buttons: type is missing.")
        default: break
        }
    }

    /// Placeholders at the edges and in wrong order are refused at once.
    private static func checkPlaces(_ text: String, isNamed: Bool) throws(PlatformFault) {
        let text = text.trimmingASCIIWhitespace()
        guard !text.hasPrefix("{{"), !text.hasSuffix("}}") else {
            throw .template(
                2_388_299, "Variables can't be at the start or end of the template",
                "Put words before the first and after the last placeholder.")
        }
        let names = PlaceholderText(text).names
        if isNamed {
            guard names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }) else {
                throw .template(2_388_072, "The body is not valid", "Names have small letters, digits and underscores.")
            }
        } else {
            let numbers = names.compactMap { Int($0) }
            guard numbers.count == names.count, numbers.sorted() == Array(1..<(names.count + 1)) else {
                throw .template(2_388_072, "The body is not valid", "Placeholders are {{1}}, {{2}} and so on.")
            }
        }
    }

    /// Every placeholder has a sample.
    private static func checkSamples(
        _ example: JSONValue?, _ names: [String], isNamed: Bool, _ key: String, subcode: Int
    ) throws(PlatformFault) {
        guard !names.isEmpty else { return }
        let isComplete: Bool
        if isNamed {
            let samples = example?["\(key)_named_params"]?.array ?? []
            let named = samples.filter { $0["example"]?.string?.isEmpty == false }
                .compactMap { $0["param_name"]?.string }
            isComplete = Set(names).isSubset(of: named)
        } else {
            // The body's list is nested, the header's is not.
            let list = key == "body_text" ? example?[key]?[0]?.array : example?[key]?.array
            isComplete = list?.count == names.count && list?.allSatisfy { $0.string?.isEmpty == false } == true
        }
        guard isComplete else {
            throw .template(subcode, "Samples are missing", "Give a sample for every placeholder of \(key).")
        }
    }

    /// What the platform finds in the review, whatever a person would decide.
    static func finding(in record: TemplateRecord) -> SimulatedPlatform.TemplateDecision? {
        let body = (record.component("BODY")?["text"]?.string ?? "").filter { $0 != " " }
        guard body.contains("}}{{") else { return nil }
        return .rejected(
            "INVALID_FORMAT", explanation: "Two placeholders stand side by side",
            recommendation: "Put words between them")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    private static func isLanguageByte(_ byte: UInt8) -> Bool {
        isNameByte(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
