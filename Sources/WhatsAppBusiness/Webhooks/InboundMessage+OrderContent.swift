extension InboundMessage {
    /// A shopping cart (webhooks reference §3.3).
    public struct OrderContent: Hashable, Sendable {
        /// One product of an order.
        public struct Item: Hashable, Sendable {
            /// The id of the product in the catalogue.
            public var retailerID: String?
            /// How many are ordered.
            public var quantity: Int?
            /// The price of one, exactly as it is spelled.
            public var price: JSONNumber?
            /// The currency, such as `USD`.
            public var currency: String?

            /// Creates an item.
            public init(
                retailerID: String? = nil, quantity: Int? = nil, price: JSONNumber? = nil, currency: String? = nil
            ) {
                self.retailerID = retailerID
                self.quantity = quantity
                self.price = price
                self.currency = currency
            }

            init(_ node: JSONNode) {
                self.init(
                    retailerID: node.member("product_retailer_id")?.text, quantity: node.member("quantity")?.integer,
                    price: node.member("item_price")?.number, currency: node.member("currency")?.text)
            }
        }

        /// The catalogue.
        public var catalogID: String?
        /// What the customer wrote to it.
        public var text: String?
        /// What is ordered. A line that cannot be read is an item of which nothing is known, so that no order loses a
        /// line silently; the delivery has a problem for it.
        public var items: [Item]

        /// Creates the value.
        public init(catalogID: String? = nil, text: String? = nil, items: [Item]) {
            self.catalogID = catalogID
            self.text = text
            self.items = items
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var catalogID: String?
            var text: String?
            var items: [Item]?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "catalog_id": catalogID = value.text
                case "text": text = value.text
                case "product_items": items = value.kind == .array ? value.elements.map { Item($0) } : nil
                default: break
                }
            }
            guard let items else {
                throw .unusable("order.product_items", in: node, "product_items", "items are an array of objects")
            }
            self.init(catalogID: catalogID, text: text, items: items)
        }
    }
}

extension InboundMessage.OrderContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "order of \(items.count) items" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension InboundMessage.OrderContent.Item: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "item of an order" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
