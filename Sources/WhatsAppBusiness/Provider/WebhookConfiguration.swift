/// Where webhooks of a number are delivered.
///
/// Source: Cloud API reference §6.1, §6.9; 360dialog reference §2.6; Chat API reference §8.
public struct WebhookConfiguration: Hashable, Sendable {
    /// An address with the level at which it was set.
    public struct Address: Hashable, Sendable {
        /// Where an address was set; an open set.
        public struct Level: RawRepresentable, Hashable, Sendable, Codable {
            /// The level's name.
            public let rawValue: String

            /// Wraps a level's name.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// For this number alone.
            public static let number = Self(rawValue: "number")
            /// For the numbers of an account that have none of their own.
            public static let account = Self(rawValue: "account")
            /// For all accounts of an app that have none of their own.
            public static let application = Self(rawValue: "application")
        }

        /// The address.
        public var url: String
        /// Where it was set.
        public var level: Level
        /// The names of header fields that are sent along. Their values are not told: they are secrets as a rule.
        public var headerNames: [String]

        /// Creates a value.
        public init(url: String, level: Level, headerNames: [String] = []) {
            self.url = url
            self.level = level
            self.headerNames = headerNames
        }
    }

    /// All addresses that are known, those that count first.
    public var addresses: [Address]

    /// Creates a value.
    public init(addresses: [Address] = []) {
        self.addresses = addresses
    }

    /// The addresses at which deliveries of this number arrive: those of the nearest level. There may be several where a
    /// provider delivers to a list.
    public var effective: [Address] {
        guard let level = addresses.first?.level else { return [] }
        return addresses.filter { $0.level == level }
    }
}

extension WebhookConfiguration.Address: CustomStringConvertible, CustomReflectable {
    /// The host and the level: path and query may hold a secret.
    public var description: String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return "\(authority.split(separator: "@").last ?? "") (\(level.rawValue))"
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
