import HTTPTypes
import WhatsAppBusiness

/// A request as faces read it: path and query taken apart.
struct SimulatedRequest: Sendable {
    let http: HTTPRequest
    let body: [UInt8]
    /// The segments of the path, decoded; without empty ones.
    let path: [String]
    /// The parameters of the query, decoded, in order.
    let query: [(name: String, value: String)]

    init(_ http: HTTPRequest, body: [UInt8]) {
        self.http = http
        self.body = body
        let target = http.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts[0].split(separator: "/").map { PercentCoding.decoded($0) }
        query = parts.count < 2 ? [] : PercentCoding.parameters(parts[1])
    }

    var method: HTTPRequest.Method { http.method }

    /// The scheme and host that the request was sent to.
    var origin: String { "\(http.scheme ?? "https")://\(http.authority ?? "")" }

    /// The value of a header field; its name is compared without regard to case.
    func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { http.headerFields[$0] }
    }

    /// The first value of a parameter of the query.
    func parameter(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }

    /// The token of the `Authorization` field.
    var bearerToken: String? {
        guard let field = http.headerFields[.authorization] else { return nil }
        for scheme in ["Bearer ", "OAuth "] where field.hasPrefix(scheme) {
            return String(field.dropFirst(scheme.count))
        }
        return field
    }

    /// The body as a JSON object.
    func json() throws(PlatformFault) -> JSONValue {
        guard let value = try? JSONValue(parsing: body), value.object != nil else { throw .notJSON }
        return value
    }
}
