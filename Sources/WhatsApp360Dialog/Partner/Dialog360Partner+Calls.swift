import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360Partner {
    /// Calls what the library does not model, with the partner's credentials, retries, logging and errors.
    ///
    /// - Parameters:
    ///   - call: method, path below the base address (`partners/…`), body.
    ///   - options: how the call is made.
    /// - Returns: the answer of a successful call.
    /// - Throws: `WhatsAppError`; `invalid` for a path that leaves the base address.
    public func execute(
        _ call: RawCall, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> ResponseMetadata {
        try await client.execute(call, options: options)
    }

    /// A path below the partner: each segment is encoded, so that no id can lead elsewhere.
    func path(_ segments: [String]) throws(WhatsAppError) -> String {
        guard !id.isEmpty else {
            throw .invalid(
                ValidationError([
                    .init(path: "id", rule: .required, explanation: "the partner's id ends in PA and is in the Hub")
                ]))
        }
        if let place = segments.firstIndex(of: "") {
            let before = place > 0 ? segments[place - 1] : "path"
            throw .invalid(
                ValidationError([.init(path: before, rule: .required, explanation: "this call needs the id")]))
        }
        return (["partners", id] + segments).map(PathSegment.encoded).joined(separator: "/")
    }

    /// Makes a call below the partner, and reads its answer.
    func perform<Value>(
        _ operation: String, _ method: HTTPRequest.Method, _ segments: [String], query: String? = nil,
        body: JSONValue? = nil, isRepeatable: Bool? = nil, _ options: RequestOptions,
        _ decode: (ResponseMetadata) throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        var call = try client.call(
            operation, method, path: try path(segments), query: query, body: body.map { HTTPBody($0.serialized()) })
        if let isRepeatable { call.isRepeatable = isRepeatable }
        return try await client.engine.perform(call, options: options, decode: decode)
    }

    /// A list, page after page by its offset.
    func list<Element: Sendable>(
        _ operation: String, _ segments: [String], collection: String, _ query: ListQuery, _ options: RequestOptions,
        _ read: @escaping @Sendable (JSONValue) -> Element?
    ) -> PagedSequence<Element> {
        PagedSequence { [self] cursor throws(WhatsAppError) in
            let offset = cursor.flatMap { Int($0.rawValue) } ?? 0
            return try await perform(operation, .get, segments, query: query.text(offset: offset), options) {
                (response) throws(WhatsAppError) in
                try OffsetPage(GraphAnswer.object(response), collection: collection, offset: offset).page(read)
            }
        }
    }
}
