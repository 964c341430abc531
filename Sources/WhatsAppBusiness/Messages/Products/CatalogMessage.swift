/// The whole catalog.
///
/// Source: Cloud API reference §2.9, §2.10 ("Share products", November 2025).
public struct CatalogMessage: PlatformValue {
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The product whose picture is shown; the first of the catalog where none is said.
    public var thumbnail: String?

    /// Creates the message.
    public init(body: String, footer: String? = nil, thumbnail: String? = nil) {
        self.body = body
        self.footer = footer
        self.thumbnail = thumbnail
    }

    package init(reading object: WireObject) {
        object.constant("type", "catalog_message")
        object.refuse("header", "a message of this kind has no header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        thumbnail = object.within("action") { action in
            action.constant("name", "catalog_message")
            guard action.has("parameters") else { return nil }
            return action.within("parameters") { $0.optionalText("thumbnail_product_retailer_id") }
        }
    }

    package var json: JSONValue {
        .members([
            "type": "catalog_message",
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": .members([
                "name": "catalog_message",
                "parameters": thumbnail.map { ["thumbnail_product_retailer_id": .string($0)] },
            ]),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        if let thumbnail {
            check.required(thumbnail, at: path + ".action.parameters.thumbnail_product_retailer_id")
        }
    }
}
