/// The business phone number that an event is about: the `metadata` of a change (webhooks reference §2.1).
public struct ReceivingNumber: Hashable, Sendable {
    /// The id of the number, as calls to the platform need it.
    public var phoneNumberID: PhoneNumberID?
    /// The number itself.
    public var displayPhoneNumber: PhoneNumber?

    /// Creates a number.
    public init(phoneNumberID: PhoneNumberID? = nil, displayPhoneNumber: PhoneNumber? = nil) {
        self.phoneNumberID = phoneNumberID
        self.displayPhoneNumber = displayPhoneNumber
    }

    init?(_ node: JSONNode) {
        guard node.kind == .object else { return nil }
        for member in node.members {
            switch member.key {
            case "phone_number_id": phoneNumberID = member.value.text.map { PhoneNumberID(rawValue: $0) }
            case "display_phone_number": displayPhoneNumber = member.value.text.map { PhoneNumber(rawValue: $0) }
            default: break
            }
        }
    }
}

extension ReceivingNumber: CustomStringConvertible {
    /// The id, and the masked number.
    public var description: String {
        "number \(phoneNumberID?.rawValue ?? "without id")" + (displayPhoneNumber.map { " (\($0))" } ?? "")
    }
}
