public import HTTPTypes
public import WhatsAppBusiness

/// Checks where a webhook request comes from.
///
/// ``SignatureVerifier`` checks a signature over the bytes of the body, ``SharedSecretVerifier`` a word in a header and
/// ``AddressSecretVerifier`` one in the address, for vendors that sign nothing. ``AlternativeVerifier`` accepts several kinds
/// on one address.
public protocol WebhookVerifier: Sendable {
    /// Checks a request.
    ///
    /// - Parameters:
    ///   - body: the body as it was received, before anything else is done with it.
    ///   - headers: the request's headers.
    /// - Returns: which secret the request was made with.
    /// - Throws: `WebhookError`, which names the input that is missing or wrong.
    @discardableResult
    func verify(_ body: [UInt8], headers: HTTPFields) throws(WebhookError) -> SecretMatch

    /// Checks a whole request, where the proof stands in its address: the body and the headers unless a verifier says
    /// otherwise.
    /// - Throws: `WebhookError`, which names the input that is missing or wrong.
    @discardableResult
    func verify(_ request: WebhookRequest) throws(WebhookError) -> SecretMatch

    /// The number of secrets that the verifier was given, empty ones included: 1 where a verifier says nothing.
    var secretCount: Int { get }
}

extension WebhookVerifier {
    /// Checks the body and the headers.
    /// - Throws: `WebhookError`, which names the input that is missing or wrong.
    @discardableResult
    public func verify(_ request: WebhookRequest) throws(WebhookError) -> SecretMatch {
        try verify(request.body, headers: request.headers)
    }

    /// One secret.
    public var secretCount: Int { 1 }
}

/// Which of the secrets that a verifier was given a request was made with.
public struct SecretMatch: Hashable, Sendable {
    /// The place of the secret in the verifier's list. An ``AlternativeVerifier`` counts through its verifiers in their
    /// order.
    public var secretIndex: Int

    /// Creates a match.
    public init(secretIndex: Int) {
        self.secretIndex = secretIndex
    }
}

/// Accepts what one of several verifiers accepts: for one address that several vendors or apps deliver to.
///
/// Their headers should differ. When all refuse, the error is that of the first verifier whose header was there at all.
public struct AlternativeVerifier: WebhookVerifier {
    private let verifiers: [any WebhookVerifier]
    private let offsets: [Int]
    /// The number of secrets of all verifiers.
    public let secretCount: Int

    /// Creates a verifier.
    /// - Parameters:
    ///   - first: the first verifier.
    ///   - others: the others, in the order in which they are asked.
    public init(_ first: any WebhookVerifier, _ others: any WebhookVerifier...) {
        let all = [first] + others
        verifiers = all
        var offset = 0
        offsets = all.map { verifier in
            defer { offset += verifier.secretCount }
            return offset
        }
        secretCount = offset
    }

    /// Asks the verifiers one after the other.
    /// - Throws: `WebhookError` when none accepts the request.
    @discardableResult
    public func verify(_ body: [UInt8], headers: HTTPFields) throws(WebhookError) -> SecretMatch {
        try first { (verifier) throws(WebhookError) in try verifier.verify(body, headers: headers) }
    }

    /// Checks a whole request with each verifier in turn.
    /// - Throws: the refusal that says most.
    @discardableResult
    public func verify(_ request: WebhookRequest) throws(WebhookError) -> SecretMatch {
        try first { (verifier) throws(WebhookError) in try verifier.verify(request) }
    }

    private func first(
        _ verify: (any WebhookVerifier) throws(WebhookError) -> SecretMatch
    ) throws(WebhookError) -> SecretMatch {
        var refusal: WebhookError?
        for (place, verifier) in verifiers.enumerated() {
            do throws(WebhookError) {
                let match = try verify(verifier)
                return SecretMatch(secretIndex: offsets[place] + match.secretIndex)
            } catch {
                // A header that is wrong says more than one that is missing.
                if refusal == nil || (refusal?.isAboutAbsence == true && !error.isAboutAbsence) { refusal = error }
            }
        }
        throw refusal ?? WebhookError(code: .missingSecret, message: "no verifier is configured")
    }
}

extension WebhookError {
    fileprivate var isAboutAbsence: Bool { code == .missingSignature || code == .missingSecret }
}
