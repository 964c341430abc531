import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("Messaging limits")
struct MessagingLimitTests {
    private let at = Date(timeIntervalSince1970: 1_791_187_200)

    private func customer(_ index: Int) -> Recipient { .phoneNumber(PhoneNumber(rawValue: "1650555\(10_000 + index)")) }

    @Test(
        "are read from every spelling",
        arguments: [
            ("TIER_50", 50), ("TIER_250", 250), ("TIER_1K", 1_000), ("TIER_2K", 2_000), ("TIER_10K", 10_000),
            ("TIER_100K", 100_000), ("TIER_UNLIMITED", nil), ("TIER_5K", 5_000), ("NEW", nil), ("TIER_-5", nil),
        ] as [(String, Int?)])
    func levels(word: String, recipients: Int?) {
        let limit = MessagingLimit(rawValue: word)
        #expect(limit.recipients == recipients)
        #expect(limit.isUnlimited == (word == "TIER_UNLIMITED"))
        #expect(MessagingLimit(recipients: -1) == .unlimited)
        #expect(MessagingLimit(recipients: 2_000) == .tier2K)
        #expect(MessagingLimit(recipients: 250) == .tier250)
        #expect(MessagingLimit(recipients: 0) == nil)
    }

    @Test("come with webhooks")
    func webhooks() throws {
        func limit(_ field: String, _ value: String) throws -> MessagingLimit? {
            let change = "{\"field\":\"\(field)\",\"value\":\(value)}"
            guard case .account(let event)? = try Delivery(decodingChange: Array(change.utf8)).events.first else {
                return nil
            }
            return MessagingLimit(event)
        }
        let capability = "business_capability_update"
        #expect(try limit(capability, "{\"max_daily_conversations_per_business\":\"TIER_2K\"}") == .tier2K)
        #expect(try limit(capability, "{\"max_daily_conversation_per_phone\":1000}") == .tier1K)
        #expect(try limit(capability, "{\"max_daily_conversation_per_phone\":-1}") == .unlimited)
        #expect(
            try limit("phone_number_quality_update", "{\"event\":\"UPGRADE\",\"current_limit\":\"TIER_10K\"}")
                == .tier10K)
        #expect(try limit("account_update", "{\"event\":\"ACCOUNT_DELETED\"}") == nil)
    }

    @Test(
        "follow the rules of the day",
        arguments: [
            ("2025-10-06", MessagingLimit.Scope.phoneNumber, MessagingLimit.tier1K, 86_400.0),
            ("2025-10-07", .portfolio, .tier2K, 21_600.0),
        ])
    func rules(date: String, scope: MessagingLimit.Scope, afterStart: MessagingLimit, delay: Double) throws {
        let rules = MessagingLimit.Rules.on(try day(date))
        #expect(rules.scope == scope)
        #expect(rules.start == .tier250)
        #expect(rules.next(after: .tier250) == afterStart)
        #expect(rules.next(after: afterStart) == .tier10K)
        #expect(rules.next(after: .tier100K) == .unlimited)
        #expect(rules.next(after: .unlimited) == nil)
        #expect(rules.upgradeDelay == delay)
        #expect(rules.qualityLowers == (scope == .phoneNumber))
        #expect(rules.levels.contains(.tier50) == (scope == .phoneNumber))
    }

    @Test("count unique recipients of a rolling day, to the second")
    func rolling() {
        var window = RecipientWindow(limit: .tier250)
        for index in 0..<250 { window.count(customer(index), at: at + .hours(Double(index) / 100)) }
        window.count(customer(0), at: at + .hours(3))
        let full = window.standing(at: at + .hours(3))
        #expect(full.used == 250)
        #expect(full.left == 0)
        #expect(full.isUsedUp)
        // The first recipient was written to again: the second frees first.
        #expect(full.freesAt == at + .hours(24.01))
        #expect(window.standing(at: (at + .hours(24.01)).addingTimeInterval(-1)).left == 0)
        #expect(window.standing(at: at + .hours(24.01)).left == 1)
        #expect(window.standing(at: at + .hours(24.01)).freesAt == nil)
        #expect(window.allows(customer(5), at: at + .hours(3)))
        #expect(!window.allows(customer(999), at: at + .hours(3)))
        #expect(window.allows(customer(999), at: at + .hours(30)))
        #expect(window.standing(at: at + .hours(-1)).left == 250)
    }

    @Test("never count replies, nor free-form messages")
    func replies() throws {
        var window = RecipientWindow(limit: .tier250)
        let pricing = Pricing(currency: .usd)
        var open = Conversation()
        open.apply(.customerMessage(at: at))
        for (conversation, message, counts) in [
            (open, Pricing.Message.freeForm, false), (open, .template(.marketing), false),
            (Conversation(), .freeForm, false), (Conversation(), .template(.utility), true),
        ] {
            let quote = pricing.quote(message, to: customer(1), in: conversation, at: at)
            let counted = window.count(quote, to: customer(1), in: conversation, at: at)
            #expect(counted == counts)
        }
        #expect(window.standing(at: at).used == 1)
    }

    @Test("are the same for messages in any order and counted twice", arguments: 1...20)
    func order(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0x9E37_79B1)
        let messages = (0..<300).map { index in
            (customer(Int.random(in: 0..<120, using: &generator)), at.addingTimeInterval(Double(index * 907)))
        }
        var straight = RecipientWindow(limit: .tier250)
        for (recipient, date) in messages { straight.count(recipient, at: date) }
        var shuffled = RecipientWindow(limit: .tier250)
        for (recipient, date) in (messages + messages.prefix(50)).shuffled(using: &generator) {
            shuffled.count(recipient, at: date)
        }
        #expect(straight == shuffled)
        let end = at.addingTimeInterval(299 * 907)
        let expected = Set(messages.filter { $0.1 > end.addingTimeInterval(-86_400) }.map(\.0)).count
        #expect(straight.standing(at: end).used == expected)
    }

    @Test("hold no more recipients than the level allows, and none without a limit")
    func bounded() {
        var window = RecipientWindow(limit: .tier250)
        for index in 0..<20_000 { window.count(customer(index), at: at.addingTimeInterval(Double(index % 7))) }
        #expect(window.standing(at: at.addingTimeInterval(10)).left == 0)
        let kept = Int(window.description.prefix { $0 != " " }) ?? .max
        #expect(kept <= 282)
        window.count(customer(0), at: Date(timeIntervalSince1970: .nan))
        var free = RecipientWindow(limit: .unlimited)
        for index in 0..<1_000 { free.count(customer(index), at: at) }
        #expect(free.standing(at: at).left == nil)
        #expect(!free.standing(at: at).isUsedUp)
        #expect(free.allows(customer(1), at: at))
        #expect(free.description == "0 recipients under TIER_UNLIMITED")
    }

    @Test("tell what the next level needs, and what to do when this one is used up")
    func outlook() throws {
        let rules = MessagingLimit.Rules.perPortfolio
        var window = RecipientWindow(limit: .tier2K)
        for index in 0..<999 { window.count(customer(index), at: at) }
        func standing(_ hours: Double) -> RecipientWindow.Standing { window.standing(at: at + .hours(hours)) }
        #expect(standing(100).outlook(rules, quality: .green, isVerified: true) == .needsUse(.tier10K, recipients: 1))
        window.count(customer(999), at: at + .hours(1))
        #expect(standing(100).outlook(rules, quality: .yellow, isVerified: true) == .due(.tier10K, within: 21_600))
        #expect(standing(100).outlook(rules, quality: .red, isVerified: true) == .needsQuality(.tier10K))
        #expect(standing(168).outlook(rules, quality: .green, isVerified: true) == .needsUse(.tier10K, recipients: 999))
        #expect(standing(2).advice(rules, quality: .red, isVerified: true).isEmpty)
        window.limit = .tier250
        let full = standing(2)
        #expect(full.isUsedUp)
        #expect(
            full.advice(rules, quality: .green, isVerified: false)
                == [.verifyBusiness, .answerOnly, .wait(until: full.freesAt ?? at)])
        #expect(full.advice(rules, quality: .red, isVerified: true).first == .improveQuality)
        #expect(full.advice(rules, quality: .green, isVerified: true).first == .waitForUpgrade(within: 21_600))
        for advice in full.advice(rules, quality: .green, isVerified: false) { #expect(!advice.description.isEmpty) }
    }
}
