import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("The order of arrival")
struct OrderTests {
    private func same(_ one: Conversation, _ other: Conversation, from start: Date) {
        #expect(one.window(at: start) == other.window(at: start))
        for later in stride(from: 0.0, to: 100, by: 7) {
            #expect(one.freeEntryPoint(at: start + .hours(later)) == other.freeEntryPoint(at: start + .hours(later)))
        }
    }

    @Test("changes nothing: any order of clicks, answers, messages and calls folds to one state", arguments: 1...80)
    func anyOrder(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0xC2B2_AE35)
        let start = try instant("2026-10-01T00:00:00Z")
        var kinds = [Int](repeating: 0, count: Int.random(in: 0...5, using: &generator))
        kinds += [Int](repeating: 1, count: Int.random(in: 0...12, using: &generator))
        kinds += [Int](repeating: 2, count: Int.random(in: 0...40, using: &generator))
        var hours = 0.0
        var events: [ConversationEvent] = []
        for kind in kinds.shuffled(using: &generator) {
            hours += Double(Int.random(in: 1...3_000, using: &generator)) / 100
            let at = start + .hours(hours)
            switch kind {
            case 0: events.append(.customerMessage(at: at, entryPoint: .ad))
            case 1: events.append(.businessMessage(.delivered, at: at))
            default: events.append(Bool.random(using: &generator) ? .customerMessage(at: at) : .customerCall(at: at))
            }
        }
        var straight = Conversation()
        for event in events { straight.apply(event) }
        for _ in 0..<6 {
            var shuffled = Conversation()
            for event in (events + events.prefix(9)).shuffled(using: &generator) { shuffled.apply(event) }
            same(shuffled, straight, from: start + .hours(hours))
        }
    }

    @Test("of a long stream changes nothing where events overtake a few others", arguments: 1...40)
    func overtaking(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0xD6E8_FEB8)
        let start = try instant("2026-10-01T00:00:00Z")
        var events: [(order: Double, event: ConversationEvent)] = []
        var hours = 0.0
        for index in 0..<300 {
            hours += Double(Int.random(in: 1...1_500, using: &generator)) / 100
            let at = start + .hours(hours)
            let event: ConversationEvent =
                switch Int.random(in: 0...9, using: &generator) {
                case 0: .customerMessage(at: at, entryPoint: .ad)
                case 1...3: .customerMessage(at: at)
                default: .businessMessage(.delivered, at: at)
                }
            events.append((Double(index) + Double(Int.random(in: 0...8, using: &generator)), event))
        }
        var straight = Conversation()
        for (_, event) in events { straight.apply(event) }
        var late = Conversation()
        for (_, event) in events.sorted(by: { $0.order < $1.order }) { late.apply(event) }
        same(late, straight, from: start + .hours(hours))
    }
}
