/// A document with an optional caption.
///
/// Source: Cloud API reference §2.3, §2.5 ("Document messages", November 2025).
public struct DocumentMessage: PlatformValue {
    /// The file, up to 100 MB, and its name.
    public var document: DocumentReference
    /// The text below it, at most ``CaptionedMedia/maximumCaptionLength`` characters.
    public var caption: String?

    /// Creates a document message.
    public init(document: DocumentReference, caption: String? = nil) {
        self.document = document
        self.caption = caption
    }

    package init(reading object: WireObject) {
        self.init(document: DocumentReference(reading: object), caption: object.optionalText("caption"))
    }

    package var json: JSONValue {
        document.media.json(with: ["filename": .text(document.filename), "caption": .text(caption)])
    }

    package func check(_ check: inout Check, at path: String) {
        document.check(&check, at: path)
        if let caption { check.length(caption, at: path + ".caption", maximum: CaptionedMedia.maximumCaptionLength) }
    }
}
