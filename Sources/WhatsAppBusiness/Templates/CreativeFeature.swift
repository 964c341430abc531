/// An automatic change that the platform may make to a message; an open set.
///
/// Source: Cloud API reference §4.4 (December 2025).
public struct CreativeFeature: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word, in small letters.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The word as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the word from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }

    /// Brightness and contrast of the picture.
    public static let imageBrightnessAndContrast = Self(rawValue: "image_brightness_and_contrast")
    /// Small corrections of the picture.
    public static let imageTouchUps = Self(rawValue: "image_touchups")
    /// Text on the picture.
    public static let addTextOverlay = Self(rawValue: "add_text_overlay")
    /// Movement of the picture.
    public static let imageAnimation = Self(rawValue: "image_animation")
    /// Another background of the picture.
    public static let imageBackground = Self(rawValue: "image_background_gen")
    /// A mark on offers.
    public static let promotionTag = Self(rawValue: "auto_promotion_tag")
    /// A headline taken from the text.
    public static let headline = Self(rawValue: "text_extraction_for_headline")
    /// A place to tap taken from the text.
    public static let tapTarget = Self(rawValue: "text_extraction_for_tap_target")
    /// Products of the catalogue.
    public static let productExtensions = Self(rawValue: "product_extensions")
    /// Another format of the text.
    public static let textFormatting = Self(rawValue: "text_formatting_optimization")

    /// Whether a change is wanted; an open set.
    public struct Enrollment: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It is wanted: the platform's default.
        public static let optIn = Self(rawValue: "OPT_IN")
        /// It is not wanted.
        public static let optOut = Self(rawValue: "OPT_OUT")
    }

    /// Reads an object by feature, or the array of keys and values that the platform shows.
    static func read(_ object: WireObject, _ key: String) -> [CreativeFeature: Enrollment] {
        guard let spec = object.take(key) else { return [:] }
        let features = spec["creative_features_spec"] ?? spec
        var result: [CreativeFeature: Enrollment] = [:]
        let entries: [(String, JSONValue?)]
        if let members = features.object {
            entries = members.members.map { ($0.key, $0.value) }
        } else if let elements = features.array {
            entries = elements.compactMap { element in element["key"]?.string.map { ($0, element["value"]) } }
        } else {
            object.fail(key, .type, "an object belongs here")
            return [:]
        }
        for (feature, value) in entries {
            guard let word = value?["enroll_status"]?.string else { continue }
            result[CreativeFeature(rawValue: feature.lowercased())] = Enrollment(rawValue: word.uppercased())
        }
        return result
    }

    /// The platform's JSON; `nil` where nothing is said.
    static func json(_ features: [CreativeFeature: Enrollment]) -> JSONValue? {
        guard !features.isEmpty else { return nil }
        let members = features.sorted { $0.key.rawValue < $1.key.rawValue }.map { feature, enrollment in
            JSONObject.Member(key: feature.rawValue, value: ["enroll_status": .string(enrollment.rawValue)])
        }
        return ["creative_features_spec": .object(JSONObject(members))]
    }
}
