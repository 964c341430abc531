/// The new state of an order.
///
/// Source: Cloud API reference §2.11, §2.17 ("Order status messages").
public struct OrderStatusUpdate: PlatformValue {
    /// The states of an order; an open set.
    public struct Status: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The order has not been looked at.
        public static let pending = Self(rawValue: "pending")
        /// The order is being prepared.
        public static let processing = Self(rawValue: "processing")
        /// A part is on its way. The pages for India write ``partiallyShippedIndia``.
        public static let partiallyShipped = Self(rawValue: "partially-shipped")
        /// A part is on its way, as the pages for India spell it.
        public static let partiallyShippedIndia = Self(rawValue: "partially_shipped")
        /// The order is on its way.
        public static let shipped = Self(rawValue: "shipped")
        /// The order has arrived.
        public static let completed = Self(rawValue: "completed")
        /// The order was cancelled; refused by the platform after the payment.
        public static let canceled = Self(rawValue: "canceled")
    }

    /// The bill's ``OrderDetails/referenceID``.
    public var referenceID: String
    /// The order's state.
    public var status: Status
    /// A line about the state, at most ``maximumDescriptionLength`` characters.
    public var statusDescription: String?
    /// The payment's state, such as `captured`; Brazil.
    public var payment: Payment?

    /// The most characters of ``statusDescription``: 120 (Cloud API reference §2.11).
    public static let maximumDescriptionLength = 120

    /// Creates an update.
    public init(referenceID: String, status: Status, description: String? = nil, payment: Payment? = nil) {
        self.referenceID = referenceID
        self.status = status
        statusDescription = description
        self.payment = payment
    }

    package init(reading object: WireObject) {
        referenceID = object.text("reference_id")
        (status, statusDescription) = object.within("order") {
            (Status(rawValue: $0.text("status")), $0.optionalText("description"))
        }
        payment = object.optionalValue("payment")
    }

    package var json: JSONValue {
        .members([
            "reference_id": .string(referenceID),
            "order": .members(["status": .string(status.rawValue), "description": .text(statusDescription)]),
            "payment": payment?.json,
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        OrderDetails.checkReference(
            referenceID, &check, at: path + ".reference_id", maximum: OrderDetails.maximumReferenceLength)
        check.required(status.rawValue, at: path + ".order.status")
        check.text(
            statusDescription, at: path + ".order.description", maximum: Self.maximumDescriptionLength)
        if let payment { check.required(payment.status, at: path + ".payment.status") }
    }

    /// The state of an order's payment; Brazil.
    public struct Payment: PlatformValue {
        /// `pending`, `captured` or `failed`.
        public var status: String
        /// When the state was reached, in seconds since 1970.
        public var timestamp: Int?

        /// Creates a state.
        public init(status: String, timestamp: Int? = nil) {
            self.status = status
            self.timestamp = timestamp
        }

        package init(reading object: WireObject) {
            self.init(status: object.text("status"), timestamp: object.looseInteger("timestamp"))
        }

        package var json: JSONValue {
            .members(["status": .string(status), "timestamp": .whole(timestamp)])
        }

        package func check(_ check: inout Check, at path: String) {
            check.required(status, at: path + ".status")
        }
    }
}
