/// What a template consists of: the body with which it is created, and what the platform shows of it later.
///
/// The coded form is the platform's JSON, both ways. Reading never fails on a member: words in other cases, members and
/// components that this version does not know, and values of another type are kept and go out again as they came.
/// ``lint(_:)`` and ``validate(_:)-(TemplateRules)`` tell what the platform would refuse.
///
/// ```swift
/// let definition = TemplateDefinition(
///     name: "order_update", language: "en_US", category: .utility, parameterFormat: .named,
///     components: [
///         .header("Order {{order_no}}", samples: .named(["order_no": "A1"])),
///         .body("Hi {{first_name}}, it ships today.", samples: .named(["first_name": "Ann"])),
///         .footer("Thanks"),
///         .buttons([.url("Track", "https://example.com/t/{{1}}", sample: "A1"), .quickReply("Stop")]),
///     ])
/// ```
///
/// Source: Cloud API reference §4.2 ("Templates overview", December 2025).
public struct TemplateDefinition: TemplateNode {
    /// The name: small letters, digits and underscores. With the language it names one template of an account.
    public var name: String
    /// The language.
    public var language: LanguageCode
    /// The category, which decides the price and what the template may consist of.
    public var category: TemplateCategory
    /// Whether placeholders are numbers or names; numbers where nothing is said.
    public var parameterFormat: ParameterFormat?
    /// Header, body, footer, buttons and so on.
    public var components: [Component]
    /// How long the platform tries to deliver a message (Cloud API reference §4.5).
    public var timeToLive: TemplateTimeToLive?
    /// A finer category, such as ``SubCategory/orderStatus``.
    public var subCategory: SubCategory?
    /// How the message is shown, such as `ORDER_DETAILS`.
    public var displayFormat: DisplayFormat?
    /// Which automatic changes of the message are wanted (Cloud API reference §4.4); the platform's default is all.
    public var creativeFeatures: [CreativeFeature: CreativeFeature.Enrollment]
    /// Whether links are left as they are, so that clicks are not counted.
    public var linkTrackingOptedOut: Bool?
    /// The template of the platform's library from which this one is made (Cloud API reference §4.9).
    public var libraryTemplateName: String?
    /// What the library's template needs for its buttons.
    public var libraryButtonInputs: [LibraryButtonInput]
    /// What the library's template needs for its body and footer.
    public var libraryBodyInputs: LibraryBodyInputs?
    package var spelling = MemberSpelling()

    /// Creates a definition.
    public init(
        name: String, language: LanguageCode, category: TemplateCategory, parameterFormat: ParameterFormat? = nil,
        components: [Component] = [], timeToLive: TemplateTimeToLive? = nil, subCategory: SubCategory? = nil,
        displayFormat: DisplayFormat? = nil, creativeFeatures: [CreativeFeature: CreativeFeature.Enrollment] = [:],
        linkTrackingOptedOut: Bool? = nil, libraryTemplateName: String? = nil,
        libraryButtonInputs: [LibraryButtonInput] = [], libraryBodyInputs: LibraryBodyInputs? = nil
    ) {
        self.name = name
        self.language = language
        self.category = category
        self.parameterFormat = parameterFormat
        self.components = components
        self.timeToLive = timeToLive
        self.subCategory = subCategory
        self.displayFormat = displayFormat
        self.creativeFeatures = creativeFeatures
        self.linkTrackingOptedOut = linkTrackingOptedOut
        self.libraryTemplateName = libraryTemplateName
        self.libraryButtonInputs = libraryButtonInputs
        self.libraryBodyInputs = libraryBodyInputs
    }

    /// Reads the platform's JSON.
    /// - Throws: ``JSONError`` when the bytes are not JSON; everything else is reported by ``lint(_:)``.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        self.init(json: try JSONValue(parsing: bytes))
    }

    package init(reading object: WireObject) {
        self.init(
            name: object.optionalText("name") ?? "",
            language: LanguageCode(rawValue: Self.language(object) ?? ""),
            category: TemplateCategory(rawValue: object.word("category") ?? ""),
            parameterFormat: object.word("parameter_format").map { .init(rawValue: $0) },
            components: object.elements("components")?.map { Component(json: $0) } ?? [],
            timeToLive: object.looseInteger("message_send_ttl_seconds").map { .init(rawValue: $0) },
            subCategory: object.word("sub_category").map { .init(rawValue: $0) },
            displayFormat: object.word("display_format").map { .init(rawValue: $0) },
            creativeFeatures: CreativeFeature.read(object, "degrees_of_freedom_spec"),
            linkTrackingOptedOut: object.looseFlag("cta_url_link_tracking_opted_out"),
            libraryTemplateName: object.looseText("library_template_name"),
            libraryButtonInputs: object.elements("library_template_button_inputs")?
                .map { LibraryButtonInput(json: $0) } ?? [],
            libraryBodyInputs: object.part("library_template_body_inputs")
                .map { LibraryBodyInputs(json: .object($0.members)) })
    }

    /// The language's code, also of `{"code": "en"}` as a send spells it.
    private static func language(_ object: WireObject) -> String? {
        guard object.members["language"]?.object != nil else { return object.optionalText("language") }
        object.fail("language", .type, "the language is a text, such as en_US")
        return object.optionalChild("language")?.optionalText("code")
    }

    package var members: JSONObject {
        .present([
            "name": .string(name), "language": .string(language.rawValue), "category": .string(category.rawValue),
            "parameter_format": .text(parameterFormat?.rawValue),
            "message_send_ttl_seconds": .whole(timeToLive?.rawValue),
            "sub_category": .text(subCategory?.rawValue), "display_format": .text(displayFormat?.rawValue),
            "degrees_of_freedom_spec": CreativeFeature.json(creativeFeatures),
            "cta_url_link_tracking_opted_out": linkTrackingOptedOut.map { .bool($0) },
            "library_template_name": .text(libraryTemplateName),
            "library_template_button_inputs":
                libraryButtonInputs.isEmpty ? nil : .array(libraryButtonInputs.map(\.json)),
            "library_template_body_inputs": libraryBodyInputs?.json,
            "components":
                components.isEmpty && libraryTemplateName != nil ? nil : .array(components.map(\.json)),
        ])
    }

    /// The members of the platform's JSON that have a property here.
    package static let memberNames: Set<String> = [
        "name", "language", "category", "parameter_format", "message_send_ttl_seconds", "sub_category",
        "display_format", "degrees_of_freedom_spec", "cta_url_link_tracking_opted_out", "library_template_name",
        "library_template_button_inputs", "library_template_body_inputs", "components",
    ]
}

extension TemplateDefinition {
    /// Whether placeholders are numbers or names; an open set.
    ///
    /// Source: Cloud API reference §4.2 (December 2025).
    public struct ParameterFormat: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// `{{1}}`, `{{2}}`, …: the platform's default.
        public static let positional = Self(rawValue: "POSITIONAL")
        /// `{{first_name}}`. The placeholder of a button's address stays `{{1}}`.
        public static let named = Self(rawValue: "NAMED")
    }

    /// A finer category; an open set.
    ///
    /// Source: Cloud API reference §4.2 (December 2025).
    public struct SubCategory: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The new state of an order.
        public static let orderStatus = Self(rawValue: "ORDER_STATUS")
        /// An order to review and pay.
        public static let orderDetails = Self(rawValue: "ORDER_DETAILS")
    }

    /// How the message is shown; an open set.
    ///
    /// Source: Cloud API reference §4.2 (December 2025).
    public struct DisplayFormat: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// An order to review and pay.
        public static let orderDetails = Self(rawValue: "ORDER_DETAILS")
    }

    /// Whether placeholders are names.
    public var usesNamedParameters: Bool { parameterFormat == .named }

    /// The header, where there is one.
    public var header: Header? { components.lazy.compactMap(\.header).first }

    /// The body, where there is one.
    public var body: Body? { components.lazy.compactMap(\.body).first }

    /// The footer, where there is one.
    public var footer: Footer? { components.lazy.compactMap(\.footer).first }

    /// The buttons below the message, those of a carousel's cards excepted.
    public var buttons: [Button] { components.lazy.compactMap(\.buttons).first ?? [] }

    /// The cards of the carousel, where there is one.
    public var cards: [Card] { components.lazy.compactMap(\.cards).first ?? [] }
}
