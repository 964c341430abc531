import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Duplicates")
struct DuplicateTests {
    private static let start = Date(timeIntervalSince1970: 1_760_000_000)
    private static let day: TimeInterval = 24 * 3600

    private func key(_ change: String) throws -> EventKey {
        try EventKey(#require(Deliveries.events(change).first))
    }

    @Test("have the keys of the reference: message id; status id, status and recipient; call id and event")
    func keys() throws {
        #expect(try key(Deliveries.message("wamid.A")) == key(Deliveries.message("wamid.A", text: "other")))
        #expect(try key(Deliveries.message("wamid.A")) != key(Deliveries.message("wamid.B")))
        let sent = try key(Deliveries.status("wamid.A", "sent"))
        #expect(try sent == key(Deliveries.status("wamid.A", "sent", at: 1_760_000_009)))
        #expect(try sent != key(Deliveries.status("wamid.A", "read")))
        #expect(try sent != key(Deliveries.status("wamid.A", "sent", to: "16505551235")))
        #expect(try sent != key(Deliveries.message("wamid.A")))
        func member(_ member: String) -> String {
            Deliveries.status(
                "wamid.A", "read", to: "group",
                members: #","recipient_type":"group","recipient_participant_id":"\#(member)""#)
        }
        #expect(try key(member("16505551234")) != key(member("16505551235")))
        func call(_ event: String, _ duration: Int) -> String {
            Deliveries.change(
                number: "1", field: "calls",
                #""calls":[{"id":"wacid.A","event":"\#(event)","timestamp":"1760000000","duration":\#(duration)}]"#)
        }
        #expect(try key(call("connect", 1)) == key(call("connect", 2)))
        #expect(try key(call("connect", 1)) != key(call("terminate", 1)))
    }

    @Test("of other fields are not taken for messages that are handled")
    func otherFields() throws {
        let message = #"{"id":"wamid.A","from":"16505551234","timestamp":"1","type":"text","text":{"body":"x"}}"#
        let keys = try [
            Deliveries.message("wamid.A"),
            Deliveries.change(number: "1", field: "smb_message_echoes", #""message_echoes":[\#(message)]"#),
            Deliveries.change(number: "1", field: "history", #""messages":[\#(message)]"#),
            Deliveries.change(number: "1", field: "history", #""message_echoes":[\#(message)]"#),
            Deliveries.change(number: "1", field: "standby", #""standby":{"messages":[\#(message)]}"#),
        ].map(key)
        #expect(
            keys.map(\.rawValue) == [
                "message:wamid.A", "echo:wamid.A", "history:wamid.A", "history:wamid.A", "standby:wamid.A",
            ])
    }

    @Test("of everything else have a hash of the element, whatever its spelling")
    func canonical() throws {
        func change(_ value: String, field: String = "account_update") -> String {
            #"{"field":"\#(field)","value":\#(value)}"#
        }
        let one = try key(change(#"{"event":"PARTNER_ADDED","waba_info":{"waba_id":"1","owner_business_id":"é/"}}"#))
        let other = try key(
            change(#"{ "waba_info" : {"owner_business_id":"\u00e9\/","waba_id":"1"}, "event":"PARTNER_ADDED" }"#))
        #expect(one == other)
        #expect(
            try one != key(change(#"{"event":"PARTNER_ADDED","waba_info":{"waba_id":"2","owner_business_id":"é/"}}"#)))
        #expect(try key(change("{\"a\":1}", field: "x")) != key(change("{\"a\":1}", field: "y")))
        #expect(try key(change("{\"a\":1}", field: "x")) == key(change("{\"a\":1}", field: "x")))
        #expect(try key(change("{\"a\":[1,2]}", field: "x")) != key(change("{\"a\":[2,1]}", field: "x")))
        // Another time of the entry is another event.
        let bare = change("{\"a\":1}", field: "x")
        let first = try #require(Delivery(decoding: Deliveries.body(bare, time: 1)).events.first)
        let second = try #require(Delivery(decoding: Deliveries.body(bare, time: 2)).events.first)
        #expect(EventKey(first) != EventKey(second))
    }

    @Test("of a payment are told apart by all of it, since refunds come under the same status")
    func payments() throws {
        func payment(_ refund: String) -> String {
            Deliveries.status(
                "wamid.A", "captured",
                members: #","type":"payment","payment":{"reference_id":"o1","refunds":[\#(refund)]}"#)
        }
        #expect(try key(payment("")) != key(payment(#"{"id":"r1"}"#)))
        #expect(try key(payment("")) == key(payment("")))
    }

    @Test("are no problem twice either")
    func problems() throws {
        func problem(_ element: String) throws -> EventKey {
            let body = Deliveries.body(Deliveries.change(number: "1", #""messages":[\#(element)]"#))
            return EventKey(try #require(Delivery(decoding: body).problems.first))
        }
        #expect(try problem("7") == problem("7"))
        #expect(try problem("7") != problem("8"))
    }

    @Test("show no identity when a key is printed")
    func masking() throws {
        let key = try key(Deliveries.status("wamid.SECRET", "read", to: "16505551234"))
        #expect("\(key)" == "status key")
    }

    @Test("are dropped, one of each passes")
    func filter() async throws {
        let filter = DuplicateFilter()
        let events = try Deliveries.events(
            Deliveries.messages(["a", "b", "a"]), Deliveries.status("a", "sent"), Deliveries.status("a", "sent"))
        let fresh = try await filter.claim(events, at: Self.start)
        #expect(fresh.map { EventKey($0).rawValue } == ["message:a", "message:b", "status:a:sent:16505551234"])
        #expect(try await filter.claim(events, at: Self.start + 60).isEmpty)
        try await filter.release([events[1]])
        #expect(try await filter.claim(events, at: Self.start + 61) == [events[1]])
    }

    @Test("are remembered for seven days and not longer")
    func horizon() async throws {
        let store = InMemoryDuplicateStore()
        let key = EventKey(rawValue: "message:a")
        #expect(store.claim(key, at: Self.start))
        #expect(!store.claim(key, at: Self.start + 7 * Self.day - 1))
        #expect(store.claim(key, at: Self.start + 7 * Self.day))
        #expect(!store.claim(key, at: Self.start + 14 * Self.day - 1))
        #expect(store.count == 1)
        // A clock that is set back forgets nothing.
        #expect(!store.claim(key, at: Self.start))
        // Times beyond all reason are taken for the nearest.
        #expect(store.claim(EventKey(rawValue: "b"), at: .distantFuture))
        #expect(!store.claim(EventKey(rawValue: "b"), at: Date(timeIntervalSince1970: -.infinity)))
    }

    @Test("are remembered up to a number; the oldest go first, and released ones do not count twice")
    func capacity() async throws {
        let store = InMemoryDuplicateStore(capacity: 3)
        func claim(_ name: String, after seconds: Double = 0) -> Bool {
            store.claim(EventKey(rawValue: name), at: Self.start + seconds)
        }
        #expect(claim("a") && claim("b") && claim("c") && !claim("a"))
        #expect(claim("d"))
        #expect(store.count == 3)
        #expect(claim("a"))
        #expect(!claim("c") && !claim("d"))
        try await store.release([EventKey(rawValue: "d")])
        #expect(claim("d"))
        // The first entry of d lies in the ring still; when its turn comes it must not take the second along.
        #expect(claim("e") && claim("f"))
        #expect(!claim("d"))
        #expect(store.count <= 3)
        for number in 0..<1000 { #expect(claim("n\(number)", after: Double(number))) }
        #expect(store.count == 3)
        #expect(!claim("n999", after: 1000))
    }

    @Test("that race are claimed once", arguments: [1, 2, 8])
    func race(width: Int) async throws {
        let store = InMemoryDuplicateStore()
        let keys = (0..<500).map { EventKey(rawValue: "message:\($0)") }
        let wins = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<width {
                group.addTask { try await store.claim(keys, at: Self.start).count { $0 } }
                group.addTask { keys.reversed().count { store.claim($0, at: Self.start) } }
            }
            return try await group.reduce(0, +)
        }
        #expect(wins == keys.count)
        #expect(store.count == keys.count)
    }
}
