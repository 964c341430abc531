import Crypto
public import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Checks that a webhook request comes from the platform: HMAC-SHA256 over the bytes of the body as they were received.
///
/// ```swift
/// let verifier = SignatureVerifier(secrets: [appSecret])
/// let match = try verifier.verify(body, headers: request.headerFields)
/// ```
///
/// Several secrets may be given: while one is being replaced, or for several apps on one address. The digest is compared
/// in constant time. Verify before anything else is done with the body: decoded and encoded again, it has other bytes.
///
/// Rule: webhooks reference §1.3 ("X-Hub-Signature-256").
public struct SignatureVerifier: WebhookVerifier {
    /// How the bytes of a signature are written in the header; may grow.
    public struct Encoding: Hashable, Sendable {
        private enum Kind: Hashable, Sendable {
            case hexadecimal, base64, either
        }

        private let kind: Kind

        /// 64 hexadecimal digits of either case.
        public static let hexadecimal = Self(kind: .hexadecimal)
        /// Base64, with or without padding, in either alphabet.
        public static let base64 = Self(kind: .base64)
        /// Whichever of both the length says.
        public static let hexadecimalOrBase64 = Self(kind: .either)

        var allowsHexadecimal: Bool { kind != .base64 }
        var allowsBase64: Bool { kind != .hexadecimal }
    }

    /// The header that carries the signature. Names of headers have no case.
    public let headerName: HTTPField.Name
    /// What stands before the digits.
    public let prefix: String
    /// Whether a header without the prefix is taken as well.
    public let isPrefixOptional: Bool
    /// How the signature is written.
    public let encoding: Encoding
    /// The number of secrets, empty ones included.
    public let secretCount: Int
    private let keys: [PreparedKey]

    /// A secret with the part of the work that does not depend on the body already done.
    private struct PreparedKey: Sendable {
        var index: Int
        var hmac: HMAC<SHA256>
    }

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - secrets: the app secrets; not the access token and not the verify token. Empty ones never match.
    ///   - headerName: the header that carries the signature. Relays of other vendors have their own.
    ///   - prefix: what stands before the digits.
    ///   - isPrefixOptional: whether a header without the prefix is taken as well.
    ///   - encoding: how the signature is written.
    public init(
        secrets: [Secret], headerName: HTTPField.Name = .hubSignature256, prefix: String = "sha256=",
        isPrefixOptional: Bool = false, encoding: Encoding = .hexadecimal
    ) {
        self.headerName = headerName
        self.prefix = prefix
        self.isPrefixOptional = isPrefixOptional
        self.encoding = encoding
        secretCount = secrets.count
        keys = secrets.enumerated().compactMap { index, secret in
            guard !secret.isEmpty else { return nil }
            return secret.withText { PreparedKey(index: index, hmac: .init(key: .init(data: Array($0.utf8)))) }
        }
    }

    /// Checks the signature in the headers of a request.
    ///
    /// - Parameters:
    ///   - body: the body as it was received.
    ///   - headers: the request's headers.
    /// - Returns: which secret matched.
    /// - Throws: `WebhookError` with `missingSecret`, `missingSignature`, `malformedSignature` or
    ///   `signatureMismatch`.
    @discardableResult
    public func verify(_ body: [UInt8], headers: HTTPFields) throws(WebhookError) -> SecretMatch {
        try verify(body, signature: headers[headerName])
    }

    /// Checks a signature.
    ///
    /// - Parameters:
    ///   - body: the body as it was received.
    ///   - signature: the header's value, such as `sha256=2cfd…`; `nil` where there is no header.
    /// - Returns: which secret matched.
    /// - Throws: `WebhookError` with `missingSecret`, `missingSignature`, `malformedSignature` or
    ///   `signatureMismatch`.
    @discardableResult
    public func verify(_ body: [UInt8], signature: String?) throws(WebhookError) -> SecretMatch {
        guard !keys.isEmpty else {
            throw WebhookError(code: .missingSecret, message: "no app secret is configured")
        }
        guard let signature, !signature.isEmpty else {
            throw WebhookError(code: .missingSignature, message: "the header \(headerName.rawName) is missing")
        }
        guard let digest = SignatureDigest(signature, for: self) else {
            throw WebhookError(
                code: .malformedSignature,
                message: "the header \(headerName.rawName) is not \(prefix) and \(encoding.expectation)")
        }
        for key in keys {
            var hmac = key.hmac
            hmac.update(data: body)
            if digest.matches(hmac.finalize()) { return SecretMatch(secretIndex: key.index) }
        }
        throw WebhookError(
            code: .signatureMismatch,
            message: "the signature was made with another secret or over other bytes than these")
    }
}

extension SignatureVerifier: CustomStringConvertible, CustomReflectable {
    /// The header and the number of secrets; none of them.
    public var description: String { "verifier of \(headerName.rawName) with \(keys.count) secrets" }

    /// A mirror that shows the header and the number of secrets only.
    public var customMirror: Mirror {
        Mirror(self, children: ["headerName": headerName.rawName, "secrets": keys.count])
    }
}

extension SignatureVerifier {
    /// The verifier for what 360dialog delivers to partners.
    ///
    /// The header `x-360dialog-signature` holds the HMAC-SHA256 of the body under the platform secret. Whether it is
    /// written in hexadecimal or in base64, and whether a prefix stands before it, is not documented (unconfirmed); all
    /// forms are taken. Webhooks reference §1.3.
    ///
    /// - Parameter platformSecrets: the platform secrets of the partner: several while one is being replaced.
    public static func dialog360Partner(platformSecrets: [Secret]) -> Self {
        Self(
            secrets: platformSecrets, headerName: .dialog360Signature, isPrefixOptional: true,
            encoding: .hexadecimalOrBase64)
    }
}

extension SignatureVerifier.Encoding {
    /// What a header should hold, for the text of an error.
    fileprivate var expectation: String {
        switch (allowsHexadecimal, allowsBase64) {
        case (true, true): return "64 hexadecimal digits or the base64 of 32 bytes"
        case (false, true): return "the base64 of 32 bytes"
        default: return "64 hexadecimal digits"
        }
    }
}

extension HTTPField.Name {
    // Unwrapped, since the name that is written here is a valid one.
    /// `x-360dialog-signature`: the signature of 360dialog's partner webhooks (webhooks reference §1.3).
    public static let dialog360Signature = HTTPField.Name("x-360dialog-signature")!
    // Unwrapped, since the name that is written here is a valid one.
    /// `X-Hub-Signature-256`: the signature of the platform's webhooks (webhooks reference §1.2).
    public static let hubSignature256 = HTTPField.Name("X-Hub-Signature-256")!
}
