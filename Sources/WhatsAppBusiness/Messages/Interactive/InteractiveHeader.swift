/// What stands above an interactive message: a line of text, a picture, a video or a document.
///
/// Kinds that allow less take less: a list takes a ``TextHeader``, a card of a carousel a ``CarouselCard/Header``.
///
/// Source: Cloud API reference §2.9.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum InteractiveHeader: PlatformValue {
    /// A line of text.
    case text(TextHeader)
    /// A picture.
    case image(MediaReference)
    /// A video.
    case video(MediaReference)
    /// A document.
    case document(DocumentReference)

    package init(reading object: WireObject) {
        switch object.keyword("type") {
        case "image": self = .image(object.value("image"))
        case "video": self = .video(object.value("video"))
        case "document": self = .document(object.value("document"))
        case "text", "": self = .text(TextHeader(reading: object))
        default:
            object.fail("type", .notAllowed, "a header is a text, an image, a video or a document")
            object.abandon()
            self = .text("")
        }
    }

    package var json: JSONValue {
        switch self {
        case .text(let header): return header.json
        case .image(let media): return ["type": "image", "image": media.json]
        case .video(let media): return ["type": "video", "video": media.json]
        case .document(let document): return ["type": "document", "document": document.json]
        }
    }

    package func check(_ check: inout Check, at path: String) {
        switch self {
        case .text(let header): header.check(&check, at: path)
        case .image(let media): media.check(&check, at: path + ".image")
        case .video(let media): media.check(&check, at: path + ".video")
        case .document(let document): document.check(&check, at: path + ".document")
        }
    }
}
