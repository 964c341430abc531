import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ChatAPI {
    /// Calls what the library does not model, with this channel's token, retries, redaction and errors.
    ///
    /// ```swift
    /// let statistics = try await chat.execute(.get("statistics?date=11.2026"))
    /// ```
    ///
    /// - Parameters:
    ///   - call: method, path below the base address, body.
    ///   - options: how the call is made.
    /// - Returns: the answer of a successful call.
    /// - Throws: `WhatsAppError`; `invalid` for a path that leaves the base address or that holds a token of its own.
    public func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError) -> ResponseMetadata {
        let path = call.path.utf8.first == UInt8(ascii: "/") ? String(call.path.dropFirst()) : call.path
        guard Self.staysBelowBase(path) else {
            throw .invalid(
                at: "path", .pattern,
                "a path is relative to the base address: no scheme, no host, no .., no white space, no token",
                actual: path.utf8.count)
        }
        var request = try request(call.method, path: path)
        if call.body != nil { request.headerFields[.contentType] = call.contentType }
        return try await engine.perform(
            RequestEngine.Call(
                operation: "execute", request: request, body: call.body, isRepeatable: call.isRepeatable),
            options: options
        ) { $0 }
    }

    /// A read.
    func get(
        _ operation: String, _ method: String, query: KeyValuePairs<String, String?> = [:]
    ) throws(WhatsAppError) -> RequestEngine.Call {
        let query = String.query(query)
        let request = try request(.get, path: query.isEmpty ? method : method + "?" + query)
        return RequestEngine.Call(operation: operation, request: request, isRepeatable: true)
    }

    /// A write: repeated only where the service certainly did not carry it out, or where repeating does no harm.
    func post(
        _ operation: String, _ method: String, _ body: JSONObject, isRepeatable: Bool = false
    ) throws(WhatsAppError) -> RequestEngine.Call {
        var request = try request(.post, path: method)
        request.headerFields[.contentType] = "application/json"
        return RequestEngine.Call(
            operation: operation, request: request, body: HTTPBody(JSONValue.object(body).serialized()),
            isRepeatable: isRepeatable)
    }

    /// A request below the base address, without its token.
    func request(_ method: HTTPRequest.Method, path: String) throws(WhatsAppError) -> HTTPRequest {
        if let violation = address.violation { throw .invalid(ValidationError([violation])) }
        return HTTPRequest(
            method: method, scheme: address.scheme, authority: address.authority, path: address.prefix + path,
            headerFields: [.userAgent: "swift-whatsapp-business", .accept: "application/json"])
    }

    /// Whether a path cannot lead to another host, nor above the channel, nor bring a second token along.
    private static func staysBelowBase(_ path: String) -> Bool {
        let query = path.drop { $0 != "?" }.dropFirst()
        let names = query.split(separator: "&").map { $0.prefix { $0 != "=" }.lowercased() }
        return RawCall.staysBelowBase(path) && !names.contains { $0.contains("%") || $0 == "token" }
    }
}

extension WhatsAppError {
    /// An error for an argument that breaks one rule.
    static func invalid(
        at path: String, _ rule: ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil
    ) -> Self {
        .invalid(
            ValidationError([
                .init(path: path, rule: rule, explanation: explanation, limit: limit, actual: actual)
            ]))
    }
}
