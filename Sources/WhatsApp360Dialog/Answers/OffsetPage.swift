import WhatsAppBusiness
import WhatsAppCloudAPI

/// A page of a list that is numbered: `{"count","total","limit","offset",…,"<collection>":[…]}`.
///
/// Source: 360dialog reference §2.4.2, §5.2.
struct OffsetPage {
    private let elements: [JSONValue]
    private let next: Int?

    init(_ answer: JSONValue, collection: String, offset: Int) {
        let elements = answer[collection]?.array ?? []
        let end = (answer["offset"]?.lenientInteger ?? offset) + elements.count
        let limit = answer["limit"]?.lenientInteger ?? .max
        // Without a total, a page that is full has one after it. An empty one ends the list whatever is said, so that
        // nothing is asked for again and again.
        let isFollowed = answer["total"]?.lenientInteger.map { end < $0 } ?? (elements.count >= limit)
        next = isFollowed && !elements.isEmpty && end > offset ? end : nil
        self.elements = elements
    }

    /// The page of what can be read; what cannot is one of its problems.
    func page<Element: Sendable>(_ read: (JSONValue) -> Element?) -> Page<Element> {
        var page = Page<Element>([], next: next.map { PageCursor(String($0)) })
        for (index, element) in elements.enumerated() {
            if let value = read(element) {
                page.elements.append(value)
            } else {
                let violation = ValidationError.Violation(
                    path: "", rule: .type, explanation: "an object with an id belongs here")
                page.problems.append(PageProblem(index: index, violations: [violation], json: element))
            }
        }
        return page
    }
}
