import HTTPTypes

/// Why a call failed, and what is certain about it.
///
/// ```swift
/// do {
///     try await cloud.send(.text("Hi"), to: customer)
/// } catch {
///     switch error.outcome {
///     case .refused: …                     // the platform said no: error.platform?.code
///     case .notSent: …                     // it never left
///     case .unknown: …                     // it may have arrived: wait for a status with error.callbackData
///     }
/// }
/// ```
///
/// No description of an error holds a token, a number, an address or a text.
public struct WhatsAppError: Error, Sendable {
    /// The kind of failure; may grow.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case invalid, unsupported, unauthorized, rateLimited, rejected, unavailable, transport, decoding, cancelled
        }

        private let kind: Kind

        /// The message or an argument breaks a rule; nothing was sent. ``WhatsAppError/validation`` lists the rules.
        public static let invalid = Self(kind: .invalid)
        /// The provider cannot do this. ``WhatsAppError/capability`` names what is missing.
        public static let unsupported = Self(kind: .unsupported)
        /// The token or a permission was refused.
        public static let unauthorized = Self(kind: .unauthorized)
        /// Too many requests of some kind.
        public static let rateLimited = Self(kind: .rateLimited)
        /// The platform refused the request for any other reason.
        public static let rejected = Self(kind: .rejected)
        /// The platform or something before it has a fault (HTTP 5xx).
        public static let unavailable = Self(kind: .unavailable)
        /// There was no complete answer. ``WhatsAppError/underlying`` is the ``TransportError``.
        public static let transport = Self(kind: .transport)
        /// The answer was not understood.
        public static let decoding = Self(kind: .decoding)
        /// The calling task was cancelled.
        public static let cancelled = Self(kind: .cancelled)

        /// The name of the code.
        public var description: String { kind.rawValue }
    }

    /// What is certain about the request.
    public enum Outcome: String, Hashable, Sendable {
        /// The platform answered and did not do it.
        case refused
        /// The request certainly never reached the platform.
        case notSent
        /// The request may have been carried out. Do not simply repeat a send: later statuses tell.
        case unknown
    }

    /// The kind of failure.
    public var code: Code
    /// What is certain about the request.
    public var outcome: Outcome
    /// A sentence for people, without personal data.
    public var message: String
    /// What the platform said, where it said something.
    public var platform: PlatformError?
    /// Every broken rule, where the error is ``Code/invalid``.
    public var validation: ValidationError?
    /// What the provider lacks, where the error is ``Code/unsupported``.
    public var capability: Capability?
    /// Status, header fields and body of the answer, where there was one.
    public var response: ResponseMetadata?
    /// How long the platform asks to wait, where it does.
    public var retryAfter: Duration?
    /// The tag by which later statuses of a send with unknown outcome are recognised.
    public var callbackData: String?
    /// How many requests were made.
    public var attempts: Int
    /// The error below, such as a ``TransportError``.
    public var underlying: (any Error)?

    /// Creates an error.
    public init(
        code: Code, outcome: Outcome, message: String, platform: PlatformError? = nil,
        validation: ValidationError? = nil, capability: Capability? = nil, response: ResponseMetadata? = nil,
        retryAfter: Duration? = nil, callbackData: String? = nil, attempts: Int = 0, underlying: (any Error)? = nil
    ) {
        self.code = code
        self.outcome = outcome
        self.message = message
        self.platform = platform
        self.validation = validation
        self.capability = capability
        self.response = response
        self.retryAfter = retryAfter
        self.callbackData = callbackData
        self.attempts = attempts
        self.underlying = underlying
    }

    /// An error for a value that breaks rules.
    package static func invalid(_ error: ValidationError) -> Self {
        Self(code: .invalid, outcome: .notSent, message: "not sent, since it is not valid: \(error)", validation: error)
    }

    /// An error for something that a provider cannot do.
    public static func unsupported(_ capability: Capability, by provider: ProviderName) -> Self {
        Self(
            code: .unsupported, outcome: .notSent,
            message: "\(provider.rawValue) cannot do this: \(capability.rawValue)",
            capability: capability)
    }
}

extension WhatsAppError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The code, the sentence, the platform's numbers, the status and the certainty.
    public var description: String {
        var parts = ["\(code): \(message)"]
        if let platform { parts.append(platform.description) }
        if let response { parts.append("HTTP \(response.status.code)") }
        switch outcome {
        case .refused: break
        case .notSent: parts.append("certainly not sent")
        case .unknown: parts.append("outcome unknown")
        }
        if attempts > 1 { parts.append("\(attempts) attempts") }
        return parts.joined(separator: "; ")
    }

    /// The same text as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror {
        Mirror(self, children: ["code": "\(code)", "outcome": outcome.rawValue, "message": message])
    }
}
