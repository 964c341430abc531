import HTTPTypes
public import WhatsAppBusiness

extension CloudAPI {
    /// Calls what the library does not model, with this number's token, retries, logging and errors.
    ///
    /// - Parameters:
    ///   - call: method, path below `{baseURL}/{version}/`, body.
    ///   - options: how the call is made.
    /// - Returns: the answer of a successful call.
    /// - Throws: ``WhatsAppBusiness/WhatsAppError``; `invalid` for a path that leaves the base address.
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
        var request = try request(method, path: path)
        if body != nil { request.headerFields[.contentType] = "application/json" }
        return RequestEngine.Call(operation: operation, request: request, body: body, isRepeatable: method == .get)
    }

    /// A request below the base address and version.
    private func request(_ method: HTTPRequest.Method, path: String) throws(WhatsAppError) -> HTTPRequest {
        let (scheme, authority, prefix) = configuration.base
        guard scheme == "https" || configuration.allowsPlainHTTP || Self.isLoopback(authority) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "baseURL", rule: .pattern,
                        explanation: "a token is sent over https only; plain http needs allowsPlainHTTP")
                ]))
        }
        return HTTPRequest(
            method: method, scheme: scheme, authority: authority,
            path: "\(prefix)/\(configuration.graphVersion)/\(path)", headerFields: Self.headers)
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            return true
        default: return false
        }
    }

    /// Whether an authority is this machine.
    private static func isLoopback(_ authority: String) -> Bool {
        if authority.hasPrefix("[") { return authority.hasPrefix("[::1]") }
        let host = authority.prefix { $0 != ":" }.lowercased()
        guard host != "localhost" else { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }

    private static let headers: HTTPFields = [
        .userAgent: "swift-whatsapp-business", .accept: "application/json",
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

extension CloudAPI.Configuration {
    /// Scheme, authority and path prefix of ``baseURL``.
    fileprivate var base: (scheme: String, authority: String, prefix: String) {
        var rest = baseURL[...]
        var scheme = "https"
        if let separator = rest.firstRange(of: "://") {
            scheme = rest[..<separator.lowerBound].lowercased()
            rest = rest[separator.upperBound...]
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        return (scheme, String(rest[..<slash]), String(rest[slash...]))
    }
}
