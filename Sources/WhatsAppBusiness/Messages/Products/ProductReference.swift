/// A product of a catalog.
///
/// Source: Cloud API reference §2.10, §2.17.
public struct ProductReference: PlatformValue {
    /// The catalog's id.
    public var catalogID: String
    /// The product's id in the catalog: the seller's own, not the platform's.
    public var retailerID: String

    /// Creates a reference.
    public init(catalogID: String, retailerID: String) {
        self.catalogID = catalogID
        self.retailerID = retailerID
    }

    package init(reading object: WireObject) {
        self.init(catalogID: object.text("catalog_id"), retailerID: object.text("product_retailer_id"))
    }

    package var json: JSONValue {
        ["catalog_id": .string(catalogID), "product_retailer_id": .string(retailerID)]
    }

    package func check(_ check: inout Check, at path: String) {
        check.required(catalogID, at: path + ".catalog_id")
        check.required(retailerID, at: path + ".product_retailer_id")
    }
}
