import ProviderTestSupport
import Testing
import TransportTestSupport
import WhatsAppBusiness
import WhatsAppCURL
import WhatsAppCloudAPI
import WhatsAppMessenger

/// What becomes of one arrival of a message at a server that goes wrong, by a seed.
private enum Fate: String, CaseIterable {
    case taken, throughput, pairRate, undeliverable, faultBefore, faultAfter, resetBefore, resetAfter, halfAnswer
    case silenceBefore, silenceAfter

    /// The same for the same seed, message and arrival (SplitMix64).
    init(seed: UInt64, number: Int, arrival: Int) {
        var mixed = seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(number * 8 + arrival + 1)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        let chance = (mixed ^ (mixed >> 31)) % 100
        switch chance {
        case 0..<12: self = .throughput
        case 12..<16: self = .pairRate
        case 16..<20: self = .undeliverable
        case 20..<23: self = .faultBefore
        case 23..<26: self = .faultAfter
        case 26..<30: self = .resetBefore
        case 30..<34: self = .resetAfter
        case 34..<38: self = .halfAnswer
        // Never after a refusal: such a send is given little time, and must not end before its refusal has come.
        case 38 where arrival == 0: self = .silenceBefore
        case 39 where arrival == 0: self = .silenceAfter
        default: self = .taken
        }
    }

    /// Whether the server has the message after it.
    var isTaken: Bool { [.taken, .faultAfter, .resetAfter, .halfAnswer, .silenceAfter].contains(self) }
    /// Whether the platform says that it may be sent again.
    var mayBeRepeated: Bool { self == .throughput || self == .pairRate }
    /// What the library must say of a send that ended so.
    var outcome: WhatsAppError.Outcome? {
        switch self {
        case .taken: return nil
        case .throughput, .pairRate, .undeliverable: return .refused
        default: return .unknown
        }
    }

    /// The fates of a message: one for each arrival, until one is final or the repetitions are used up.
    static func all(seed: UInt64, number: Int) -> [Self] {
        var fates: [Self] = []
        repeat {
            fates.append(Fate(seed: seed, number: number, arrival: fates.count))
        } while fates.last?.mayBeRepeated == true && fates.count <= RetryPolicy.standard.maximumRetries
        return fates
    }
}

/// A messages endpoint that goes wrong, and its log: what it took, and how often each message came.
private final class FaultyServer: Sendable {
    struct Log: Sendable {
        var arrivals: [Int: Int] = [:]
        var taken: [Int: Int] = [:]
        var tags: [Int: Set<String>] = [:]
    }

    let server: ScriptedServer
    private let locked: Locked<Log>

    var log: Log { locked.withLock { $0 } }

    init(seed: UInt64) throws {
        let log = Locked(Log())
        locked = log
        server = try ScriptedServer { connection in
            while let request = try connection.readRequest() {
                guard let body = try? JSONValue(parsing: request.body),
                    let number = body["text"]?["body"]?.string.flatMap({ Int($0.dropFirst(5)) })
                else { return }
                let fate = log.withLock { log in
                    let arrival = log.arrivals[number] ?? 0
                    log.arrivals[number] = arrival + 1
                    let fate = Fate(seed: seed, number: number, arrival: arrival)
                    if fate.isTaken { log.taken[number, default: 0] += 1 }
                    if let tag = body["biz_opaque_callback_data"]?.string { log.tags[number, default: []].insert(tag) }
                    return fate
                }
                guard try Self.answer(fate, number, on: connection) else { return }
            }
        }
    }

    /// - Returns: whether the connection goes on.
    private static func answer(_ fate: Fate, _ number: Int, on connection: ServerConnection) throws -> Bool {
        func error(_ status: String, _ code: Int) throws {
            try connection.respond(status, body: #"{"error":{"message":"injected","code":\#(code)}}"#)
        }
        let answer = #"{"messages":[{"id":"wamid.\#(number)"}]}"#
        switch fate {
        case .taken: try connection.respond(body: answer)
        case .throughput: try error("429 Too Many Requests", 130429)
        case .pairRate: try error("429 Too Many Requests", 131056)
        case .undeliverable: try error("400 Bad Request", 131026)
        case .faultBefore, .faultAfter: try error("500 Internal Server Error", 131000)
        case .resetBefore, .resetAfter:
            connection.reset()
            return false
        case .halfAnswer:
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer.dropLast(9))")
            return false
        case .silenceBefore, .silenceAfter:
            try connection.waitForClose()
            return false
        }
        return true
    }
}

@Suite("What is said of sends over libcurl to a server that goes wrong", .timeLimit(.minutes(10)))
struct AccountingTests {
    private static let count = 250

    /// What each send ended with: its id, or its error.
    private func results(
        of messenger: Messenger, seed: UInt64
    ) async -> [Int: Result<SentMessage, WhatsAppError>] {
        await withTaskGroup(of: (Int, Result<SentMessage, WhatsAppError>).self) { group in
            for number in 0..<Self.count {
                group.addTask {
                    let fates = Fate.all(seed: seed, number: number)
                    let isSilent = fates.last == .silenceBefore || fates.last == .silenceAfter
                    // Only a send that is never answered is not given all the time that it takes.
                    let options = RequestOptions(timeout: isSilent ? .milliseconds(300) : .seconds(100))
                    let recipient = Recipient.phoneNumber(PhoneNumber(rawValue: "1555\(1_000_000 + number)"))
                    do throws(WhatsAppError) {
                        return (
                            number,
                            .success(
                                try await messenger.send(.text("send \(number)"), to: recipient, options: options))
                        )
                    } catch {
                        return (number, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test(
        "is what the server did: nothing lost, nothing twice, nothing claimed", arguments: [17, 35] as [UInt64])
    func accounting(seed: UInt64) async throws {
        let server = try FaultyServer(seed: seed)
        let transport = CURLTransport(configuration: .init(maximumConnections: 32))
        let cloud = CloudAPI(
            phoneNumberID: "106540352242922", accessToken: "token", transport: transport,
            configuration: .init(
                baseURL: "http://127.0.0.1:\(server.server.port)",
                transportOptions: TransportOptions(connectTimeout: .seconds(60), queueTimeout: .seconds(100)),
                clock: RecordingClock()))
        let messenger = Messenger(
            provider: cloud, configuration: .init(limits: .upgraded), clock: RecordingClock())
        let results = await results(of: messenger, seed: seed)
        await transport.shutdown()
        let log = server.log

        #expect(results.count == Self.count)
        var uncertain: [String: Int] = [:]
        for number in 0..<Self.count {
            let fates = Fate.all(seed: seed, number: number)
            let last = try #require(fates.last)
            switch results[number] {
            case .success(let sent)?:
                #expect(last == .taken, "\(number)")
                #expect(sent.id.rawValue == "wamid.\(number)")
            case .failure(let error)?:
                #expect(error.outcome == last.outcome, "\(number): \(last)")
                #expect(error.attempts == fates.count)
                if error.outcome == .unknown { uncertain[try #require(error.callbackData)] = number }
            case nil: Issue.record("send \(number) was lost")
            }
            // A silent send may have ended before the server read it; no other may.
            let mayBeMissing = last == .silenceBefore || last == .silenceAfter
            let arrivals = log.arrivals[number] ?? 0
            #expect(arrivals == fates.count || mayBeMissing && arrivals == fates.count - 1, "\(number)")
            #expect((log.taken[number] ?? 0) == (last.isTaken ? 1 : 0) || mayBeMissing, "\(number)")
            #expect((log.tags[number]?.count ?? 1) == 1, "a send keeps its tag")
        }

        // Statuses of what was taken tell which uncertain sends had arrived, and only of those.
        #expect(await Set(messenger.uncertainSends.open.map(\.callbackData)) == Set(uncertain.keys))
        for (number, tags) in log.tags where log.taken[number] != nil {
            let tag = try #require(tags.first)
            let status =
                #"{"id":"wamid.\#(number)","status":"sent","timestamp":"1","recipient_id":"1","biz_opaque_callback_data":"\#(tag)"}"#
            let change = #"{"field":"messages","value":{"statuses":[\#(status)]}}"#
            let delivery = try Delivery(decodingChange: Array(change.utf8))
            let event = try #require(delivery.events.first)
            let entry = await messenger.receive(event)
            #expect((entry != nil) == (uncertain[tag] == number))
            if let entry { #expect(entry.resolution == .taken(MessageID(rawValue: "wamid.\(number)"))) }
        }
        let open = Set(await messenger.uncertainSends.open.map(\.callbackData))
        #expect(open == Set(uncertain.filter { log.taken[$0.value] == nil }.keys))
    }

    @Test("covers every fate with each seed", arguments: [17, 35] as [UInt64])
    func coverage(seed: UInt64) {
        let fates = (0..<Self.count).map { Fate.all(seed: seed, number: $0) }
        #expect(Set(fates.compactMap(\.last)) == Set(Fate.allCases))
        #expect(fates.contains { $0.count == 2 } && fates.contains { $0.count == 3 })
    }
}
