#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Where an event comes from: the change that brought it, and its bytes (webhooks reference §2.1).
public struct EventOrigin: Hashable, Sendable {
    /// The `field` of the change, such as `account_update`.
    public var field: String
    /// The account, from the entry. For `partner_solutions` it is the id of the business portfolio.
    public var businessAccountID: BusinessAccountID?
    /// When it happened, where the entry says so.
    public var entryTime: Date?
    /// The business phone number, where the change names one.
    public var receivedOn: ReceivingNumber?
    /// The element, or the whole `value` where it has no elements, as it arrived.
    public var raw: RawJSON

    /// Creates an origin.
    public init(
        field: String, businessAccountID: BusinessAccountID? = nil, entryTime: Date? = nil,
        receivedOn: ReceivingNumber? = nil, raw: RawJSON
    ) {
        self.field = field
        self.businessAccountID = businessAccountID
        self.entryTime = entryTime
        self.receivedOn = receivedOn
        self.raw = raw
    }
}

extension EventOrigin: CustomStringConvertible, CustomReflectable {
    /// The field and the size; none of the content.
    public var description: String { "\(field) (\(raw))" }

    /// A mirror that shows the field and the size only.
    public var customMirror: Mirror { Mirror(self, children: ["field": field, "raw": raw]) }
}
