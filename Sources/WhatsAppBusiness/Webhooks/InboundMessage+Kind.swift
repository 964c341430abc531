extension InboundMessage {
    /// The `type` of a message as the platform names it; an open set (webhooks reference §3.3).
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word; empty where the message names none.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A text.
        public static let text = Self(rawValue: "text")
        /// A picture.
        public static let image = Self(rawValue: "image")
        /// A film.
        public static let video = Self(rawValue: "video")
        /// A recording or a voice message.
        public static let audio = Self(rawValue: "audio")
        /// A voice message, of the on-premises API; on Cloud API it is a recording that says so.
        public static let voice = Self(rawValue: "voice")
        /// A file.
        public static let document = Self(rawValue: "document")
        /// A sticker.
        public static let sticker = Self(rawValue: "sticker")
        /// A place.
        public static let location = Self(rawValue: "location")
        /// Contact cards.
        public static let contacts = Self(rawValue: "contacts")
        /// An answer to buttons, lists, flows and other interactive messages.
        public static let interactive = Self(rawValue: "interactive")
        /// A tap on a quick reply of a template.
        public static let button = Self(rawValue: "button")
        /// A shopping cart.
        public static let order = Self(rawValue: "order")
        /// An emoji on a message.
        public static let reaction = Self(rawValue: "reaction")
        /// A notice of the platform about the customer.
        public static let system = Self(rawValue: "system")
        /// The customer opened the chat for the first time.
        public static let requestWelcome = Self(rawValue: "request_welcome")
        /// The customer changed a message.
        public static let edit = Self(rawValue: "edit")
        /// The customer deleted a message.
        public static let revoke = Self(rawValue: "revoke")
        /// A kind that the platform does not relay.
        public static let unsupported = Self(rawValue: "unsupported")
        /// The older word for ``unsupported``.
        public static let unknown = Self(rawValue: "unknown")
        /// A message that disappears, of the on-premises API; not relayed.
        public static let ephemeral = Self(rawValue: "ephemeral")
        /// Media of an old chat, whose bytes come in another delivery.
        public static let mediaPlaceholder = Self(rawValue: "media_placeholder")
        /// A template; only in echoes of what the business sent.
        public static let template = Self(rawValue: "template")
        /// A flow; only in echoes of what the business sent.
        public static let flow = Self(rawValue: "flow")
    }
}
