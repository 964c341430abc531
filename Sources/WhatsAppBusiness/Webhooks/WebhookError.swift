/// Why an inbound request was refused, or why its body could not be decoded.
///
/// The error names what is missing or wrong. It never holds a secret, a digest, a token or a part of the body.
public struct WebhookError: Error, Hashable, Sendable {
    /// The kind of failure; may grow.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case notJSON, truncated, tooLarge, tooDeep, notAChange
            case missingSignature, malformedSignature, signatureMismatch, missingSecret
            case missingParameter, malformedParameter, unexpectedMode, tokenMismatch, missingVerifyToken
            case methodNotAllowed
        }

        private let kind: Kind

        /// The body is not JSON, or not UTF-8.
        public static let notJSON = Self(kind: .notJSON)
        /// The body ends before its JSON does.
        public static let truncated = Self(kind: .truncated)
        /// The body is larger than ``DecodingLimits/maximumBytes``.
        public static let tooLarge = Self(kind: .tooLarge)
        /// The body is nested deeper than ``DecodingLimits/maximumDepth``.
        public static let tooDeep = Self(kind: .tooDeep)
        /// The body is JSON, but not an object with `field` and `value`.
        public static let notAChange = Self(kind: .notAChange)
        /// The request has no signature header.
        public static let missingSignature = Self(kind: .missingSignature)
        /// The signature header is not the prefix and 64 hexadecimal digits.
        public static let malformedSignature = Self(kind: .malformedSignature)
        /// The signature was made with another secret, or over other bytes.
        public static let signatureMismatch = Self(kind: .signatureMismatch)
        /// The program has configured no app secret, so that nothing can be verified.
        public static let missingSecret = Self(kind: .missingSecret)
        /// A parameter of the handshake is missing.
        public static let missingParameter = Self(kind: .missingParameter)
        /// A parameter of the handshake is not text that may be sent back, or too long.
        public static let malformedParameter = Self(kind: .malformedParameter)
        /// The handshake's mode is not `subscribe`.
        public static let unexpectedMode = Self(kind: .unexpectedMode)
        /// The handshake's verify token is another.
        public static let tokenMismatch = Self(kind: .tokenMismatch)
        /// The program has configured no verify token, so that no handshake can succeed.
        public static let missingVerifyToken = Self(kind: .missingVerifyToken)
        /// The request is neither GET nor POST.
        public static let methodNotAllowed = Self(kind: .methodNotAllowed)

        /// The name of the code.
        public var description: String { kind.rawValue }
    }

    /// The kind of failure.
    public var code: Code
    /// What is wrong, in a sentence that quotes nothing of the request.
    public var message: String
    /// The offset of the byte at which reading the body stopped, for errors of the body.
    public var offset: Int?

    /// Creates an error.
    public init(code: Code, message: String, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.offset = offset
    }

    /// Translates an error of the reader.
    init(_ error: JSONError) {
        let code: Code
        switch error.code {
        case .truncated: code = .truncated
        case .tooDeep: code = .tooDeep
        case .tooLarge: code = .tooLarge
        default: code = .notJSON
        }
        self.init(code: code, message: error.reason, offset: error.offset)
    }

    /// The HTTP status that refuses such a request.
    ///
    /// 401 for a bad or missing signature, 413 above the size limit, 400 and 403 for handshakes, 405 for other methods,
    /// and 500 where the program itself lacks a secret: the platform repeats a refused delivery for up to seven days
    /// (webhooks reference §1.5), so nothing is lost until it is configured. A body that is signed but cannot be
    /// decoded is answered with 200 (reference §1.4): repeating it would not help.
    public var suggestedStatus: Int {
        switch code {
        case .missingSignature, .malformedSignature, .signatureMismatch: return 401
        case .tooLarge: return 413
        case .missingSecret: return 500
        case .missingParameter, .malformedParameter: return 400
        case .unexpectedMode, .tokenMismatch, .missingVerifyToken: return 403
        case .methodNotAllowed: return 405
        default: return 200
        }
    }
}

extension WebhookError: CustomStringConvertible {
    /// The code, the sentence and the offset.
    public var description: String {
        "\(code): \(message)" + (offset.map { " at byte \($0)" } ?? "")
    }
}
