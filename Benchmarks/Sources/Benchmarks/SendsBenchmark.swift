import Foundation
import HTTPTypes
import Logging
import Synchronization
import WhatsApp

/// A transport that notes when each send's first attempt is made: right after its turn.
private final class TimedTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let seen = Mutex<[[UInt8]: ContinuousClock.Instant]>([:])

    init(_ inner: any HTTPTransport) {
        self.inner = inner
    }

    /// The seconds of all first attempts since the earliest.
    var times: [Double] {
        let instants = seen.withLock { $0.values.sorted() }
        return instants.map { instants[0].duration(to: $0).seconds }
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        let now = ContinuousClock.now
        // A repetition has the same tag, and so the same bytes.
        if let bytes = body?.bytes { seen.withLock { if $0[bytes] == nil { $0[bytes] = now } } }
        return try await inner.send(request, body: body, options: options)
    }
}

/// 10,000 sends through pacer, provider and libcurl at 1,000 a second to a server that goes wrong: whether the pace is
/// kept, whether anything is lost or sent twice, and whether what the library says of each send is what the server did.
enum SendsBenchmark {
    /// What the library said of a send.
    private enum Report {
        case sent(MessageID)
        case refused
        case notSent
        case unknown(tag: String?)
    }

    private static let count = 10_000
    private static let perSecond = 1_000
    private static let seed = 20_261_125

    static func run() async throws {
        print("\(count) sends at \(perSecond) a second to a server that goes wrong (seed \(seed))")
        let server = try FaultServerProcess(seed: seed)
        let transport = TimedTransport(.curl)
        let cloud = CloudAPI(
            phoneNumberID: "106540352242922", accessToken: "benchmark-token", transport: transport,
            configuration: .init(
                baseURL: "http://127.0.0.1:\(server.port)", transportOptions: TransportOptions(timeout: .seconds(5))))
        let messenger = Messenger(provider: cloud, configuration: .init(limits: .upgraded))
        let processor = processorSeconds()
        let start = ContinuousClock.now
        let reports = await reports(of: messenger)
        let elapsed = (ContinuousClock.now - start).seconds
        let used = processorSeconds() - processor
        let log = try server.stop()
        print("  all reported after \(fixed(elapsed, 2)) s, \(fixed(used, 2)) processor seconds of this process")

        try await PacerBenchmark.run()

        var problems: [String] = []
        pace("the library", transport.times, isBinding: true, &problems)
        let arrivals = log.filter { $0.arrival == 0 }.map { Double($0.microseconds) / 1e6 }.sorted()
        // What the machine adds between the turn and the server is not the pacer's.
        pace("the server", arrivals, isBinding: false, &problems)
        accounting(reports, log, &problems)
        await ledger(messenger, log, &problems)
        guard problems.isEmpty else {
            for problem in problems.prefix(20) { print("  WRONG: \(problem)") }
            print("  \(problems.count) problems")
            exit(1)
        }
    }

    private static func reports(of messenger: Messenger) async -> [Int: Report] {
        // Repetitions are told at `info`.
        var quiet = Logger(label: "benchmark")
        quiet.logLevel = .error
        let options = RequestOptions(logger: quiet)
        return await withTaskGroup(of: (Int, Report).self) { group in
            for number in 0..<count {
                group.addTask {
                    let digits = String(number)
                    let recipient = Recipient.phoneNumber(
                        PhoneNumber(rawValue: "1555" + String(repeating: "0", count: 7 - digits.count) + digits))
                    do throws(WhatsAppError) {
                        let sent = try await messenger.send(
                            .text("send \(number)"), to: recipient, options: options)
                        return (number, .sent(sent.id))
                    } catch {
                        switch error.outcome {
                        case .refused: return (number, .refused)
                        case .notSent: return (number, .notSent)
                        case .unknown: return (number, .unknown(tag: error.callbackData))
                        }
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// The pace of the middle 90 % of the sends, and the most within any second.
    private static func pace(_ name: String, _ times: [Double], isBinding: Bool, _ problems: inout [String]) {
        guard times.count > 100 else { return problems.append("\(name) saw hardly anything") }
        let (low, high) = (times.count / 20, times.count - 1 - times.count / 20)
        let rate = Double(high - low) / (times[high] - times[low])
        let error = abs(rate / Double(perSecond) - 1) * 100
        var most = 0
        var end = 0
        for (index, time) in times.enumerated() {
            while end < times.count, times[end] < time + 1 { end += 1 }
            most = max(most, end - index)
        }
        print(
            "  pace at \(name): \(fixed(rate, 2)) a second, error \(fixed(error, 3)) %, at most \(most) within any second"
        )
        if isBinding, error >= 1 { problems.append("the pace is off by \(fixed(error, 2)) %") }
    }

    private static func accounting(
        _ reports: [Int: Report], _ log: [FaultServerProcess.Entry], _ problems: inout [String]
    ) {
        let arrivals = Dictionary(grouping: log, by: \.number).mapValues { $0.sorted { $0.arrival < $1.arrival } }
        var totals: [String: Int] = [:]
        if reports.count != count { problems.append("\(count - reports.count) sends without a report") }
        for number in 0..<count {
            let arrived = arrivals[number] ?? []
            let taken = arrived.filter(\.isTaken).count
            if taken > 1 { problems.append("send \(number) was taken \(taken) times") }
            let fate = arrived.last?.fate ?? "nothing"
            let isRight: Bool
            let name: String
            switch reports[number] {
            case .sent(let id)?:
                (name, isRight) = ("certain", fate == "taken" && id.rawValue == "wamid.\(number)")
            case .refused?:
                (name, isRight) = (
                    "refused", ["throughput", "pair-rate", "undeliverable"].contains(fate) && taken == 0
                )
            case .notSent?:
                (name, isRight) = ("not sent", arrived.isEmpty)
            case .unknown(let tag)?:
                let isUncertain = [
                    "fault-before", "fault-after", "reset-before", "reset-after", "half-answer", "silence-before",
                    "silence-after",
                ].contains(fate)
                (name, isRight) = ("unknown", isUncertain && tag != nil && tag == arrived.last?.tag)
            case nil: (name, isRight) = ("nothing", false)
            }
            totals[name, default: 0] += 1
            if !isRight { problems.append("send \(number): reported \(name), the server says \(fate)") }
            // Before the last arrival there is nothing but certain refusals: only those may be repeated.
            for entry in arrived.dropLast() where !["throughput", "pair-rate"].contains(entry.fate) {
                problems.append("send \(number) was repeated after \(entry.fate)")
            }
        }
        let fates = Dictionary(grouping: log, by: \.fate).mapValues(\.count).sorted { $0.key < $1.key }
        print("  the server: \(log.count) requests: " + fates.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        print(
            "  the library: "
                + totals.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }

    /// What the statuses of the messages that were taken tell about the sends that were uncertain.
    private static func ledger(
        _ messenger: Messenger, _ log: [FaultServerProcess.Entry], _ problems: inout [String]
    ) async {
        let uncertain = Set(await messenger.uncertainSends.open.map(\.callbackData))
        var resolved = 0
        for entry in log where entry.isTaken {
            let body =
                #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"106540352242922"},"statuses":[{"id":"wamid.\#(entry.number)","status":"sent","timestamp":"1795564800","recipient_id":"15550000000","biz_opaque_callback_data":"\#(entry.tag)"}]}}]}]}"#
            guard let delivery = try? Delivery(decoding: Array(body.utf8)) else {
                problems.append("a status was not read")
                continue
            }
            for event in delivery.events {
                guard let told = await messenger.receive(event) else { continue }
                resolved += 1
                if told.resolution != .taken(MessageID(rawValue: "wamid.\(entry.number)")) {
                    problems.append("a send was resolved wrongly")
                }
            }
        }
        let takenTags = Set(log.filter(\.isTaken).map(\.tag))
        let open = Set(await messenger.uncertainSends.open.map(\.callbackData))
        if resolved != uncertain.intersection(takenTags).count { problems.append("the ledger resolved \(resolved)") }
        if open != uncertain.subtracting(takenTags) { problems.append("the ledger keeps the wrong sends open") }
        print("  the ledger: \(uncertain.count) uncertain, \(resolved) turn out taken, \(open.count) not")
    }
}
