import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    /// A page of the platform's library of templates. It is an edge of the root: no account stands in its path.
    package func libraryTemplates(
        _ query: LibraryQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<LibraryTemplate> {
        var items = query.items
        if let cursor { items.append(("after", cursor.rawValue)) }
        let call = try call(
            "libraryTemplates", .get, path: "message_template_library",
            query: items.isEmpty ? nil : Self.query(items))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.page(response, LibraryTemplate.init(reading:))
        }
    }
}
