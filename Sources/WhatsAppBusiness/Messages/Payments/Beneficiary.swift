/// To whom shipped goods of a bill go; India.
///
/// Source: Cloud API reference §2.11.
public struct Beneficiary: PlatformValue {
    /// The name, at most ``maximumNameLength`` characters.
    public var name: String
    /// Street and number, at most ``maximumLineLength`` characters.
    public var line1: String
    /// More of the street, at most ``maximumLineLength`` characters.
    public var line2: String?
    /// The city.
    public var city: String
    /// The state.
    public var state: String
    /// The country: `India`.
    public var country: String
    /// The postal code, ``postalCodeLength`` digits.
    public var postalCode: String

    /// The most characters of ``name``: 200 (Cloud API reference §2.11).
    public static let maximumNameLength = 200
    /// The most characters of each line: 100 (Cloud API reference §2.11).
    public static let maximumLineLength = 100
    /// The number of digits of ``postalCode``: 6 (Cloud API reference §2.11).
    public static let postalCodeLength = 6

    /// Creates a beneficiary.
    public init(
        name: String, line1: String, line2: String? = nil, city: String, state: String, country: String = "India",
        postalCode: String
    ) {
        self.name = name
        self.line1 = line1
        self.line2 = line2
        self.city = city
        self.state = state
        self.country = country
        self.postalCode = postalCode
    }

    package init(reading object: WireObject) {
        self.init(
            name: object.text("name"), line1: object.text("address_line1"),
            line2: object.optionalText("address_line2"), city: object.text("city"), state: object.text("state"),
            country: object.text("country"), postalCode: object.text("postal_code"))
    }

    package var json: JSONValue {
        .members([
            "name": .string(name), "address_line1": .string(line1), "address_line2": .text(line2),
            "city": .string(city), "state": .string(state), "country": .string(country),
            "postal_code": .string(postalCode),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(name, at: path + ".name", maximum: Self.maximumNameLength)
        check.text(line1, at: path + ".address_line1", maximum: Self.maximumLineLength)
        if let line2 { check.length(line2, at: path + ".address_line2", maximum: Self.maximumLineLength) }
        check.required(city, at: path + ".city")
        check.required(state, at: path + ".state")
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if postalCode.utf8.count != Self.postalCodeLength || !postalCode.utf8.allSatisfy(isDigit) {
            check.fail(
                at: path + ".postal_code", .pattern, "an Indian postal code has six digits",
                limit: Self.postalCodeLength, actual: postalCode.unicodeScalars.count)
        }
    }
}

extension Beneficiary: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "beneficiary" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
