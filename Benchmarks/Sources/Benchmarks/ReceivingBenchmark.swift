import Foundation
import HTTPTypes
import WhatsApp

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Large batches, the duplicate filter, and the way of a delivery through the dispatcher.
enum ReceivingBenchmark {
    static func run() async throws {
        try batches()
        try await duplicates()
        try await dispatch()
    }

    /// 1,000 updates in 3 MB, beside smaller batches of the same updates.
    private static func batches() throws {
        print("Batches: time for each byte, and the most memory beside the body")
        var first: Double?
        for updates in [10, 100, 1_000] {
            let body = batch(of: updates)
            forgetPeak()
            let before = peakMemory()
            let events = try Delivery(decoding: body).events.count
            let peak = peakMemory() - before
            guard events == updates else { throw CocoaError(.coderReadCorrupt) }
            let nanoseconds =
                try nanosecondsPerCall(calls: 20_000 / updates) { try Delivery(decoding: body) } / Double(body.count)
            print(
                "  \(column("\(updates) updates", 16)) \(column("\(body.count) bytes", 16))"
                    + " \(fixed(nanoseconds, 3)) ns a byte (\(fixed(nanoseconds / (first ?? nanoseconds), 2)) of the first)"
                    + ", \(fixed(Double(peak) / Double(body.count), 2)) times the body")
            first = first ?? nanoseconds
        }
    }

    /// One million ids.
    private static func duplicates() async throws {
        let count = 1_000_000
        let now = Date(timeIntervalSince1970: 1_760_000_000)
        let keys = (0..<count).map {
            EventKey(rawValue: "message:wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQz\($0)QkE1RkY2QkQ3RQA=")
        }
        let store = InMemoryDuplicateStore()
        let before = residentMemory()
        let start = ContinuousClock.now
        var fresh = 0
        for key in keys where store.claim(key, at: now) { fresh += 1 }
        let filling = (ContinuousClock.now - start).seconds * 1e9 / Double(count)
        let memory = residentMemory() - before
        let again = ContinuousClock.now
        for key in keys where store.claim(key, at: now) { fresh += 1 }
        let finding = (ContinuousClock.now - again).seconds * 1e9 / Double(count)
        guard fresh == count, store.count == count else { throw CocoaError(.coderReadCorrupt) }
        print("The duplicate filter, one million ids")
        print(
            "  a new id \(fixed(filling, 0)) ns, a known one \(fixed(finding, 0)) ns, \(fixed(Double(memory) / 1e6)) MB"
        )
        let event = try Delivery(decoding: BenchmarkBodies.message).events[0]
        print("  the key of a message \(fixed(nanosecondsPerCall(calls: 100_000) { EventKey(event) }, 0)) ns")
    }

    /// Verified, decoded, filtered, routed and handed over.
    private static func dispatch() async throws {
        let secret: Secret = "benchmark-app-secret"
        let signer = SignatureSigner(secret: secret)
        let text = String(decoding: BenchmarkBodies.message, as: UTF8.self)
        let requests = (0..<100_000).map { number in
            let body = Array(text.replacing("QkQ3RQA=", with: "\(number)").utf8)
            return WebhookRequest(method: .post, headers: [.hubSignature256: signer.signature(for: body)], body: body)
        }
        let dispatcher = WebhookDispatcher(
            receiver: WebhookReceiver(appSecrets: [secret], verifyToken: nil),
            configuration: .init(
                channels: [Channel("shop", phoneNumberID: "106540352242922")], capacity: requests.count))
        var handlers = WebhookHandlers()
        handlers.on(.message) { message, _ in keep(message) }
        let start = ContinuousClock.now
        for request in requests {
            guard await dispatcher.respond(to: request).status == .ok else { throw CocoaError(.coderReadCorrupt) }
        }
        let answered = (ContinuousClock.now - start).seconds
        dispatcher.shutDown()
        await dispatcher.run(handlers)
        let handled = (ContinuousClock.now - start).seconds
        guard dispatcher.statistics.handled == requests.count else { throw CocoaError(.coderReadCorrupt) }
        print("The dispatcher, \(requests.count) requests of one message")
        print("  answered in \(fixed(answered * 1e6 / Double(requests.count), 2)) µs each")
        print("  handled in \(fixed((handled - answered) * 1e6 / Double(requests.count), 2)) µs each")
    }

    /// Messages of about 3,000 bytes each, as many as asked for. Made in one piece: memory that is freed here would hide
    /// what decoding takes.
    private static func batch(of updates: Int) -> [UInt8] {
        let text = Array(String(repeating: "The shop is open until eight; ", count: 90).utf8)
        var body: [UInt8] = []
        body.reserveCapacity(updates * (text.count + 300) + 1_000)
        body +=
            #"{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Ada"},"wa_id":"16505551234","user_id":"US.13491208655302741918"}],"messages":["#
            .utf8
        for number in 0..<updates {
            if number > 0 { body.append(UInt8(ascii: ",")) }
            body +=
                #"{"from":"16505551234","from_user_id":"US.13491208655302741918","id":"wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQz\#(number)A=","timestamp":"1760000001","type":"text","text":{"body":""#
                .utf8
            body += text
            body += #""}}"#.utf8
        }
        body += #"]},"field":"messages"}]}]}"#.utf8
        return body
    }

    /// The most memory that this process has held since ``forgetPeak()``, in bytes.
    private static func peakMemory() -> Int {
        if let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        {
            return kilobytes * 1024
        }
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        #if canImport(Darwin)
        return usage.ru_maxrss
        #else
        return usage.ru_maxrss * 1024
        #endif
    }

    /// Forgets the peak, where the system can.
    private static func forgetPeak() {
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    /// The memory that this process holds, in bytes; where the system does not say, the most that it has held.
    static func residentMemory() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return peakMemory() }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
