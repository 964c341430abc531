import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("A store of conversations")
struct ConversationStoreTests {
    private let at = Date(timeIntervalSince1970: 1_791_187_200)

    @Test("keeps the windows of business numbers and customers apart")
    func pairs() throws {
        var store = ConversationStore()
        store.apply(try Delivered.message())
        let key = ConversationKey(businessNumber: "106540352242922", customer: "+16505551234")
        #expect(store[key].window(at: at).isOpen)
        #expect(store[.init(businessNumber: "2", customer: "+16505551234")].window(at: at) == .closed(.neverOpened))
        #expect(
            store[.init(businessNumber: "106540352242922", customer: "+16505551235")].permission(at: at)
                == .templatesOnly(because: .neverOpened))
        #expect(store.count == 1)
    }

    @Test("has one window for a group, which one member opens for all")
    func groups() throws {
        var store = ConversationStore()
        let group = "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"group_id\":\"Y2FwaV9ncm91cDox\""
        store.apply(try Delivered.message(group, from: "\"from\":\"16505551234\",\"from_user_id\":\"US.1\""))
        let key = ConversationKey(businessNumber: "106540352242922", counterpart: .group("Y2FwaV9ncm91cDox"))
        #expect(store[key].closesAt == at + .hours(24))
        store.apply(try Delivered.message(group, at: 1_791_187_200 + 3_600, from: "\"from\":\"16505559876\""))
        #expect(store[key].closesAt == at + .hours(25))
        // Nobody's own window opens.
        #expect(!store[.init(businessNumber: "106540352242922", customer: "+16505551234")].window(at: at).isOpen)
        #expect(store.count == 1)
    }

    @Test("finds a customer by number and by user id once an event names both, in either order")
    func identities() throws {
        let both = try Delivered.message(from: "\"from\":\"16505551234\",\"from_user_id\":\"US.1349\"")
        let hidden = try Delivered.message(at: 1_791_187_200 + 3_600, from: "\"from_user_id\":\"US.1349\"")
        let number = ConversationKey(businessNumber: "106540352242922", customer: "+16505551234")
        let user = ConversationKey(businessNumber: "106540352242922", customer: .user("US.1349"))
        for events in [[both, hidden], [hidden, both], [hidden, both, hidden, both]] {
            var store = ConversationStore()
            for event in events { store.apply(event) }
            #expect(store[number].closesAt == at + .hours(25))
            #expect(store[user] == store[number])
            #expect(store.count == 1)
            var copies: [ConversationKey: Conversation] = [:]
            store.forEach { copies[$0] = $1 }
            #expect(copies == [number: store[number]])
            store.removeConversations(overAt: at + .hours(48))
            #expect(store[user].closesAt == at + .hours(25))
        }
    }

    @Test(
        "is a function of the events, whatever their order, and equals a dictionary of conversations", arguments: 1...12
    )
    func shuffled(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0x2545_F491)
        var events: [(ConversationKey, ConversationEvent)] = []
        for index in 0..<3_000 {
            let customer: Recipient =
                switch Int.random(in: 0...9, using: &generator) {
                case 0: .user(BusinessScopedUserID("US.\(Int.random(in: 0...60, using: &generator))"))
                case 1: .phoneNumber(PhoneNumber(rawValue: "no number \(Int.random(in: 0...20, using: &generator))"))
                default:
                    .phoneNumber(PhoneNumber(rawValue: "165055\(Int.random(in: 10_000...10_400, using: &generator))"))
                }
            let key =
                index % 50 == 0
                ? ConversationKey(businessNumber: nil, counterpart: .group(GroupID("g\(index % 7)")))
                : ConversationKey(businessNumber: PhoneNumberID("\(index % 3)"), customer: customer)
            // Distinct times.
            let date = at.addingTimeInterval(Double(index * 977 % 3_000) * 61)
            switch index % 4 {
            case 0: events.append((key, .customerMessage(at: date)))
            case 1: events.append((key, .customerCall(at: date)))
            default: events.append((key, .businessMessage(index % 4 == 2 ? .sent : .delivered, at: date)))
            }
        }
        var straight = ConversationStore()
        var plain: [ConversationKey: Conversation] = [:]
        for (key, event) in events {
            straight.apply(event, to: key)
            plain[key, default: Conversation()].apply(event)
        }
        var shuffled = ConversationStore()
        for (key, event) in (events + events.prefix(500)).shuffled(using: &generator) {
            shuffled.apply(event, to: key)
        }
        #expect(straight.count == plain.count)
        #expect(shuffled.count == plain.count)
        for (key, conversation) in plain {
            #expect(straight[key] == conversation)
            #expect(shuffled[key] == conversation)
        }
        shuffled.removeConversations(overAt: at + .hours(120))
        #expect(shuffled.count < plain.count)
        for (key, conversation) in plain where !conversation.isOver(at: at + .hours(120)) {
            #expect(shuffled[key] == conversation)
        }
        shuffled.removeConversations(overAt: at + .hours(10_000))
        #expect(shuffled.count == 0)
    }

    @Test("takes in what another process kept")
    func merging() {
        let key = ConversationKey(businessNumber: "1", customer: "+16505551234")
        let events: [ConversationEvent] = [
            .customerMessage(at: at, entryPoint: .ad), .businessMessage(.delivered, at: at + .hours(1)),
            .customerMessage(at: at + .hours(2)),
            .businessMessage(
                .delivered, at: at + .hours(3), pricing: .init(type: .freeEntryPoint, expiresAt: at + .hours(73))),
        ]
        var whole = Conversation()
        for event in events { whole.apply(event) }
        for split in 0...events.count {
            var one = Conversation()
            var other = Conversation()
            for event in events.prefix(split) { one.apply(event) }
            for event in events.dropFirst(split) { other.apply(event) }
            var store = ConversationStore()
            store.merge(one, into: key)
            store.merge(other, into: key)
            #expect(store[key].closesAt == at + .hours(26))
            for hours in stride(from: 3.0, to: 100, by: 1) {
                #expect(
                    store[key].freeEntryPoint(at: at + .hours(hours)) == whole.freeEntryPoint(at: at + .hours(hours)))
            }
        }
        #expect(!whole.isOver(at: at + .hours(72.9)))
        #expect(whole.isOver(at: at + .hours(99)))
        #expect(Conversation().isOver(at: at))
    }
}
