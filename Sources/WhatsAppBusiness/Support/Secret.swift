/// A token, app secret or other credential that never shows itself.
///
/// Its description, its debug description and its mirror are redacted, so that it can sit in a configuration that a
/// program logs or dumps. The text is reached only through ``withText(_:)``.
///
/// ```swift
/// let token: Secret = "EAAG…"
/// print(token)          // ‹redacted›
/// ```
public struct Secret: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    private let text: String

    /// Wraps a credential.
    /// - Parameter text: the credential as the platform issued it; white space around it is removed, since a line end
    ///   copied along with a token is a frequent cause of a refused call.
    public init(_ text: String) {
        self.text = text.trimmingASCIIWhitespace()
    }

    /// Wraps a credential that is written in the program (in tests and examples).
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// A new word that nobody can guess, such as one for a webhook's handshake: 256 bits of the system's random source, as
    /// letters and digits.
    public static func random() -> Self {
        var generator = SystemRandomNumberGenerator()
        return Self(
            String(hexadecimal: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }))
    }

    /// Whether there is no credential at all.
    public var isEmpty: Bool { text.isEmpty }

    /// Lends the credential to `body`.
    ///
    /// - Parameter body: what needs the text, such as the code that sets a header.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws.
    public func withText<Result, Failure: Error>(_ body: (String) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(text)
    }

    /// Always the same word, whatever the credential.
    public var description: String { "‹redacted›" }

    /// Always the same word, whatever the credential.
    public var debugDescription: String { "‹redacted›" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension String {
    /// The text without ASCII white space and line ends at its edges.
    package func trimmingASCIIWhitespace() -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { !isSpace($0) }) else { return "" }
        var end = bytes.endIndex
        while end > first {
            let before = bytes.index(before: end)
            guard isSpace(bytes[before]) else { break }
            end = before
        }
        return String(self[first..<end])
    }
}
