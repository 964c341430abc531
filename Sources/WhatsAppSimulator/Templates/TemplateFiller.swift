import WhatsAppBusiness

/// Puts the parameters of a send into a template, with code of the platform's own, and refuses what does not fit: 132000 for
/// the wrong number of parameters, 132012 for parameters of the wrong form, 132005 for a text that has become too long
/// (webhooks reference §5.5; Cloud API reference §2.17).
struct TemplateFiller {
    private let record: TemplateRecord
    /// The components of the template, or those of a card.
    private let components: [JSONValue]
    private let sent: [JSONValue]
    /// Where in the message this is, for refusals: empty, or `carousel card 2, `.
    private let place: String

    /// Fills a template.
    static func fill(_ record: TemplateRecord, with sent: [JSONValue]) throws(PlatformFault) -> ShownMessage {
        try Self(record: record, components: record.components, sent: sent, place: "").fill()
    }

    private func fill() throws(PlatformFault) -> ShownMessage {
        try checkTypes()
        var shown = ShownMessage()
        shown.header = try header()
        shown.body = try body()
        shown.footer = footer()
        shown.offer = try offer()
        shown.cards = try cards()
        shown.buttons = try buttons()
        return shown
    }

    // MARK: - Components

    private static let knownTypes: Set<String> = [
        "header", "body", "button", "limited_time_offer", "carousel", "order_status", "tap_target_configuration",
    ]

    private func checkTypes() throws(PlatformFault) {
        for component in sent {
            guard let type = component["type"]?.string?.lowercased(), Self.knownTypes.contains(type) else {
                throw .format("\(place)a component has no known type")
            }
        }
    }

    private func defined(_ type: String) -> JSONValue? {
        components.first { $0["type"]?.string?.uppercased() == type }
    }

    /// The parameters that were sent for a component.
    private func parameters(_ type: String) -> [JSONValue] {
        sent.filter { $0["type"]?.string?.lowercased() == type }.flatMap { $0["parameters"]?.array ?? [] }
    }

    private func header() throws(PlatformFault) -> ShownMessage.Header? {
        let parameters = parameters("header")
        guard let header = defined("HEADER") else {
            guard parameters.isEmpty else {
                throw .format(
                    "\(place)header: Format mismatch, expected no header, received \(Self.kind(parameters[0]))")
            }
            return nil
        }
        let format = header["format"]?.string?.uppercased() ?? "TEXT"
        if format == "TEXT" {
            let text = try fill(
                header["text"]?.string ?? "", parameters, component: "header", limit: 60, kinds: ["text"])
            return .init(format: format, text: text, media: nil)
        }
        guard parameters.count <= 1 else { throw .count("\(place)header", parameters.count, 1) }
        let parameter = parameters.first
        let received = parameter.map { Self.kind($0) } ?? "UNKNOWN"
        guard let parameter, received == format else {
            throw .format("\(place)header: Format mismatch, expected \(format), received \(received)")
        }
        let value = parameter[format.lowercased()]
        switch format {
        case "LOCATION":
            guard value?["latitude"] != nil, value?["longitude"] != nil else {
                throw .format("\(place)header: a location has latitude and longitude")
            }
            return .init(format: format, text: value?["name"]?.string ?? value?["address"]?.string, media: nil)
        case "PRODUCT":
            guard let product = value?["product_retailer_id"]?.string, value?["catalog_id"] != nil else {
                throw .format("\(place)header: a product has product_retailer_id and catalog_id")
            }
            return .init(format: format, text: product, media: nil)
        default:
            let id = value?["id"]?.string
            let link = value?["link"]?.string
            guard (id == nil) != (link == nil), !(id ?? link ?? "").isEmpty else {
                throw .format("\(place)header: a file has either an id or a link")
            }
            return .init(format: format, text: value?["filename"]?.string, media: id ?? link)
        }
    }

    private func body() throws(PlatformFault) -> String {
        let parameters = parameters("body")
        guard let body = defined("BODY") else {
            guard parameters.isEmpty else { throw .count("\(place)body", parameters.count, 0) }
            return ""
        }
        if record.category == "AUTHENTICATION" {
            guard parameters.count == 1 else { throw .count("\(place)body", parameters.count, 1) }
            var text = "*\(try Self.text(of: parameters[0], "\(place)body", ["text"]))* is your verification code."
            if body["add_security_recommendation"]?.bool == true {
                text += " For your security, do not share this code."
            }
            return text
        }
        return try fill(
            body["text"]?.string ?? "", parameters, component: "body", limit: 1024,
            kinds: ["text", "currency", "date_time", "group_id"])
    }

    private func footer() -> String? {
        guard let footer = defined("FOOTER") else { return nil }
        if let minutes = footer["code_expiration_minutes"]?.integer {
            return Self.expiry(minutes)
        }
        return footer["text"]?.string
    }

    /// The platform's words for when a code ends.
    static func expiry(_ minutes: Int) -> String { "This code expires in \(minutes) minute\(minutes == 1 ? "" : "s")." }

    private func offer() throws(PlatformFault) -> String? {
        let parameters = parameters("limited_time_offer")
        guard let offer = defined("LIMITED_TIME_OFFER")?["limited_time_offer"] else {
            guard parameters.isEmpty else { throw .count("\(place)limited_time_offer", parameters.count, 0) }
            return nil
        }
        if offer["has_expiration"]?.bool == true {
            guard parameters.count == 1 else { throw .count("\(place)limited_time_offer", parameters.count, 1) }
            guard let time = parameters[0]["limited_time_offer"]?["expiration_time_ms"]?.integer, time > 0 else {
                throw .format("\(place)limited_time_offer: expiration_time_ms is a time in milliseconds")
            }
        } else if !parameters.isEmpty {
            throw .count("\(place)limited_time_offer", parameters.count, 0)
        }
        return offer["text"]?.string
    }

    private func cards() throws(PlatformFault) -> [ShownMessage.Card] {
        let sentCards = sent.filter { $0["type"]?.string?.lowercased() == "carousel" }
            .flatMap { $0["cards"]?.array ?? [] }
        guard let cards = defined("CAROUSEL")?["cards"]?.array else {
            guard sentCards.isEmpty else { throw .count("carousel", sentCards.count, 0) }
            return []
        }
        guard cards.count == sentCards.count else { throw .count("carousel", sentCards.count, cards.count) }
        var shown: [ShownMessage.Card] = []
        for (index, card) in cards.enumerated() {
            let sentCard = sentCards.first { Self.index($0["card_index"]) == index }
            guard let sentCard else { throw .format("carousel: there is no card with card_index \(index)") }
            let filler = Self(
                record: record, components: card["components"]?.array ?? [],
                sent: sentCard["components"]?.array ?? [], place: "carousel card \(index), ")
            let message = try filler.fill()
            shown.append(
                .init(
                    header: message.header, body: filler.defined("BODY") == nil ? nil : message.body,
                    buttons: message.buttons))
        }
        return shown
    }

    // MARK: - Buttons

    private func buttons() throws(PlatformFault) -> [ShownMessage.Button] {
        let buttons = defined("BUTTONS")?["buttons"]?.array ?? []
        let sentButtons = sent.filter { $0["type"]?.string?.lowercased() == "button" }
        var byIndex: [Int: JSONValue] = [:]
        for button in sentButtons {
            guard let index = Self.index(button["index"]), buttons.indices.contains(index) else {
                throw .format("\(place)buttons: the template has no button at index \(Self.spelled(button["index"]))")
            }
            guard byIndex.updateValue(button, forKey: index) == nil else {
                throw .format("\(place)buttons: index \(index) stands twice")
            }
        }
        var shown: [ShownMessage.Button] = []
        for (index, button) in buttons.enumerated() {
            shown.append(try fill(button, byIndex[index], at: index))
        }
        return shown
    }

    private func fill(
        _ button: JSONValue, _ sent: JSONValue?, at index: Int
    ) throws(PlatformFault) -> ShownMessage.Button {
        let kind = button["type"]?.string?.uppercased() ?? ""
        let parameters = sent?["parameters"]?.array ?? []
        let component = "\(place)buttons: button at index \(index) of type \(kind)"
        let subType = sent?["sub_type"]?.string?.lowercased()
        if let subType, subType != Self.subTypes[kind] {
            throw .format("\(component): sub_type \(subType) does not fit")
        }
        if sent != nil, subType == nil { throw .format("\(component): sub_type is missing") }
        var shown = ShownMessage.Button(
            kind: kind, text: Self.label(button, kind), phoneNumber: button["phone_number"]?.string)
        func only(_ type: String) throws(PlatformFault) -> JSONValue {
            guard parameters.count == 1 else { throw .count(component, parameters.count, 1) }
            guard Self.kind(parameters[0]) == type.uppercased(), let value = parameters[0][type] else {
                throw .format("\(component): expected \(type), received \(Self.kind(parameters[0]).lowercased())")
            }
            return value
        }
        switch kind {
        case "QUICK_REPLY":
            shown.payload = parameters.isEmpty ? shown.text : try only("payload").string
        case "URL":
            let url = button["url"]?.string ?? ""
            guard let range = url.firstRange(of: "{{1}}") else {
                guard parameters.isEmpty else { throw .count(component, parameters.count, 0) }
                shown.url = url
                break
            }
            let suffix = try only("text").string ?? ""
            guard !suffix.isEmpty else { throw .format("\(component): the text is empty") }
            shown.url = String(url[..<range.lowerBound]) + suffix + String(url[range.upperBound...])
            guard (shown.url ?? "").count <= 2_000 else { throw .tooLong("\(component): the address", 2_000) }
        case "OTP":
            let code = try only("text").string ?? ""
            guard (1...15).contains(code.count) else { throw .format("\(component): a code has 1 to 15 characters") }
            shown.code = code
        case "COPY_CODE":
            let code = try only("coupon_code").string ?? ""
            guard (1...20).contains(code.count) else { throw .format("\(component): a code has 1 to 20 characters") }
            shown.code = code
        case "MPM":
            guard try only("action")["sections"]?.array?.isEmpty == false else {
                throw .format("\(component): action.sections is missing")
            }
        case "ORDER_DETAILS":
            guard try only("action")["order_details"]?.object != nil else {
                throw .format("\(component): action.order_details is missing")
            }
        case "FLOW", "CATALOG":
            if !parameters.isEmpty { _ = try only("action") }
        case "VOICE_CALL":
            for parameter in parameters where !["TTL_MINUTES", "PAYLOAD"].contains(Self.kind(parameter)) {
                throw .format("\(component): expected ttl_minutes or payload")
            }
        default:
            guard parameters.isEmpty else { throw .count(component, parameters.count, 0) }
        }
        return shown
    }

    /// What stands on a button: the platform's words where the template has none, or may have none.
    private static func label(_ button: JSONValue, _ kind: String) -> String {
        if kind == "OTP", button["otp_type"]?.string?.uppercased() != "COPY_CODE" {
            return button["autofill_text"]?.string ?? "Autofill"
        }
        return button["text"]?.string ?? labels[kind] ?? ""
    }

    private static let labels = [
        "COPY_CODE": "Copy offer code", "OTP": "Copy code", "CATALOG": "View catalog", "MPM": "View items",
        "SPM": "View", "REQUEST_CONTACT_INFO": "Share Contact Info", "VOICE_CALL": "Call now",
        "ORDER_DETAILS": "Review and Pay",
    ]

    private static let subTypes = [
        "QUICK_REPLY": "quick_reply", "URL": "url", "OTP": "url", "COPY_CODE": "copy_code", "CATALOG": "catalog",
        "MPM": "mpm", "FLOW": "flow", "VOICE_CALL": "voice_call", "ORDER_DETAILS": "order_details",
    ]

    // MARK: - Texts

    /// A text with its placeholders filled in.
    private func fill(
        _ text: String, _ parameters: [JSONValue], component: String, limit: Int, kinds: Set<String>
    ) throws(PlatformFault) -> String {
        let text = PlaceholderText(text)
        let names = text.names
        guard names.count == parameters.count else {
            throw .count("\(place)\(component)", parameters.count, names.count)
        }
        var values: [String: String] = [:]
        for (index, parameter) in parameters.enumerated() {
            let value = try Self.text(of: parameter, "\(place)\(component)", kinds)
            let name = parameter["parameter_name"]?.string
            if record.isNamed {
                guard let name, names.contains(name), values[name] == nil else {
                    throw .format("\(place)\(component): Parameter name is missing, unknown or stands twice")
                }
                values[name] = value
            } else {
                guard name == nil else {
                    throw .format("\(place)\(component): the template's parameters have no names")
                }
                values["\(index + 1)"] = value
            }
        }
        let filled = text.rendered(values)
        guard filled.count <= limit else { throw .tooLong("\(place)\(component)", limit) }
        return filled
    }

    /// The words that stand for a parameter.
    private static func text(
        of parameter: JSONValue, _ component: String, _ kinds: Set<String>
    ) throws(PlatformFault) -> String {
        let kind = kind(parameter).lowercased()
        guard kinds.contains(kind) else {
            throw .format("\(component): expected a parameter of type text, received \(kind)")
        }
        let text: String?
        switch kind {
        case "text": text = parameter["text"]?.string
        case "currency":
            let value = parameter["currency"]
            let isComplete = value?["code"]?.string != nil && value?["amount_1000"]?.number != nil
            text = isComplete ? value?["fallback_value"]?.string : nil
        case "date_time": text = parameter["date_time"]?["fallback_value"]?.string
        default: text = parameter[kind]?.string
        }
        guard let text, !text.isEmpty else { throw .format("\(component): a parameter has no text") }
        return text
    }

    private static func kind(_ parameter: JSONValue) -> String {
        parameter["type"]?.string?.uppercased() ?? "UNKNOWN"
    }

    private static func index(_ value: JSONValue?) -> Int? {
        value?.integer ?? value?.string.flatMap { Int($0) }
    }

    private static func spelled(_ value: JSONValue?) -> String {
        index(value).map(String.init) ?? "that is no number"
    }
}

extension PlatformFault {
    fileprivate static func count(_ component: String, _ received: Int, _ expected: Int) -> Self {
        Self(
            code: 132_000, message: "Number of parameters does not match the expected number of params",
            details:
                "\(component): number of localizable_params (\(received)) does not match the expected number of params (\(expected))"
        )
    }

    fileprivate static func format(_ details: String) -> Self {
        Self(
            code: 132_012, message: "Parameter format does not match format in the created template", details: details)
    }

    fileprivate static func tooLong(_ component: String, _ limit: Int) -> Self {
        Self(
            code: 132_005, message: "Translated text too long",
            details: "\(component): the text with its parameters is longer than \(limit) characters")
    }
}
