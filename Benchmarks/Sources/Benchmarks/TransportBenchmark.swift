import WhatsApp
import WhatsAppURLSession

/// Sends through the whole provider (encode, send, decode) over each transport, in one run.
enum TransportBenchmark {
    struct Figures {
        var perSecond: Double
        var processorPer10k: Double
    }

    static func run(seconds: Double, only: String?) async throws {
        if only == "libcurl" {
            let server = try LoadServerProcess()
            defer { server.stop() }
            _ = try await measure("libcurl", .curl, port: server.port, concurrency: 64, seconds: seconds)
            return
        }
        print("Sends through the provider: requests per second (processor seconds of this process per 10,000)")
        let server = try LoadServerProcess()
        defer { server.stop() }
        for concurrency in [1, 64] {
            let bare = try BareLoopProcess.run(port: server.port, concurrency: concurrency, seconds: seconds)
            show("bare C loop", concurrency, bare)
            let curl = try await measure(
                "libcurl", .curl, port: server.port, concurrency: concurrency, seconds: seconds)
            let session = try await measure(
                "URLSession", .urlSession, port: server.port, concurrency: concurrency, seconds: seconds)
            print(
                "  at \(concurrency): \(fixed(curl.perSecond / bare.perSecond, 2)) of the bare loop, "
                    + "\(fixed(curl.perSecond / session.perSecond, 2)) times URLSession")
        }

        print("Server with 50 ms delay, 500 concurrent sends (at most 10,000 a second)")
        let slow = try LoadServerProcess(delay: 50)
        defer { slow.stop() }
        _ = try await measure("libcurl", .curl, port: slow.port, concurrency: 500, seconds: seconds)
        _ = try await measure("URLSession", .urlSession, port: slow.port, concurrency: 500, seconds: seconds)
    }

    private static func measure(
        _ name: String, _ transport: any HTTPTransport, port: Int, concurrency: Int, seconds: Double
    ) async throws -> Figures {
        let cloud = CloudAPI(
            phoneNumberID: "106540352242922", accessToken: "benchmark-token", transport: transport,
            configuration: .init(baseURL: "http://127.0.0.1:\(port)"))
        _ = try await load(cloud, concurrency: concurrency, seconds: min(0.5, seconds))
        let processor = processorSeconds()
        let start = ContinuousClock.now
        let count = try await load(cloud, concurrency: concurrency, seconds: seconds)
        let elapsed = (ContinuousClock.now - start).seconds
        let used = processorSeconds() - processor
        let figures = Figures(perSecond: Double(count) / elapsed, processorPer10k: used / Double(count) * 10_000)
        show(name, concurrency, figures)
        return figures
    }

    private static func show(_ name: String, _ concurrency: Int, _ figures: Figures) {
        print(
            "  \(column(name, 12)) \(column("\(concurrency)", 4, right: true)) concurrent "
                + "\(column(fixed(figures.perSecond, 0), 8, right: true)) (\(fixed(figures.processorPer10k, 2)))")
    }

    /// Sends from `concurrency` tasks until the time is over, and returns how many sends succeeded.
    private static func load(_ cloud: CloudAPI, concurrency: Int, seconds: Double) async throws -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<concurrency {
                group.addTask {
                    var count = 0
                    while ContinuousClock.now < end {
                        try await cloud.send(
                            .text("Your order 1234 has shipped and will arrive on Tuesday."), to: "+15550001111")
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
    }
}
