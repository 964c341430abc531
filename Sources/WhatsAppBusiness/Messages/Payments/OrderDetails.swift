/// A bill: what is bought, what it costs, and how it can be paid.
///
/// Source: Cloud API reference §2.3, §2.11 ("Order details messages", India and Brazil).
public struct OrderDetails: PlatformValue {
    /// What is sold; an open set.
    public struct Goods: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Nothing that is shipped.
        public static let digital = Self(rawValue: "digital-goods")
        /// Something that is shipped.
        public static let physical = Self(rawValue: "physical-goods")
    }

    /// The seller's id of the bill, unique: letters, digits, `_`, `.` and `-`, 35 in India and 60 elsewhere.
    public var referenceID: String
    /// What is sold.
    public var goods: Goods
    /// How payment works: `br` in Brazil, `upi` for UPI without a gateway, nothing for India's gateways.
    public var paymentType: String?
    /// The name of the account's payment configuration, for `upi`.
    public var paymentConfiguration: String?
    /// The currency: `INR` or `BRL`.
    public var currency: String
    /// What is to be paid.
    public var total: OrderAmount
    /// The ways to pay.
    public var paymentSettings: [PaymentSetting]
    /// To whom shipped goods go; India.
    public var beneficiaries: [Beneficiary]
    /// The order's lines and sums.
    public var order: Order

    /// The most characters of ``referenceID``: 60 (Cloud API reference §2.3).
    public static let maximumReferenceLength = 60
    /// The most characters of ``referenceID`` in India: 35 (Cloud API reference §2.3).
    public static let maximumIndianReferenceLength = 35

    /// Creates a bill.
    public init(
        referenceID: String, goods: Goods, currency: String, total: OrderAmount, order: Order,
        paymentSettings: [PaymentSetting] = [], paymentType: String? = nil, paymentConfiguration: String? = nil,
        beneficiaries: [Beneficiary] = []
    ) {
        self.referenceID = referenceID
        self.goods = goods
        self.currency = currency
        self.total = total
        self.order = order
        self.paymentSettings = paymentSettings
        self.paymentType = paymentType
        self.paymentConfiguration = paymentConfiguration
        self.beneficiaries = beneficiaries
    }

    package init(reading object: WireObject) {
        self.init(
            referenceID: object.text("reference_id"), goods: Goods(rawValue: object.text("type")),
            currency: object.text("currency"), total: object.value("total_amount"), order: object.value("order"),
            paymentSettings: object.list("payment_settings"), paymentType: object.optionalText("payment_type"),
            paymentConfiguration: object.optionalText("payment_configuration"),
            beneficiaries: object.list("beneficiaries"))
    }

    package var json: JSONValue {
        .members([
            "reference_id": .string(referenceID), "type": .string(goods.rawValue), "payment_type": .text(paymentType),
            "payment_configuration": .text(paymentConfiguration), "currency": .string(currency),
            "total_amount": total.json,
            "payment_settings": paymentSettings.isEmpty ? nil : .list(paymentSettings),
            "beneficiaries": beneficiaries.isEmpty ? nil : .list(beneficiaries), "order": order.json,
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        Self.checkReference(
            referenceID, &check, at: path + ".reference_id",
            maximum: currency == "INR" ? Self.maximumIndianReferenceLength : Self.maximumReferenceLength)
        check.required(goods.rawValue, at: path + ".type")
        check.required(currency, at: path + ".currency")
        total.check(&check, at: path + ".total_amount")
        if currency == "INR" || currency == "BRL", total.offset != 100 {
            check.fail(
                at: path + ".total_amount.offset", .notAllowed, "the factor of this currency is 100", limit: 100,
                actual: total.offset)
        }
        for (index, setting) in paymentSettings.enumerated() {
            setting.check(&check, at: "\(path).payment_settings[\(index)]")
        }
        for (index, beneficiary) in beneficiaries.enumerated() {
            beneficiary.check(&check, at: "\(path).beneficiaries[\(index)]")
        }
        order.check(&check, at: path + ".order")
        if let sum = order.sum, sum != total.value {
            check.fail(
                at: path + ".total_amount.value", .consistency,
                "the total is the subtotal with tax and shipping, less the discount", limit: sum, actual: total.value)
        }
    }

    static func checkReference(_ text: String, _ check: inout Check, at path: String, maximum: Int) {
        check.text(text, at: path, maximum: maximum)
        let isAllowed: (UInt8) -> Bool = {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "_.-".utf8.contains($0)
        }
        if !text.utf8.allSatisfy(isAllowed) {
            check.fail(at: path, .characters, "a bill's id holds letters, digits, underscores, points and hyphens")
        }
    }
}
