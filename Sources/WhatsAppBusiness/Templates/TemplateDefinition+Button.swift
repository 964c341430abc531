extension TemplateDefinition {
    /// A button of a template.
    ///
    /// New cases will come: switch with a `default`. Source: Cloud API reference §4.3 ("Template components",
    /// November 2025).
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Button: Hashable, Sendable {
        /// It answers with its text.
        case quickReply(Label)
        /// It opens a page.
        case url(Link)
        /// It calls a number.
        case phoneNumber(Call)
        /// It copies a code.
        case copyCode(CopyCode)
        /// It opens a flow.
        case flow(Flow)
        /// It opens the catalogue.
        case catalog(Label)
        /// It shows several products.
        case multiProduct(Label)
        /// It shows a product.
        case singleProduct(Label)
        /// It calls the business in WhatsApp.
        case voiceCall(VoiceCall)
        /// It copies or fills in a one-time code. Read back, its type is that of a page.
        case oneTimeCode(OneTimeCode)
        /// It shows an order to pay.
        case orderDetails(Label)
        /// It sends the customer's phone number.
        case requestContactInformation(Label)
        /// A button that this version does not know, with its JSON.
        case unrecognized(Unrecognized)
    }
}

extension TemplateDefinition.Button: Codable {
    /// Reads the platform's JSON. What the types cannot hold is kept, and reported when the template is checked.
    public init(json: JSONValue) {
        let kind = TemplateButtonKind(rawValue: json["type"]?.string?.uppercased() ?? "")
        switch kind {
        case .quickReply: self = .quickReply(.init(kind, json: json))
        case .url: self = .url(.init(json: json))
        case .phoneNumber: self = .phoneNumber(.init(json: json))
        case .copyCode: self = .copyCode(.init(json: json))
        case .flow: self = .flow(.init(json: json))
        case .catalog: self = .catalog(.init(kind, json: json))
        case .multiProduct: self = .multiProduct(.init(kind, json: json))
        case .singleProduct: self = .singleProduct(.init(kind, json: json))
        case .voiceCall: self = .voiceCall(.init(json: json))
        case .oneTimePassword: self = .oneTimeCode(.init(json: json))
        case .orderDetails: self = .orderDetails(.init(kind, json: json))
        case .requestContactInformation: self = .requestContactInformation(.init(kind, json: json))
        default: self = .unrecognized(.init(json: json))
        }
    }

    /// The platform's JSON.
    public var json: JSONValue {
        switch self {
        case .quickReply(let value): return value.json(.quickReply)
        case .url(let value): return value.json
        case .phoneNumber(let value): return value.json
        case .copyCode(let value): return value.json
        case .flow(let value): return value.json
        case .catalog(let value): return value.json(.catalog)
        case .multiProduct(let value): return value.json(.multiProduct)
        case .singleProduct(let value): return value.json(.singleProduct)
        case .voiceCall(let value): return value.json
        case .oneTimeCode(let value): return value.json
        case .orderDetails(let value): return value.json(.orderDetails)
        case .requestContactInformation(let value): return value.json(.requestContactInformation)
        case .unrecognized(let value): return value.json
        }
    }

    /// Reads the platform's JSON.
    /// - Throws: what the decoder throws where there is no JSON value.
    public init(from decoder: any Decoder) throws {
        self.init(json: try JSONValue(from: decoder))
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }

    /// The platform's word for what the button does.
    public var kind: TemplateButtonKind {
        switch self {
        case .quickReply: return .quickReply
        case .url: return .url
        case .phoneNumber: return .phoneNumber
        case .copyCode: return .copyCode
        case .flow: return .flow
        case .catalog: return .catalog
        case .multiProduct: return .multiProduct
        case .singleProduct: return .singleProduct
        case .voiceCall: return .voiceCall
        case .oneTimeCode: return .oneTimePassword
        case .orderDetails: return .orderDetails
        case .requestContactInformation: return .requestContactInformation
        case .unrecognized(let value): return TemplateButtonKind(rawValue: value.type)
        }
    }

    /// What stands on the button, where the template says it; some kinds have words of the platform's.
    public var text: String? {
        switch self {
        case .quickReply(let value), .catalog(let value), .multiProduct(let value), .singleProduct(let value),
            .orderDetails(let value), .requestContactInformation(let value):
            return value.text
        case .url(let value): return value.text
        case .phoneNumber(let value): return value.text
        case .copyCode(let value): return value.text
        case .flow(let value): return value.text
        case .voiceCall(let value): return value.text
        case .oneTimeCode(let value): return value.text
        case .unrecognized(let value): return value.json["text"]?.string
        }
    }
}

extension TemplateDefinition.Button {
    /// A quick reply.
    public static func quickReply(_ text: String) -> Self { .quickReply(Label(text)) }

    /// A button that opens a page.
    /// - Parameters:
    ///   - text: what stands on it.
    ///   - url: the address, which may end in `{{1}}`.
    ///   - sample: a value for `{{1}}`, or a whole address.
    ///   - appDeepLink: the place in an app that is opened where there is the app.
    public static func url(
        _ text: String, _ url: String, sample: String? = nil, appDeepLink: AppDeepLink? = nil
    ) -> Self {
        .url(.init(text: text, url: url, sample: sample, appDeepLink: appDeepLink))
    }

    /// A button that calls a number.
    public static func phoneNumber(_ text: String, _ number: String) -> Self {
        .phoneNumber(.init(text: text, phoneNumber: number))
    }

    /// A button that copies a code.
    /// - Parameter sample: such a code.
    public static func copyCode(sample: String) -> Self { .copyCode(.init(sample: sample)) }

    /// A button that opens a flow.
    public static func flow(_ text: String, id: String, action: Flow.Action? = nil, screen: String? = nil) -> Self {
        .flow(.init(text: text, flowID: id, action: action, navigateScreen: screen))
    }

    /// A button that opens the catalogue.
    public static func catalog(_ text: String = "View catalog") -> Self { .catalog(Label(text)) }

    /// A button that shows several products.
    public static func multiProduct(_ text: String = "View items") -> Self { .multiProduct(Label(text)) }

    /// A button that shows a product.
    public static func singleProduct(_ text: String = "View") -> Self { .singleProduct(Label(text)) }

    /// A button that calls the business in WhatsApp.
    public static func voiceCall(_ text: String, minutes: Int? = nil) -> Self {
        .voiceCall(.init(text: text, minutes: minutes))
    }

    /// A button that shows an order to pay.
    public static func orderDetails(_ text: String) -> Self { .orderDetails(Label(text)) }

    /// A button that sends the customer's phone number.
    public static func requestContactInformation() -> Self { .requestContactInformation(Label(nil)) }

    /// A button that copies a one-time code.
    public static func copyOneTimeCode(_ text: String? = nil) -> Self {
        .oneTimeCode(.init(.copyCode, text: text))
    }

    /// A button that fills in a one-time code where it is tapped.
    public static func oneTap(
        _ text: String? = nil, autofillText: String? = nil, apps: [SupportedApp]
    ) -> Self {
        .oneTimeCode(.init(.oneTap, text: text, autofillText: autofillText, supportedApps: apps))
    }

    /// A button that fills in a one-time code without a tap, where the terms of that are accepted.
    public static func zeroTap(
        _ text: String? = nil, autofillText: String? = nil, apps: [SupportedApp], termsAccepted: Bool
    ) -> Self {
        .oneTimeCode(
            .init(
                .zeroTap, text: text, autofillText: autofillText, supportedApps: apps,
                zeroTapTermsAccepted: termsAccepted))
    }
}
