/// A template as it is sent: its name, its language, and values for its placeholders.
///
/// Source: Cloud API reference §2.16, §2.17 ("Template messages").
public struct TemplateMessage: PlatformValue {
    /// The template's name: lower-case letters, digits and underscores.
    public var name: String
    /// The language of the approved template.
    public var language: LanguageCode
    /// Values for placeholders, media and buttons; empty for a template without any.
    public var components: [TemplateComponent]
    /// How the language is chosen: the platform knows `deterministic` only, which is the default.
    public var languagePolicy: String?
    /// The template's namespace, which only the retired on-premises API needs.
    public var namespace: String?

    /// The most characters of ``name``: 512 (Cloud API reference §4.2).
    public static let maximumNameLength = 512

    /// Creates a template message.
    public init(name: String, language: LanguageCode, components: [TemplateComponent] = []) {
        self.name = name
        self.language = language
        self.components = components
    }

    package init(reading object: WireObject) {
        name = object.text("name")
        (language, languagePolicy) = object.within("language") {
            (LanguageCode(rawValue: $0.text("code")), $0.optionalText("policy"))
        }
        namespace = object.optionalText("namespace")
        components = object.list("components")
    }

    package var json: JSONValue {
        .members([
            "namespace": .text(namespace), "name": .string(name),
            "language": .members(["policy": .text(languagePolicy), "code": .string(language.rawValue)]),
            "components": components.isEmpty ? nil : .list(components),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(name, at: path + ".name", maximum: Self.maximumNameLength)
        let isNameCharacter: (UInt8) -> Bool = {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        if !name.isEmpty, !name.utf8.allSatisfy(isNameCharacter) {
            check.fail(
                at: path + ".name", .characters, "a template's name holds lower-case letters, digits and underscores")
        }
        check.required(language.rawValue, at: path + ".language.code")
        if let languagePolicy, languagePolicy != "deterministic" {
            check.fail(at: path + ".language.policy", .notAllowed, "the only policy is deterministic")
        }
        // The platform allows a long body where the send fills nothing else (Cloud API reference §2.3).
        let isBodyOnly = components.allSatisfy { if case .body = $0 { true } else { false } }
        for (index, component) in components.enumerated() {
            component.check(&check, at: "\(path).components[\(index)]", isBodyOnly: isBodyOnly)
        }
    }
}
