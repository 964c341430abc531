import HTTPTypes
import WhatsAppBusiness

/// A request in the form that libcurl takes, made in the caller's task so that the loop has little to do.
struct PreparedRequest: Sendable {
    enum Body: Sendable {
        case none
        case bytes([UInt8])
        case stream(RequestStream)
    }

    /// Address, method and header lines, each ended by a zero byte.
    private(set) var text: [UInt8] = []
    /// Where each header line starts in `text`.
    private(set) var headerStarts: [Int] = []
    /// Where the method starts in `text`; the address starts at 0.
    private(set) var methodStart = 0
    let method: HTTPRequest.Method
    let isSecure: Bool
    /// Scheme, host and port: what connection limits are counted by.
    let host: String
    let body: Body
    let connectTimeout: Int
    /// 0 for none.
    let timeout: Int
    let queueTimeout: Duration
    let isStreamed: Bool
    let maximumBytes: Int

    /// - Throws: `TransportError` with `invalidRequest` for what cannot be expressed in HTTP.
    init(_ request: HTTPRequest, body: HTTPBody?, options: TransportOptions) throws(TransportError) {
        let target = try request.checkedTarget()
        guard request.method != .head || body == nil || body?.length == 0 else {
            throw .invalidRequest("a HEAD request has no body")
        }
        method = request.method
        isSecure = target.isSecure
        host = target.origin
        connectTimeout = options.connectTimeout.wholeMilliseconds
        timeout = options.timeout?.wholeMilliseconds ?? 0
        queueTimeout = options.queueTimeout
        isStreamed = options.responseBody.mode == .streamed
        maximumBytes = options.responseBody.maximumBytes
        if let bytes = body?.bytes {
            self.body = .bytes(bytes)
        } else if let body {
            self.body = .stream(RequestStream(body))
        } else {
            self.body = .none
        }

        text.reserveCapacity(512)
        text += host.utf8
        text += target.path.utf8
        text.append(0)
        methodStart = text.count
        text += method.rawValue.utf8
        text.append(0)
        try addHeader(request.headerFields)
    }

    /// A longer body is handed to libcurl piece by piece instead of being copied whole, and over HTTP/1.1.
    static let longestSmallBody = 32 * 1024

    /// Whether the request needs a connection of its own, over HTTP/1.1.
    ///
    /// A transfer that may be paused would hold up the others on its connection. And where a server answers a long body
    /// over HTTP/2 before it has read it, libcurl 7.88 waits for the rest to be wanted until the time is up.
    var isExclusive: Bool {
        switch body {
        case .stream: return true
        case .bytes(let bytes) where bytes.count > Self.longestSmallBody: return true
        case .bytes, .none: return isStreamed
        }
    }

    private mutating func addHeader(_ fields: HTTPFields) throws(TransportError) {
        var hasContentType = false
        var hasAccept = false
        for field in fields {
            let name = field.name
            if name == .contentLength || name == .transferEncoding || name == .expect || name == Self.hostName {
                continue
            }
            hasContentType = hasContentType || name == .contentType
            hasAccept = hasAccept || name == .accept
            headerStarts.append(text.count)
            text += name.rawName.utf8
            let isValid = field.withUnsafeBytesOfValue { value in
                guard !value.isEmpty else {
                    text.append(UInt8(ascii: ";"))  // curl's spelling of a field with an empty value
                    return true
                }
                text.append(UInt8(ascii: ":"))
                text.append(UInt8(ascii: " "))
                text += value
                return !value.contains { $0 == 0 || $0 == 0x0A || $0 == 0x0D }
            }
            guard isValid else { throw .invalidRequest("a header value holds a line end or a zero byte") }
            text.append(0)
        }
        // What curl would add of its own accord.
        addLine("Expect:")
        if !hasAccept { addLine("Accept:") }
        if !hasContentType, case .none = body {} else if !hasContentType { addLine("Content-Type:") }
        if case .stream(let stream) = body, stream.length == nil { addLine("Transfer-Encoding: chunked") }
    }

    private mutating func addLine(_ line: StaticString) {
        headerStarts.append(text.count)
        line.withUTF8Buffer { text += $0 }
        text.append(0)
    }

    private static let hostName = HTTPField.Name("Host")
}

extension Duration {
    /// Milliseconds rounded up, between 1 and what libcurl takes.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 1 }
        guard seconds < 2_000_000 else { return Int(Int32.max) }
        let milliseconds = Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
        return max(1, milliseconds)
    }
}
