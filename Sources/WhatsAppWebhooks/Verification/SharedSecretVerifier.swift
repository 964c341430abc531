public import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Checks that a request carries a word that only the vendor and the program know.
///
/// For vendors that sign nothing but let the program choose a header for its webhook, as 360dialog does
/// (360dialog reference, webhook configuration). It proves less than a signature: whoever reads the header once can
/// make requests of their own. Use https, and a long random word.
///
/// ```swift
/// let verifier = SharedSecretVerifier(secrets: [word], headerName: .authorization, prefix: "Bearer ")
/// ```
public struct SharedSecretVerifier: WebhookVerifier {
    /// The header that carries the word. Names of headers have no case.
    public let headerName: HTTPField.Name
    /// What stands before the word.
    public let prefix: String
    /// The number of secrets, empty ones included.
    public var secretCount: Int { secrets.count }
    private let secrets: [Secret]

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - secrets: the words that are accepted: several while one is being replaced. Empty ones never match.
    ///   - headerName: the header that carries the word.
    ///   - prefix: what stands before the word, such as `Bearer ` with its space.
    public init(secrets: [Secret], headerName: HTTPField.Name, prefix: String = "") {
        self.secrets = secrets
        self.headerName = headerName
        self.prefix = prefix
    }

    /// Checks the word in the headers of a request, in a time that depends on its length only.
    /// - Throws: `WebhookError` with `missingSecret`, `missingSignature`, `malformedSignature` or `signatureMismatch`.
    @discardableResult
    public func verify(_ body: [UInt8], headers: HTTPFields) throws(WebhookError) -> SecretMatch {
        guard secrets.contains(where: { !$0.isEmpty }) else {
            throw WebhookError(code: .missingSecret, message: "no shared secret is configured")
        }
        guard let value = headers[headerName], !value.isEmpty else {
            throw WebhookError(code: .missingSignature, message: "the header \(headerName.rawName) is missing")
        }
        guard value.utf8.starts(with: prefix.utf8) else {
            throw WebhookError(
                code: .malformedSignature, message: "the header \(headerName.rawName) does not start with \(prefix)")
        }
        let word = value.utf8.dropFirst(prefix.utf8.count)
        var match: SecretMatch?
        for (index, secret) in secrets.enumerated() where !secret.isEmpty && match == nil {
            if secret.withText({ ConstantTime.areEqual($0.utf8, word) }) { match = SecretMatch(secretIndex: index) }
        }
        guard let match else {
            throw WebhookError(
                code: .signatureMismatch, message: "the header \(headerName.rawName) holds another secret")
        }
        return match
    }
}

extension SharedSecretVerifier: CustomStringConvertible, CustomReflectable {
    /// The header and the number of secrets; none of them.
    public var description: String { "verifier of \(headerName.rawName) with \(secrets.count) shared secrets" }

    /// A mirror that shows the header and the number of secrets only.
    public var customMirror: Mirror {
        Mirror(self, children: ["headerName": headerName.rawName, "secrets": secrets.count])
    }
}
