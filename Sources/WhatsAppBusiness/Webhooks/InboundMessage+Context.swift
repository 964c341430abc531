extension InboundMessage {
    /// What a message answers or was forwarded from (webhooks reference §3.4).
    public struct Context: Hashable, Sendable {
        /// A product of the catalogue that a message asks about.
        public struct Product: Hashable, Sendable {
            /// The catalogue's id.
            public var catalogID: String?
            /// The product's id in the catalogue.
            public var retailerID: String?

            /// Creates a product.
            public init(catalogID: String? = nil, retailerID: String? = nil) {
                self.catalogID = catalogID
                self.retailerID = retailerID
            }
        }

        /// The message that this one answers. For some answers to call permission requests it is the id of a call.
        public var messageID: MessageID?
        /// Who wrote that message: the business number, or a customer.
        public var from: PhoneNumber?
        /// Whether the message was forwarded. Implied by ``isFrequentlyForwarded``.
        public var isForwarded: Bool
        /// Whether the message was forwarded more than five times.
        public var isFrequentlyForwarded: Bool
        /// The product that the message asks about.
        public var product: Product?

        /// Creates a context.
        public init(
            messageID: MessageID? = nil, from: PhoneNumber? = nil, isForwarded: Bool = false,
            isFrequentlyForwarded: Bool = false, product: Product? = nil
        ) {
            self.messageID = messageID
            self.from = from
            self.isForwarded = isForwarded || isFrequentlyForwarded
            self.isFrequentlyForwarded = isFrequentlyForwarded
            self.product = product
        }

        @inline(never)
        init?(_ node: JSONNode) {
            guard node.kind == .object else { return nil }
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "id": messageID = value.text.map { MessageID(rawValue: $0) }
                case "from": from = value.text.map { PhoneNumber(rawValue: $0) }
                case "forwarded": isForwarded = value.bool ?? false
                case "frequently_forwarded": isFrequentlyForwarded = value.bool ?? false
                case "referred_product":
                    guard value.kind == .object else { break }
                    product = Product(
                        catalogID: value.member("catalog_id")?.text,
                        retailerID: value.member("product_retailer_id")?.text)
                default: break
                }
            }
            isForwarded = isForwarded || isFrequentlyForwarded
        }
    }
}

extension InboundMessage.Context: CustomStringConvertible, CustomReflectable {
    /// Whether the message is an answer and whether it was forwarded; nobody's number.
    public var description: String {
        let facts = [
            messageID == nil ? nil : "answer", isFrequentlyForwarded ? "frequently forwarded" : nil,
            isForwarded && !isFrequentlyForwarded ? "forwarded" : nil, product == nil ? nil : "about a product",
        ]
        return "context: " + facts.compactMap(\.self).joined(separator: ", ")
    }

    /// A mirror that shows the same facts as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
