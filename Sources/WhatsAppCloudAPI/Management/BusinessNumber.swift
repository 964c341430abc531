public import WhatsAppBusiness

/// A business number as the platform knows it.
///
/// Source: Cloud API reference §6.1 ("Business phone numbers", February 2026).
public struct BusinessNumber: Hashable, Sendable {
    /// A word of the platform's about a number; an open set.
    public struct Word: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
        /// The platform's word, in capitals.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue.uppercased()
        }

        /// Wraps a word that is written in the program: `number.status == "CONNECTED"`.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }
    }

    /// The id.
    public var id: PhoneNumberID
    /// The number as it is shown. Never parse it.
    public var displayPhoneNumber: String?
    /// The name; that it is there does not mean that it is approved.
    public var verifiedName: String?
    /// `APPROVED`, `AVAILABLE_WITHOUT_REVIEW`, `DECLINED`, `EXPIRED`, `PENDING_REVIEW` or `NONE`.
    public var nameStatus: Word?
    /// The same of a name that was asked for later.
    public var newNameStatus: Word?
    /// `CONNECTED` (the only one that can send), `DISCONNECTED`, `PENDING`, `FLAGGED`, `RESTRICTED`, `RATE_LIMITED`, `BANNED`,
    /// `DELETED`, `MIGRATED`, `UNVERIFIED` or `UNKNOWN`.
    public var status: Word?
    /// `GREEN`, `YELLOW`, `RED`, `NA` or `UNKNOWN`.
    public var quality: Word?
    /// `VERIFIED`, `NOT_VERIFIED` (also `UNVERIFIED`) or `EXPIRED`.
    public var verification: Word?
    /// `CLOUD_API`, `ON_PREMISE` or `NOT_APPLICABLE`.
    public var platform: Word?
    /// `LIVE` or `SANDBOX`.
    public var mode: Word?
    /// `STANDARD`, `HIGH` or `NOT_APPLICABLE`.
    public var throughput: Word?
    /// How many customers may be written to first; since 2025-10-07 of the whole portfolio.
    public var messagingLimit: MessagingLimit?
    /// Whether two-step verification has a PIN.
    public var isPINEnabled: Bool?
    /// Whether the number is in use in the WhatsApp Business app too.
    public var isOnBusinessApp: Bool?
    /// Whether the business has the mark of an official account.
    public var isOfficial: Bool?
    /// Where its webhooks go; the nearest level first.
    public var webhook: WebhookConfiguration
    /// Whether it can send.
    public var health: HealthStatus?
    /// The node as it came.
    public var json: JSONValue

    /// The fields that are asked for.
    static let fields = [
        "id", "display_phone_number", "verified_name", "name_status", "new_name_status", "status",
        "quality_rating",
        "code_verification_status", "platform_type", "account_mode", "throughput",
        "whatsapp_business_manager_messaging_limit", "webhook_configuration", "is_pin_enabled",
        "is_on_biz_app",
        "is_official_business_account",
    ].joined(separator: ",")

    /// Reads a node; `nil` for one without an id.
    public init?(json: JSONValue) {
        guard let id = json["id"]?.lenientText else { return nil }
        func word(_ key: String) -> Word? { json[key]?.string.map { Word(rawValue: $0) } }
        self.id = PhoneNumberID(id)
        displayPhoneNumber = json["display_phone_number"]?.string
        verifiedName = json["verified_name"]?.string
        nameStatus = word("name_status")
        newNameStatus = word("new_name_status")
        status = word("status")
        quality =
            word("quality_rating") ?? json["quality_score"]?["score"]?.string.map { Word(rawValue: $0) }
        verification = word("code_verification_status")
        platform = word("platform_type") ?? word("host_platform")
        mode = word("account_mode")
        throughput = json["throughput"]?["level"]?.string.map { Word(rawValue: $0) }
        messagingLimit =
            (json["whatsapp_business_manager_messaging_limit"] ?? json["messaging_limit_tier"])?.string
            .map {
                MessagingLimit(rawValue: $0)
            }
        isPINEnabled = json["is_pin_enabled"]?.bool
        isOnBusinessApp = json["is_on_biz_app"]?.bool
        isOfficial = json["is_official_business_account"]?.bool
        webhook = WebhookConfiguration(graph: json["webhook_configuration"])
        health = HealthStatus(json["health_status"])
        self.json = json
    }
}

extension BusinessNumber: CustomStringConvertible, CustomReflectable {
    /// The id and the status.
    public var description: String {
        "business number \(id)" + (status.map { ", \($0.rawValue)" } ?? "")
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["number": description]) }
}

extension WebhookConfiguration {
    /// Reads `webhook_configuration` of a number (reference §6.1): the level that counts comes first (webhooks reference
    /// §1.8).
    init(graph json: JSONValue?) {
        let levels: [(String, Address.Level)] = [
            ("phone_number", .number), ("whatsapp_business_account", .account),
            ("application", .application),
        ]
        self.init(
            addresses: levels.compactMap { key, level in
                guard let url = json?[key]?.string, !url.isEmpty else { return nil }
                return Address(url: url, level: level)
            })
    }
}
