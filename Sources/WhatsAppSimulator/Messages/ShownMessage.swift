/// A message as a phone shows it: a template with its values filled in, or another message's words.
public struct ShownMessage: Hashable, Sendable {
    /// What stands above the text.
    public struct Header: Hashable, Sendable {
        /// `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, `GIF`, `LOCATION` or `PRODUCT`.
        public var format: String
        /// The words: those of a text, the name of a document, a place or a product.
        public var text: String?
        /// The id or address of a file.
        public var media: String?
    }

    /// A button.
    public struct Button: Hashable, Sendable {
        /// The platform's word: `QUICK_REPLY`, `URL`, `PHONE_NUMBER`, `COPY_CODE`, `OTP`, `FLOW`, …
        public var kind: String
        /// The label.
        public var text: String
        /// Where it leads.
        public var url: String?
        /// Whom it calls.
        public var phoneNumber: String?
        /// What it copies.
        public var code: String?
        /// What is sent when it is tapped.
        public var payload: String?
    }

    /// A card of a carousel.
    public struct Card: Hashable, Sendable {
        /// What stands above its text.
        public var header: Header?
        /// Its text.
        public var body: String?
        /// Its buttons.
        public var buttons: [Button] = []
    }

    /// What stands above the text.
    public var header: Header?
    /// The text.
    public var body = ""
    /// What stands below the text.
    public var footer: String?
    /// The words of a limited-time offer.
    public var offer: String?
    /// The buttons.
    public var buttons: [Button] = []
    /// The cards of a carousel.
    public var cards: [Card] = []
}
