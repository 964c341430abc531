/// A part of a list of products.
///
/// Source: Cloud API reference §2.3, §2.10, §2.17.
public struct ProductSection: PlatformValue {
    /// The heading, at most ``maximumTitleLength`` characters; needed where there are several sections.
    public var title: String?
    /// The products, by the seller's own ids.
    public var products: OneOrMore<String>

    /// The most characters of ``title``: 24 (Cloud API reference §2.3, §2.17).
    public static let maximumTitleLength = 24
    /// The most sections: 10 (Cloud API reference §2.3).
    public static let maximumSectionCount = 10
    /// The most products of all sections together: 30 (Cloud API reference §2.3).
    public static let maximumProductCount = 30

    /// Creates a section.
    public init(title: String? = nil, products: OneOrMore<String>) {
        self.title = title
        self.products = products
    }

    package init(reading object: WireObject) {
        title = object.optionalText("title")
        let items = object.list("product_items") { $0.text("product_retailer_id") }
        if items.isEmpty { object.fail("product_items", .minCount, "there are too few elements") }
        products = OneOrMore(items) ?? [""]
    }

    package var json: JSONValue {
        .members([
            "title": .text(title),
            "product_items": .array(products.elements.map { ["product_retailer_id": .string($0)] }),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        if let title { check.length(title, at: path + ".title", maximum: Self.maximumTitleLength) }
        for (index, product) in products.enumerated() {
            check.required(product, at: "\(path).product_items[\(index)].product_retailer_id")
        }
    }

    static func check(_ sections: [ProductSection], _ check: inout Check, at path: String) {
        check.count(sections.count, at: path, maximum: maximumSectionCount)
        for (index, section) in sections.enumerated() {
            if sections.count > 1, section.title?.isEmpty ?? true {
                check.fail(at: "\(path)[\(index)].title", .required, "with several sections each needs a title")
            }
            section.check(&check, at: "\(path)[\(index)]")
        }
        let count = sections.reduce(0) { $0 + $1.products.count }
        if count > maximumProductCount {
            check.fail(
                at: path, .maxCount, "there are at most thirty products in all sections together",
                limit: maximumProductCount, actual: count)
        }
    }
}
