extension OrderDetails {
    /// The lines and sums of a bill.
    public struct Order: PlatformValue {
        /// The state: always `pending` in a bill.
        public var status: OrderStatusUpdate.Status
        /// `quick_pay` shows the button to pay only; India.
        public var type: String?
        /// The catalog that the products are of.
        public var catalogID: String?
        /// The lines.
        public var items: [OrderItem]
        /// The sum of the lines.
        public var subtotal: OrderAmount
        /// The tax; 0 is said too.
        public var tax: OrderAmount
        /// The shipping charge.
        public var shipping: OrderAmount?
        /// The discount.
        public var discount: OrderAmount?
        /// Until when the bill can be paid.
        public var expiration: Expiration?

        /// The most lines that have pictures: 10 (Cloud API reference §2.11).
        public static let maximumPictureCount = 10

        /// Creates an order.
        public init(
            items: [OrderItem], subtotal: OrderAmount, tax: OrderAmount, shipping: OrderAmount? = nil,
            discount: OrderAmount? = nil, catalogID: String? = nil, expiration: Expiration? = nil,
            type: String? = nil, status: OrderStatusUpdate.Status = .pending
        ) {
            self.items = items
            self.subtotal = subtotal
            self.tax = tax
            self.shipping = shipping
            self.discount = discount
            self.catalogID = catalogID
            self.expiration = expiration
            self.type = type
            self.status = status
        }

        package init(reading object: WireObject) {
            self.init(
                items: object.list("items"), subtotal: object.value("subtotal"), tax: object.value("tax"),
                shipping: object.optionalValue("shipping"), discount: object.optionalValue("discount"),
                catalogID: object.optionalText("catalog_id"), expiration: object.optionalValue("expiration"),
                type: object.optionalText("type"), status: .init(rawValue: object.text("status")))
        }

        package var json: JSONValue {
            .members([
                "status": .string(status.rawValue), "type": .text(type), "catalog_id": .text(catalogID),
                "expiration": expiration?.json, "items": .list(items), "subtotal": subtotal.json, "tax": tax.json,
                "shipping": shipping?.json, "discount": discount?.json,
            ])
        }

        /// What is to be paid; `nil` where the numbers are beyond all bounds.
        var sum: Int? {
            var sum = subtotal.value
            for (amount, sign) in [(tax.value, 1), (shipping?.value ?? 0, 1), (discount?.value ?? 0, -1)] {
                let (signed, first) = amount.multipliedReportingOverflow(by: sign)
                let (next, second) = sum.addingReportingOverflow(signed)
                guard !first, !second else { return nil }
                sum = next
            }
            return sum
        }

        package func check(_ check: inout Check, at path: String) {
            if status != .pending {
                check.fail(at: path + ".status", .notAllowed, "the order of a bill is pending")
            }
            check.count(items.count, at: path + ".items", maximum: .max)
            for (index, item) in items.enumerated() { item.check(&check, at: "\(path).items[\(index)]") }
            let pictures = items.filter { $0.imageLink != nil }.count
            if pictures > Self.maximumPictureCount {
                check.fail(
                    at: path + ".items", .maxCount, "at most ten lines have pictures",
                    limit: Self.maximumPictureCount, actual: pictures)
            }
            subtotal.check(&check, at: path + ".subtotal")
            tax.check(&check, at: path + ".tax")
            shipping?.check(&check, at: path + ".shipping")
            discount?.check(&check, at: path + ".discount")
            if let expiration {
                expiration.check(&check, at: path + ".expiration")
            }
            var sum: Int? = 0
            for item in items {
                guard let total = item.total, let before = sum else {
                    sum = nil
                    break
                }
                let (next, overflow) = before.addingReportingOverflow(total)
                sum = overflow ? nil : next
            }
            if sum != subtotal.value {
                check.fail(
                    at: path + ".subtotal.value", .consistency, "the subtotal is the sum of the lines", limit: sum,
                    actual: subtotal.value)
            }
        }
    }

    /// Until when a bill can be paid.
    public struct Expiration: PlatformValue {
        /// The end, in seconds since 1970, as text; at least five minutes ahead.
        public var timestamp: String
        /// What is shown after the end, at most ``maximumDescriptionLength`` characters.
        public var expirationDescription: String?

        /// The most characters of ``expirationDescription``: 120 (Cloud API reference §2.3).
        public static let maximumDescriptionLength = 120

        /// Creates an end.
        public init(timestamp: String, description: String? = nil) {
            self.timestamp = timestamp
            expirationDescription = description
        }

        package init(reading object: WireObject) {
            self.init(timestamp: object.text("timestamp"), description: object.optionalText("description"))
        }

        package var json: JSONValue {
            .members(["timestamp": .string(timestamp), "description": .text(expirationDescription)])
        }

        package func check(_ check: inout Check, at path: String) {
            if Int(timestamp) == nil {
                check.fail(at: path + ".timestamp", .pattern, "a time is a number of seconds, as text")
            }
            check.text(
                expirationDescription, at: path + ".description", maximum: Self.maximumDescriptionLength)
        }
    }
}
