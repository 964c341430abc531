import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("The free entry point")
struct FreeEntryPointTests {
    let click: Date

    init() throws {
        click = try instant("2026-10-05T10:00:00Z")
    }

    private func conversation(_ events: ConversationEvent..., policy: FreeEntryPointPolicy = .standard) -> Conversation
    {
        var conversation = Conversation(policy: policy)
        for event in events { conversation.apply(event) }
        return conversation
    }

    private func ad(_ hours: Double = 0, _ device: EntryPoint.Device = .unknown) -> ConversationEvent {
        .customerMessage(at: click + .hours(hours), entryPoint: .init(kind: .ad, device: device))
    }

    private func answer(_ hours: Double, _ pricing: ReportedPricing? = nil) -> ConversationEvent {
        .businessMessage(.delivered, at: click + .hours(hours), pricing: pricing)
    }

    @Test("waits for an answer for 24 hours, then lasts 72 from the answer")
    func timeline() {
        let pending = conversation(ad())
        #expect(pending.freeEntryPoint(at: click).standing == .pending)
        #expect(pending.freeEntryPoint(at: click).closesAt == click + .hours(24))
        #expect(!pending.freeEntryPoint(at: click).isOpen)
        #expect(pending.freeEntryPoint(at: click + .hours(24)).standing == .none)

        let answered = conversation(ad(), answer(10), answer(11))
        #expect(answered.freeEntryPoint(at: click + .hours(9)).standing == .pending)
        let open = answered.freeEntryPoint(at: click + .hours(10))
        #expect(open.standing == .presumed)
        #expect(open.isOpen)
        #expect(open.opensAt == click + .hours(10))
        #expect(open.closesAt == click + .hours(82))
        #expect(answered.freeEntryPoint(at: (click + .hours(82)).addingTimeInterval(-1)).isOpen)
        #expect(answered.freeEntryPoint(at: click + .hours(82)).standing == .ended)
    }

    @Test("needs an answer before 24 hours have passed")
    func lateAnswer() {
        let last = conversation(ad(), .businessMessage(.sent, at: (click + .hours(24)).addingTimeInterval(-1)))
        #expect(last.freeEntryPoint(at: click + .hours(24)).isOpen)
        #expect(conversation(ad(), answer(24)).freeEntryPoint(at: click + .hours(24)).standing == .none)
        let failed = conversation(ad(), .businessMessage(.failed, at: click + .hours(1)))
        #expect(failed.freeEntryPoint(at: click + .hours(2)).standing == .pending)
    }

    @Test("does not follow a click on a desktop, nor a message without an entry point")
    func desktop() {
        #expect(conversation(ad(0, .desktop), answer(1)).freeEntryPoint(at: click + .hours(2)).standing == .none)
        let plain = conversation(.customerMessage(at: click), answer(1))
        #expect(plain.freeEntryPoint(at: click + .hours(2)).standing == .none)
        #expect(conversation(ad(0, .phone), answer(1)).freeEntryPoint(at: click + .hours(2)).isOpen)
    }

    @Test("is not restarted by a later click, unless the policy says so")
    func secondClick() {
        let kept = conversation(ad(), answer(1), ad(48), answer(49))
        #expect(kept.freeEntryPoint(at: click + .hours(50)).closesAt == click + .hours(73))
        #expect(kept.freeEntryPoint(at: click + .hours(73)).standing == .ended)

        let restarted = conversation(
            ad(), answer(1), ad(48), answer(49), policy: .init(laterClickRestarts: true))
        #expect(restarted.freeEntryPoint(at: click + .hours(50)).closesAt == click + .hours(121))

        let afterwards = conversation(ad(), answer(1), ad(80), answer(81))
        #expect(afterwards.freeEntryPoint(at: click + .hours(82)).closesAt == click + .hours(153))
        let third = conversation(ad(), answer(1), ad(20), ad(30), ad(80), answer(81))
        #expect(third.freeEntryPoint(at: click + .hours(50)).closesAt == click + .hours(73))
        #expect(third.freeEntryPoint(at: click + .hours(82)).closesAt == click + .hours(153))
    }

    @Test("is confirmed by a status, whose end overrides the estimate")
    func confirmed() {
        let report = ReportedPricing(
            category: .referralConversion, type: .freeEntryPoint, model: "PMP", expiresAt: click + .hours(73.5))
        let known = conversation(ad(), answer(1), answer(2, report))
        let state = known.freeEntryPoint(at: click + .hours(73.25))
        #expect(state.standing == .confirmed)
        #expect(state.opensAt == click + .hours(1))
        #expect(state.closesAt == click + .hours(73.5))
        #expect(known.freeEntryPoint(at: click + .hours(73.5)).standing == .ended)

        let short = conversation(
            ad(), answer(1, .init(type: .freeEntryPoint, expiresAt: click + .hours(60))))
        #expect(short.freeEntryPoint(at: click + .hours(60)).standing == .ended)
        #expect(short.freeEntryPoint(at: click + .hours(70)).standing == .ended)
    }

    @Test("keeps the reported end when later statuses report none, in either order")
    func confirmedTwice() {
        let bare = ReportedPricing(category: .referralConversion, type: .freeEntryPoint)
        let full = ReportedPricing(type: .freeEntryPoint, expiresAt: click + .hours(70))
        for known in [
            conversation(ad(), answer(1, full), answer(2, bare)), conversation(ad(), answer(2, bare), answer(1, full)),
        ] {
            #expect(known.freeEntryPoint(at: click + .hours(3)).closesAt == click + .hours(70))
            #expect(known.freeEntryPoint(at: click + .hours(3)).opensAt == click + .hours(1))
        }
        let again = [ad(), answer(1), ad(10), answer(11), answer(12, bare)]
        var kept = Conversation()
        var restarted = Conversation(policy: .init(laterClickRestarts: true))
        for event in again {
            kept.apply(event)
            restarted.apply(event)
        }
        #expect(kept.freeEntryPoint(at: click + .hours(13)).opensAt == click + .hours(1))
        #expect(restarted.freeEntryPoint(at: click + .hours(13)).opensAt == click + .hours(11))
        // Another free entry point, weeks later.
        let later = conversation(ad(), answer(1, full), ad(500), answer(501, bare))
        #expect(later.freeEntryPoint(at: click + .hours(502)).closesAt == click + .hours(573))
        #expect(later.freeEntryPoint(at: click + .hours(573)).standing == .ended)
    }

    @Test("opens with the first of four answers that arrived before the click")
    func answersFirst() {
        let late = conversation(answer(2), answer(4), answer(1), answer(3), answer(-1), ad())
        #expect(late.freeEntryPoint(at: click + .hours(5)).opensAt == click + .hours(1))
    }

    @Test("of a Page button shows only in the status")
    func withoutClick() {
        let report = ReportedPricing(category: .referralConversion, type: .freeEntryPoint)
        let found = conversation(.customerMessage(at: click), answer(1, report))
        #expect(found.freeEntryPoint(at: click + .hours(2)).standing == .confirmed)
        #expect(found.freeEntryPoint(at: click + .hours(2)).closesAt == click + .hours(73))
    }

    @Test("is denied by a charge inside it, but not by Meta Business Agent's")
    func denied() {
        let charged = ReportedPricing(category: .utility, type: .regular)
        let state = conversation(ad(), answer(1, charged)).freeEntryPoint(at: click + .hours(2))
        #expect(state.standing == .denied)
        #expect(!state.isOpen)
        let agent = ReportedPricing(category: .metaBusinessAgent, type: .regular)
        #expect(conversation(ad(), answer(1, agent)).freeEntryPoint(at: click + .hours(2)).isOpen)
        let before = conversation(answer(-5, charged), ad(), answer(1))
        #expect(before.freeEntryPoint(at: click + .hours(2)).isOpen)
    }

    @Test("does not depend on the order of a click, its answers and its statuses", arguments: 1...60)
    func order(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) &* 104_729)
        var events = [ad()]
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let hours = Double(Int.random(in: -10...90, using: &generator))
            let reports: [ReportedPricing?] = [
                nil, .init(type: .freeEntryPoint, expiresAt: click + .hours(72)),
                .init(category: .service, type: .regular),
            ]
            events.append(
                answer(hours, hours >= 0 && hours < 72 ? reports.randomElement(using: &generator) ?? nil : nil))
        }
        if Bool.random(using: &generator) { events.append(ad(Double(Int.random(in: 1...20, using: &generator)))) }
        var expected: [FreeEntryPoint]?
        for _ in 0..<10 {
            var conversation = Conversation()
            for event in (events + events.prefix(2)).shuffled(using: &generator) { conversation.apply(event) }
            let states = stride(from: -1.0, to: 120, by: 3).map { conversation.freeEntryPoint(at: click + .hours($0)) }
            #expect(states == expected ?? states)
            expected = expected ?? states
        }
    }

    @Test("and the window survive being stored", arguments: [0, 1, 2, 3])
    func coding(count: Int) throws {
        let events = [
            ad(), answer(1, .init(type: .freeEntryPoint, expiresAt: click + .hours(73))),
            answer(2, .init(category: .service, type: .regular)), ad(80),
        ]
        var original = Conversation(policy: .init(laterClickRestarts: count == 2))
        for event in events.prefix(count + 1) { original.apply(event) }
        let data = try JSONEncoder().encode(original)
        let copy = try JSONDecoder().decode(Conversation.self, from: data)
        #expect(copy == original)
        let stored = try JSONDecoder().decode([ConversationEvent].self, from: JSONEncoder().encode(events))
        #expect(stored == events)
        #expect(try JSONDecoder().decode(Conversation.self, from: Data("{}".utf8)) == Conversation())
    }
}
