public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension RecipientWindow {
    /// How much of a limit is used.
    public struct Standing: Hashable, Sendable {
        /// The limit.
        public let limit: MessagingLimit
        /// Unique recipients of the last 24 hours. 0 without a limit, under which nobody is counted.
        public let used: Int
        /// How many more may be written to now; `nil` without a limit.
        public let left: Int?
        /// When the next place frees; `nil` while there is room.
        public let freesAt: Date?
        /// Unique recipients of the last seven days, as far as they are kept: up to the limit.
        public let usedInSevenDays: Int

        /// Whether nobody else may be written to.
        public var isUsedUp: Bool { left == 0 }

        /// The outlook for the next level. Automatic steps need half of the limit within seven days and good quality; the
        /// first level is left by verification (pricing reference §3, November 2026).
        /// - Parameters:
        ///   - rules: the rules of the day.
        ///   - quality: the quality of the number or, since October 2025, of the portfolio's messages.
        ///   - isVerified: whether the business is verified.
        public func outlook(_ rules: MessagingLimit.Rules, quality: Quality, isVerified: Bool) -> Outlook {
            guard let next = rules.next(after: limit), let most = limit.recipients else { return .none }
            if limit == .tier50 || limit == .tier250, !isVerified { return .needsVerification(next) }
            guard quality.allowsUpgrade else { return .needsQuality(next) }
            let needed = (most + 1) / 2
            return usedInSevenDays >= needed
                ? .due(next, within: rules.upgradeDelay) : .needsUse(next, recipients: needed - usedInSevenDays)
        }

        /// What to do when the level is used up; empty while there is room.
        public func advice(_ rules: MessagingLimit.Rules, quality: Quality, isVerified: Bool) -> [Advice] {
            guard isUsedUp else { return [] }
            var advice: [Advice] = []
            switch outlook(rules, quality: quality, isVerified: isVerified) {
            case .needsVerification: advice.append(.verifyBusiness)
            case .needsQuality: advice.append(.improveQuality)
            case .due(_, let delay): advice.append(.waitForUpgrade(within: delay))
            default: break
            }
            // Whoever writes first may be answered at any level.
            advice.append(.answerOnly)
            if let freesAt { advice.append(.wait(until: freesAt)) }
            return advice
        }
    }

    /// The platform's rating of quality; an open set (pricing reference §3).
    public struct Quality: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word, such as `GREEN`.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// High.
        public static let green = Self(rawValue: "GREEN")
        /// Medium.
        public static let yellow = Self(rawValue: "YELLOW")
        /// Low.
        public static let red = Self(rawValue: "RED")
        /// Not rated yet.
        public static let unknown = Self(rawValue: "UNKNOWN")

        /// Whether the next level may come with it.
        public var allowsUpgrade: Bool { self == .green || self == .yellow }
    }

    /// What stands between a level and the next.
    @nonexhaustive
    public enum Outlook: Hashable, Sendable {
        /// There is no next level.
        case none
        /// The business verifies itself, or since October 2025 reaches 2,000 recipients in 30 days with templates of high
        /// quality, which the platform then examines.
        case needsVerification(MessagingLimit)
        /// The quality is low or not rated.
        case needsQuality(MessagingLimit)
        /// So many more recipients within seven days are needed.
        case needsUse(MessagingLimit, recipients: Int)
        /// It comes by itself, within so many seconds.
        case due(MessagingLimit, within: Double)
    }

    /// What to do when a level is used up.
    @nonexhaustive
    public enum Advice: Hashable, Sendable {
        /// Verify the business.
        case verifyBusiness
        /// Raise the quality: fewer blocks and reports, by messages that are wanted.
        case improveQuality
        /// The next level comes by itself, within so many seconds.
        case waitForUpgrade(within: Double)
        /// Answer customers: replies in an open window never count.
        case answerOnly
        /// Wait until the next place frees.
        case wait(until: Date)
    }
}

extension RecipientWindow.Advice: CustomStringConvertible {
    /// The advice in a sentence.
    public var description: String {
        switch self {
        case .verifyBusiness: "Verify the business: the next level needs it."
        case .improveQuality: "Improve the quality of the messages: the next level needs medium or high quality."
        case .waitForUpgrade(let delay): "Wait: the next level comes by itself within \(Int(delay / 3_600)) hours."
        case .answerOnly: "Answer customers who write: replies never count."
        case .wait(let date): "Wait until \(Int(date.timeIntervalSince1970)) (Unix time), when the next place frees."
        }
    }
}
