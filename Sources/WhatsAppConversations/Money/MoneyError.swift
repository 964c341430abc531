/// Why an amount of money could not be read or calculated.
public struct MoneyError: Error, Hashable, Sendable {
    /// The kind of a failure.
    public struct Code: Hashable, Sendable {
        private enum Value { case malformed, tooPrecise, overflow, currencyMismatch }
        private let value: Value

        /// The text is not a decimal number, or names no currency where one is needed.
        public static let malformed = Self(value: .malformed)
        /// The text has a digit other than 0 beyond the sixth decimal.
        public static let tooPrecise = Self(value: .tooPrecise)
        /// The result does not fit 64 bits of millionths.
        public static let overflow = Self(value: .overflow)
        /// The amounts are in different currencies.
        public static let currencyMismatch = Self(value: .currencyMismatch)
    }

    /// The kind of the failure.
    public var code: Code
    /// The failure in a sentence.
    public var message: String

    /// Creates an error.
    public init(code: Code, message: String) {
        self.code = code
        self.message = message
    }
}

extension MoneyError: CustomStringConvertible {
    /// The failure in a sentence.
    public var description: String { message }
}
