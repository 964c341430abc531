/// A field of the address form; an open set.
///
/// Source: Cloud API reference §2.10 ("Address messages", November 2025).
public struct AddressField: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's name.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The person's name.
    public static let name = Self(rawValue: "name")
    /// The phone number.
    public static let phoneNumber = Self(rawValue: "phone_number")
    /// The Indian postal code, at most ``maximumPINCodeLength`` digits.
    public static let pinCode = Self(rawValue: "in_pin_code")
    /// The number of the house.
    public static let houseNumber = Self(rawValue: "house_number")
    /// The floor.
    public static let floorNumber = Self(rawValue: "floor_number")
    /// The tower.
    public static let towerNumber = Self(rawValue: "tower_number")
    /// The name of the building.
    public static let buildingName = Self(rawValue: "building_name")
    /// The address.
    public static let address = Self(rawValue: "address")
    /// A landmark or an area.
    public static let landmarkArea = Self(rawValue: "landmark_area")
    /// The city.
    public static let city = Self(rawValue: "city")
    /// The state.
    public static let state = Self(rawValue: "state")

    /// The most digits of ``pinCode``: 6 (Cloud API reference §2.10).
    public static let maximumPINCodeLength = 6

    static func read(_ object: WireObject?) -> [AddressField: String] {
        guard let object else { return [:] }
        var values: [AddressField: String] = [:]
        for member in object.rest { values[AddressField(rawValue: member.key)] = object.text(member.key) }
        return values
    }

    static func json(_ values: [AddressField: String]) -> JSONValue? {
        guard !values.isEmpty else { return nil }
        let members = values.sorted { $0.key.rawValue < $1.key.rawValue }
        return .object(JSONObject(members.map { JSONObject.Member(key: $0.key.rawValue, value: .string($0.value)) }))
    }

    static func check(_ values: [AddressField: String], _ check: inout Check, at path: String) {
        if let code = values[.pinCode] {
            check.length(code, at: "\(path).\(AddressField.pinCode.rawValue)", maximum: maximumPINCodeLength)
        }
    }
}
