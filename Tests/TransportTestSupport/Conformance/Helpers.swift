public import HTTPTypes
import Testing
import WhatsAppBusiness

extension ScriptedServer {
    /// A request to this server.
    public func request(
        _ method: HTTPRequest.Method = .get, _ path: String = "/", fields: HTTPFields = [:]
    ) -> HTTPRequest {
        HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:\(port)", path: path, headerFields: fields)
    }

    /// A server that answers every request with 200 and its body.
    public static func echo() throws -> ScriptedServer {
        try ScriptedServer { connection in
            while let request = try connection.readRequest() { try connection.respond(body: request.text) }
        }
    }

    /// A server that reads requests and answers none until a gate is open.
    static func answering(after gate: Gate) throws -> ScriptedServer {
        try ScriptedServer { connection in
            while try connection.readRequest() != nil {
                try connection.wait(for: gate)
                try connection.respond(body: "late")
            }
        }
    }

    /// A server that answers the first request and then waits for the client to close.
    static func answering(_ answer: String) throws -> ScriptedServer {
        try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.write(answer)
            try connection.waitForClose()
        }
    }
}

extension TransportUnderTest {
    /// Sends a request and collects its body as text.
    func text(
        _ request: HTTPRequest, _ body: HTTPBody? = nil, _ options: TransportOptions = TransportOptions()
    ) async throws -> (HTTPResponse, String) {
        let (response, body) = try await transport.send(request, body: body, options: options)
        return (response, String(decoding: try await body.collect(upTo: .max), as: UTF8.self))
    }

    /// Sends a request that must fail.
    func failure(
        _ request: HTTPRequest, _ body: HTTPBody? = nil, _ options: TransportOptions = TransportOptions(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> TransportError {
        try await transportError(sourceLocation: sourceLocation) { _ = try await text(request, body, options) }
    }
}

/// What `body` throws, where it is a transport's error.
func transportError(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws -> TransportError {
    try await #require(throws: TransportError.self, sourceLocation: sourceLocation) { try await body() }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Bytes that differ from place to place.
func pattern(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(count))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes += $0 } }
    return Array(bytes.prefix(count))
}
