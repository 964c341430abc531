public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A conversation as the platform charged for it from 2022-02-01 to 2025-06-30: a fixed span that is never extended.
///
/// It begins when the message that opens it is delivered and lasts 24 hours, as a half-open interval; one from a free
/// entry point lasts 72 hours, or 24 in 2022 (pricing reference §1.3, §1.4, November 2026). It has nothing to do with
/// the customer service window, which every message of the customer renews.
public struct BillingConversation: Hashable, Sendable {
    /// How long a conversation lasts from the delivery of its first message, but for free entry points.
    public static let duration: TimeInterval = 86_400

    /// What a conversation was charged as.
    public struct Kind: Hashable, Sendable, Codable, CustomStringConvertible {
        enum Value: String, Codable {
            case userInitiated = "user_initiated"
            case businessInitiated = "business_initiated"
            case marketing, utility, authentication, service
            case referralConversion = "referral_conversion"
        }
        let value: Value

        /// Until 2023-05-31: the business answered while the window was open (§1.3).
        public static let userInitiated = Self(value: .userInitiated)
        /// Until 2023-05-31: a template while the window was closed (§1.3).
        public static let businessInitiated = Self(value: .businessInitiated)
        /// Since 2023-06-01: opened by a marketing template (§1.4).
        public static let marketing = Self(value: .marketing)
        /// Since 2023-06-01: opened by a utility template (§1.4).
        public static let utility = Self(value: .utility)
        /// Since 2023-06-01: opened by an authentication template, international ones included (§1.4).
        public static let authentication = Self(value: .authentication)
        /// Since 2023-06-01: opened by a message that is no template, while nothing else was open (§1.4).
        public static let service = Self(value: .service)
        /// Opened by the answer to an ad or Page click; free (§1.3, §1.4).
        public static let referralConversion = Self(value: .referralConversion)

        init(value: Value) {
            self.value = value
        }

        /// The kind under which statuses report a category; `nil` for a category that opened no conversations.
        public init?(_ category: Pricing.Category) {
            // By length first: most comparisons of texts never happen.
            let word = category.rawValue
            switch word.utf8.count {
            case 7 where word == "utility": value = .utility
            case 7 where word == "service": value = .service
            case 9 where word == "marketing": value = .marketing
            case 14 where word == "authentication": value = .authentication
            case 14 where word == "marketing_lite": value = .marketing
            case 14 where word == "user_initiated": value = .userInitiated
            case 18 where word == "business_initiated": value = .businessInitiated
            case 19 where word == "referral_conversion": value = .referralConversion
            case 28 where word == "authentication_international": value = .authentication
            default: return nil
            }
        }

        /// The category that statuses report for the kind.
        public var category: Pricing.Category {
            switch value {
            case .userInitiated: .userInitiated
            case .businessInitiated: .businessInitiated
            case .marketing: .marketing
            case .utility: .utility
            case .authentication: .authentication
            case .service: .service
            case .referralConversion: .referralConversion
            }
        }

        /// The platform's word, such as `user_initiated`.
        public var description: String { value.rawValue }

        /// Reads the platform's word.
        public init(from decoder: any Decoder) throws {
            value = try Value(from: decoder)
        }

        /// Writes the platform's word.
        public func encode(to encoder: any Encoder) throws {
            try value.encode(to: encoder)
        }
    }

    /// What a delivered message does to conversations.
    @nonexhaustive
    public enum Effect: Hashable, Sendable, Codable {
        /// It opens one.
        case opens(Kind)
        /// It rides in one that is open, and costs nothing.
        case joins(Kind)
        /// It is no template, and rides in whatever is open (§1.4). Where several are open the platform does not say
        /// which of them a status names; the kind is that of the one opened last.
        case joinsAny(Kind)

        /// The kind of the conversation.
        public var kind: Kind {
            switch self {
            case .opens(let kind), .joins(let kind), .joinsAny(let kind): kind
            }
        }
    }

    /// What it is charged as.
    public let kind: Kind
    /// When its first message was delivered.
    public let opensAt: Date
    /// The first instant that it does not cover.
    public let closesAt: Date
}
