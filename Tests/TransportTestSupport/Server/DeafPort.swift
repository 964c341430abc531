#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A port on 127.0.0.1 to which connections are neither opened nor refused: its queue is full and nobody accepts.
public final class DeafPort: Sendable {
    /// The port.
    public let port: Int
    private let descriptors: [Int32]

    /// Opens the port and fills its queue.
    /// - Throws: ``SocketError`` where no socket can be had, or where the queue does not fill.
    public init() throws {
        let listener = try Sockets.listen(backlog: 0)
        var descriptors = [listener.descriptor]
        let never = try Gate()
        var isFull = false
        while !isFull {
            guard descriptors.count < 64 else { throw SocketError("connect", code: 0) }
            let client = try Sockets.connect(port: listener.port)
            descriptors.append(client)
            isFull = try !Sockets.wait(for: client, POLLOUT, stop: never.readable, atMost: 300)
        }
        port = listener.port
        self.descriptors = descriptors
    }

    deinit {
        for descriptor in descriptors { close(descriptor) }
    }

    /// A port on which nobody listens.
    public static func closedPort() throws -> Int {
        let listener = try Sockets.listen(backlog: 1)
        close(listener.descriptor)
        return listener.port
    }
}
