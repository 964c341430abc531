extension TemplateDefinition {
    /// A part of a template.
    ///
    /// New cases will come: switch with a `default`. Source: Cloud API reference §4.3 ("Template components",
    /// November 2025).
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Component: Hashable, Sendable {
        /// What stands above the body: a text, a picture, a video, a document, a place, a product.
        case header(Header)
        /// The text.
        case body(Body)
        /// Small text below the body.
        case footer(Footer)
        /// Buttons.
        case buttons(Buttons)
        /// Cards, each with its own header, body and buttons.
        case carousel(Carousel)
        /// An offer that ends.
        case limitedTimeOffer(LimitedTimeOffer)
        /// A question whether the business may call.
        case callPermissionRequest(CallPermissionRequest)
        /// A component that this version does not know, with its JSON.
        case unrecognized(Unrecognized)
    }

    /// A component or a button that this version does not know.
    public struct Unrecognized: Hashable, Sendable {
        /// The platform's word for its kind, in capital letters; empty where there is none.
        public var type: String
        /// The JSON as it came.
        public var json: JSONValue

        /// Wraps the JSON.
        public init(json: JSONValue) {
            self.type = json["type"]?.string?.uppercased() ?? ""
            self.json = json
        }
    }
}

extension TemplateDefinition.Component: Codable {
    /// Reads the platform's JSON. What the types cannot hold is kept, and reported when the template is checked.
    public init(json: JSONValue) {
        switch json["type"]?.string?.uppercased() {
        case "HEADER": self = .header(.init(json: json))
        case "BODY": self = .body(.init(json: json))
        case "FOOTER": self = .footer(.init(json: json))
        case "BUTTONS": self = .buttons(.init(json: json))
        case "CAROUSEL": self = .carousel(.init(json: json))
        case "LIMITED_TIME_OFFER": self = .limitedTimeOffer(.init(json: json))
        case "CALL_PERMISSION_REQUEST": self = .callPermissionRequest(.init(json: json))
        default: self = .unrecognized(.init(json: json))
        }
    }

    /// The platform's JSON.
    public var json: JSONValue {
        switch self {
        case .header(let value): return value.json
        case .body(let value): return value.json
        case .footer(let value): return value.json
        case .buttons(let value): return value.json
        case .carousel(let value): return value.json
        case .limitedTimeOffer(let value): return value.json
        case .callPermissionRequest(let value): return value.json
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

    /// The platform's word for the component's kind, in capital letters.
    public var type: String {
        switch self {
        case .header: return "HEADER"
        case .body: return "BODY"
        case .footer: return "FOOTER"
        case .buttons: return "BUTTONS"
        case .carousel: return "CAROUSEL"
        case .limitedTimeOffer: return "LIMITED_TIME_OFFER"
        case .callPermissionRequest: return "CALL_PERMISSION_REQUEST"
        case .unrecognized(let value): return value.type
        }
    }
}

extension TemplateDefinition.Component {
    /// The header, where this is one.
    public var header: TemplateDefinition.Header? {
        guard case .header(let value) = self else { return nil }
        return value
    }

    /// The body, where this is one.
    public var body: TemplateDefinition.Body? {
        guard case .body(let value) = self else { return nil }
        return value
    }

    /// The footer, where this is one.
    public var footer: TemplateDefinition.Footer? {
        guard case .footer(let value) = self else { return nil }
        return value
    }

    /// The buttons, where this is their component.
    public var buttons: [TemplateDefinition.Button]? {
        guard case .buttons(let value) = self else { return nil }
        return value.elements
    }

    /// The cards, where this is a carousel.
    public var cards: [TemplateDefinition.Card]? {
        guard case .carousel(let value) = self else { return nil }
        return value.cards
    }

    /// The limited-time offer, where this is one.
    public var limitedTimeOffer: TemplateDefinition.LimitedTimeOffer? {
        guard case .limitedTimeOffer(let value) = self else { return nil }
        return value
    }
}

extension TemplateDefinition.Component {
    /// A header of text, with at most one placeholder.
    public static func header(_ text: String, samples: TemplateSamples? = nil) -> Self {
        .header(.init(.text(text, samples: samples)))
    }

    /// A header with a picture.
    public static func imageHeader(sample: UploadHandle?) -> Self {
        .header(.init(.image(sample: sample.map { .handle($0) })))
    }

    /// A header with a video.
    public static func videoHeader(sample: UploadHandle?) -> Self {
        .header(.init(.video(sample: sample.map { .handle($0) })))
    }

    /// A header with a document.
    public static func documentHeader(sample: UploadHandle?) -> Self {
        .header(.init(.document(sample: sample.map { .handle($0) })))
    }

    /// A header with a moving picture; of the Marketing Messages API.
    public static func gifHeader(sample: UploadHandle?) -> Self {
        .header(.init(.gif(sample: sample.map { .handle($0) })))
    }

    /// A header with a place.
    public static var locationHeader: Self { .header(.init(.location)) }

    /// A header with a product.
    public static var productHeader: Self { .header(.init(.product)) }

    /// A body.
    public static func body(_ text: String, samples: TemplateSamples? = nil) -> Self {
        .body(.init(text: text, samples: samples))
    }

    /// The body of an authentication template, whose words are the platform's.
    public static func authenticationBody(addsSecurityRecommendation: Bool? = nil) -> Self {
        .body(.init(addsSecurityRecommendation: addsSecurityRecommendation))
    }

    /// A footer.
    public static func footer(_ text: String) -> Self { .footer(.init(text: text)) }

    /// The footer of an authentication template, which tells how long the code is good.
    public static func footer(codeExpirationMinutes: Int) -> Self {
        .footer(.init(codeExpirationMinutes: codeExpirationMinutes))
    }

    /// Buttons.
    public static func buttons(_ buttons: [TemplateDefinition.Button]) -> Self {
        .buttons(TemplateDefinition.Buttons(buttons))
    }

    /// A carousel.
    public static func carousel(_ cards: [TemplateDefinition.Card]) -> Self { .carousel(.init(cards: cards)) }

    /// An offer that ends.
    public static func limitedTimeOffer(_ text: String, hasExpiration: Bool? = nil) -> Self {
        .limitedTimeOffer(.init(text: text, hasExpiration: hasExpiration))
    }

    /// A question whether the business may call.
    public static func callPermissionRequest() -> Self { .callPermissionRequest(.init()) }
}
