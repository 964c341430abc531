/// One value for a template.
///
/// Source: Cloud API reference §2.17.
public struct TemplateParameter: Hashable, Sendable {
    /// The kinds of value. Grows with the platform.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Value: Hashable, Sendable {
        /// Text for a placeholder of the header, the body or a button's address.
        case text(String)
        /// What a quick reply returns when it is tapped.
        case payload(String)
        /// The code that a copy-code button puts on the clipboard.
        case couponCode(String)
        /// A picture for the header.
        case image(MediaReference)
        /// A video for the header.
        case video(MediaReference)
        /// A document for the header.
        case document(MediaReference)
    }

    /// The value.
    public var value: Value
    /// The placeholder's name, for templates with named placeholders; `nil` for numbered ones.
    public var name: String?

    /// Creates a parameter.
    public init(_ value: Value, name: String? = nil) {
        self.value = value
        self.name = name
    }

    /// Text for a placeholder.
    /// - Parameters:
    ///   - text: the text.
    ///   - name: the placeholder's name where the template names its placeholders.
    public static func text(_ text: String, name: String? = nil) -> Self { Self(.text(text), name: name) }

    /// What a quick reply returns.
    public static func payload(_ payload: String) -> Self { Self(.payload(payload)) }

    /// The code of a copy-code button.
    public static func couponCode(_ code: String) -> Self { Self(.couponCode(code)) }

    /// A picture for the header.
    public static func image(_ media: MediaReference) -> Self { Self(.image(media)) }

    /// A video for the header.
    public static func video(_ media: MediaReference) -> Self { Self(.video(media)) }

    /// A document for the header.
    public static func document(_ media: MediaReference) -> Self { Self(.document(media)) }
}

extension TemplateParameter: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, text, payload, image, video, document
        case couponCode = "coupon_code"
        case parameterName = "parameter_name"
    }

    /// Reads one element of `parameters`.
    /// - Throws: a `DecodingError` naming the path when the kind is not one that this version knows.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .type).lowercased() {
        case "text": value = .text(try container.decode(String.self, forKey: .text))
        case "payload": value = .payload(try container.decode(String.self, forKey: .payload))
        case "coupon_code": value = .couponCode(try container.decode(String.self, forKey: .couponCode))
        case "image": value = .image(try container.decode(MediaReference.self, forKey: .image))
        case "video": value = .video(try container.decode(MediaReference.self, forKey: .video))
        case "document": value = .document(try container.decode(MediaReference.self, forKey: .document))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container, debugDescription: "this version cannot represent parameters of this type")
        }
        name = try container.decodeIfPresent(String.self, forKey: .parameterName)
    }

    /// Writes one element of `parameters`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch value {
        case .text(let text):
            try container.encode("text", forKey: .type)
            try container.encode(text, forKey: .text)
        case .payload(let payload):
            try container.encode("payload", forKey: .type)
            try container.encode(payload, forKey: .payload)
        case .couponCode(let code):
            try container.encode("coupon_code", forKey: .type)
            try container.encode(code, forKey: .couponCode)
        case .image(let media):
            try container.encode("image", forKey: .type)
            try container.encode(media, forKey: .image)
        case .video(let media):
            try container.encode("video", forKey: .type)
            try container.encode(media, forKey: .video)
        case .document(let media):
            try container.encode("document", forKey: .type)
            try container.encode(media, forKey: .document)
        }
        try container.encodeIfPresent(name, forKey: .parameterName)
    }
}
