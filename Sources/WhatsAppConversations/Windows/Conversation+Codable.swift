#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Conversation: Codable {
    private enum CodingKeys: String, CodingKey {
        case policy, latestCustomerEvent, clicks, answers, confirmedAt, confirmedEnd, deniedAt, conversations
    }

    private struct StoredClick: Codable {
        var at: Date
        var answer: Date?
    }

    private struct StoredConversation: Codable {
        var kind: BillingConversation.Kind
        var from: Date
        /// Absent where it is not certain.
        var certain: Bool?
    }

    /// Reads a stored conversation. Keys that are absent count as nothing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func instant(_ key: CodingKeys) throws -> Instant {
            try container.decodeIfPresent(Date.self, forKey: key).map(Instant.init) ?? .none
        }
        self.init(
            policy: try container.decodeIfPresent(FreeEntryPointPolicy.self, forKey: .policy) ?? .standard)
        latest = try instant(.latestCustomerEvent)
        let answers = try container.decodeIfPresent([Date].self, forKey: .answers) ?? []
        for answer in answers.prefix(EntryPointTracker.answerCount) {
            tracker.answer(at: Instant(answer))
        }
        let clicks = try container.decodeIfPresent([StoredClick].self, forKey: .clicks) ?? []
        for click in clicks.suffix(EntryPointTracker.clickCount) {
            tracker.restore(Instant(click.at), answer: click.answer.map(Instant.init) ?? .none, policy: policy)
        }
        tracker.confirmedAt = try instant(.confirmedAt)
        tracker.confirmedEnd = try instant(.confirmedEnd)
        tracker.deniedAt = try instant(.deniedAt)
        for stored in try container.decodeIfPresent([StoredConversation].self, forKey: .conversations) ?? [] {
            if stored.certain == true {
                open.open(stored.kind, at: Instant(stored.from))
            } else {
                open.join(stored.kind, at: Instant(stored.from))
            }
        }
    }

    /// Writes what a store needs to go on later: a handful of dates.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if policy != .standard { try container.encode(policy, forKey: .policy) }
        try container.encodeIfPresent(latest.date, forKey: .latestCustomerEvent)
        let clicks = tracker.clicks.compactMap { click in
            click.at.date.map { StoredClick(at: $0, answer: click.answer.date) }
        }
        if !clicks.isEmpty { try container.encode(clicks, forKey: .clicks) }
        let answers = tracker.answers.compactMap(\.date)
        if !answers.isEmpty { try container.encode(answers, forKey: .answers) }
        try container.encodeIfPresent(tracker.confirmedAt.date, forKey: .confirmedAt)
        try container.encodeIfPresent(tracker.confirmedEnd.date, forKey: .confirmedEnd)
        try container.encodeIfPresent(tracker.deniedAt.date, forKey: .deniedAt)
        let kinds: [BillingConversation.Kind] = [
            open.uncategorizedKind, .marketing, .utility, .authentication, .service,
        ]
        let conversations = kinds.compactMap { kind in
            open[kind].start.date.map {
                StoredConversation(kind: kind, from: $0, certain: open[kind].isCertain ? true : nil)
            }
        }
        if !conversations.isEmpty { try container.encode(conversations, forKey: .conversations) }
    }
}
