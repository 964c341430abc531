/// What a template's button does; an open set.
///
/// Source: Cloud API reference §4.3, webhooks reference §2.4 (November 2025).
public struct TemplateButtonKind: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word.
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

    /// It answers with its text.
    public static let quickReply = Self(rawValue: "QUICK_REPLY")
    /// It opens a page.
    public static let url = Self(rawValue: "URL")
    /// It calls a number.
    public static let phoneNumber = Self(rawValue: "PHONE_NUMBER")
    /// It copies a code.
    public static let copyCode = Self(rawValue: "COPY_CODE")
    /// It opens a flow.
    public static let flow = Self(rawValue: "FLOW")
    /// It opens the catalogue.
    public static let catalog = Self(rawValue: "CATALOG")
    /// It shows several products.
    public static let multiProduct = Self(rawValue: "MPM")
    /// It shows a product.
    public static let singleProduct = Self(rawValue: "SPM")
    /// It calls the business in WhatsApp.
    public static let voiceCall = Self(rawValue: "VOICE_CALL")
    /// It copies or fills in a one-time code.
    public static let oneTimePassword = Self(rawValue: "OTP")
    /// It shows an order to pay.
    public static let orderDetails = Self(rawValue: "ORDER_DETAILS")
    /// It sends the customer's phone number.
    public static let requestContactInformation = Self(rawValue: "REQUEST_CONTACT_INFO")
    /// It opens an app. Its shape is not documented.
    public static let app = Self(rawValue: "APP")
    /// It opens a form. Of older templates.
    public static let form = Self(rawValue: "EXTENSION")
    /// It sends its payload.
    public static let postback = Self(rawValue: "POSTBACK")
    /// It sets a reminder.
    public static let reminder = Self(rawValue: "REMINDER")
    /// It sends the place of the customer.
    public static let sendLocation = Self(rawValue: "SEND_LOCATION")
}
