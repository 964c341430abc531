/// A currency by its ISO 4217 code; an open set.
///
/// The constants are the billing currencies of the platform (pricing reference §1.7, November 2026). Prices of one
/// currency are never converted to another: each currency has its own published card.
public struct Currency: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The code, such as `USD`.
    public let rawValue: String

    /// Wraps a code as it is.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// United Arab Emirates dirham; a billing currency since 2026-04-01.
    public static let aed = Self(rawValue: "AED")
    /// Argentine peso; a billing currency since 2026-04-01.
    public static let ars = Self(rawValue: "ARS")
    /// Australian dollar.
    public static let aud = Self(rawValue: "AUD")
    /// Brazilian real; a billing currency since 2026-07-01.
    public static let brl = Self(rawValue: "BRL")
    /// Chilean peso; a billing currency since 2026-04-01.
    public static let clp = Self(rawValue: "CLP")
    /// Colombian peso; a billing currency since 2026-04-01.
    public static let cop = Self(rawValue: "COP")
    /// Euro.
    public static let eur = Self(rawValue: "EUR")
    /// Pound sterling.
    public static let gbp = Self(rawValue: "GBP")
    /// Indonesian rupiah.
    public static let idr = Self(rawValue: "IDR")
    /// Indian rupee.
    public static let inr = Self(rawValue: "INR")
    /// Mexican peso; on the list of January 2026.
    public static let mxn = Self(rawValue: "MXN")
    /// Malaysian ringgit; a billing currency since 2026-04-01.
    public static let myr = Self(rawValue: "MYR")
    /// Peruvian sol; a billing currency since 2026-04-01.
    public static let pen = Self(rawValue: "PEN")
    /// Saudi riyal; a billing currency since 2026-04-01.
    public static let sar = Self(rawValue: "SAR")
    /// Singapore dollar; a billing currency since 2026-04-01.
    public static let sgd = Self(rawValue: "SGD")
    /// United States dollar.
    public static let usd = Self(rawValue: "USD")
}

extension Currency: CustomStringConvertible {
    /// The code.
    public var description: String { rawValue }
}
