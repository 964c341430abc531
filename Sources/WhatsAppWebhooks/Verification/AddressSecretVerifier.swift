public import HTTPTypes
public import WhatsAppBusiness

/// Checks that the address of a request holds a word that only the vendor and the program know.
///
/// For vendors that neither sign nor let the program choose a header, as Chat API and 1msg (Chat API reference §8): the
/// word is part of the address that is given to them. It proves less than a signature, and addresses are written into
/// the logs of servers on the way: use https, a long random word, and keep it out of your own logs.
///
/// ```swift
/// // https://shop.example/hooks/whatsapp?key=…
/// let verifier = AddressSecretVerifier(secrets: [word], place: .query("key"))
/// ```
public struct AddressSecretVerifier: WebhookVerifier {
    /// Where in the address the word stands.
    public struct Place: Hashable, Sendable {
        fileprivate enum Kind: Hashable, Sendable {
            case query(String), lastPathSegment
        }

        fileprivate let kind: Kind

        /// The value of a name in the query.
        public static func query(_ name: String) -> Self { Self(kind: .query(name)) }
        /// The last part of the path: `/hooks/whatsapp/{word}`.
        public static let lastPathSegment = Self(kind: .lastPathSegment)
    }

    /// Where in the address the word stands.
    public let place: Place
    /// The number of secrets, empty ones included.
    public var secretCount: Int { secrets.count }
    private let secrets: [Secret]

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - secrets: the words that are accepted, several while one is replaced by another. Empty ones are ignored.
    ///   - place: where in the address the word stands.
    public init(secrets: [Secret], place: Place) {
        self.secrets = secrets
        self.place = place
    }

    /// Always refuses: a body and its headers do not hold the address.
    /// - Throws: `WebhookError` with `missingSignature`.
    @discardableResult
    public func verify(_ body: [UInt8], headers: HTTPFields) throws(WebhookError) -> SecretMatch {
        throw WebhookError(
            code: .missingSignature, message: "the secret stands in the address: hand over the whole request")
    }

    /// Checks the word in the address, in a time that does not depend on how much of it is right.
    /// - Throws: `WebhookError`: `missingSignature`, `malformedSignature`, `signatureMismatch`, or `missingSecret` where
    ///   there is nothing to compare with.
    @discardableResult
    public func verify(_ request: WebhookRequest) throws(WebhookError) -> SecretMatch {
        guard secrets.contains(where: { !$0.isEmpty }) else {
            throw WebhookError(code: .missingSecret, message: "no shared secret is configured")
        }
        let word: String
        switch found(in: request) {
        case .missing: throw WebhookError(code: .missingSignature, message: "the address holds no secret")
        case .malformed:
            throw WebhookError(
                code: .malformedSignature, message: "the secret in the address is not text in percent encoding")
        case .text(let text): word = text
        }
        var match: SecretMatch?
        for (index, secret) in secrets.enumerated() where !secret.isEmpty && match == nil {
            if secret.withText({ ConstantTime.areEqual($0.utf8, word.utf8) }) {
                match = SecretMatch(secretIndex: index)
            }
        }
        guard let match else {
            throw WebhookError(code: .signatureMismatch, message: "the address holds another secret")
        }
        return match
    }

    private func found(in request: WebhookRequest) -> QueryString.Value {
        switch place.kind {
        case .query(let name):
            let value = QueryString(request.query).value(name)
            return value == .text("") ? .missing : value
        case .lastPathSegment:
            var path = request.path.prefix { $0 != "?" && $0 != "#" }
            while path.hasSuffix("/") { path = path.dropLast() }
            guard let slash = path.lastIndex(of: "/") else { return .missing }
            let segment = path[path.index(after: slash)...]
            guard !segment.isEmpty else { return .missing }
            // A plus sign in a path is one; in a query it is a space.
            return QueryString("word=" + segment.replacing("+", with: "%2B")).value("word")
        }
    }
}

extension AddressSecretVerifier: CustomStringConvertible, CustomReflectable {
    /// The number of secrets, and nothing of them.
    public var description: String { "verifier of addresses with \(secrets.count) shared secrets" }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["secrets": secrets.count]) }
}
