/// A line of a bill.
///
/// Source: Cloud API reference §2.3, §2.11.
public struct OrderItem: PlatformValue {
    /// The product's id in the seller's catalog; Brazil needs it.
    public var retailerID: String?
    /// The name, at most ``maximumNameLength`` characters.
    public var name: String
    /// The price of one.
    public var amount: OrderAmount
    /// The reduced price of one, which then counts.
    public var saleAmount: OrderAmount?
    /// How many.
    public var quantity: Int
    /// The address of a picture; not with catalog products.
    public var imageLink: String?
    /// Where the product was made; India.
    public var countryOfOrigin: String?
    /// Who imported the product; India.
    public var importerName: String?
    /// The importer's address; India.
    public var importerAddress: ImporterAddress?

    /// The most characters of ``name``: 60 (Cloud API reference §2.3).
    public static let maximumNameLength = 60

    /// Creates a line.
    public init(
        name: String, amount: OrderAmount, quantity: Int, saleAmount: OrderAmount? = nil, retailerID: String? = nil,
        imageLink: String? = nil, countryOfOrigin: String? = nil, importerName: String? = nil,
        importerAddress: ImporterAddress? = nil
    ) {
        self.name = name
        self.amount = amount
        self.quantity = quantity
        self.saleAmount = saleAmount
        self.retailerID = retailerID
        self.imageLink = imageLink
        self.countryOfOrigin = countryOfOrigin
        self.importerName = importerName
        self.importerAddress = importerAddress
    }

    package init(reading object: WireObject) {
        self.init(
            name: object.text("name"), amount: object.value("amount"), quantity: object.integer("quantity"),
            saleAmount: object.optionalValue("sale_amount"), retailerID: object.optionalText("retailer_id"),
            imageLink: object.has("image") ? object.within("image") { $0.text("link") } : nil,
            countryOfOrigin: object.optionalText("country_of_origin"),
            importerName: object.optionalText("importer_name"),
            importerAddress: object.optionalValue("importer_address"))
    }

    package var json: JSONValue {
        .members([
            "retailer_id": .text(retailerID), "name": .string(name), "image": imageLink.map { ["link": .string($0)] },
            "amount": amount.json, "sale_amount": saleAmount?.json, "quantity": .whole(quantity),
            "country_of_origin": .text(countryOfOrigin), "importer_name": .text(importerName),
            "importer_address": importerAddress?.json,
        ])
    }

    /// What the line costs; `nil` where the number is beyond all bounds.
    var total: Int? {
        let (product, overflow) = (saleAmount ?? amount).value.multipliedReportingOverflow(by: quantity)
        return overflow ? nil : product
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(name, at: path + ".name", maximum: Self.maximumNameLength)
        amount.check(&check, at: path + ".amount")
        saleAmount?.check(&check, at: path + ".sale_amount")
        if quantity < 1 {
            check.fail(at: path + ".quantity", .minimum, "a line has at least one piece", limit: 1, actual: quantity)
        }
        if let imageLink { check.address(imageLink, at: path + ".image.link") }
        if imageLink != nil, retailerID != nil {
            check.fail(at: path + ".image", .notAllowed, "a product of the catalog has its own picture")
        }
    }

    /// The address of an importer; India.
    public struct ImporterAddress: PlatformValue {
        /// Street and number.
        public var line1: String
        /// More of the street.
        public var line2: String?
        /// The city.
        public var city: String
        /// The state's code.
        public var zoneCode: String?
        /// The postal code.
        public var postalCode: String
        /// The country's ISO code.
        public var countryCode: String

        /// Creates an address.
        public init(
            line1: String, line2: String? = nil, city: String, zoneCode: String? = nil, postalCode: String,
            countryCode: String
        ) {
            self.line1 = line1
            self.line2 = line2
            self.city = city
            self.zoneCode = zoneCode
            self.postalCode = postalCode
            self.countryCode = countryCode
        }

        package init(reading object: WireObject) {
            self.init(
                line1: object.text("address_line1"), line2: object.optionalText("address_line2"),
                city: object.text("city"), zoneCode: object.optionalText("zone_code"),
                postalCode: object.text("postal_code"), countryCode: object.text("country_code"))
        }

        package var json: JSONValue {
            .members([
                "address_line1": .string(line1), "address_line2": .text(line2), "city": .string(city),
                "zone_code": .text(zoneCode), "postal_code": .string(postalCode),
                "country_code": .string(countryCode),
            ])
        }

        package func check(_ check: inout Check, at path: String) {}
    }
}
