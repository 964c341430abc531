public import WhatsAppBusiness

/// What a business pays to the partner through whom it uses the platform, beside WhatsApp's own charges.
///
/// Partners ask for a set-up fee, a monthly fee for the account or for each number, and a surcharge on messages: an amount
/// each, or a percentage of WhatsApp's price (pricing reference §5: constant factors from 1.15 to 1.25 were seen; 360dialog
/// asks for a licence per number and nothing else).
///
/// ```swift
/// let agreement = PartnerAgreement(
///     partner: "Example Partner", currency: .usd, from: day, monthlyFeePerNumber: try Money("49", currency: .usd),
///     surcharges: [try .percentage("15", of: [.marketing]), .perMessage(try Money("0.005", currency: .usd))])
/// let bill = try Bill(statement, agreement: agreement, numbers: 2)
/// bill.total
/// ```
public struct PartnerAgreement: Hashable, Sendable, Codable {
    /// A surcharge on messages.
    public struct Surcharge: Hashable, Sendable {
        enum Amount: Hashable {
            case perMessage(Money)
            /// In millionths of WhatsApp's price: 15 % are 150,000.
            case share(Int64)
        }
        let amount: Amount
        /// The categories that it is for; empty for all.
        public let categories: [Pricing.Category]
        /// Whether it is for messages that WhatsApp delivers free of charge too.
        public let includesFree: Bool

        /// An amount for each message, or before July 2025 for each charged conversation.
        /// - Parameters:
        ///   - amount: the amount.
        ///   - categories: the categories that it is for; empty for all.
        ///   - includesFree: whether messages that are free on WhatsApp's side cost it too.
        public static func perMessage(
            _ amount: Money, of categories: [Pricing.Category] = [], includesFree: Bool = false
        ) -> Self {
            Self(amount: .perMessage(amount), categories: categories, includesFree: includesFree)
        }

        /// A percentage of WhatsApp's price.
        /// - Parameters:
        ///   - percent: the percentage with up to four decimals, as text: `15` for a factor of 1.15, `12.5`.
        ///   - categories: the categories that it is for; empty for all.
        /// - Throws: ``MoneyError`` where the text is no such number.
        public static func percentage(
            _ percent: String, of categories: [Pricing.Category] = []
        ) throws(MoneyError) -> Self {
            let millionths = try Money.millionths(percent.utf8)
            guard millionths % 100 == 0 else {
                throw MoneyError(code: .tooPrecise, message: "a percentage has at most four decimals")
            }
            return Self(amount: .share(millionths / 100), categories: categories, includesFree: false)
        }

        func applies(to category: Pricing.Category?) -> Bool {
            categories.isEmpty || category.map { categories.contains($0) } ?? false
        }
    }

    /// The partner's name.
    public var partner: String
    /// The currency of every fee.
    public var currency: Currency
    /// The first day.
    public var from: CalendarDate
    /// The first day after the agreement; `nil` where it has no end.
    public var until: CalendarDate?
    /// The fee of the month in which the agreement begins.
    public var setUpFee: Money?
    /// The fee of every month in which the agreement holds, for the account.
    public var monthlyFee: Money?
    /// The fee of every month in which the agreement holds, for each business number.
    public var monthlyFeePerNumber: Money?
    /// The surcharges on messages; all that apply to a message are added.
    public var surcharges: [Surcharge]

    private enum CodingKeys: String, CodingKey {
        case partner, currency, from, until, surcharges
        case setUpFee = "set_up_fee"
        case monthlyFee = "monthly_fee"
        case monthlyFeePerNumber = "monthly_fee_per_number"
    }

    /// Reads an agreement: `{"partner":"…","currency":"USD","from":"2026-10-01","monthly_fee":{"amount":"49",…},
    /// "surcharges":[{"percentage":"15","categories":["marketing"]},{"per_message":{"amount":"0.005",…}}]}`. What is
    /// absent is not asked for.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            partner: try container.decodeIfPresent(String.self, forKey: .partner) ?? "",
            currency: try container.decode(Currency.self, forKey: .currency),
            from: try container.decode(CalendarDate.self, forKey: .from),
            until: try container.decodeIfPresent(CalendarDate.self, forKey: .until),
            setUpFee: try container.decodeIfPresent(Money.self, forKey: .setUpFee),
            monthlyFee: try container.decodeIfPresent(Money.self, forKey: .monthlyFee),
            monthlyFeePerNumber: try container.decodeIfPresent(Money.self, forKey: .monthlyFeePerNumber),
            surcharges: try container.decodeIfPresent([Surcharge].self, forKey: .surcharges) ?? [])
    }

    /// Creates an agreement.
    public init(
        partner: String, currency: Currency, from: CalendarDate, until: CalendarDate? = nil, setUpFee: Money? = nil,
        monthlyFee: Money? = nil, monthlyFeePerNumber: Money? = nil, surcharges: [Surcharge] = []
    ) {
        self.partner = partner
        self.currency = currency
        self.from = from
        self.until = until
        self.setUpFee = setUpFee
        self.monthlyFee = monthlyFee
        self.monthlyFeePerNumber = monthlyFeePerNumber
        self.surcharges = surcharges
    }

    /// Whether the agreement holds on any day of a month.
    public func holds(in month: BillingMonth) -> Bool {
        guard month >= from.billingMonth else { return false }
        guard let until else { return true }
        guard until > from else { return false }
        // An end on the first of a month leaves that month out.
        let last = CalendarDate(daysSince1970: until.daysSince1970 - 1)
        return month <= last.billingMonth
    }

    /// What a business pays for a message through the partner: WhatsApp's part and the partner's.
    /// - Parameter quote: the quote of the message.
    /// - Returns: `nil` where the price is not known exactly.
    /// - Throws: ``MoneyError`` with `currencyMismatch` where the fees are in another currency, or `overflow`.
    public func price(of quote: Quote) throws(MoneyError) -> Price? {
        let platform: Money
        let isFree: Bool
        switch quote.price {
        case .exact(let money): (platform, isFree) = (money, false)
        case .free: (platform, isFree) = (.zero(currency), true)
        default: return nil
        }
        var partner = Money.zero(currency)
        for surcharge in surcharges where surcharge.applies(to: quote.category) {
            switch surcharge.amount {
            case .perMessage(let amount):
                if !isFree || surcharge.includesFree { partner = try partner.adding(amount) }
            case .share(let share): partner = try partner.adding(try platform.share(share))
            }
        }
        return Price(platform: platform, partner: partner, total: try platform.adding(partner))
    }

    /// What a message costs through a partner.
    public struct Price: Hashable, Sendable {
        /// WhatsApp's part.
        public let platform: Money
        /// The partner's part.
        public let partner: Money
        /// Both.
        public let total: Money
    }
}

extension PartnerAgreement.Surcharge: Codable {
    private enum CodingKeys: String, CodingKey {
        case perMessage = "per_message"
        case percentage, categories
        case includesFree = "includes_free"
    }

    /// Reads `{"per_message":{"amount":"0.005","currency":"USD"}}` or `{"percentage":"12.5"}`, with `categories` and, for
    /// amounts, `includes_free` where they matter.
    /// - Throws: a `DecodingError`, also where there is neither an amount nor a percentage, or both.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let categories = try container.decodeIfPresent([Pricing.Category].self, forKey: .categories) ?? []
        let each = try container.decodeIfPresent(Money.self, forKey: .perMessage)
        let percent = try container.decodeIfPresent(String.self, forKey: .percentage)
        switch (each, percent) {
        case (let each?, nil):
            let includesFree = try container.decodeIfPresent(Bool.self, forKey: .includesFree) ?? false
            self = .perMessage(each, of: categories, includesFree: includesFree)
        case (nil, let percent?):
            do throws(MoneyError) {
                self = try .percentage(percent, of: categories)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: .percentage, in: container, debugDescription: error.message)
            }
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .perMessage, in: container, debugDescription: "a surcharge is per_message or a percentage")
        }
    }

    /// Writes the form that ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch amount {
        case .perMessage(let each):
            try container.encode(each, forKey: .perMessage)
            if includesFree { try container.encode(true, forKey: .includesFree) }
        case .share(let share):
            // Percent have four decimals, as amounts do at least; the currency does not show.
            let (millionths, isTooLarge) = share.multipliedReportingOverflow(by: 100)
            let percent = Money(millionths: isTooLarge ? .max : millionths, currency: .usd).amount
            try container.encode(percent, forKey: .percentage)
        }
        if !categories.isEmpty { try container.encode(categories, forKey: .categories) }
    }
}

extension Money {
    /// A number of millionths of an amount, rounded half up to a millionth of the currency's unit.
    func share(_ share: Int64) throws(MoneyError) -> Money {
        let product = millionths.multipliedFullWidth(by: share)
        let isNegative = product.high < 0
        var (high, low) = (UInt64(bitPattern: product.high), product.low)
        if isNegative {
            high = ~high
            low = ~low
            let (sum, carry) = low.addingReportingOverflow(1)
            low = sum
            if carry { high &+= 1 }
        }
        let divisor: UInt64 = 1_000_000
        guard high < divisor else {
            throw MoneyError(code: .overflow, message: "the share exceeds 64 bits of millionths")
        }
        let (quotient, rest) = divisor.dividingFullWidth((high, low))
        let rounded = quotient.addingReportingOverflow(rest >= divisor / 2 ? 1 : 0)
        guard !rounded.overflow, let value = Int64(exactly: rounded.partialValue) else {
            throw MoneyError(code: .overflow, message: "the share exceeds 64 bits of millionths")
        }
        return Money(millionths: isNegative ? -value : value, currency: currency)
    }
}
