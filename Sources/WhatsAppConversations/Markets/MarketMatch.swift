/// In which market a recipient lies, and why.
public struct MarketMatch: Hashable, Sendable {
    private let storage: Storage

    /// The market.
    public var market: Market { storage.market }
    /// The calling code that matched, with the area code where that decides, such as `1809`. `nil` where no listed code
    /// matched, or where the country came from a business-scoped user id.
    public var callingCode: String? { storage.callingCode }
    /// The countries that share the code, or the one country of the user id; empty where nothing matched.
    public var countries: [Country] { storage.countries }
    /// What the match rests on.
    public var basis: Basis { storage.basis }

    /// The place of the market among ``MarketMap/marketNames``.
    var marketNumber: Int { storage.marketNumber }

    init(market: Market, marketNumber: Int, callingCode: String?, countries: [Country], basis: Basis) {
        storage = Storage(
            market: market, marketNumber: marketNumber, callingCode: callingCode, countries: countries, basis: basis)
    }

    /// Whether two matches say the same.
    public static func == (one: Self, other: Self) -> Bool {
        one.storage === other.storage
            || (one.market == other.market && one.callingCode == other.callingCode
                && one.countries == other.countries && one.basis == other.basis)
    }

    /// Hashes the market and the calling code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(market)
        hasher.combine(callingCode)
    }

    /// Made once per code and placement when the list is read, so that finding a match allocates nothing.
    private final class Storage: Sendable {
        let market: Market
        let marketNumber: Int
        let callingCode: String?
        let countries: [Country]
        let basis: Basis

        init(market: Market, marketNumber: Int, callingCode: String?, countries: [Country], basis: Basis) {
            self.market = market
            self.marketNumber = marketNumber
            self.callingCode = callingCode
            self.countries = countries
            self.basis = basis
        }
    }

    /// What a match rests on.
    public struct Basis: Hashable, Sendable {
        private enum Value { case callingCode, country, sharedCode, unlisted }
        private let value: Value

        /// The longest listed calling code that the number begins with.
        public static let callingCode = Self(value: .callingCode)
        /// The country that a business-scoped user id names.
        public static let country = Self(value: .country)
        /// The user id names a territory that has no code of its own; it takes the market of the code that its numbers
        /// begin with. The platform does not say so (unconfirmed, pricing reference §4).
        public static let sharedCode = Self(value: .sharedCode)
        /// Nothing listed matched: by the platform's rule the market is Other.
        public static let unlisted = Self(value: .unlisted)
    }
}

extension MarketMatch: CustomStringConvertible {
    /// The market and what it rests on, in a few words.
    public var description: String {
        let names = countries.map(\.name).joined(separator: ", ")
        return switch basis {
        case .callingCode: "\(market) (calling code \(callingCode ?? ""): \(names))"
        case .country: "\(market) (country \(names))"
        case .sharedCode: "\(market) (\(names) shares calling code \(callingCode ?? ""))"
        default: "\(market) (no listed country)"
        }
    }
}
