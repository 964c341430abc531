/// Why a transport has no response.
///
/// ``delivery`` is what decides whether the request may be repeated: only ``Delivery/notSent`` proves that the
/// platform never saw it.
public struct TransportError: Error, Sendable {
    /// The kind of failure; may grow.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case connectionFailed, tlsFailed, connectionLost, connectTimedOut, queueTimedOut, timedOut
            case responseTooLarge, invalidRequest, invalidResponse, requestBodyFailed, cancelled, shutDown, other
        }

        private let kind: Kind

        /// No connection could be opened: the name is unknown, nobody listens, no route.
        public static let connectionFailed = Self(kind: .connectionFailed)
        /// The TLS handshake failed: unknown authority, wrong host name, no common version.
        public static let tlsFailed = Self(kind: .tlsFailed)
        /// The connection broke, or the other side closed it, before the response was complete.
        public static let connectionLost = Self(kind: .connectionLost)
        /// ``TransportOptions/connectTimeout`` has passed.
        public static let connectTimedOut = Self(kind: .connectTimedOut)
        /// ``TransportOptions/queueTimeout`` has passed before a connection was free.
        public static let queueTimedOut = Self(kind: .queueTimedOut)
        /// ``TransportOptions/timeout`` has passed.
        public static let timedOut = Self(kind: .timedOut)
        /// The response's body is longer than the options allow.
        public static let responseTooLarge = Self(kind: .responseTooLarge)
        /// The request cannot be expressed: no host, a scheme other than http and https.
        public static let invalidRequest = Self(kind: .invalidRequest)
        /// The answer is not HTTP.
        public static let invalidResponse = Self(kind: .invalidResponse)
        /// The program's own request body threw while it was read.
        public static let requestBodyFailed = Self(kind: .requestBodyFailed)
        /// The calling task was cancelled.
        public static let cancelled = Self(kind: .cancelled)
        /// The transport has been shut down.
        public static let shutDown = Self(kind: .shutDown)
        /// Anything else.
        public static let other = Self(kind: .other)

        /// The name of the code.
        public var description: String { kind.rawValue }
    }

    /// Whether the request can have reached the other side.
    public enum Delivery: String, Hashable, Sendable {
        /// Not a byte of the request was handed to a connection: repeating it is safe.
        case notSent
        /// The request may have arrived, in part or whole.
        case unknown
    }

    /// The kind of failure.
    public var code: Code
    /// Whether the request can have reached the other side.
    public var delivery: Delivery
    /// A sentence for people; it holds no address, header or body.
    public var message: String
    /// The error of the library below, where there is one. It may name hosts: not for logs.
    public var underlying: (any Error)?

    /// Creates an error.
    public init(code: Code, delivery: Delivery, message: String, underlying: (any Error)? = nil) {
        self.code = code
        self.delivery = delivery
        self.message = message
        self.underlying = underlying
    }
}

extension TransportError: CustomStringConvertible {
    /// The code, the sentence, and whether the request may have arrived.
    public var description: String {
        let certainty = delivery == .notSent ? "certainly not sent" : "outcome unknown"
        return "\(code): \(message) (\(certainty))"
    }
}
