package import HTTPTypes
package import WhatsAppBusiness

/// Calls of a Graph-shaped API: what Cloud API and the providers in front of it share.
///
/// Providers differ in where the number and the account stand in a path, in the header field of the credential, in where
/// media is, and in the errors they add of their own; the bodies are the same.
package struct GraphClient: Sendable {
    /// A node under which edges stand.
    package enum Node: Sendable {
        /// The host knows it by the credential: nothing stands in the path.
        case implied
        /// The id stands in the path. The name is that of the setting that holds it.
        case id(String, setting: String)
        /// The program has not said it. The name is that of the setting that would hold it.
        case missing(setting: String)
    }

    /// Where media may be fetched.
    package struct MediaRoute: Sendable {
        /// The address at which the bytes are asked for instead of the one that the platform gave.
        package var rewrite: @Sendable (String) -> String
        /// The hosts that media is fetched from, with all below them; the client's own address always is one.
        package var hosts: [String]
        /// What an answer to a request for bytes says of a failure; the bytes themselves may look like anything.
        package var failure: @Sendable (ResponseMetadata) -> WhatsAppError? = { response in
            GraphAnswer.failure(response, holdsErrors: false)
        }
        /// Puts the credential into a request for bytes. Their address is signed as it is: nothing is added to it.
        package var authorize: @Sendable (inout HTTPRequest, Secret) -> Void

        package init(
            hosts: [String],
            authorize: @escaping @Sendable (inout HTTPRequest, Secret) -> Void = { request, token in
                token.withText { request.headerFields[.authorization] = "Bearer " + $0 }
            },
            rewrite: @escaping @Sendable (String) -> String = { $0 }
        ) {
            self.hosts = hosts
            self.authorize = authorize
            self.rewrite = rewrite
        }
    }

    /// Runs each call once.
    package var engine: RequestEngine
    /// Where the API is.
    package var address: GraphAddress
    /// The business number.
    package var number: Node
    /// The account of templates.
    package var account: Node
    /// Where media is.
    package var media: MediaRoute
    /// Whether messages without callback data get a tag.
    package var tagsMessages: Bool
    /// Limits of the program's own for files that it sends.
    package var mediaLimits: MediaLimits
    /// The longest time of one upload or download.
    package var transferTimeout: Duration?
    /// What stands in the way of every call, such as a secret that is missing.
    package var problem: ValidationError.Violation?
    /// Writes the body of a send: the platform's JSON, unless a provider has a dialect of its own.
    package var encodeMessage: @Sendable (SendRequest) throws(WhatsAppError) -> HTTPBody = {
        (request) throws(WhatsAppError) in try GraphClient.encode(request)
    }

    package init(
        engine: RequestEngine, address: GraphAddress, number: Node, account: Node, media: MediaRoute,
        tagsMessages: Bool, mediaLimits: MediaLimits = .platform,
        transferTimeout: Duration? = .seconds(300),
        problem: ValidationError.Violation? = nil
    ) {
        self.engine = engine
        self.address = address
        self.number = number
        self.account = account
        self.media = media
        self.tagsMessages = tagsMessages
        self.mediaLimits = mediaLimits
        self.transferTimeout = transferTimeout
        self.problem = problem
    }

    /// The path of a node, or of one of its edges.
    ///
    /// - Parameters:
    ///   - edge: the edge below the node; `nil` for the node itself.
    ///   - node: the node.
    /// - Throws: `WhatsAppError` `invalid` for an id that is none, or that was not given.
    package func path(_ edge: String?, of node: Node) throws(WhatsAppError) -> String {
        switch node {
        case .implied: return edge ?? ""
        case .missing(let setting):
            throw .invalid(
                ValidationError([
                    .init(
                        path: setting, rule: .required,
                        explanation: "this call needs the id, which was not given")
                ]))
        case .id(let id, let setting):
            guard !id.isEmpty, id.utf8.allSatisfy(Self.isIdentifierByte) else {
                throw .invalid(
                    ValidationError([
                        .init(
                            path: setting, rule: .pattern,
                            explanation: "the id of a node is a row of digits: not a number or a name",
                            actual: id.utf8.count)
                    ]))
            }
            return edge.map { "\(id)/\($0)" } ?? id
        }
    }

    /// A call on an edge of the business number.
    ///
    /// - Parameters:
    ///   - operation: the name of the operation, in logs.
    ///   - method: the HTTP method; a read is repeatable.
    ///   - edge: the edge below the number; `nil` for the number itself.
    ///   - query: the query, percent-encoded.
    ///   - body: the body, in JSON.
    package func call(
        _ operation: String, _ method: HTTPRequest.Method, _ edge: String? = nil, query: String? = nil,
        body: HTTPBody? = nil
    ) throws(WhatsAppError) -> RequestEngine.Call {
        try call(operation, method, path: try path(edge, of: number), query: query, body: body)
    }

    /// A call on a path below the base address.
    package func call(
        _ operation: String, _ method: HTTPRequest.Method, path: String, query: String? = nil,
        body: HTTPBody? = nil
    ) throws(WhatsAppError) -> RequestEngine.Call {
        let request = try request(
            method, path: query.map { "\(path)?\($0)" } ?? path,
            headers: body == nil ? Self.headers : Self.jsonHeaders)
        return RequestEngine.Call(
            operation: operation, request: request, body: body, isRepeatable: method == .get)
    }

    /// A request below the base address and version.
    package func request(
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
        if let problem { throw .invalid(ValidationError([problem])) }
        return HTTPRequest(
            method: method, scheme: address.scheme, authority: address.authority,
            path: address.prefix + path,
            headerFields: headers)
    }

    /// Calls what the library does not model.
    /// - Throws: `WhatsAppError`; `invalid` for a path that leaves the base address.
    package func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError)
        -> ResponseMetadata
    {
        let path = call.path.utf8.first == UInt8(ascii: "/") ? String(call.path.dropFirst()) : call.path
        guard RawCall.staysBelowBase(path) else {
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

    package static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            return true
        default: return false
        }
    }

    package static let headers: HTTPFields = [
        .userAgent: "swift-whatsapp-business", .accept: "application/json",
    ]

    package static let jsonHeaders: HTTPFields = [
        .userAgent: "swift-whatsapp-business", .accept: "application/json",
        .contentType: "application/json",
    ]
}
