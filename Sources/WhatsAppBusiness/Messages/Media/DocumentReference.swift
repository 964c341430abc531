/// A document: a media object with the name under which it is shown.
///
/// Source: Cloud API reference §2.5 ("Document messages", November 2025).
public struct DocumentReference: PlatformValue {
    /// The file.
    public var media: MediaReference
    /// The name that the customer sees; its extension picks the icon.
    public var filename: String?

    /// Creates a reference.
    public init(media: MediaReference, filename: String? = nil) {
        self.media = media
        self.filename = filename
    }

    /// A document that was uploaded with the same phone number.
    public static func id(_ id: MediaID, filename: String? = nil) -> Self {
        Self(media: .id(id), filename: filename)
    }

    /// A document at a public http or https address.
    public static func link(_ address: String, filename: String? = nil) -> Self {
        Self(media: .link(address), filename: filename)
    }

    package init(reading object: WireObject) {
        self.init(media: MediaReference(reading: object), filename: object.optionalText("filename"))
    }

    package var json: JSONValue { media.json(with: ["filename": .text(filename)]) }

    package func check(_ check: inout Check, at path: String) {
        media.check(&check, at: path)
        if let filename { check.required(filename, at: path + ".filename") }
    }
}
