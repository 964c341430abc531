/// Up to thirty products of a catalog, in sections.
///
/// Source: Cloud API reference §2.3, §2.9, §2.10 ("Share products", November 2025).
public struct ProductListMessage: PlatformValue {
    /// A line above the body; a list of products needs one.
    public var header: TextHeader
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The catalog's id.
    public var catalogID: String
    /// The sections.
    public var sections: OneOrMore<ProductSection>

    /// Creates the message.
    public init(
        header: TextHeader, body: String, footer: String? = nil, catalogID: String, sections: OneOrMore<ProductSection>
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.catalogID = catalogID
        self.sections = sections
    }

    package init(reading object: WireObject) {
        object.constant("type", "product_list")
        header = object.value("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        (catalogID, sections) = object.within("action") { ($0.text("catalog_id"), $0.oneOrMore("sections")) }
    }

    package var json: JSONValue {
        .members([
            "type": "product_list",
            "header": header.json,
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": ["catalog_id": .string(catalogID), "sections": .list(sections)],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        check.required(catalogID, at: path + ".action.catalog_id")
        ProductSection.check(sections.elements, &check, at: path + ".action.sections")
    }
}
