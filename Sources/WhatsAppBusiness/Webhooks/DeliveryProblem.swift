/// Something in a delivery that could not be read: where it stands, what is wrong, and its bytes.
public struct DeliveryProblem: Hashable, Sendable {
    /// The kind of problem; may grow.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case missing, wrongType, unexpectedObject, tooManyEvents, undecodable
        }

        private let kind: Kind

        /// Something that must be there is missing, `null` or empty.
        public static let missing = Self(kind: .missing)
        /// Something is of another type than it must be, or holds a value that it cannot hold.
        public static let wrongType = Self(kind: .wrongType)
        /// The delivery's `object` is not `whatsapp_business_account`.
        public static let unexpectedObject = Self(kind: .unexpectedObject)
        /// The delivery holds more than ``DecodingLimits/maximumEvents``; the problem carries the whole body.
        public static let tooManyEvents = Self(kind: .tooManyEvents)
        /// The body as a whole could not be decoded: it is not JSON, or nested too deeply.
        public static let undecodable = Self(kind: .undecodable)

        /// The name of the code.
        public var description: String { kind.rawValue }
    }

    /// The kind of problem.
    public var code: Code
    /// Where the problem stands, such as `entry[0].changes[1].value.messages[3].id`; empty for the body as a whole.
    public var path: String
    /// What is wrong, in a sentence that quotes nothing of the delivery.
    public var reason: String
    /// The `field` of the change in which the problem stands.
    public var field: String?
    /// The account whose entry has the problem.
    public var businessAccountID: BusinessAccountID?
    /// The JSON of what could not be read: the element, the change, the entry or the whole body. `nil` where the body
    /// is not JSON.
    public var raw: RawJSON?
    private var undecodable: [UInt8]?

    /// Creates a problem inside of a delivery.
    public init(
        code: Code, path: String, reason: String, field: String? = nil, businessAccountID: BusinessAccountID? = nil,
        raw: RawJSON
    ) {
        self.code = code
        self.path = path
        self.reason = reason
        self.field = field
        self.businessAccountID = businessAccountID
        self.raw = raw
    }

    /// Creates the problem of a body that could not be decoded at all.
    /// - Parameters:
    ///   - body: the bytes as they were received.
    ///   - error: why they could not be decoded.
    public init(undecodable body: [UInt8], error: WebhookError) {
        code = .undecodable
        path = ""
        reason = error.description
        undecodable = body
    }

    /// The bytes of what could not be read, whether they are JSON or not.
    public var bytes: [UInt8] { raw?.bytes ?? undecodable ?? [] }
}

extension DeliveryProblem: CustomStringConvertible, CustomReflectable {
    /// The code, the path and the reason; none of the content.
    public var description: String {
        "\(code)\(path.isEmpty ? "" : " at \(path)"): \(reason)"
    }

    /// A mirror that shows code, path and reason only.
    public var customMirror: Mirror { Mirror(self, children: ["code": code, "path": path, "reason": reason]) }
}
