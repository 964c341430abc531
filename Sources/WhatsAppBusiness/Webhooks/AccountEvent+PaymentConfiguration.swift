#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension AccountEvent {
    /// How a number takes payments: `payment_configuration_update` (webhooks reference §2.5, India).
    public struct PaymentConfiguration: Hashable, Sendable {
        /// How a configuration stands; words with spaces; an open set.
        public struct Status: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It works.
            public static let active = Self(rawValue: "Active")
            /// The gateway is to be connected.
            public static let needsConnecting = Self(rawValue: "Needs Connecting")
            /// A payment is to be tried.
            public static let needsTesting = Self(rawValue: "Needs Testing")
        }

        /// A payment gateway; an open set.
        public struct Provider: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// BillDesk.
            public static let billdesk = Self(rawValue: "billdesk")
            /// PayU.
            public static let payu = Self(rawValue: "payu")
            /// Razorpay.
            public static let razorpay = Self(rawValue: "razorpay")
            /// Zaakpay.
            public static let zaakpay = Self(rawValue: "zaakpay")
        }

        /// How the configuration stands.
        public var status: Status
        /// Its name.
        public var name: String?
        /// The payment gateway.
        public var provider: Provider?
        /// The merchant's id at the gateway.
        public var merchantID: String?
        /// When it was created.
        public var created: Date?
        /// When it was last changed.
        public var updated: Date?

        /// Creates the value.
        public init(
            status: Status, name: String? = nil, provider: Provider? = nil, merchantID: String? = nil,
            created: Date? = nil, updated: Date? = nil
        ) {
            self.status = status
            self.name = name
            self.provider = provider
            self.merchantID = merchantID
            self.created = created
            self.updated = updated
        }

        init?(_ node: JSONNode) {
            guard let status: Status = node.read("status") else { return nil }
            self.init(
                status: status, name: node.member("configuration_name")?.text, provider: node.read("provider_name"),
                merchantID: node.member("provider_mid")?.text, created: node.member("created_timestamp")?.time,
                updated: node.member("updated_timestamp")?.time)
        }
    }
}

extension AccountEvent.PaymentConfiguration: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "configuration of payments: \(status.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
