#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// One connection of the scripted server, as its script sees it. Everything blocks; every wait ends with the server.
public final class ServerConnection {
    /// The connection's number, counted from 0.
    public let index: Int
    private let descriptor: Int32
    private let server: ScriptedServer.Core
    private var unread: [UInt8] = []
    private var isClosed = false

    init(index: Int, descriptor: Int32, server: ScriptedServer.Core) {
        self.index = index
        self.descriptor = descriptor
        self.server = server
        Sockets.makeNonblocking(descriptor)
        Sockets.sendWithoutDelay(descriptor)
    }

    deinit {
        close()
    }

    // MARK: Reading

    /// Reads the next request, body included, and writes it into the server's log.
    /// - Returns: `nil` where the client has closed the connection instead.
    public func readRequest() throws -> ReceivedRequest? {
        guard var request = try readHead() else { return nil }
        if let length = request["content-length"].first.flatMap({ Int($0) }) {
            request.body = try read(length)
        } else if request["transfer-encoding"] == ["chunked"] {
            while let size = Int(try readLine(), radix: 16) {
                request.body += try read(size)
                _ = try readLine()
                if size == 0 { break }
            }
        }
        server.note(request)
        return request
    }

    /// Reads the next request's header and leaves its body where it is.
    public func readHead() throws -> ReceivedRequest? {
        var head = ""
        while true {
            guard let line = try readLineOrEnd() else { return nil }
            if line.isEmpty {
                server.noteHead()
                return ReceivedRequest(head: head, connection: index)
            }
            head += line + "\r\n"
        }
    }

    /// Reads exactly so many bytes.
    public func read(_ count: Int) throws -> [UInt8] {
        while unread.count < count {
            guard try fill() else { throw SocketError("read", code: ECONNRESET) }
        }
        defer { unread.removeFirst(count) }
        return Array(unread[..<count])
    }

    /// Reads and drops what comes until the client closes, and notes in the server's log that it has.
    public func waitForClose() throws {
        while try fill() { unread.removeAll(keepingCapacity: true) }
        server.noteClose(index)
    }

    private func readLine() throws -> String {
        guard let line = try readLineOrEnd() else { throw SocketError("read", code: ECONNRESET) }
        return line
    }

    private func readLineOrEnd() throws -> String? {
        var searched = 0
        while true {
            if let end = unread[searched...].firstIndex(of: 0x0A) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end].filter { $0 != 0x0D }, as: UTF8.self)
            }
            searched = unread.count
            guard try fill() else { return nil }
        }
    }

    /// Reads what is there, or waits for it; `false` at the end of the connection.
    private func fill() throws -> Bool {
        while true {
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 {
                unread += buffer[..<count]
                return true
            }
            if count == 0 { return false }
            guard errno == EAGAIN || errno == EINTR else { return false }
            _ = try Sockets.wait(for: descriptor, POLLIN, stop: server.stopped)
        }
    }

    // MARK: Writing

    /// Writes text.
    public func write(_ text: String) throws {
        try write([UInt8](text.utf8))
    }

    /// Writes bytes.
    public func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Sockets.send(rest, to: descriptor)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                _ = try Sockets.wait(for: descriptor, POLLOUT, stop: server.stopped)
            } else if errno != EINTR {
                throw SocketError("send")
            }
        }
    }

    /// Writes a response with its length.
    public func respond(_ status: String = "200 OK", fields: [String] = [], body: String = "") throws {
        let lines = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.utf8.count)", "", body]
        try write(lines.joined(separator: "\r\n"))
    }

    /// Writes until the client has taken nothing for a while.
    ///
    /// - Parameters:
    ///   - bytes: what is written.
    ///   - milliseconds: how long a while is.
    /// - Returns: how much has been taken; all of it where the client did not stop reading.
    public func writeUntilStalled(_ bytes: [UInt8], milliseconds: Int32) throws -> Int {
        Sockets.limitSendBuffer(descriptor, to: 64 * 1024)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Sockets.send(rest.prefix(64 * 1024), to: descriptor)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard try Sockets.wait(for: descriptor, POLLOUT, stop: server.stopped, atMost: milliseconds) else {
                    break
                }
            } else if errno != EINTR {
                throw SocketError("send")
            }
        }
        return bytes.count - rest.count
    }

    // MARK: The rest

    /// Waits for a gate.
    public func wait(for gate: Gate) throws {
        _ = try Sockets.wait(for: gate.readable, POLLIN, stop: server.stopped)
    }

    /// Closes the connection in order.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        #if canImport(Darwin)
        Darwin.close(descriptor)
        #elseif canImport(Glibc)
        Glibc.close(descriptor)
        #else
        Musl.close(descriptor)
        #endif
    }

    /// Resets the connection.
    public func reset() {
        Sockets.resetOnClose(descriptor)
        close()
    }
}
