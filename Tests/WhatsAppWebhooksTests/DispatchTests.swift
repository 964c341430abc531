import HTTPTypes
import InMemoryLogging
import Logging
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Dispatch", .timeLimit(.minutes(1)))
struct DispatchTests {
    private typealias Configuration = WebhookDispatcher.Configuration
    private struct Mishap: Error {
        var text = "personal words"
    }

    private static let receiver = WebhookReceiver(appSecrets: [Deliveries.secret], verifyToken: "my-token")

    private func dispatcher(
        _ configuration: Configuration = .init(), _ add: (inout WebhookHandlers) -> Void = { _ in }
    ) -> Program {
        var handlers = WebhookHandlers()
        add(&handlers)
        return Program(
            dispatcher: WebhookDispatcher(receiver: Self.receiver, configuration: configuration), handlers: handlers)
    }

    private func post(_ changes: String..., to dispatcher: Program) async -> Int {
        var status = 0
        for change in changes {
            status = await dispatcher.respond(to: Deliveries.request(Deliveries.body(change))).status.code
        }
        return status
    }

    /// Everything that waits, after a shut-down.
    private func drain(_ dispatcher: Program) async -> [ReceivedItem] {
        dispatcher.shutDown()
        var items: [ReceivedItem] = []
        for await item in dispatcher.items { items.append(item) }
        return items
    }

    private func text(_ item: ReceivedItem) -> String {
        switch item.content {
        case .event(.message(let message)): return message.summary
        case .event(.status(let status)): return status.state.rawValue
        case .event: return "event"
        case .problem: return "problem"
        }
    }

    @Test("answers handshakes, refuses what is not signed, and takes what is")
    func answers() async {
        let dispatcher = dispatcher()
        let query = "/hook?hub.mode=subscribe&hub.challenge=42&hub.verify_token=my-token"
        let handshake = await dispatcher.respond(to: WebhookRequest(method: .get, path: query))
        #expect(handshake.status == .ok && handshake.body == Array("42".utf8))
        let forged = Deliveries.request(Deliveries.body(Deliveries.message("a")), secret: "other")
        #expect(await dispatcher.respond(to: forged).status == .unauthorized)
        #expect(dispatcher.statistics == .init())
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
        #expect(await dispatcher.respond(to: Deliveries.request(Array("no JSON".utf8))).status == .ok)
        #expect(await drain(dispatcher).map(text) == ["hi", "problem"])
    }

    @Test("gives events and problems in their order, each once")
    func sequence() async {
        let dispatcher = dispatcher()
        let body = Deliveries.body(
            Deliveries.message("a", text: "one"),
            Deliveries.change(number: "1", #""messages":[7]"#), Deliveries.status("s", "sent"),
            Deliveries.message("b", from: "16505550000", text: "two"), Deliveries.message("a", text: "one"))
        for _ in 0..<3 { #expect(await dispatcher.respond(to: Deliveries.request(body)).status == .ok) }
        #expect(await drain(dispatcher).map(text) == ["one", "sent", "two", "problem"])
        #expect(dispatcher.statistics.accepted == 4)
        #expect(dispatcher.statistics.duplicates == 11)
        #expect(dispatcher.statistics.waiting == 0)
    }

    @Test("calls the handlers of a kind, and tells of what has none")
    func handlers() async {
        let calls = Locked<[String]>([])
        let note: @Sendable (String) -> Void = { text in calls.withLock { $0.append(text) } }
        let dispatcher = dispatcher(.init(concurrency: 1)) { handlers in
            handlers.on(.message) { message, _ in note("message \(message.id.rawValue)") }
            handlers.on(EventPattern.message.where { $0.id == "b" }) { _, _ in note("only b") }
            handlers.on(.failedStatus) { status, _ in note("failed \(status.id.rawValue)") }
            handlers.on(.unrecognized) { event, _ in note("unrecognized \(event.field)") }
            handlers.on(.any) { event, _ in if case .account = event { note("any") } }
            handlers.onProblem { problem, _ in note("problem \(problem.path)") }
        }
        let quiet = self.dispatcher { handlers in
            handlers.on(.call) { _, _ in note("call") }
            handlers.onUnhandled { item in note("unhandled \(item.key)") }
        }
        let changes = [
            Deliveries.messages(["a", "b"]), Deliveries.status("s", "failed"), Deliveries.status("s", "sent"),
            #"{"field":"new_field","value":{"a":1}}"#,
            #"{"field":"account_update","value":{"event":"ACCOUNT_DELETED"}}"#,
            Deliveries.change(number: "1", #""messages":[7]"#),
        ]
        for change in changes { #expect(await post(change, to: dispatcher) == 200) }
        dispatcher.shutDown()
        await dispatcher.run()
        #expect(
            calls.withLock { $0.sorted() } == [
                "any", "failed s", "message a", "message b", "only b",
                "problem entry[0].changes[0].value.messages[0]", "unrecognized new_field",
            ])
        #expect(dispatcher.statistics.handled == 7)
        calls.withLock { $0 = [] }
        #expect(await post(Deliveries.message("c"), to: quiet) == 200)
        quiet.shutDown()
        await quiet.run()
        #expect(calls.withLock { $0 } == ["unhandled message key"])
    }

    @Test("has a pattern for every kind of event")
    func patterns() async throws {
        let seen = Locked<Set<String>>([])
        let dispatcher = dispatcher { handlers in
            func note<Payload>(_ name: String, _ pattern: EventPattern<Payload>) {
                handlers.on(pattern) { _, _ in _ = seen.withLock { $0.insert(name) } }
            }
            note("message", .message)
            note("status", .status)
            note("template", .template)
            note("account", .account)
            note("call", .call)
            note("group", .group)
            note("preference", .preference)
            note("userID", .userID)
            note("flow", .flow)
            note("click", .click)
            note("echo", .echo)
            note("history", .history)
            note("contactSync", .contactSync)
            note("automatic", .automatic)
            note("handover", .handover)
            note("standby", .standby)
            note("error", .error)
            note("unrecognized", .unrecognized)
        }
        let text = #"{"id":"a","from":"1","timestamp":"1","type":"text","text":{"body":"x"}}"#
        for (name, change) in [
            ("message", Deliveries.message("a")), ("status", Deliveries.status("a", "sent")),
            (
                "template",
                #"{"field":"message_template_status_update","value":{"event":"APPROVED","message_template_id":1,"message_template_name":"n","message_template_language":"en"}}"#
            ),
            ("account", #"{"field":"account_update","value":{"event":"ACCOUNT_DELETED"}}"#),
            (
                "call",
                Deliveries.change(
                    number: "1", field: "calls", #""calls":[{"id":"c","event":"connect","timestamp":"1"}]"#)
            ),
            (
                "group",
                Deliveries.change(
                    number: "1", field: "group_status_update",
                    #""groups":[{"timestamp":"1","group_id":"g","type":"group_suspend"}]"#)
            ),
            (
                "preference",
                Deliveries.change(
                    number: "1", field: "user_preferences",
                    #""user_preferences":[{"wa_id":"1","category":"marketing_messages","value":"stop","timestamp":1}]"#)
            ),
            (
                "userID",
                Deliveries.change(
                    number: "1", field: "user_id_update",
                    #""user_id_update":[{"user_id":{"previous":"US.1","current":"US.2"},"timestamp":"1"}]"#)
            ),
            ("flow", #"{"field":"flows","value":{"event":"FLOW_STATUS_CHANGE","flow_id":"1"}}"#),
            (
                "click",
                Deliveries.change(
                    number: "1", #""user_actions":[{"action_type":"marketing_messages_link_click","timestamp":"1"}]"#)
            ),
            ("echo", Deliveries.change(number: "1", field: "smb_message_echoes", #""message_echoes":[\#(text)]"#)),
            ("history", Deliveries.change(number: "1", field: "history", #""messages":[\#(text)]"#)),
            (
                "contactSync",
                Deliveries.change(
                    number: "1", field: "smb_app_state_sync",
                    #""state_sync":[{"type":"contact","contact":{"phone_number":"1"},"action":"add"}]"#)
            ),
            (
                "automatic",
                Deliveries.change(
                    number: "1", field: "automatic_events",
                    #""automatic_events":[{"id":"w","event_name":"LeadSubmitted","timestamp":1}]"#)
            ),
            (
                "handover",
                #"{"field":"messaging_handovers","value":{"messaging_product":"whatsapp","recipient":{"phone_number_id":"1"},"type":"control_passed","timestamp":"1","control_passed":{}}}"#
            ),
            ("standby", Deliveries.change(number: "1", field: "standby", #""standby":{"messages":[\#(text)]}"#)),
            ("error", Deliveries.change(number: "1", #""errors":[{"code":131035}]"#)),
            ("unrecognized", #"{"field":"new","value":{"a":1}}"#),
        ] {
            seen.withLock { $0 = [] }
            #expect(await post(change, to: dispatcher) == 200)
            let reading = Task { await dispatcher.run() }
            while dispatcher.statistics.handled == 0 || seen.withLock({ $0.isEmpty }) { await Task.yield() }
            reading.cancel()
            await reading.value
            #expect(seen.withLock { $0 } == [name])
        }
    }

    @Test("goes on when a handler throws, calls the others, and tells of it")
    func throwing() async {
        let seen = Locked<[String]>([])
        let failures = Locked<[String]>([])
        let dispatcher = dispatcher { handlers in
            handlers.on(.message) { message, _ in if message.id == "b" { throw Mishap() } }
            handlers.on(.message) { message, _ in seen.withLock { $0.append(message.id.rawValue) } }
            handlers.onFailure { failure in
                failures.withLock { $0.append("\(failure.item): \(type(of: failure.error))") }
            }
        }
        #expect(await post(Deliveries.messages(["a", "b", "c"]), to: dispatcher) == 200)
        dispatcher.shutDown()
        await dispatcher.run()
        #expect(seen.withLock { $0 } == ["a", "b", "c"])
        #expect(failures.withLock { $0 } == ["message key: Mishap"])
        #expect(dispatcher.statistics.failures == 1)
    }

    @Test("logs a failure that nobody is told of, without its words")
    func logging() async {
        let handler = InMemoryLogHandler()
        let logger = Logger(label: "test") { _ in handler }
        let dispatcher = dispatcher(.init(logger: logger)) { handlers in
            handlers.on(.message) { _, _ in throw Mishap() }
        }
        #expect(await post(Deliveries.message("a", text: "secret words"), to: dispatcher) == 200)
        dispatcher.shutDown()
        await dispatcher.run()
        #expect(handler.entries.count == 1)
        let entry = handler.entries.map { "\($0.level) \($0.message) \($0.metadata)" }.joined()
        #expect(entry.contains("error") && entry.contains("Mishap"))
        #expect(!entry.contains("words") && !entry.contains("16505551234") && !entry.contains("wamid"))
    }

    @Test("answers while a handler is slow, and does not keep other customers waiting")
    func slowHandler() async {
        let gate = AsyncStream.makeStream(of: Void.self)
        let seen = AsyncStream.makeStream(of: String.self)
        let dispatcher = dispatcher(.init(concurrency: 2)) { handlers in
            handlers.on(.message) { message, _ in
                if message.id == "a1" { for await _ in gate.stream { break } }
                seen.continuation.yield(message.id.rawValue)
            }
        }
        await withDiscardingTaskGroup { group in
            group.addTask { await dispatcher.run() }
            #expect(await post(Deliveries.messages(["a1", "a2"]), to: dispatcher) == 200)
            #expect(await post(Deliveries.messages(["b1", "b2"], from: "16505550000"), to: dispatcher) == 200)
            var order: [String] = []
            for await id in seen.stream {
                order.append(id)
                // The customer of b is served while a1 is being handled; a2 waits for a1.
                if order.count == 2 { gate.continuation.yield() }
                if order.count == 4 { break }
            }
            #expect(order == ["b1", "b2", "a1", "a2"])
            dispatcher.shutDown()
        }
    }

    @Test("handles the messages of a customer one after the other, whatever the spelling of the number")
    func lanes() async {
        let active = Locked(0)
        let most = Locked(0)
        let order = Locked<[String]>([])
        let dispatcher = dispatcher(.init(concurrency: 8)) { handlers in
            handlers.on(.message) { message, _ in
                let now = active.withLock { active in
                    active += 1
                    return active
                }
                most.withLock { $0 = max($0, now) }
                for _ in 0..<20 { await Task.yield() }
                order.withLock { $0.append(message.id.rawValue) }
                active.withLock { $0 -= 1 }
            }
        }
        for number in 0..<40 {
            let from = number.isMultiple(of: 2) ? "5511987654321" : "551187654321"
            #expect(await post(Deliveries.message("m\(number)", from: from), to: dispatcher) == 200)
        }
        dispatcher.shutDown()
        await dispatcher.run()
        #expect(order.withLock { $0 } == (0..<40).map { "m\($0)" })
        #expect(most.withLock { $0 } == 1)
    }

    @Test("answers 503 when too much waits, and takes the same delivery later")
    func backPressure() async {
        let dispatcher = dispatcher(.init(capacity: 3))
        #expect(await post(Deliveries.messages(["a", "b"]), to: dispatcher) == 200)
        #expect(await post(Deliveries.messages(["c", "d"], from: "1650"), to: dispatcher) == 503)
        #expect(await post(Deliveries.message("e"), to: dispatcher) == 200)
        #expect(await post(Deliveries.message("f"), to: dispatcher) == 503)
        // What was there before is no news, so there is room for it.
        #expect(await post(Deliveries.messages(["a", "b"]), to: dispatcher) == 200)
        #expect(dispatcher.statistics.refused == 2)
        var taken: [String] = []
        for await item in dispatcher.items {
            taken.append(text(item))
            if taken.count == 3 { break }
        }
        #expect(await post(Deliveries.messages(["c", "d"], from: "1650"), to: dispatcher) == 200)
        #expect(await post(Deliveries.message("f"), to: dispatcher) == 200)
        #expect(await drain(dispatcher).count == 3)
        #expect(dispatcher.statistics.accepted == 6)
    }

    @Test("takes a delivery that is larger than the room there is when nothing else waits")
    func largeDelivery() async {
        let dispatcher = dispatcher(.init(capacity: 2))
        #expect(await post(Deliveries.messages((0..<100).map { "m\($0)" }), to: dispatcher) == 200)
        #expect(await post(Deliveries.message("n"), to: dispatcher) == 503)
        #expect(await drain(dispatcher).count == 100)
        #expect(await post(Deliveries.message("o"), to: dispatcher) == 503)
    }

    @Test("records before it answers, and answers 503 when that fails")
    func recording() async {
        let recorded = Locked<[[String]]>([])
        let fails = Locked(true)
        let dispatcher = dispatcher(
            .init(record: { items in
                if fails.withLock({ $0 }) { throw Mishap() }
                recorded.withLock { $0.append(items.map(\.key.rawValue)) }
            }))
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 503)
        fails.withLock { $0 = false }
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
        #expect(await post(Deliveries.messages(["a", "b"]), to: dispatcher) == 200)
        #expect(recorded.withLock { $0 } == [["message:a"], ["message:b"]])
        #expect(await drain(dispatcher).map(\.key.rawValue) == ["message:a", "message:b"])
    }

    @Test("answers 503 while the store of keys cannot be reached, and confirms what it has taken")
    func brokenStore() async {
        let store = FlakyStore()
        let dispatcher = dispatcher(.init(filter: DuplicateFilter(store: store)))
        await store.set(isBroken: true)
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 503)
        await store.set(isBroken: false)
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
        #expect(await store.confirmed == [EventKey(rawValue: "message:a")])
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
        #expect(await drain(dispatcher).count == 1)
    }

    @Test("without a filter hands everything on")
    func noFilter() async {
        let dispatcher = dispatcher(.init(filter: nil))
        for _ in 0..<3 { #expect(await post(Deliveries.message("a"), to: dispatcher) == 200) }
        #expect(await drain(dispatcher).count == 3)
    }

    @Test("finds the channel of an event; an unknown number is an event all the same")
    func channels() async throws {
        let channels = [
            Channel("shop", phoneNumberID: "1", businessAccountID: "100", metadata: ["language": "pt"]),
            Channel("help", phoneNumberID: "2", businessAccountID: "200"),
            Channel("more", phoneNumberID: "3", businessAccountID: "200"),
            Channel("relay", provider: .init(rawValue: "other"), instance: "i7"),
        ]
        let calls = Locked<[String]>([])
        let dispatcher = dispatcher(.init(channels: channels, concurrency: 1)) { handlers in
            handlers.on(.message, in: ["shop"]) { _, item in
                calls.withLock { $0.append("shop \(item.channel?.metadata["language"] ?? "")") }
            }
            handlers.on(.message) { message, item in
                calls.withLock { $0.append("\(item.channel?.name ?? "?") \(message.id.rawValue)") }
            }
            handlers.onUnknownNumber { number, _ in calls.withLock { $0.append("unknown \(number.rawValue)") } }
            handlers.on(.account) { _, item in calls.withLock { $0.append("account \(item.route == .none)") } }
        }
        for (id, number) in [("a", "1"), ("b", "2"), ("c", "9")] {
            #expect(await post(Deliveries.message(id, from: id, number: number), to: dispatcher) == 200)
        }
        let account = #"{"field":"account_update","value":{"event":"ACCOUNT_DELETED"}}"#
        for owner in ["100", "200", "300"] {
            let body = Deliveries.body(account, account: owner)
            #expect(await dispatcher.respond(to: Deliveries.request(body)).status == .ok)
        }
        dispatcher.shutDown()
        await dispatcher.run()
        #expect(
            calls.withLock { $0.sorted() } == [
                "? c", "account false", "account true", "account true", "help b", "shop a", "shop pt", "unknown 9",
            ])

        let relay = self.dispatcher(.init(channels: channels))
        let request = Deliveries.request(Deliveries.body(Deliveries.message("x")))
        _ = await relay.respond(to: request, instance: "i7")
        _ = await relay.respond(to: Deliveries.request(Deliveries.body(Deliveries.message("y"))), instance: "i8")
        let routes = await drain(relay).map(\.route)
        #expect(routes == [.channel(channels[3]), .unknownInstance("i8")])
        let stored = try JSONEncoder().encode(channels)
        #expect(try JSONDecoder().decode([Channel].self, from: stored) == channels)
    }

    @Test("yields an event once when two deliveries race", arguments: 0..<20)
    func race(round: Int) async {
        let dispatcher = dispatcher()
        let ids = (0..<50).map { "r\(round)-\($0)" }
        await withTaskGroup(of: Void.self) { group in
            for shift in 0..<8 {
                group.addTask {
                    let turned = Array(ids[(shift * 5)...] + ids[..<(shift * 5)])
                    #expect(await post(Deliveries.messages(turned), to: dispatcher) == 200)
                }
            }
        }
        let keys = await drain(dispatcher).map(\.key.rawValue)
        #expect(keys.count == 50 && Set(keys).count == 50)
    }

    @Test("loses nothing when many post and many handle")
    func load() async {
        let seen = Locked<[String: Int]>([:])
        let dispatcher = dispatcher(.init(capacity: 100, concurrency: 4)) { handlers in
            handlers.on(.message) { message, _ in seen.withLock { $0[message.id.rawValue, default: 0] += 1 } }
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await dispatcher.run() }
            group.addTask {
                for await item in dispatcher.items {
                    seen.withLock {
                        $0[
                            item.event.map { EventKey($0).rawValue.replacing("message:", with: "") } ?? "", default: 0] +=
                            1
                    }
                }
            }
            await withTaskGroup(of: Void.self) { posters in
                for poster in 0..<4 {
                    posters.addTask {
                        for turn in 0..<50 {
                            let change = Deliveries.messages(
                                (0..<5).map { "p\(poster)-\(turn)-\($0)" }, from: "1650555\(turn % 7)")
                            while await post(change, to: dispatcher) != 200 { await Task.yield() }
                        }
                    }
                }
            }
            dispatcher.shutDown()
        }
        let counts = seen.withLock { $0 }
        #expect(counts.count == 4 * 50 * 5)
        #expect(counts.values.allSatisfy { $0 == 1 })
    }

    @Test("stops handling when it is cancelled, and goes on when it is run again")
    func cancellation() async {
        let seen = Locked<[String]>([])
        let dispatcher = dispatcher { handlers in
            handlers.on(.message) { message, _ in seen.withLock { $0.append(message.id.rawValue) } }
        }
        let running = Task { await dispatcher.run() }
        let reading = Task {
            var count = 0
            for await _ in dispatcher.items { count += 1 }
            return count
        }
        running.cancel()
        reading.cancel()
        await running.value
        #expect(await reading.value == 0)
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
        #expect(dispatcher.statistics.waiting == 1)
        dispatcher.shutDown()
        await dispatcher.run()
        #expect(seen.withLock { $0 } == ["a"])
    }

    @Test("shows counts only when it is printed")
    func masking() async {
        let dispatcher = dispatcher()
        #expect(await post(Deliveries.message("wamid.SECRET", text: "secret"), to: dispatcher) == 200)
        for item in await drain(dispatcher) {
            var dumped = ""
            dump(item, to: &dumped)
            #expect(!dumped.contains("SECRET") && !dumped.contains("secret") && !"\(item)".contains("SECRET"))
        }
        #expect("\(dispatcher.dispatcher)" == "dispatcher with 0 of 10000 events waiting")
    }
}

/// A dispatcher with its handlers.
private struct Program: Sendable {
    let dispatcher: WebhookDispatcher
    let handlers: WebhookHandlers

    var statistics: WebhookDispatcher.Statistics { dispatcher.statistics }
    var items: WebhookDispatcher.Items { dispatcher.items }

    func respond(to request: WebhookRequest, instance: String? = nil) async -> WebhookResponse {
        await dispatcher.respond(to: request, instance: instance)
    }

    func run() async { await dispatcher.run(handlers) }

    func shutDown() { dispatcher.shutDown() }
}

/// A store that can be broken.
private actor FlakyStore: DuplicateStore {
    struct Unreachable: Error {}

    private let memory = InMemoryDuplicateStore()
    private var isBroken = false
    private(set) var confirmed: [EventKey] = []

    func set(isBroken: Bool) { self.isBroken = isBroken }

    func claim(_ keys: [EventKey], at now: Date) async throws -> [Bool] {
        if isBroken { throw Unreachable() }
        return try await memory.claim(keys, at: now)
    }

    func confirm(_ keys: [EventKey], at now: Date) async throws { confirmed += keys }

    func release(_ keys: [EventKey]) async throws { try await memory.release(keys) }
}
