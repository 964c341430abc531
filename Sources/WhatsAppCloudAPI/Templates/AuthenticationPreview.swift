public import WhatsAppBusiness

/// The words that the platform gives to an authentication template in a language.
///
/// Source: Cloud API reference §4.1 (December 2025).
public struct AuthenticationPreview: Hashable, Sendable {
    /// A button.
    public struct Button: Hashable, Sendable {
        /// What stands on it.
        public var text: String?
        /// What stands on it where it fills the code in.
        public var autofillText: String?

        /// Creates a button.
        public init(text: String? = nil, autofillText: String? = nil) {
            self.text = text
            self.autofillText = autofillText
        }
    }

    /// The language.
    public var language: LanguageCode
    /// The text.
    public var body: String?
    /// The footer, where the code expires.
    public var footer: String?
    /// The buttons.
    public var buttons: [Button]

    /// Creates a preview.
    public init(language: LanguageCode, body: String? = nil, footer: String? = nil, buttons: [Button] = []) {
        self.language = language
        self.body = body
        self.footer = footer
        self.buttons = buttons
    }

    init(reading json: JSONValue) throws(ValidationError) {
        guard let language = json["language"]?.lenientText else {
            throw ValidationError([.init(path: "language", rule: .required, explanation: "a value is needed")])
        }
        self.init(
            language: LanguageCode(rawValue: language), body: json["body"]?.lenientText,
            footer: json["footer"]?.lenientText,
            buttons: json["buttons"]?.array?.map {
                Button(text: $0["text"]?.lenientText, autofillText: $0["autofill_text"]?.lenientText)
            } ?? [])
    }
}
