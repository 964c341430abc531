import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The order of statuses")
struct StatusTests {
    private static let start = Date(timeIntervalSince1970: 1_760_000_000)
    private static let ranked: [DeliveryState] = [.sent, .delivered, .read, .played, .failed]

    @Test("rises")
    func rising() {
        var progress = MessageProgress()
        #expect(progress.state == nil)
        #expect(progress.apply(.sent, at: Self.start) == .advanced(from: nil))
        #expect(progress.apply(.delivered, at: Self.start + 1) == .advanced(from: .sent))
        #expect(progress.apply(.read, at: Self.start + 2) == .advanced(from: .delivered))
        #expect(progress.apply(.played, at: Self.start + 3) == .advanced(from: .read))
        #expect(progress.apply(.played, at: Self.start + 9) == .repeated)
        #expect(progress.times[.played] == Self.start + 3)
    }

    @Test("does not depend on the order of arrival", arguments: permutations(ranked.dropLast()))
    func anyOrder(order: [DeliveryState]) {
        var progress = MessageProgress()
        var highest = -1
        for state in order {
            let rank = Self.ranked.firstIndex(of: state) ?? 0
            let change = progress.apply(state, at: Self.start + Double(rank))
            if rank > highest {
                #expect(change == .advanced(from: highest < 0 ? nil : Self.ranked[highest]))
                highest = rank
            } else {
                #expect(change == .late)
            }
            #expect(progress.state == Self.ranked[highest])
        }
        #expect(progress.state == .played)
        #expect(progress.times.count == 4)
    }

    @Test("ends with a failure, whenever it arrives", arguments: ranked.dropLast())
    func failure(state: DeliveryState) {
        var first = MessageProgress()
        #expect(first.apply(.failed, at: Self.start) == .advanced(from: nil))
        #expect(first.apply(state, at: Self.start + 1) == .late)
        #expect(first.state == .failed)
        var second = MessageProgress()
        second.apply(state, at: Self.start)
        #expect(second.apply(.failed, at: Self.start + 1) == .advanced(from: state))
        #expect(first.hasReached(state) && second.hasReached(state))
    }

    @Test("implies what comes before")
    func implied() {
        var progress = MessageProgress()
        progress.apply(.read, at: Self.start)
        #expect(progress.hasReached(.sent) && progress.hasReached(.delivered) && progress.hasReached(.read))
        #expect(!progress.hasReached(.played) && !progress.hasReached(.failed))
        var failed = MessageProgress()
        failed.apply(.failed, at: Self.start)
        #expect(!failed.hasReached(.sent) && !failed.hasReached(.played) && failed.hasReached(.failed))
        #expect(!failed.hasReached(.deleted))
    }

    @Test("leaves out what has no place in it", arguments: ["deleted", "warning", "pending", "", "something_new"])
    func unranked(state: String) {
        var progress = MessageProgress()
        progress.apply(.sent, at: Self.start)
        #expect(progress.apply(DeliveryState(rawValue: state), at: Self.start) == .unranked)
        #expect(progress.state == .sent)
    }

    @Test("is followed for each message, and in groups for each member")
    func tracker() throws {
        var tracker = StatusTracker()
        func apply(_ change: String) throws -> MessageProgress.Change? {
            guard case .status(let status)? = try Deliveries.events(change).first else { return nil }
            return tracker.apply(status)
        }
        #expect(try apply(Deliveries.status("a", "read")) == .advanced(from: nil))
        #expect(try apply(Deliveries.status("b", "sent")) == .advanced(from: nil))
        #expect(try apply(Deliveries.status("a", "sent")) == .late)
        #expect(tracker.progress(of: "a")?.state == .read)
        #expect(tracker.progress(of: "c") == nil)
        for member in ["1", "2"] {
            let members = #","recipient_type":"group","recipient_participant_id":"\#(member)""#
            #expect(try apply(Deliveries.status("g", "read", to: "group", members: members)) == .advanced(from: nil))
        }
        #expect(tracker.progress(of: "g", participant: "2")?.state == .read)
        let payment = #","type":"payment","payment":{"reference_id":"o1"}"#
        #expect(try apply(Deliveries.status("p", "pending", members: payment)) == .unranked)
        #expect(tracker.progress(of: "p") == nil)
    }

    @Test("is followed for a bounded number of messages")
    func bounded() throws {
        var tracker = StatusTracker(capacity: 100)
        for number in 0..<1000 {
            guard case .status(let status)? = try Deliveries.events(Deliveries.status("m\(number)", "sent")).first
            else {
                Issue.record("no status")
                return
            }
            tracker.apply(status)
        }
        #expect(tracker.count == 100)
        #expect(tracker.progress(of: "m899") == nil)
        #expect(tracker.progress(of: "m900") != nil)
    }

    @Test("can be stored")
    func codable() throws {
        var progress = MessageProgress()
        progress.apply(.delivered, at: Self.start)
        progress.apply(.failed, at: Self.start + 1)
        let data = try JSONEncoder().encode(progress)
        #expect(try JSONDecoder().decode(MessageProgress.self, from: data) == progress)
    }

    private static func permutations(_ states: ArraySlice<DeliveryState>) -> [[DeliveryState]] {
        guard let first = states.first else { return [[]] }
        return permutations(states.dropFirst()).flatMap { rest in
            (0...rest.count).map { place in
                var all = rest
                all.insert(first, at: place)
                return all
            }
        }
    }
}
