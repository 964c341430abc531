/// A latitude or a longitude in degrees, with its spelling kept.
///
/// The platform's documentation sends texts, its specification numbers; both are taken (Cloud API reference §2.6).
public struct Degrees: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// The degrees as they are spelled.
    public let text: String
    /// Whether it goes out as a JSON number instead of a text.
    let isNumber: Bool

    /// Takes degrees.
    public init(_ degrees: Double) {
        self.init(text: "\(degrees)", isNumber: false)
    }

    /// Takes a spelling, such as `37.4421`.
    public init(_ text: String) {
        self.init(text: text, isNumber: false)
    }

    /// Takes degrees that are written in the program.
    public init(floatLiteral value: Double) {
        self.init(value)
    }

    /// Takes degrees that are written in the program.
    public init(integerLiteral value: Int) {
        self.init(text: "\(value)", isNumber: false)
    }

    private init(text: String, isNumber: Bool) {
        self.text = text
        self.isNumber = isNumber
    }

    /// The degrees; `nil` where the spelling is not that of a number.
    public var value: Double? { JSONNumber(text)?.double }

    static func read(_ object: WireObject, _ key: String) -> Self {
        guard let value = object.take(key) else { return Self(text: object.text(key), isNumber: false) }
        if let number = value.number { return Self(text: number.text, isNumber: true) }
        return Self(text: object.text(key), isNumber: false)
    }

    var json: JSONValue {
        if isNumber, let number = JSONNumber(text) { return .number(number) }
        return .string(text)
    }

    func check(_ check: inout Check, at path: String, bound: Int) {
        guard let value else {
            check.fail(at: path, .pattern, "degrees are a number with a decimal point", actual: text.utf8.count)
            return
        }
        if value > Double(bound) {
            check.fail(at: path, .maximum, "there are not so many degrees", limit: bound)
        } else if value < Double(-bound) {
            check.fail(at: path, .minimum, "there are not so many degrees", limit: -bound)
        }
    }
}

extension Degrees: CustomStringConvertible, CustomReflectable {
    /// No place: it can be somebody's home.
    public var description: String { "degrees" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
