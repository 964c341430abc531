public import WhatsAppBusiness

extension Pricing {
    /// The category under which a message is priced, as statuses report it.
    public typealias Category = ChargeCategory
    /// Whether a message is charged, as statuses report it.
    public typealias ChargeType = WhatsAppBusiness.ChargeType
}
