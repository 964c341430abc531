public import WhatsAppBusiness

extension Dialog360Partner {
    /// The partner's own account.
    ///
    /// Source: 360dialog reference §5.3.
    public struct Account: Hashable, Sendable, Identifiable {
        /// The id; it ends in `PA`.
        public var id: String
        /// The name of the brand.
        public var brandName: String?
        /// Where its logo is.
        public var logoURL: String?
        /// The country.
        public var country: String?
        /// Where partner events are delivered.
        public var webhookURL: String?
        /// Where clients come back to after onboarding.
        public var redirectURL: String?
        /// The plan by which it pays.
        public var paymentPlan: String?
        /// The account as it came.
        public var json: JSONValue

        /// Reads an account; `nil` where it has no id.
        public init?(json: JSONValue) {
            guard let id = json.word("id") else { return nil }
            self.id = id
            brandName = json.word("brand_name")
            logoURL = json.word("logo_url")
            country = json.word("country")
            webhookURL = json.word("webhook_url")
            redirectURL = json.word("partner_redirect_url")
            paymentPlan = json.word("payment_plan")
            self.json = json
        }
    }
}

extension Dialog360Partner.Account: CustomStringConvertible, CustomReflectable {
    /// The id.
    public var description: String { "partner \(id)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
