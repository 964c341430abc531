/// A country as the platform's list of markets names it.
public struct Country: Hashable, Sendable, Codable {
    /// The ISO 3166-1 code of two letters, such as `BR`; `XK` for Kosovo.
    public let code: String
    /// The English name.
    public let name: String

    /// Creates a country.
    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

extension Country: CustomStringConvertible {
    /// The English name.
    public var description: String { name }
}
