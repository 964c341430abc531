/// A template's message as a person sees it.
///
/// ```swift
/// let preview = definition.preview(["first_name": "Ana"])
/// preview.body?.plainText        // "Hi Ana, it ships today."
/// preview.buttons[0].url         // "https://example.com/t/{{1}}"
/// preview.unfilled               // ["header.{{order_no}}", "buttons[0].url.{{1}}"]
/// preview.violations             // the same, each as an error with path and rule
/// ```
///
/// What the platform adds of its own is in English and an approximation (``isApproximate``): the words of authentication
/// templates, the labels of some buttons. Amounts are shown by their fall-back values, which the platform puts into the
/// customer's language where it can.
///
/// Source: Cloud API reference §4.3 ("Template components", November 2025), §2.17.
public struct TemplatePreview: Hashable, Sendable {
    /// What stands above the body.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Header: Hashable, Sendable {
        /// A line of text; it has no formatting.
        case text(String)
        /// A picture; `nil` where none is given.
        case image(MediaReference?)
        /// A video.
        case video(MediaReference?)
        /// A moving picture.
        case gif(MediaReference?)
        /// A document.
        case document(DocumentReference?)
        /// A place.
        case location(LocationMessage?)
        /// A product.
        case product(ProductReference?)
        /// A header that this version does not know, by the platform's word for it.
        case unrecognized(String)
    }

    /// A button.
    public struct Button: Hashable, Sendable {
        /// What it does.
        public var kind: TemplateButtonKind
        /// What stands on it; the platform's words where the template has none.
        public var text: String
        /// The address that it opens.
        public var url: String?
        /// The number that it calls.
        public var phoneNumber: String?
        /// The code that it copies.
        public var code: String?
        /// What a tap returns: a payload, or a flow's token.
        public var payload: String?

        /// Creates a button.
        public init(
            kind: TemplateButtonKind, text: String, url: String? = nil, phoneNumber: String? = nil,
            code: String? = nil, payload: String? = nil
        ) {
            self.kind = kind
            self.text = text
            self.url = url
            self.phoneNumber = phoneNumber
            self.code = code
            self.payload = payload
        }
    }

    /// An offer that ends.
    public struct Offer: Hashable, Sendable {
        /// What stands beside the clock.
        public var text: String
        /// When it ends, in milliseconds since 1970; `nil` where it does not, or where no end is given.
        public var endMilliseconds: Int64?

        /// Creates an offer.
        public init(text: String, endMilliseconds: Int64? = nil) {
            self.text = text
            self.endMilliseconds = endMilliseconds
        }
    }

    /// A card of a carousel.
    public struct Card: Hashable, Sendable {
        /// What stands above the body.
        public var header: Header?
        /// The text.
        public var body: FormattedText?
        /// The buttons.
        public var buttons: [Button]

        /// Creates a card.
        public init(header: Header?, body: FormattedText?, buttons: [Button]) {
            self.header = header
            self.body = body
            self.buttons = buttons
        }
    }

    /// What stands above the body.
    public var header: Header?
    /// The text. ``FormattedText/text`` is what travels, markers included.
    public var body: FormattedText?
    /// Small text below the body.
    public var footer: String?
    /// The offer that ends, where there is one.
    public var offer: Offer?
    /// The buttons below the message.
    public var buttons: [Button]
    /// The cards of a carousel.
    public var cards: [Card]
    /// Whether the message asks for the permission to call.
    public var asksForCallPermission: Bool
    /// The paths of slots that need a value and have none (``TemplateSlot/path``).
    public var unfilled: [String]
    /// What is wrong with the values.
    public var violations: [ValidationError.Violation]
    /// What the platform may refuse; see ``TemplateDefinition/warnings(about:)``.
    public var warnings: [ValidationError.Violation]
    /// Whether words of the platform's are in it, which are known approximately.
    public var isApproximate: Bool

    /// Whether the platform takes the message, as far as the definition tells.
    public var isValid: Bool { violations.isEmpty }
}

extension TemplatePreview: CustomStringConvertible, CustomReflectable {
    /// What it consists of; nothing of the texts, which can be personal.
    public var description: String {
        "preview with \(buttons.count) buttons, \(cards.count) cards, \(unfilled.count) unfilled, "
            + "\(violations.count) violations"
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
