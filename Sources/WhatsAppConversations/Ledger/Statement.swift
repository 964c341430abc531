public import WhatsAppBusiness

/// What the messages of a month cost: every charge, the totals per market and category, and what is used up.
///
/// The total is the sum of its charges to the last millionth. What has no known price is not in it and is counted
/// (``unpricedCount``): a statement with any is a lower bound, and says so.
public struct Statement: Hashable, Sendable {
    /// The messages of a market and category.
    public struct Line: Hashable, Sendable {
        /// The market; `nil` where the recipient's country is not known.
        public var market: Market?
        /// The category; `nil` where it is not known.
        public var category: Pricing.Category?
        /// How many messages were delivered.
        public var delivered = 0
        /// How many charges there are: messages, or conversations before July 2025.
        public var charged = 0
        /// How many messages cost nothing.
        public var free = 0
        /// How many messages have no known price.
        public var unpriced = 0
        /// The sum of the exact charges.
        public var amount: Money
        /// The most that the charges without an exact price cost, where only that is known: maximum prices, and tiers
        /// that the card does not hold. It is not part of ``amount``.
        public var ceiling: Money
        /// The price of every charge, where they all have one.
        public var price: Money?

        init(market: Market?, category: Pricing.Category?, currency: Currency) {
            self.market = market
            self.category = category
            amount = .zero(currency)
            ceiling = .zero(currency)
        }
    }

    /// The month.
    public let month: BillingMonth
    /// The account's currency.
    public let currency: Currency
    /// Every delivered message, in the order of deliveries.
    public let charges: [Charge]
    /// The totals per market and category, in the order of their names.
    public let lines: [Line]
    /// The sum of all exact charges.
    public let total: Money
    /// The most that the charges cost of which only that is known. It is not part of ``total``.
    public let ceiling: Money
    /// How many messages have no known price, not even a ceiling.
    public let unpricedCount: Int
    /// Service messages per business number, as far as they count for its free tier.
    public let serviceMessages: [PhoneNumberID?: Int]
    /// Conversations as far as they count for the account's free tier, before July 2025.
    public let conversations: Int
    /// Charged messages per volume tier.
    public let tierVolumes: [Ledger.TierCounter: Int]

    /// Whether every price is exact.
    public var isComplete: Bool { unpricedCount == 0 && ceiling.isZero }

    /// What the month has used up, for the next quote.
    /// - Parameters:
    ///   - number: the business number that sends.
    ///   - market: the recipient's market, for volume tiers.
    ///   - category: the message's category, for volume tiers.
    public func usage(
        of number: PhoneNumberID?, market: Market? = nil, category: Pricing.Category? = nil
    ) -> MonthlyUsage {
        var usage = MonthlyUsage(
            month: month, serviceMessages: serviceMessages[number] ?? 0, conversations: conversations)
        if let market, let category { usage.tierVolume = tierVolumes[.init(market: market, category: category)] ?? 0 }
        return usage
    }

    /// The volume tier that the next message of a market and category lies in; `nil` where the card holds no tiers for it.
    public func tier(of counter: Ledger.TierCounter, pricing: Pricing) -> VolumeTier? {
        guard let day = CalendarDate(year: month.year, month: month.month, day: 1) else { return nil }
        let rate = try? pricing.cards.rate(
            for: counter.category, market: counter.market, on: day, currency: currency,
            volume: tierVolumes[counter] ?? 0)
        return rate?.tier
    }

    init(
        month: BillingMonth, currency: Currency, charges: [Charge], counts: Ledger.Counts
    ) throws(MoneyError) {
        struct Key: Hashable {
            var market: Market?
            var category: Pricing.Category?
        }
        var lines: [Key: Line] = [:]
        var mixed: Set<Key> = []
        var total = Money.zero(currency)
        var ceiling = Money.zero(currency)
        var unpriced = 0
        for charge in charges {
            let key = Key(market: charge.market?.market, category: charge.category)
            var line = lines[key] ?? Line(market: key.market, category: key.category, currency: currency)
            line.delivered += 1
            switch charge.price {
            case .exact(let money) where money.currency == currency:
                if line.charged > 0, line.price != money { mixed.insert(key) }
                line.price = money
                line.charged += 1
                line.amount = try line.amount.adding(money)
                total = try total.adding(money)
            case .free: line.free += 1
            case .ceiling(let money, _) where money.currency == currency:
                line.charged += 1
                mixed.insert(key)
                line.ceiling = try line.ceiling.adding(money)
                ceiling = try ceiling.adding(money)
            default:
                line.unpriced += 1
                unpriced += 1
            }
            lines[key] = line
        }
        for key in mixed { lines[key]?.price = nil }
        self.month = month
        self.currency = currency
        self.charges = charges
        self.lines = lines.values.sorted {
            ($0.market?.rawValue ?? "~", $0.category?.rawValue ?? "~")
                < ($1.market?.rawValue ?? "~", $1.category?.rawValue ?? "~")
        }
        self.total = total
        self.ceiling = ceiling
        unpricedCount = unpriced
        serviceMessages = counts.serviceMessages
        conversations = counts.conversations
        tierVolumes = counts.tierVolumes
    }
}
