/// A number from the platform's list of error codes; an open set.
///
/// Families match whole groups of codes, known and unknown:
///
/// ```swift
/// switch error.platform?.code {
/// case .throttling?: …            // 130429, 131056, 80007, …
/// case .reEngagement?: …          // 131047
/// default: …
/// }
/// ```
///
/// Every documented code has a constant, a ``family-swift.property``, a ``meaning`` and an ``advice``. Ask the
/// ``PlatformError`` rather than its code for these: it takes the subcode and the place of the error into account.
///
/// Source: webhooks reference §5 ("Error codes", snapshots January and September 2026).
public struct PlatformErrorCode: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByIntegerLiteral {
    /// The number.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Wraps a number that is written in the program.
    public init(integerLiteral value: Int) {
        self.init(rawValue: value)
    }

    /// −1: the platform described an error without giving it a number.
    public static let unspecified: Self = -1
}

extension PlatformErrorCode: CustomStringConvertible {
    /// The number.
    public var description: String { String(rawValue) }
}

extension PlatformErrorCode {
    /// Every documented code of Cloud API, sorted; those of the retired on-premises client are not among them.
    public static var documented: [PlatformErrorCode] {
        ErrorCatalogue.entries.map { Self(rawValue: $0.code) }
    }

    /// Whether the code is documented.
    public var isDocumented: Bool { ErrorCatalogue.entry(rawValue) != nil }

    /// The group of codes that this one belongs to; of an unknown number the group of its range
    /// (webhooks reference §5.9).
    public var family: Family { ErrorCatalogue.entry(rawValue)?.family ?? Family(ofRange: rawValue) }

    /// What the code means, with every cause that is known, in sentences for people.
    public var meaning: String {
        ErrorCatalogue.entry(rawValue)?.meaning ?? family.meaningOfUnknownCode
    }

    /// What to do about it: what to correct, whether to repeat the request, and after how long.
    public var advice: RetryAdvice { advice(httpStatus: nil) }

    /// The advice, with the HTTP status as a hint for codes that are not documented.
    func advice(httpStatus: Int?) -> RetryAdvice {
        if let entry = ErrorCatalogue.entry(rawValue) { return entry.advice }
        return RetryAdvice.forStatus(httpStatus) ?? family.adviceOfUnknownCode
    }
}
