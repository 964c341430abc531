/// An amount in a template's body.
///
/// Source: Cloud API reference §2.17.
public struct CurrencyParameter: PlatformValue {
    /// What is shown where the amount cannot be put into the customer's language, such as `$9.99`.
    public var fallback: String
    /// The currency's ISO 4217 code.
    public var code: String
    /// The amount times 1,000: 9.99 is 9,990.
    public var thousandths: Int

    /// Creates an amount.
    public init(fallback: String, code: String, thousandths: Int) {
        self.fallback = fallback
        self.code = code
        self.thousandths = thousandths
    }

    package init(reading object: WireObject) {
        self.init(
            fallback: object.text("fallback_value"), code: object.text("code"),
            thousandths: object.integer("amount_1000"))
    }

    package var json: JSONValue {
        ["fallback_value": .string(fallback), "code": .string(code), "amount_1000": .number(JSONNumber(thousandths))]
    }

    package func check(_ check: inout Check, at path: String) {
        check.required(fallback, at: path + ".fallback_value")
        let isLetter: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        if code.utf8.count != 3 || !code.utf8.allSatisfy(isLetter) {
            check.fail(at: path + ".code", .pattern, "a currency is a code of three capital letters, such as USD")
        }
    }
}
