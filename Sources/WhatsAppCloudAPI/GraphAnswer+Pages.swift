package import WhatsAppBusiness

extension GraphAnswer {
    /// A page of a list.
    ///
    /// What ends a list is that `paging.next` is missing, not a page with few elements (Cloud API reference §1.3).
    package static func page<Element>(
        _ response: ResponseMetadata, _ read: (JSONValue) throws(ValidationError) -> Element
    ) throws(WhatsAppError) -> Page<Element> {
        let answer = try object(response)
        guard let elements = answer["data"]?.array else { throw notUnderstood(response) }
        return Page(reading: elements, next: try cursor(of: answer, response), read)
    }

    /// Where the next page begins. A list that goes on without saying where is not understood: nothing of it may be lost.
    private static func cursor(
        of answer: JSONValue, _ response: ResponseMetadata
    ) throws(WhatsAppError) -> PageCursor? {
        let paging = answer["paging"]
        guard let next = paging?["next"]?.string, !next.isEmpty else { return nil }
        if let after = paging?["cursors"]?["after"]?.lenientText { return PageCursor(after) }
        // Only the address of the next page says it. What stands in its query is encoded; other places never are.
        let query = next.drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
        for item in query.split(separator: "&") where item.hasPrefix("after=") {
            if let after = decoded(item.dropFirst("after=".count)), !after.isEmpty { return PageCursor(after) }
        }
        throw notUnderstood(response)
    }

    /// The text of a percent-encoded part of a query; `nil` where it is none.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
