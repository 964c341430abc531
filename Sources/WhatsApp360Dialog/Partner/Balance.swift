public import WhatsAppBusiness

extension Dialog360Partner {
    /// How finely usage is told; an open set.
    public struct Granularity: RawRepresentable, Hashable, Sendable, Codable {
        /// 360dialog's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// By day.
        public static let day = Self(rawValue: "DAY")
        /// By month.
        public static let month = Self(rawValue: "MONTH")
    }

    /// What a client has paid in and used up.
    ///
    /// Amounts are kept exactly as they are spelled: what currency and how many decimals they have is 360dialog's choice.
    /// ``amount`` means something only for clients who pay directly. Source: 360dialog reference §5.3.
    public struct Balance: Hashable, Sendable {
        /// The usage of one day or month.
        public struct Period: Hashable, Sendable {
            /// The day or month, as 360dialog spells it.
            public var date: String?
            /// How many conversations or messages there were.
            public var quantity: Int?
            /// How many of them were paid.
            public var paidQuantity: Int?
            /// How many of them were free.
            public var freeQuantity: Int?
            /// How many of them began at a free entry point.
            public var freeEntryPointQuantity: Int?
            /// What they cost together.
            public var totalPrice: JSONNumber?
            /// The period as it came: the quantities and prices by category.
            public var json: JSONValue

            init(_ json: JSONValue) {
                date = json.word("period_date")
                quantity = json.count("quantity")
                paidQuantity = json.count("paid_quantity")
                freeQuantity = json.count("free_quantity")
                freeEntryPointQuantity = json.count("free_entry_point")
                totalPrice = json.exactNumber("total_price")
                self.json = json
            }

            /// How many there were of a category.
            /// - Parameter category: `marketing`, `utility`, `authentication`, `service`, or in the years before
            ///   `business_initiated` and `user_initiated`.
            public func quantity(of category: String) -> Int? { json.count("\(category)_quantity") }

            /// What those of a category cost.
            public func price(of category: String) -> JSONNumber? { json.exactNumber("\(category)_price") }
        }

        /// What is left.
        public var amount: JSONNumber?
        /// The currency.
        public var currency: String?
        /// What was paid in last.
        public var lastRenewal: JSONNumber?
        /// When that was, as 360dialog spells it.
        public var lastRenewalDate: String?
        /// What templates are expected to cost.
        public var estimatedTemplateCost: JSONNumber?
        /// The usage, day by day or month by month.
        public var usage: [Period]
        /// The balance as it came.
        public var json: JSONValue

        init(_ json: JSONValue) {
            amount = json.exactNumber("balance")
            currency = json.word("currency")
            lastRenewal = json.part("last_renewal")?.exactNumber("amount")
            lastRenewalDate = json.part("last_renewal")?.word("date")
            estimatedTemplateCost = json.exactNumber("estimated_template_cost")
            usage = json.objects("usage").map { Period($0) }
            self.json = json
        }
    }
}

extension Dialog360Partner.Balance: CustomStringConvertible, CustomReflectable {
    /// How many periods there are; no amounts.
    public var description: String { "balance with \(usage.count) periods" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["periods": usage.count]) }
}

extension JSONValue {
    fileprivate func count(_ key: String) -> Int? { word(key).flatMap { Int($0) } }

    fileprivate func exactNumber(_ key: String) -> JSONNumber? { word(key).flatMap { JSONNumber($0) } }
}
