import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    /// All elements of an edge, page after page, up to a number of them (reference §1.3).
    ///
    /// The address of the next page is not followed: its cursor is put into an address of our own.
    package func list(
        _ operation: String, path: String, query: [(name: String, text: String)] = [], maximum: Int,
        options: RequestOptions
    ) async throws(WhatsAppError) -> (elements: [JSONValue], isCut: Bool) {
        var elements: [JSONValue] = []
        var cursor: String?
        var seen: Set<String> = []
        while true {
            let items =
                query + [("limit", String(Self.pageLength))] + (cursor.map { [("after", $0)] } ?? [])
            let call = try call(operation, .get, path: path, query: Self.query(items))
            let page = try await engine.perform(call, options: options, decode: GraphAnswer.object)
            elements += page["data"]?.array ?? []
            guard page["paging"]?["next"]?.string != nil,
                let next = page["paging"]?["cursors"]?["after"]?.string, !next.isEmpty,
                seen.insert(next).inserted
            else { return (Array(elements.prefix(maximum)), elements.count > maximum) }
            guard elements.count < maximum, seen.count < Self.maximumPages else {
                return (Array(elements.prefix(maximum)), true)
            }
            cursor = next
        }
    }

    private static let pageLength = 100
    private static let maximumPages = 100
}
