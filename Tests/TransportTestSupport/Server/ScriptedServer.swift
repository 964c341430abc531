import WhatsAppBusiness

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A server on 127.0.0.1 that does to a client whatever a test needs done.
///
/// Its script runs once per connection, on a thread of that connection. What arrived is in its log.
///
/// ```swift
/// let server = try ScriptedServer { connection in
///     while try connection.readRequest() != nil { try connection.respond(body: "hello") }
/// }
/// ```
public final class ScriptedServer: Sendable {
    /// What has happened at the server.
    public struct Log: Sendable {
        /// How many connections were accepted.
        public var connections = 0
        /// How many requests began to arrive: their header was read.
        public var heads = 0
        /// The requests that arrived whole, in order.
        public var requests: [ReceivedRequest] = []
        /// Connections of which the script saw the client's end.
        public var closedByClient: Set<Int> = []
    }

    /// The port.
    public let port: Int
    private let core: Core

    /// Starts a server.
    ///
    /// - Parameter script: what is done with each connection; the connection is closed when it returns or throws.
    /// - Throws: ``SocketError`` where no socket can be had.
    public init(_ script: @escaping @Sendable (ServerConnection) throws -> Void) throws {
        let listener = try Sockets.listen(backlog: 512)
        port = listener.port
        core = Core(listener: listener.descriptor, stop: try Gate(), script: script)
        try Threads.start(core.accept)
    }

    deinit {
        core.stop.open()
    }

    /// The log as it is now.
    public var log: Log { core.log.withLock { $0.log } }

    /// Waits until the log meets a condition.
    @discardableResult
    public func wait(until condition: @escaping @Sendable (Log) -> Bool) async -> Log {
        await withCheckedContinuation { continuation in
            core.change { $0.waiting.append((condition, continuation)) }
        }
    }

    /// What the threads hold on to, so that the server itself can go away.
    final class Core: Sendable {
        struct State: Sendable {
            var log = Log()
            var waiting: [(condition: @Sendable (Log) -> Bool, continuation: CheckedContinuation<Log, Never>)] = []
        }

        let log = Locked(State())
        let stop: Gate
        private let listener: Int32
        private let script: @Sendable (ServerConnection) throws -> Void

        init(listener: Int32, stop: Gate, script: @escaping @Sendable (ServerConnection) throws -> Void) {
            self.listener = listener
            self.stop = stop
            self.script = script
        }

        /// Becomes readable when the server is to end.
        var stopped: Int32 { stop.readable }

        @Sendable func accept() {
            defer { close(listener) }
            var index = 0
            while (try? Sockets.wait(for: listener, POLLIN, stop: stopped)) == true {
                let descriptor = acceptConnection()
                guard descriptor >= 0 else { continue }
                change { $0.log.connections += 1 }
                let number = index
                index += 1
                do {
                    try Threads.start { self.serve(descriptor, number) }
                } catch {
                    close(descriptor)
                }
            }
        }

        private func acceptConnection() -> Int32 {
            #if canImport(Darwin)
            Darwin.accept(listener, nil, nil)
            #elseif canImport(Glibc)
            Glibc.accept(listener, nil, nil)
            #else
            Musl.accept(listener, nil, nil)
            #endif
        }

        private func serve(_ descriptor: Int32, _ index: Int) {
            // A script ends by throwing when the client goes away or the server stops: nothing to report.
            try? script(ServerConnection(index: index, descriptor: descriptor, server: self))
        }

        func noteHead() {
            change { $0.log.heads += 1 }
        }

        func note(_ request: ReceivedRequest) {
            change { $0.log.requests.append(request) }
        }

        func noteClose(_ index: Int) {
            change { $0.log.closedByClient.insert(index) }
        }

        func change(_ body: (inout State) -> Void) {
            let (log, met) = log.withLock { state in
                body(&state)
                let log = state.log
                let met = state.waiting.filter { $0.condition(log) }.map(\.continuation)
                state.waiting.removeAll { $0.condition(log) }
                return (log, met)
            }
            for continuation in met { continuation.resume(returning: log) }
        }
    }
}

/// Threads that block, which tasks must not.
enum Threads {
    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    static func start(_ body: @escaping @Sendable () -> Void) throws {
        let work = Unmanaged.passRetained(Work(body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, 512 * 1024)
        defer { pthread_attr_destroy(&attributes) }
        #if canImport(Darwin)
        var thread: pthread_t?
        let result = pthread_create(&thread, &attributes, { Threads.run($0) }, work.toOpaque())
        #else
        var thread = pthread_t()
        let result = pthread_create(&thread, &attributes, { $0.flatMap(Threads.run) }, work.toOpaque())
        #endif
        guard result == 0 else {
            work.release()
            throw SocketError("pthread_create", code: result)
        }
    }

    private static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
    }
}
