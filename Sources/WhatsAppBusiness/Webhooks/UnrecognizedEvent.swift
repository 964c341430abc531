#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An event that this version has no type for, with everything that is known about it and its JSON.
public struct UnrecognizedEvent: Hashable, Sendable {
    /// The `field` of the change, such as `account_update`; empty where the change names none
    /// (values: webhooks reference §2.2).
    public var field: String
    /// The key of the array in which the event is an element, such as `user_actions` or `errors`; `nil` where the event
    /// is the whole `value`.
    public var element: String?
    /// The account, from the entry.
    public var businessAccountID: BusinessAccountID?
    /// When it happened, where the entry says so: fields of accounts and templates carry a time
    /// (webhooks reference §2.1).
    public var entryTime: Date?
    /// The business phone number, where the change names one.
    public var receivedOn: ReceivingNumber?
    /// The element, or the whole `value`, as it arrived.
    public var raw: RawJSON

    /// Creates an event.
    public init(
        field: String, element: String? = nil, businessAccountID: BusinessAccountID? = nil, entryTime: Date? = nil,
        receivedOn: ReceivingNumber? = nil, raw: RawJSON
    ) {
        self.field = field
        self.element = element
        self.businessAccountID = businessAccountID
        self.entryTime = entryTime
        self.receivedOn = receivedOn
        self.raw = raw
    }
}

extension UnrecognizedEvent: CustomStringConvertible, CustomReflectable {
    /// The field, the key of the array and the size; none of the content.
    public var description: String {
        "unrecognized event of \(field)" + (element.map { ".\($0)" } ?? "") + " (\(raw))"
    }

    /// A mirror that shows the field, the key of the array and the size only.
    public var customMirror: Mirror {
        Mirror(self, children: ["field": field, "element": element ?? "value", "raw": raw])
    }
}
