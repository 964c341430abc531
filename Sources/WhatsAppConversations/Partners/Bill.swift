public import WhatsAppBusiness

/// A month's bill: WhatsApp's charges and the partner's fees, in exact money.
public struct Bill: Hashable, Sendable {
    /// A fee of the partner.
    public struct Fee: Hashable, Sendable {
        /// What a fee is for; the set grows.
        public struct Kind: Hashable, Sendable, CustomStringConvertible {
            private enum Value: String {
                case setUp = "set-up fee"
                case monthly = "monthly fee"
                case monthlyPerNumber = "monthly fee per number"
                case perMessage = "surcharge per message"
                case percentage = "percentage of WhatsApp's price"
            }
            private let value: Value

            /// The set-up fee.
            public static let setUp = Self(value: .setUp)
            /// The monthly fee of the account.
            public static let monthly = Self(value: .monthly)
            /// The monthly fee of each number.
            public static let monthlyPerNumber = Self(value: .monthlyPerNumber)
            /// An amount for each message.
            public static let perMessage = Self(value: .perMessage)
            /// A share of WhatsApp's price.
            public static let percentage = Self(value: .percentage)

            /// What the fee is for, in words.
            public var description: String { value.rawValue }
        }

        /// What it is for.
        public let kind: Kind
        /// The market and category that a surcharge is for; `nil` for fees of the month.
        public let market: Market?
        /// The category that a surcharge is for; `nil` for fees of the month.
        public let category: Pricing.Category?
        /// How often it is due: messages, numbers, or 1.
        public let quantity: Int
        /// The sum.
        public let amount: Money
    }

    /// WhatsApp's charges.
    public let statement: Statement
    /// The partner's fees, in the order of the agreement; empty without one.
    public let fees: [Fee]
    /// The sum of WhatsApp's exact charges.
    public let platformTotal: Money
    /// The sum of the partner's fees.
    public let partnerTotal: Money
    /// Both.
    public let total: Money

    /// The month.
    public var month: BillingMonth { statement.month }
    /// Whether every price is exact; otherwise the bill is a lower bound.
    public var isComplete: Bool { statement.isComplete }

    /// Makes the bill of a month.
    ///
    /// A percentage is taken of the sum of each market and category and rounded half up once, to a millionth of the
    /// currency's unit.
    /// - Parameters:
    ///   - statement: WhatsApp's charges of the month.
    ///   - agreement: the agreement with the partner; `nil` for an account without one.
    ///   - numbers: how many business numbers the account has, for fees per number.
    /// - Throws: ``MoneyError`` with `currencyMismatch` where the partner's fees are in another currency, which cannot be
    ///   added, or `overflow`.
    public init(_ statement: Statement, agreement: PartnerAgreement? = nil, numbers: Int = 1) throws(MoneyError) {
        self.statement = statement
        var fees: [Fee] = []
        if let agreement, agreement.holds(in: statement.month) {
            func add(_ kind: Fee.Kind, _ each: Money?, times quantity: Int = 1) throws(MoneyError) {
                guard let each, quantity > 0 else { return }
                fees.append(
                    Fee(
                        kind: kind, market: nil, category: nil, quantity: quantity,
                        amount: try each.multiplied(by: quantity)))
            }
            if agreement.from.billingMonth == statement.month { try add(.setUp, agreement.setUpFee) }
            try add(.monthly, agreement.monthlyFee)
            try add(.monthlyPerNumber, agreement.monthlyFeePerNumber, times: numbers)
            for surcharge in agreement.surcharges {
                for line in statement.lines where surcharge.applies(to: line.category) {
                    let quantity: Int
                    let amount: Money
                    let kind: Fee.Kind
                    switch surcharge.amount {
                    case .perMessage(let each):
                        quantity = surcharge.includesFree ? line.delivered : line.charged
                        amount = try each.multiplied(by: quantity)
                        kind = .perMessage
                    case .share(let share):
                        quantity = line.charged
                        amount = try line.amount.share(share)
                        kind = .percentage
                    }
                    guard quantity > 0 else { continue }
                    fees.append(
                        Fee(
                            kind: kind, market: line.market, category: line.category, quantity: quantity, amount: amount
                        ))
                }
            }
        }
        var partner = Money.zero(statement.currency)
        for fee in fees { partner = try partner.adding(fee.amount) }
        self.fees = fees
        platformTotal = statement.total
        partnerTotal = partner
        total = try statement.total.adding(partner)
    }
}
