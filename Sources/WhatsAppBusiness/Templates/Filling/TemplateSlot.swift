/// A place of a template that takes a value when the template is sent.
///
/// ```swift
/// for slot in definition.slots { print(slot.path, slot.kind, slot.isRequired) }
/// // body.{{first_name}}, text, true
/// // buttons[0].url.{{1}}, url, true
/// // buttons[1].payload, payload, false
/// ```
///
/// Source: Cloud API reference §2.17 ("Template messages", December 2025).
public struct TemplateSlot: Hashable, Sendable {
    /// What a slot takes; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The kind's name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The text of the header's placeholder.
        public static let headerText = Self(rawValue: "headerText")
        /// A placeholder of the body: a text, an amount, a date or a group.
        public static let bodyText = Self(rawValue: "bodyText")
        /// A one-time code, which stands in the body and on the button.
        public static let oneTimeCode = Self(rawValue: "oneTimeCode")
        /// The header's picture.
        public static let image = Self(rawValue: "image")
        /// The header's video.
        public static let video = Self(rawValue: "video")
        /// The header's moving picture.
        public static let gif = Self(rawValue: "gif")
        /// The header's document.
        public static let document = Self(rawValue: "document")
        /// The header's place.
        public static let location = Self(rawValue: "location")
        /// The header's product.
        public static let product = Self(rawValue: "product")
        /// The value of a header that this version does not know.
        public static let unrecognizedHeader = Self(rawValue: "unrecognizedHeader")
        /// The variable end of a button's address.
        public static let url = Self(rawValue: "url")
        /// What a quick reply's tap returns; its text where nothing is given.
        public static let payload = Self(rawValue: "payload")
        /// The code that a button copies.
        public static let couponCode = Self(rawValue: "couponCode")
        /// A flow's token and data.
        public static let flow = Self(rawValue: "flow")
        /// The product whose picture stands for the catalogue.
        public static let catalogThumbnail = Self(rawValue: "catalogThumbnail")
        /// Sections of products, and the product whose picture is shown.
        public static let products = Self(rawValue: "products")
        /// For how long a call's button can be used, and what the call's webhooks carry.
        public static let voiceCall = Self(rawValue: "voiceCall")
        /// An order to review and pay.
        public static let orderDetails = Self(rawValue: "orderDetails")
        /// The value of a button that this version does not know.
        public static let unrecognizedButton = Self(rawValue: "unrecognizedButton")
        /// The end of a limited-time offer.
        public static let offerEnd = Self(rawValue: "offerEnd")
        /// The new state of an order.
        public static let orderStatus = Self(rawValue: "orderStatus")
        /// Where a tap on the message leads.
        public static let tapTargets = Self(rawValue: "tapTargets")
    }

    /// What it takes.
    public var kind: Kind
    /// The card that it belongs to, counted from 0; `nil` for the message's own slots.
    public var card: Int?
    /// The place of its button among all buttons of the message or card, counted from 0.
    public var button: Int?
    /// The placeholder's name or number; `nil` where the slot is no placeholder.
    public var placeholder: String?
    /// Whether the platform refuses the message without it.
    public var isRequired: Bool
    /// The value that the definition shows to the platform's reviewers.
    public var sample: String?

    /// Creates a slot.
    public init(
        _ kind: Kind, card: Int? = nil, button: Int? = nil, placeholder: String? = nil, isRequired: Bool = true,
        sample: String? = nil
    ) {
        self.kind = kind
        self.card = card
        self.button = button
        self.placeholder = placeholder
        self.isRequired = isRequired
        self.sample = sample
    }

    /// What the slot is called in errors and previews, and the key under which ``TemplateValues`` hold its value:
    /// `header.{{order_no}}`, `header.image`, `body.{{1}}`, `buttons[1].url.{{1}}`, `buttons[0].coupon_code`,
    /// `limited_time_offer.expiration`, `carousel.cards[2].header.image`, …
    public var path: String { Self.prefix(card: card) + localPath }

    /// The path within the message or card.
    var localPath: String {
        let name = placeholder.map { "." + TemplatePlaceholder.spelled($0) } ?? ""
        if let button {
            let path = "buttons[\(button)]"
            switch kind {
            case .url: return path + ".url" + name
            case .oneTimeCode: return path + ".url" + name
            case .payload: return path + ".payload"
            case .couponCode: return path + ".coupon_code"
            case .flow: return path + ".flow"
            case .catalogThumbnail: return path + ".thumbnail"
            case .products: return path + ".products"
            case .voiceCall: return path + ".voice_call"
            case .orderDetails: return path + ".order_details"
            default: return path
            }
        }
        switch kind {
        case .headerText: return "header" + name
        case .bodyText, .oneTimeCode: return "body" + name
        case .image, .video, .gif, .document, .location, .product: return "header.\(kind.rawValue)"
        case .unrecognizedHeader: return "header"
        case .offerEnd: return "limited_time_offer.expiration"
        case .orderStatus: return "order_status"
        case .tapTargets: return "tap_target"
        default: return kind.rawValue
        }
    }

    /// Other names under which a value can be given, within the message or card.
    var localAliases: [String] {
        var names: [String] = []
        if let button {
            if kind == .url || kind == .oneTimeCode {
                if let placeholder { names.append("buttons[\(button)].url.\(placeholder)") }
                names.append("buttons[\(button)].url")
            }
            names.append("buttons[\(button)]")
        } else {
            switch kind {
            case .bodyText, .oneTimeCode: names.append("body.\(placeholder ?? "")")
            case .headerText: names += ["header.\(placeholder ?? "")", "header"]
            case .image, .video, .gif, .document, .location, .product: names.append("header")
            case .offerEnd: names.append("limited_time_offer")
            default: break
            }
        }
        if kind == .oneTimeCode { names.append("code") }
        return names
    }

    /// What stands before the paths of a card's slots.
    static func prefix(card: Int?) -> String { card.map { "carousel.cards[\($0)]." } ?? "" }
}
