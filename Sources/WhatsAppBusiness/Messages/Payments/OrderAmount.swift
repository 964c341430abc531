/// An amount of a bill in whole units of the smallest coin, with what may stand beside it.
///
/// Source: Cloud API reference §2.3, §2.11.
public struct OrderAmount: PlatformValue, ExpressibleByIntegerLiteral {
    /// The amount times ``offset``: 12.50 is 1,250.
    public var value: Int
    /// The factor: 100 for INR and BRL.
    public var offset: Int
    /// A line about a tax, a shipping charge or a discount, at most ``maximumDescriptionLength`` characters.
    public var amountDescription: String?
    /// The name of the programme that gives a discount.
    public var discountProgram: String?

    /// The most characters of ``amountDescription``: 60 (Cloud API reference §2.3).
    public static let maximumDescriptionLength = 60

    /// Creates an amount.
    public init(_ value: Int, offset: Int = 100, description: String? = nil, discountProgram: String? = nil) {
        self.value = value
        self.offset = offset
        amountDescription = description
        self.discountProgram = discountProgram
    }

    /// Takes an amount in hundredths that is written in the program.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    package init(reading object: WireObject) {
        self.init(
            object.integer("value"), offset: object.integer("offset"), description: object.optionalText("description"),
            discountProgram: object.optionalText("discount_program_name"))
    }

    package var json: JSONValue {
        .members([
            "value": .whole(value), "offset": .whole(offset), "description": .text(amountDescription),
            "discount_program_name": .text(discountProgram),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        if value < 0 { check.fail(at: path + ".value", .minimum, "an amount is not negative", limit: 0, actual: value) }
        if offset < 1 { check.fail(at: path + ".offset", .minimum, "a factor is positive", limit: 1, actual: offset) }
        if let amountDescription {
            check.length(amountDescription, at: path + ".description", maximum: Self.maximumDescriptionLength)
        }
    }
}
