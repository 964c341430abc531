public import WhatsAppBusiness

/// A WhatsApp Business Account (WABA).
///
/// Source: Cloud API reference §6.9.
public struct BusinessAccount: Hashable, Sendable {
    /// The id.
    public var id: BusinessAccountID
    /// The name.
    public var name: String?
    /// The currency in which it is billed, where that is set.
    public var currency: String?
    /// The platform's number of its time zone.
    public var timeZoneID: String?
    /// The country.
    public var country: String?
    /// `PENDING`, `APPROVED`, `REJECTED`, `RESTRICTED` or `LIMIT_REACHED`.
    public var reviewStatus: String?
    /// `verified`, `not_verified`, `pending` and so on; the platform's spelling varies in case.
    public var verificationStatus: String?
    /// The id of the portfolio that owns it.
    public var ownerID: String?
    /// The name of that portfolio.
    public var ownerName: String?
    /// The namespace of its templates, which older APIs ask for.
    public var templateNamespace: String?
    /// Whether it can send.
    public var health: HealthStatus?
    /// The node as it came.
    public var json: JSONValue

    static let fields = [
        "id", "name", "currency", "timezone_id", "country", "account_review_status",
        "business_verification_status",
        "owner_business_info", "message_template_namespace",
    ].joined(separator: ",")

    /// Reads a node; `nil` for one without an id.
    public init?(json: JSONValue) {
        guard let id = json["id"]?.lenientText else { return nil }
        self.id = BusinessAccountID(id)
        name = json["name"]?.string
        currency = json["currency"]?.string
        timeZoneID = json["timezone_id"]?.lenientText
        country = json["country"]?.string
        reviewStatus = json["account_review_status"]?.string
        verificationStatus = json["business_verification_status"]?.string
        ownerID = json["owner_business_info"]?["id"]?.lenientText
        ownerName = json["owner_business_info"]?["name"]?.string
        templateNamespace = json["message_template_namespace"]?.string
        health = HealthStatus(json["health_status"])
        self.json = json
    }
}

extension BusinessAccount: CustomStringConvertible, CustomReflectable {
    /// The id.
    public var description: String { "account \(id)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["account": description]) }
}
