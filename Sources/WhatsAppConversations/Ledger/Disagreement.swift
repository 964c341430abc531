public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A point in which the platform's account differs from ours: both sides, and what they are about.
public struct Disagreement: Hashable, Sendable {
    /// What both sides speak of.
    @nonexhaustive
    public enum Subject: Hashable, Sendable {
        /// A message: what was quoted, and what its status reports.
        case message(MessageID)
        /// A part of a span: what the ledger has, and what analytics answer.
        case slice(Slice)
        /// The tier of a market and category in a month.
        case tier(Ledger.TierCounter, BillingMonth)
    }

    /// A part of a span, split as the platform's answer is.
    public struct Slice: Hashable, Sendable {
        /// The first instant.
        public var start: Date
        /// The first instant after the span.
        public var end: Date
        /// The business number's digits, where the answer is split by numbers.
        public var phoneNumber: String?
        /// The recipients' country, where the answer is split by countries. Countries that share a calling code cannot be
        /// told apart by a number and are compared together, as `CA/US`.
        public var country: String?
        /// The category, where the answer is split by categories.
        public var category: Pricing.Category?
        /// The platform's word for charged or free, where the answer is split by types.
        public var type: String?
    }

    /// In what both sides differ; the set grows.
    public struct Aspect: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case category, isBillable, type, model, volume, cost, tier }
        private let value: Value

        /// The category.
        public static let category = Self(value: .category)
        /// Whether the message is charged.
        public static let isBillable = Self(value: .isBillable)
        /// The type, such as `free_entry_point`.
        public static let type = Self(value: .type)
        /// The pricing model.
        public static let model = Self(value: .model)
        /// The number of messages or conversations.
        public static let volume = Self(value: .volume)
        /// The cost.
        public static let cost = Self(value: .cost)
        /// The volume tier.
        public static let tier = Self(value: .tier)

        /// The aspect's name.
        public var description: String { value.rawValue }
    }

    /// What a side says.
    @nonexhaustive
    public enum Side: Hashable, Sendable {
        /// A word of the platform.
        case word(String)
        /// Yes or no.
        case flag(Bool)
        /// A number.
        case count(Int)
        /// An amount.
        case money(Money)
        /// At most an amount.
        case ceiling(Money)
    }

    /// What both sides speak of.
    public var subject: Subject
    /// In what they differ.
    public var aspect: Aspect
    /// What we said.
    public var ours: Side
    /// What the platform says.
    public var platform: Side
}

extension Disagreement: CustomStringConvertible {
    /// Both sides in a sentence; of messages without the id, which can hold a number.
    public var description: String {
        let about =
            switch subject {
            case .message: "a message"
            case .slice(let slice):
                [
                    slice.phoneNumber.map { "number \(PhoneNumber(rawValue: $0))" }, slice.country,
                    slice.category?.rawValue, slice.type,
                ].compactMap(\.self).joined(separator: " / ")
            case .tier(let counter, let month): "\(counter.market) / \(counter.category) in \(month)"
            }
        return "\(aspect) of \(about.isEmpty ? "everything" : about): \(ours) here, \(platform) on the platform"
    }
}

extension Disagreement.Side: CustomStringConvertible {
    /// What the side says.
    public var description: String {
        switch self {
        case .word(let word): word
        case .flag(let flag): flag ? "yes" : "no"
        case .count(let count): "\(count)"
        case .money(let money): "\(money)"
        case .ceiling(let money): "at most \(money)"
        }
    }
}
