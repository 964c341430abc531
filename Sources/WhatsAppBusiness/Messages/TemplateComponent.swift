/// Values for one part of a template: its header, its body or one of its buttons.
///
/// Source: Cloud API reference §2.17.
public struct TemplateComponent: Hashable, Sendable {
    /// Which part of a template a component fills; an open set.
    public struct Part: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's name, in lower case.
        public let rawValue: String

        /// Wraps a name; the platform mixes cases, so it is folded to lower case.
        public init(rawValue: String) {
            self.rawValue = rawValue.lowercased()
        }

        /// The header.
        public static let header = Self(rawValue: "header")
        /// The body.
        public static let body = Self(rawValue: "body")
        /// A button.
        public static let button = Self(rawValue: "button")
    }

    /// The kind of button that is filled; an open set.
    public struct ButtonKind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's name, in lower case.
        public let rawValue: String

        /// Wraps a name; the platform mixes cases, so it is folded to lower case.
        public init(rawValue: String) {
            self.rawValue = rawValue.lowercased()
        }

        /// A quick reply; its parameter is a payload.
        public static let quickReply = Self(rawValue: "quick_reply")
        /// A web address; its parameter is the text that replaces the address's placeholder. One-time codes too.
        public static let url = Self(rawValue: "url")
        /// A code to copy; its parameter is a coupon code.
        public static let copyCode = Self(rawValue: "copy_code")
    }

    /// The part that is filled.
    public var part: Part
    /// The kind of button, for buttons.
    public var buttonKind: ButtonKind?
    /// The button's place in the template, counted from 0, for buttons.
    public var buttonIndex: Int?
    /// The values, in the template's order.
    public var parameters: [TemplateParameter]

    /// Creates a component of any kind.
    public init(
        part: Part, buttonKind: ButtonKind? = nil, buttonIndex: Int? = nil, parameters: [TemplateParameter]
    ) {
        self.part = part
        self.buttonKind = buttonKind
        self.buttonIndex = buttonIndex
        self.parameters = parameters
    }

    /// The header's value: a text or a media object.
    public static func header(_ parameter: TemplateParameter) -> Self {
        Self(part: .header, parameters: [parameter])
    }

    /// The body's values.
    public static func body(_ parameters: [TemplateParameter]) -> Self {
        Self(part: .body, parameters: parameters)
    }

    /// A button's value.
    /// - Parameters:
    ///   - kind: what the button does in the template.
    ///   - index: its place among the template's buttons, counted from 0.
    ///   - parameter: the value.
    public static func button(_ kind: ButtonKind, at index: Int, _ parameter: TemplateParameter) -> Self {
        Self(part: .button, buttonKind: kind, buttonIndex: index, parameters: [parameter])
    }
}

extension TemplateComponent: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, index, parameters
        case subType = "sub_type"
    }

    /// Reads one element of `components`; `index` may be a number or its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        part = try container.decode(Part.self, forKey: .type)
        buttonKind = try container.decodeIfPresent(ButtonKind.self, forKey: .subType)
        if let text = try? container.decodeIfPresent(String.self, forKey: .index) {
            guard let number = Int(text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .index, in: container, debugDescription: "the index of a button is a number")
            }
            buttonIndex = number
        } else {
            buttonIndex = try container.decodeIfPresent(Int.self, forKey: .index)
        }
        parameters = try container.decodeIfPresent([TemplateParameter].self, forKey: .parameters) ?? []
    }

    /// Writes one element of `components`; `index` as text (Cloud API reference §0.1, row 9).
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(part, forKey: .type)
        try container.encodeIfPresent(buttonKind, forKey: .subType)
        try container.encodeIfPresent(buttonIndex.map(String.init), forKey: .index)
        if !parameters.isEmpty { try container.encode(parameters, forKey: .parameters) }
    }
}
