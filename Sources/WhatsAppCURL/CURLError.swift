import CCURL

/// What libcurl itself said about a failure: the `underlying` of a `TransportError`.
///
/// The text may name hosts and addresses; it belongs in no log of a program that treats them as secret.
public struct CURLError: Error, Hashable, Sendable {
    /// libcurl's `CURLcode`.
    public var code: Int
    /// libcurl's sentence about this failure.
    public var message: String

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: libcurl's `CURLcode`.
    ///   - message: libcurl's sentence.
    public init(code: Int, message: String) {
        self.code = code
        self.message = message
    }
}

extension CURLError: CustomStringConvertible {
    /// The number only; the sentence may name hosts.
    public var description: String { "CURLcode \(code)" }
}
