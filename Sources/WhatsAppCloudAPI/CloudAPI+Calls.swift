import HTTPTypes
public import WhatsAppBusiness

extension CloudAPI {
    /// Calls what the library does not model, with this number's token, retries, logging and errors.
    ///
    /// - Parameters:
    ///   - call: method, path below `{baseURL}/{version}/`, body.
    ///   - options: how the call is made.
    /// - Returns: the answer of a successful call.
    /// - Throws: `WhatsAppError`; `invalid` for a path that leaves the base address.
    public func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError) -> ResponseMetadata {
        let path = call.path.utf8.first == UInt8(ascii: "/") ? String(call.path.dropFirst()) : call.path
        guard Self.staysBelowBase(path) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "path", rule: .pattern,
                        explanation:
                            "a path is relative to the base address: no scheme, no host, no .., no white space",
                        actual: path.utf8.count)
                ]))
        }
        var request = try request(call.method, path: path)
        if call.body != nil { request.headerFields[.contentType] = call.contentType }
        return try await engine.perform(
            RequestEngine.Call(
                operation: "execute", request: request, body: call.body, isRepeatable: call.isRepeatable),
            options: options
        ) { $0 }
    }

    /// A call on an edge of this business number.
    func call(
        _ operation: String, _ method: HTTPRequest.Method, _ edge: String? = nil, query: String? = nil,
        body: HTTPBody? = nil
    ) throws(WhatsAppError) -> RequestEngine.Call {
        var path = phoneNumberID.rawValue
        guard !path.isEmpty, path.utf8.allSatisfy(Self.isIdentifierByte) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "phoneNumberID", rule: .pattern,
                        explanation: "the id of a business number is a row of digits: not the number itself",
                        actual: path.utf8.count)
                ]))
        }
        if let edge { path += "/" + edge }
        if let query { path += "?" + query }
        let request = try request(method, path: path, headers: body == nil ? Self.headers : Self.jsonHeaders)
        return RequestEngine.Call(operation: operation, request: request, body: body, isRepeatable: method == .get)
    }

    /// A request below the base address and version.
    func request(
        _ method: HTTPRequest.Method, path: String, headers: HTTPFields = Self.headers
    ) throws(WhatsAppError) -> HTTPRequest {
        guard address.mayCarryToken else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "baseURL", rule: .pattern,
                        explanation: "a token is sent over https only; plain http needs allowsPlainHTTP")
                ]))
        }
        return HTTPRequest(
            method: method, scheme: address.scheme, authority: address.authority, path: address.prefix + path,
            headerFields: headers)
    }

    static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            return true
        default: return false
        }
    }

    private static let headers: HTTPFields = [
        .userAgent: "swift-whatsapp-business", .accept: "application/json",
    ]

    private static let jsonHeaders: HTTPFields = [
        .userAgent: "swift-whatsapp-business", .accept: "application/json", .contentType: "application/json",
    ]

    /// Whether a path cannot lead to another host, nor above the version.
    private static func staysBelowBase(_ path: String) -> Bool {
        let route = path.prefix { $0 != "?" && $0 != "#" }
        guard !path.isEmpty, !route.hasPrefix("/"), !route.contains("\\"), !route.contains("://") else { return false }
        guard path.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 < 0x80 && $0 != UInt8(ascii: "#") }) else {
            return false
        }
        return !route.split(separator: "/").contains { segment in
            let plain = segment.lowercased().replacing("%2e", with: ".")
            return plain == "." || plain == ".."
        }
    }
}
