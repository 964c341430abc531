/// One product of a catalog.
///
/// Source: Cloud API reference §2.9, §2.10 ("Share products", November 2025).
public struct ProductMessage: PlatformValue {
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String?
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The product.
    public var product: ProductReference

    /// Creates the message.
    public init(body: String? = nil, footer: String? = nil, product: ProductReference) {
        self.body = body
        self.footer = footer
        self.product = product
    }

    package init(reading object: WireObject) {
        object.constant("type", "product")
        object.refuse("header", "a message of this kind has no header")
        body = InteractiveText.readOptional(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        product = object.value("action")
    }

    package var json: JSONValue {
        .members([
            "type": "product",
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": product.json,
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        product.check(&check, at: path + ".action")
    }
}
