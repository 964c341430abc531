#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension MessageStatus {
    /// A payment for an order, where the platform takes payments (webhooks reference §4.5). Everything is optional.
    ///
    /// What depends on the gateway, such as `udf1` or `additional_info1`, is in ``raw``.
    public struct Payment: Hashable, Sendable {
        /// An amount of money: ``value`` divided by ``offset``.
        public struct Amount: Hashable, Sendable {
            /// The amount in the smallest unit that counts.
            public var value: Int
            /// By what the value is divided, such as 100.
            public var offset: Int

            /// Creates an amount.
            public init(value: Int, offset: Int = 100) {
                self.value = value
                self.offset = offset
            }

            init?(_ node: JSONNode) {
                guard let value = node.member("value")?.integer else { return nil }
                self.init(value: value, offset: node.member("offset")?.integer ?? 100)
            }
        }

        /// What the payment gateway did.
        public struct Transaction: Hashable, Sendable {
            /// The gateway's id of the order.
            public var id: String?
            /// The gateway's id of the payment.
            public var gatewayID: String?
            /// The gateway, such as `razorpay`.
            public var type: String?
            /// How it stands: `pending`, `success` or `failed`.
            public var status: String?
            /// How it was paid, such as `upi` or `card`.
            public var method: String?
            /// When it was created.
            public var created: Date?
            /// When it was last changed.
            public var updated: Date?
            /// The gateway's code of an error.
            public var errorCode: String?
            /// The gateway's reason of an error.
            public var errorReason: String?

            /// Creates a transaction.
            public init(
                id: String? = nil, gatewayID: String? = nil, type: String? = nil, status: String? = nil,
                method: String? = nil,
                created: Date? = nil, updated: Date? = nil, errorCode: String? = nil, errorReason: String? = nil
            ) {
                self.id = id
                self.gatewayID = gatewayID
                self.type = type
                self.status = status
                self.method = method
                self.created = created
                self.updated = updated
                self.errorCode = errorCode
                self.errorReason = errorReason
            }

            init?(_ node: JSONNode) {
                guard node.kind == .object else { return nil }
                self.init(
                    id: node.member("id")?.text, gatewayID: node.member("pg_transaction_id")?.text,
                    type: node.member("type")?.text,
                    status: node.member("status")?.text, method: node.member("method")?.member("type")?.text,
                    created: node.member("created_timestamp")?.time, updated: node.member("updated_timestamp")?.time,
                    errorCode: node.member("error")?.member("code")?.text,
                    errorReason: node.member("error")?.member("reason")?.text)
            }
        }

        /// Money that went back.
        public struct Refund: Hashable, Sendable {
            /// The id of the refund.
            public var id: String?
            /// How much.
            public var amount: Amount?
            /// How fast, such as `normal`.
            public var speed: String?
            /// How it stands.
            public var status: String?
            /// When it was created.
            public var created: Date?
            /// When it was last changed.
            public var updated: Date?

            /// Creates a refund.
            public init(
                id: String? = nil, amount: Amount? = nil, speed: String? = nil, status: String? = nil,
                created: Date? = nil, updated: Date? = nil
            ) {
                self.id = id
                self.amount = amount
                self.speed = speed
                self.status = status
                self.created = created
                self.updated = updated
            }

            init(_ node: JSONNode) {
                self.init(
                    id: node.member("id")?.text, amount: node.member("amount").flatMap { Amount($0) },
                    speed: node.member("speed_processed")?.text,
                    status: node.member("status")?.text, created: node.member("created_timestamp")?.time,
                    updated: node.member("updated_timestamp")?.time)
            }
        }

        /// The reference that the program gave the order.
        public var referenceID: String?
        /// How much is paid.
        public var amount: Amount?
        /// The currency, such as `INR`.
        public var currency: String?
        /// What the payment gateway did.
        public var transaction: Transaction?
        /// What went back.
        public var refunds: [Refund]
        /// The receipt that the program named when it asked for the payment; of some gateways.
        public var receipt: String?
        /// The notes that the program gave along; of some gateways.
        public var notes: RawJSON?
        /// The object as it arrived.
        public var raw: RawJSON?

        /// Creates the value.
        public init(
            referenceID: String? = nil, amount: Amount? = nil, currency: String? = nil, transaction: Transaction? = nil,
            refunds: [Refund] = [], receipt: String? = nil, notes: RawJSON? = nil, raw: RawJSON? = nil
        ) {
            self.referenceID = referenceID
            self.amount = amount
            self.currency = currency
            self.transaction = transaction
            self.refunds = refunds
            self.receipt = receipt
            self.notes = notes
            self.raw = raw
        }

        init(_ node: JSONNode, buffer: [UInt8]) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "reference_id": referenceID = value.text
                case "amount": amount = Amount(value)
                case "currency": currency = value.text
                case "transaction": transaction = Transaction(value)
                case "refunds": refunds = value.objects.map { Refund($0) }
                case "receipt": receipt = value.text
                case "notes": notes = value.isNull ? nil : RawJSON(buffer: buffer, range: value.range)
                default: break
                }
            }
            raw = RawJSON(buffer: buffer, range: node.range)
        }
    }
}

extension MessageStatus.Payment: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "payment" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension MessageStatus.Payment.Amount: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "amount of a payment" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension MessageStatus.Payment.Transaction: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "transaction of a payment" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension MessageStatus.Payment.Refund: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "refund of a payment" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
