/// How a customer came into the chat: from an ad that clicks to WhatsApp, or from the button of a Facebook Page.
///
/// Such a message makes a free entry point possible (pricing reference §1.4, §1.5, November 2026). Only clicks on
/// Android and iOS qualify, and no webhook names the device, so that it is unknown unless the program knows better.
public struct EntryPoint: Hashable, Sendable, Codable {
    /// Where the customer clicked; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The word for the kind.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// An ad that clicks to WhatsApp: the message's `referral` has the `source_type` `ad`.
        public static let ad = Self(rawValue: "ad")
        /// A post: the message's `referral` has the `source_type` `post`. Whether it qualifies is a switch,
        /// ``FreeEntryPointPolicy/postsQualify``.
        public static let post = Self(rawValue: "post")
        /// The call-to-action button of a Facebook Page. It has no documented referral of its own (unconfirmed,
        /// §1.10), so that such an entry usually shows only in the pricing of the first status.
        public static let pageCallToAction = Self(rawValue: "page_cta")
    }

    /// The kind of device on which the customer clicked.
    public struct Device: RawRepresentable, Hashable, Sendable, Codable {
        /// The word for the device.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Not known: the usual case.
        public static let unknown = Self(rawValue: "unknown")
        /// Android or iOS: the click qualifies.
        public static let phone = Self(rawValue: "phone")
        /// The web or a desktop program: the click does not qualify.
        public static let desktop = Self(rawValue: "desktop")
    }

    /// Where the customer clicked.
    public var kind: Kind
    /// On what kind of device.
    public var device: Device

    /// Creates an entry point.
    public init(kind: Kind, device: Device = .unknown) {
        self.kind = kind
        self.device = device
    }

    /// An ad, clicked on an unknown device.
    public static let ad = Self(kind: .ad)
    /// The button of a Facebook Page, clicked on an unknown device.
    public static let pageCallToAction = Self(kind: .pageCallToAction)

    /// A post, clicked on an unknown device.
    public static let post = Self(kind: .post)

    /// Whether a free entry point may follow.
    func mayQualify(_ policy: FreeEntryPointPolicy) -> Bool {
        device != .desktop && (kind == .ad || kind == .pageCallToAction || (kind == .post && policy.postsQualify))
    }
}
