/// The value of a template's header.
///
/// Source: Cloud API reference §2.17.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateHeader: PlatformValue {
    /// The text of the header's placeholder, with the placeholder's name where the template names them.
    case text(String, name: String? = nil)
    /// A picture.
    case image(MediaReference)
    /// A video.
    case video(MediaReference)
    /// A moving picture without sound; marketing messages endpoint only.
    case gif(MediaReference)
    /// A document.
    case document(DocumentReference)
    /// A place.
    case location(LocationMessage)
    /// A product of a catalog.
    case product(ProductReference)

    /// The most characters of a text: 60, the header's own words included (Cloud API reference §2.3).
    public static let maximumTextLength = 60

    package init(reading object: WireObject) {
        switch object.keyword("type") {
        case "text": self = .text(object.text("text"), name: object.optionalText("parameter_name"))
        case "image": self = .image(object.value("image"))
        case "video": self = .video(object.value("video"))
        case "gif": self = .gif(object.value("gif"))
        case "document": self = .document(object.value("document"))
        case "location": self = .location(object.value("location"))
        case "product": self = .product(object.value("product"))
        default:
            object.fail("type", .notAllowed, "a header takes no value of this type")
            object.abandon()
            self = .text("")
        }
    }

    package var json: JSONValue {
        switch self {
        case .text(let text, let name):
            return .members(["type": "text", "parameter_name": .text(name), "text": .string(text)])
        case .image(let media): return ["type": "image", "image": media.json]
        case .video(let media): return ["type": "video", "video": media.json]
        case .gif(let media): return ["type": "gif", "gif": media.json]
        case .document(let document): return ["type": "document", "document": document.json]
        case .location(let location): return ["type": "location", "location": location.json]
        case .product(let product): return ["type": "product", "product": product.json]
        }
    }

    package func check(_ check: inout Check, at path: String) {
        switch self {
        case .text(let text, let name):
            check.text(text, at: path + ".text", maximum: Self.maximumTextLength)
            if let name { check.required(name, at: path + ".parameter_name") }
        case .image(let media): media.check(&check, at: path + ".image")
        case .video(let media): media.check(&check, at: path + ".video")
        case .gif(let media): media.check(&check, at: path + ".gif")
        case .document(let document): document.check(&check, at: path + ".document")
        case .location(let location): location.check(&check, at: path + ".location")
        case .product(let product): product.check(&check, at: path + ".product")
        }
    }
}
