public import HTTPTypes

/// What a web framework should answer.
public struct WebhookResponse: Hashable, Sendable {
    /// The status.
    public var status: HTTPResponse.Status
    /// The headers.
    public var headers: HTTPFields
    /// The body.
    public var body: [UInt8]

    /// Creates a response.
    public init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The head for frameworks on HTTP Types.
    public var head: HTTPResponse { HTTPResponse(status: status, headerFields: headers) }

    /// A response whose body no browser takes for a page.
    static func text(_ body: String, status: HTTPResponse.Status) -> Self {
        Self(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8", .xContentTypeOptions: "nosniff"],
            body: Array(body.utf8))
    }
}
