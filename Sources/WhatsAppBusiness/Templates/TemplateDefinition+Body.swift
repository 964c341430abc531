extension TemplateDefinition {
    /// The text of a template; the words of an authentication template are the platform's.
    ///
    /// Source: Cloud API reference §4.3, §4.7 (November 2025).
    public struct Body: TemplateNode {
        /// The text; `nil` in an authentication template.
        public var text: String?
        /// Samples for the placeholders.
        public var samples: TemplateSamples?
        /// Whether an authentication template warns not to share the code.
        public var addsSecurityRecommendation: Bool?
        package var spelling = MemberSpelling()

        /// Creates a body.
        public init(text: String? = nil, samples: TemplateSamples? = nil, addsSecurityRecommendation: Bool? = nil) {
            self.text = text
            self.samples = samples
            self.addsSecurityRecommendation = addsSecurityRecommendation
        }

        package init(reading object: WireObject) {
            self.init(
                text: object.optionalText("text"),
                samples: TemplateSamples(
                    reading: object.part("example"), positional: "body_text", named: "body_text_named_params"),
                addsSecurityRecommendation: object.looseFlag("add_security_recommendation"))
        }

        package var members: JSONObject {
            .present([
                "type": "BODY", "text": .text(text),
                "add_security_recommendation": addsSecurityRecommendation.map { .bool($0) },
                "example": samples?
                    .example(positional: "body_text", named: "body_text_named_params", isNested: true),
            ])
        }
    }

    /// Small text below the body.
    ///
    /// Source: Cloud API reference §4.3, §4.7 (November 2025).
    public struct Footer: TemplateNode {
        /// The text; `nil` in an authentication template.
        public var text: String?
        /// For how many minutes the code of an authentication template is good.
        public var codeExpirationMinutes: Int?
        package var spelling = MemberSpelling()

        /// Creates a footer.
        public init(text: String? = nil, codeExpirationMinutes: Int? = nil) {
            self.text = text
            self.codeExpirationMinutes = codeExpirationMinutes
        }

        package init(reading object: WireObject) {
            self.init(
                text: object.optionalText("text"),
                codeExpirationMinutes: object.looseInteger("code_expiration_minutes"))
        }

        package var members: JSONObject {
            .present([
                "type": "FOOTER", "text": .text(text), "code_expiration_minutes": .whole(codeExpirationMinutes),
            ])
        }
    }

    /// An offer that ends.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct LimitedTimeOffer: TemplateNode {
        /// What stands beside the clock.
        public var text: String
        /// Whether the message shows when the offer ends.
        public var hasExpiration: Bool?
        package var spelling = MemberSpelling()

        /// Creates an offer.
        public init(text: String, hasExpiration: Bool? = nil) {
            self.text = text
            self.hasExpiration = hasExpiration
        }

        package init(reading object: WireObject) {
            let offer = object.part("limited_time_offer")
            self.init(text: offer?.optionalText("text") ?? "", hasExpiration: offer?.looseFlag("has_expiration"))
        }

        package var members: JSONObject {
            [
                "type": "LIMITED_TIME_OFFER",
                "limited_time_offer": .members([
                    "text": .string(text), "has_expiration": hasExpiration.map { .bool($0) },
                ]),
            ]
        }
    }

    /// A question whether the business may call.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct CallPermissionRequest: TemplateNode {
        package var spelling = MemberSpelling()

        /// Creates the component.
        public init() {}

        package init(reading object: WireObject) {
            self.init()
        }

        package var members: JSONObject { ["type": "CALL_PERMISSION_REQUEST"] }
    }

    /// Cards of identical shape, side by side.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Carousel: TemplateNode {
        /// The cards.
        public var cards: [Card]
        package var spelling = MemberSpelling()

        /// Creates a carousel.
        public init(cards: [Card]) {
            self.cards = cards
        }

        package init(reading object: WireObject) {
            self.init(cards: object.elements("cards")?.map { Card(json: $0) } ?? [])
        }

        package var members: JSONObject { ["type": "CAROUSEL", "cards": .array(cards.map(\.json))] }
    }

    /// A card of a carousel.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Card: TemplateNode {
        /// Header, body and buttons.
        public var components: [Component]
        package var spelling = MemberSpelling()

        /// Creates a card.
        public init(components: [Component]) {
            self.components = components
        }

        package init(reading object: WireObject) {
            self.init(components: object.elements("components")?.map { Component(json: $0) } ?? [])
        }

        package var members: JSONObject { ["components": .array(components.map(\.json))] }

        /// The header, where there is one.
        public var header: Header? { components.lazy.compactMap(\.header).first }

        /// The body, where there is one.
        public var body: Body? { components.lazy.compactMap(\.body).first }

        /// The buttons.
        public var buttons: [Button] { components.lazy.compactMap(\.buttons).first ?? [] }
    }

    /// Buttons.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Buttons: TemplateNode, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
        /// The buttons in their order.
        public var elements: [Button]
        package var spelling = MemberSpelling()

        /// Creates the component.
        public init(_ elements: [Button]) {
            self.elements = elements
        }

        /// Creates the component.
        public init(arrayLiteral elements: Button...) {
            self.elements = elements
        }

        /// Always 0.
        public var startIndex: Int { 0 }
        /// The number of buttons.
        public var endIndex: Int { elements.count }

        /// The button at an index.
        public subscript(index: Int) -> Button {
            get { elements[index] }
            set { elements[index] = newValue }
        }

        package init(reading object: WireObject) {
            self.init(object.elements("buttons")?.map { Button(json: $0) } ?? [])
        }

        package var members: JSONObject { ["type": "BUTTONS", "buttons": .array(elements.map(\.json))] }
    }
}
