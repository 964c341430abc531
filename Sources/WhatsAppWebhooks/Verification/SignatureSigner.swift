import Crypto
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Signs bodies as the platform does: for simulators, and for tests of a program's own endpoint.
///
/// ```swift
/// let signer = SignatureSigner(secret: "s3cr3t-app-key")
/// request.headers[.hubSignature256] = signer.signature(for: request.body)
/// ```
///
/// Rule: webhooks reference §1.3.
public struct SignatureSigner: Sendable {
    /// What stands before the digits.
    public let prefix: String
    private let hmac: HMAC<SHA256>

    /// Creates a signer.
    /// - Parameters:
    ///   - secret: the app secret.
    ///   - prefix: what stands before the digits.
    public init(secret: Secret, prefix: String = "sha256=") {
        self.prefix = prefix
        hmac = secret.withText { .init(key: .init(data: Array($0.utf8))) }
    }

    /// The value of the header for a body.
    /// - Parameter body: the bytes as they are sent.
    /// - Returns: the prefix and 64 lower-case hexadecimal digits.
    public func signature(for body: [UInt8]) -> String {
        var hmac = hmac
        hmac.update(data: body)
        return prefix + String(hexadecimal: hmac.finalize())
    }
}

extension SignatureSigner: CustomStringConvertible, CustomReflectable {
    /// Says only that this is a signer.
    public var description: String { "signer" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
