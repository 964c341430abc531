#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What went wrong with a socket of the scripted server.
public struct SocketError: Error, Sendable {
    /// The call that failed.
    public var call: String
    /// Its `errno`.
    public var code: Int32

    init(_ call: String, code: Int32 = errno) {
        self.call = call
        self.code = code
    }
}

/// The server was stopped while a script waited.
struct ServerStopped: Error {}

/// POSIX sockets on 127.0.0.1.
enum Sockets {
    #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
    private static let stream = SOCK_STREAM
    #endif

    /// The address of a port on this machine; 0 lets the system choose.
    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    /// Opens a listening socket.
    static func listen(backlog: Int32) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, stream, 0)
        guard descriptor >= 0 else { throw SocketError("socket") }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        #if canImport(Darwin)
        let isListening = bound && Darwin.listen(descriptor, backlog) == 0
        #elseif canImport(Glibc)
        let isListening = bound && Glibc.listen(descriptor, backlog) == 0
        #else
        let isListening = bound && Musl.listen(descriptor, backlog) == 0
        #endif
        guard isListening else {
            let error = SocketError("listen")
            close(descriptor)
            throw error
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Starts to connect without waiting.
    static func connect(port: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, stream, 0)
        guard descriptor >= 0 else { throw SocketError("socket") }
        makeNonblocking(descriptor)
        var address = loopback(port: UInt16(port))
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                #if canImport(Darwin)
                Darwin.connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
                #elseif canImport(Glibc)
                Glibc.connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
                #else
                Musl.connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
                #endif
            }
        }
        return descriptor
    }

    static func makeNonblocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    /// Closing is then a reset instead of an orderly end.
    static func resetOnClose(_ descriptor: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    /// Keeps the system from holding much on behalf of a reader that does not read.
    static func limitSendBuffer(_ descriptor: Int32, to bytes: Int32) {
        var bytes = bytes
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &bytes, socklen_t(MemoryLayout.size(ofValue: bytes)))
    }

    static func sendWithoutDelay(_ descriptor: Int32) {
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout.size(ofValue: on)))
    }

    /// Waits for a descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: what is waited for.
    ///   - events: `POLLIN` or `POLLOUT`.
    ///   - stop: a descriptor that becomes readable when everything is to end.
    ///   - milliseconds: the longest wait; without end by default.
    /// - Returns: whether the descriptor is ready.
    static func wait(for descriptor: Int32, _ events: Int32, stop: Int32, atMost milliseconds: Int32 = -1) throws
        -> Bool
    {
        var polled = [
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
            pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let count = poll(&polled, nfds_t(polled.count), milliseconds)
            if count < 0, errno == EINTR { continue }
            guard polled[1].revents == 0 else { throw ServerStopped() }
            return polled[0].revents != 0
        }
    }

    /// Sends what the socket takes at once; never raises `SIGPIPE`.
    static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
        bytes.withUnsafeBytes { buffer in
            #if canImport(Darwin)
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout.size(ofValue: on)))
            return Darwin.send(descriptor, buffer.baseAddress, buffer.count, 0)
            #elseif canImport(Glibc)
            return Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            #else
            return Musl.send(descriptor, buffer.baseAddress, buffer.count, MSG_NOSIGNAL)
            #endif
        }
    }
}
