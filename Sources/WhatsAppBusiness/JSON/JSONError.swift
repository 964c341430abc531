/// Why bytes are not JSON that this library reads.
///
/// The error says where and what, and never quotes the text: a delivery is personal data.
public struct JSONError: Error, Hashable, Sendable {
    /// The kind of failure; may grow.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case syntax, truncated, invalidUTF8, tooDeep, tooLarge
        }

        private let kind: Kind

        /// The text breaks the grammar of RFC 8259.
        public static let syntax = Self(kind: .syntax)
        /// The text ends before the value does.
        public static let truncated = Self(kind: .truncated)
        /// The bytes are not UTF-8.
        public static let invalidUTF8 = Self(kind: .invalidUTF8)
        /// Arrays and objects are nested deeper than the limit allows.
        public static let tooDeep = Self(kind: .tooDeep)
        /// The text is longer than the limit allows.
        public static let tooLarge = Self(kind: .tooLarge)

        /// The name of the code.
        public var description: String { kind.rawValue }
    }

    /// The kind of failure.
    public var code: Code
    /// The offset of the byte at which reading stopped.
    public var offset: Int
    /// What was wrong there, in a few words without the text itself.
    public var reason: String

    /// Creates an error.
    public init(code: Code, offset: Int, reason: String) {
        self.code = code
        self.offset = offset
        self.reason = reason
    }
}

extension JSONError: CustomStringConvertible {
    /// The code, the reason and the offset.
    public var description: String { "\(code): \(reason) at byte \(offset)" }
}
