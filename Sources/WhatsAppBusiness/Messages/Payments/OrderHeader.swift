/// What stands above a bill.
///
/// Source: Cloud API reference §2.9, §2.11.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum OrderHeader: PlatformValue {
    /// A picture.
    case image(MediaReference)
    /// A document.
    case document(DocumentReference)

    package init(reading object: WireObject) {
        switch object.keyword("type") {
        case "image": self = .image(object.value("image"))
        case "document": self = .document(object.value("document"))
        default:
            object.fail("type", .notAllowed, "a bill's header is a picture or a document")
            object.abandon()
            self = .image(.link(""))
        }
    }

    package var json: JSONValue {
        switch self {
        case .image(let media): return ["type": "image", "image": media.json]
        case .document(let document): return ["type": "document", "document": document.json]
        }
    }

    package func check(_ check: inout Check, at path: String) {
        switch self {
        case .image(let media): media.check(&check, at: path + ".image")
        case .document(let document): document.check(&check, at: path + ".document")
        }
    }
}
