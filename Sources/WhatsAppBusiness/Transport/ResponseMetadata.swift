public import HTTPTypes

/// What came with an answer besides its content.
public struct ResponseMetadata: Hashable, Sendable {
    /// The HTTP status.
    public var status: HTTPResponse.Status
    /// The header fields, usage headers included.
    public var headers: HTTPFields
    /// The answer's bytes as they came. They can hold personal data.
    public var body: [UInt8]

    /// Creates a value.
    public init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The platform's id of the request, for its support.
    public var requestID: String? {
        for name in Self.requestIDNames {
            if let value = headers[name] { return value }
        }
        return nil
    }

    private static let requestIDNames = ["x-fb-request-id", "x-fb-trace-id", "x-request-id"].compactMap {
        HTTPField.Name($0)
    }
}

extension ResponseMetadata: CustomStringConvertible, CustomReflectable {
    /// The status, the request id and the size of the body.
    public var description: String {
        var text = "HTTP \(status.code), \(body.count) bytes"
        if let requestID { text += ", request \(requestID)" }
        return text
    }

    /// A mirror without header fields and body.
    public var customMirror: Mirror { Mirror(self, children: ["status": status.code, "bytes": body.count]) }
}
