public import HTTPTypes

/// What a web framework received, in the few parts that matter here.
///
/// ```swift
/// let request = WebhookRequest(method: .post, headers: headers, body: bytes)
/// ```
///
/// The body must be the bytes as they were received: not decoded, not trimmed, not encoded again.
public struct WebhookRequest: Hashable, Sendable {
    /// The method.
    public var method: HTTPRequest.Method
    /// The path with its query, as it stands in the request line: `/hook?hub.mode=subscribe&…`.
    public var path: String
    /// The headers.
    public var headers: HTTPFields
    /// The body as it was received.
    public var body: [UInt8]

    /// Creates a request.
    public init(
        method: HTTPRequest.Method, path: String = "/", headers: HTTPFields = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    /// Creates a request from the head that frameworks on HTTP Types have.
    public init(_ request: HTTPRequest, body: [UInt8] = []) {
        self.init(method: request.method, path: request.path ?? "/", headers: request.headerFields, body: body)
    }

    /// The query of ``path``, still encoded; `nil` where there is none.
    public var query: String? {
        let beforeFragment = path.prefix { $0 != "#" }
        guard let mark = beforeFragment.firstIndex(of: "?") else { return nil }
        return String(beforeFragment[beforeFragment.index(after: mark)...])
    }
}

extension WebhookRequest: CustomStringConvertible, CustomReflectable {
    /// The method and the size of the body. The query holds a token, the headers a signature, the body a person's
    /// messages.
    public var description: String { "\(method) with \(body.count) bytes" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["method": method.rawValue, "bytes": body.count])
    }
}
