import WhatsAppBusiness
import WhatsAppCloudAPI

/// A page of a list that is numbered: `{"count","total","limit","offset",…,"<collection>":[…]}`.
///
/// Source: 360dialog reference §2.4.2, §5.2.
struct OffsetPage {
    private let elements: [JSONValue]
    private let next: Int?

    init(_ answer: JSONValue, collection: String, offset: Int) {
        elements = answer[collection]?.array ?? []
        let end = (answer["offset"]?.lenientInteger ?? offset) + elements.count
        let total = answer["total"]?.lenientInteger
        let limit = answer["limit"]?.lenientInteger
        // An empty page ends the list whatever is said, so that nothing is asked for again and again.
        if elements.isEmpty || end <= offset {
            next = nil
        } else if let total {
            next = end < total ? end : nil
        } else {
            next = limit.map { elements.count >= $0 } == true ? end : nil
        }
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
