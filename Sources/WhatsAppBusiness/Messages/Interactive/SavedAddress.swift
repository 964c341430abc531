/// An address that the customer may choose in the address form.
///
/// Source: Cloud API reference §2.10 ("Address messages", November 2025).
public struct SavedAddress: PlatformValue {
    /// The address's id, which the answer carries.
    public var id: String
    /// The address.
    public var values: [AddressField: String]

    /// Creates an address.
    public init(id: String, values: [AddressField: String]) {
        self.id = id
        self.values = values
    }

    package init(reading object: WireObject) {
        self.init(id: object.text("id"), values: AddressField.read(object.child("value")))
    }

    package var json: JSONValue {
        ["id": .string(id), "value": AddressField.json(values) ?? [:]]
    }

    package func check(_ check: inout Check, at path: String) {
        check.required(id, at: path + ".id")
        AddressField.check(values, &check, at: path + ".value")
    }
}
