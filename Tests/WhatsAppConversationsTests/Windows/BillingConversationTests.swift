import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("Billing conversations")
struct BillingConversationTests {
    static let kinds: [(Pricing.Category, BillingConversation.Kind)] = [
        (.marketing, .marketing), (.utility, .utility), (.authentication, .authentication), (.service, .service),
        (.userInitiated, .userInitiated), (.businessInitiated, .businessInitiated),
    ]
    let start: Date

    init() throws {
        start = try instant("2023-07-03T00:00:00Z")
    }

    private func status(
        _ status: ConversationEvent.Status, _ category: Pricing.Category, _ hours: Double, expires: Double? = nil
    ) -> ConversationEvent {
        .businessMessage(
            status, at: start + .hours(hours),
            pricing: .init(category: category, model: "CBP", expiresAt: expires.map { start + .hours($0) }))
    }

    @Test("follow from statuses: the first delivery begins one, later ones do not extend it", arguments: kinds)
    func statuses(category: Pricing.Category, kind: BillingConversation.Kind) {
        var conversation = Conversation()
        conversation.apply(status(.sent, category, -1))
        #expect(conversation.billingConversation(kind, at: start) == nil)
        for hours in [0, 5, 23.99] { conversation.apply(status(.delivered, category, hours)) }
        #expect(conversation.billingConversation(kind, at: start + .hours(23))?.opensAt == start)
        #expect(conversation.billingConversation(kind, at: start.addingTimeInterval(-1)) == nil)
        #expect(conversation.billingConversation(kind, at: start + .hours(24)) == nil)
        conversation.apply(status(.delivered, category, 24))
        #expect(conversation.billingConversation(kind, at: start + .hours(24))?.closesAt == start + .hours(48))
    }

    @Test("of statuses that carry an end are the same in any order, and twice", arguments: 1...40)
    func order(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0x9E37_79B9)
        var events: [ConversationEvent] = []
        for (index, (category, _)) in Self.kinds.prefix(5).enumerated() {
            var end = 0.0
            for _ in 0..<4 {
                let opening = end + Double(Int.random(in: 0...30, using: &generator)) + Double(index) / 8
                end = opening + 24
                events.append(status(.sent, category, opening, expires: end))
                for _ in 0..<3 {
                    let inside = opening + Double(Int.random(in: 0..<23, using: &generator))
                    events.append(status(.sent, category, inside, expires: end))
                }
            }
        }
        var straight = Conversation()
        for event in events { straight.apply(event) }
        var shuffled = Conversation()
        for event in (events + events.prefix(20)).shuffled(using: &generator) { shuffled.apply(event) }
        for (_, kind) in Self.kinds {
            for hours in stride(from: 0.0, to: 230, by: 0.5) {
                #expect(
                    straight.billingConversation(kind, at: start + .hours(hours))
                        == shuffled.billingConversation(kind, at: start + .hours(hours)))
            }
        }
    }

    @Test("of quotes' deliveries are the same in any order, and twice", arguments: 1...40)
    func quotes(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0x85EB_CA6B)
        let pricing = Pricing(currency: .usd)
        var straight = Conversation()
        var events: [ConversationEvent] = []
        var hours = 0.0
        for _ in 0..<40 {
            hours += Double(Int.random(in: 1...40, using: &generator)) / 4
            let category = [Pricing.Category.marketing, .utility, .authentication].randomElement(using: &generator)
            let quote = pricing.quote(
                .template(category ?? .utility), to: "+5511987654321", in: straight, at: start + .hours(hours))
            let event = quote.delivered(at: start + .hours(hours))
            events.append(event)
            straight.apply(event)
        }
        var shuffled = Conversation()
        for event in (events + events).shuffled(using: &generator) { shuffled.apply(event) }
        #expect(shuffled == straight)
    }

    @Test("whose beginning was seen late move back to it, and the reported end corrects them")
    func late() {
        var conversation = Conversation()
        conversation.apply(status(.delivered, .utility, 20))
        #expect(conversation.billingConversation(.utility, at: start + .hours(30)) != nil)
        conversation.apply(status(.delivered, .utility, 2))
        #expect(conversation.billingConversation(.utility, at: start + .hours(25))?.opensAt == start + .hours(2))
        conversation.apply(status(.sent, .utility, 0, expires: 24))
        #expect(conversation.billingConversation(.utility, at: start + .hours(23))?.opensAt == start)
        #expect(conversation.billingConversation(.utility, at: start + .hours(24)) == nil)
    }

    @Test("are stored with the conversation, in less than 200 bytes of memory")
    func storage() throws {
        var conversation = Conversation()
        for (index, (category, _)) in Self.kinds.enumerated() {
            conversation.apply(status(.sent, category, Double(index), expires: Double(index) + 24))
            conversation.apply(status(.delivered, category, Double(index) + 30))
        }
        let copy = try JSONDecoder().decode(Conversation.self, from: JSONEncoder().encode(conversation))
        #expect(copy == conversation)
        #expect(MemoryLayout<Conversation>.stride < 200)
        let event = Pricing(currency: .usd).quote(
            .template(.utility), to: "+5511987654321", in: Conversation(), at: start
        ).delivered(at: start)
        #expect(try JSONDecoder().decode(ConversationEvent.self, from: JSONEncoder().encode(event)) == event)
        var policy = FreeEntryPointPolicy(laterClickRestarts: true)
        policy.extendedAt = start
        #expect(try JSONDecoder().decode(FreeEntryPointPolicy.self, from: JSONEncoder().encode(policy)) == policy)
    }
}
