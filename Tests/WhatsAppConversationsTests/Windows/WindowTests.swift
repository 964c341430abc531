import Foundation
import Testing
import WhatsAppConversations

@Suite("The customer service window")
struct WindowTests {
    let opened: Date
    let openedUntil: Date

    init() throws {
        opened = try instant("2026-10-05T08:00:00Z")
        openedUntil = try instant("2026-10-06T08:00:00Z")
    }

    @Test("is closed until the customer writes")
    func neverOpened() {
        let conversation = Conversation()
        #expect(conversation.window(at: opened) == .closed(.neverOpened))
        #expect(conversation.permission(at: opened) == .templatesOnly(because: .neverOpened))
        #expect(conversation.closesAt == nil)
        #expect(conversation.latestCustomerEvent == nil)
    }

    @Test("is open from the message's second to the last one before 24 hours")
    func boundaries() {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: opened))
        #expect(conversation.window(at: opened) == .open(until: openedUntil))
        #expect(conversation.window(at: openedUntil.addingTimeInterval(-1)) == .open(until: openedUntil))
        #expect(conversation.window(at: openedUntil.addingTimeInterval(-0.001)).isOpen)
        #expect(conversation.window(at: openedUntil) == .closed(.closedSince(openedUntil)))
        #expect(conversation.window(at: openedUntil.addingTimeInterval(1)) == .closed(.closedSince(openedUntil)))
        #expect(conversation.window(at: opened.addingTimeInterval(-1)) == .closed(.opensLater(opened)))
        #expect(conversation.permission(at: opened) == .anything)
        #expect(conversation.permission(at: openedUntil) == .templatesOnly(because: .closedSince(openedUntil)))
        #expect(conversation.closesAt == openedUntil)
    }

    @Test("opens with calls as with messages")
    func calls() {
        for event in [
            ConversationEvent.customerCall(at: opened), .businessCallAccepted(at: opened),
            .customerMessage(at: opened),
        ] {
            var conversation = Conversation()
            conversation.apply(event)
            #expect(conversation.window(at: opened + .hours(1)) == .open(until: openedUntil))
            #expect(event.opensWindow)
        }
    }

    @Test("runs anew with every message, and late or repeated ones change nothing")
    func renewal() {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: opened))
        conversation.apply(.customerMessage(at: opened + .hours(23)))
        let state = conversation
        conversation.apply(.customerMessage(at: opened + .hours(23)))
        conversation.apply(.customerMessage(at: opened + .hours(5)))
        #expect(conversation == state)
        #expect(conversation.closesAt == opened + .hours(47))
    }

    @Test(
        "is neither opened nor renewed by the business",
        arguments: [ConversationEvent.Status.sent, .delivered, .read, .played, .failed, .init(rawValue: "new")])
    func business(status: ConversationEvent.Status) {
        var conversation = Conversation()
        conversation.apply(.businessMessage(status, at: opened))
        #expect(conversation.window(at: opened) == .closed(.neverOpened))
        conversation.apply(.customerMessage(at: opened))
        conversation.apply(.businessMessage(status, at: opened + .hours(20)))
        #expect(conversation.closesAt == openedUntil)
    }

    @Test("ignores instants that are none", arguments: [Double.nan, .infinity, -.infinity])
    func nonsense(seconds: Double) {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: Date(timeIntervalSince1970: seconds)))
        #expect(conversation == Conversation())
        conversation.apply(.customerMessage(at: opened))
        #expect(!conversation.window(at: Date(timeIntervalSince1970: seconds)).isOpen)
    }

    @Test("is small")
    func size() {
        #expect(MemoryLayout<Conversation>.size < 200)
    }

    @Test("depends only on the customer's latest event, whatever else comes in whatever order", arguments: 1...40)
    func property(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) &* 7_919)
        var events: [ConversationEvent] = []
        var latest: Date?
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            let date = opened.addingTimeInterval(Double(Int.random(in: 0...500_000, using: &generator)))
            switch Int.random(in: 0...3, using: &generator) {
            case 0: events.append(.customerMessage(at: date, entryPoint: Bool.random(using: &generator) ? .ad : nil))
            case 1: events.append(.customerCall(at: date))
            case 2: events.append(.businessCallAccepted(at: date))
            default: events.append(.businessMessage(.delivered, at: date))
            }
            if let last = events.last, last.opensWindow { latest = max(latest ?? date, date) }
        }
        for _ in 0..<5 {
            var conversation = Conversation()
            for event in (events + events.prefix(4)).shuffled(using: &generator) { conversation.apply(event) }
            #expect(conversation.latestCustomerEvent == latest)
            let asked = opened.addingTimeInterval(Double(Int.random(in: 0...700_000, using: &generator)))
            let expected = latest.map { $0 <= asked && asked < $0 + .hours(24) } ?? false
            #expect(conversation.window(at: asked).isOpen == expected)
        }
    }
}
