import WhatsAppBusiness

/// A refusal of the simulated platform, with Cloud API's code; faces write it in their own form.
struct PlatformFault: Error, Sendable {
    var status: Int
    var code: Int
    var subcode: Int?
    var type: String
    var message: String
    var details: String?
    /// What a person is told; management calls give their reason here.
    var userTitle: String?
    var userMessage: String?
    var isTransient = false

    init(
        status: Int = 400, code: Int, subcode: Int? = nil, type: String = "OAuthException", message: String,
        details: String? = nil, userTitle: String? = nil, userMessage: String? = nil
    ) {
        self.status = status
        self.code = code
        self.subcode = subcode
        self.type = type
        self.message = message
        self.details = details
        self.userTitle = userTitle
        self.userMessage = userMessage
    }

    static let noToken = Self(
        status: 401, code: 104, message: "An access token is required to request this resource.")
    static let badToken = Self(status: 401, code: 190, message: "The access token could not be decoded")
    static let notJSON = Self(code: 100, message: "Invalid parameter", details: "The body is not a JSON object")

    static let notPlayed = Self(
        status: 404, code: 100, message: "The simulated platform does not answer this interface")

    static func unknownObject(_ id: String) -> Self {
        Self(
            code: 100, subcode: 33, type: "GraphMethodException",
            message: "Unsupported request. The object does not exist, or the operation is not supported")
    }

    static func missing(_ parameter: String) -> Self {
        Self(code: 131008, message: "Required parameter is missing", details: "The parameter \(parameter) is required.")
    }

    static func invalid(_ parameter: String, _ details: String) -> Self {
        Self(code: 131009, message: "Parameter value is not valid", details: "\(parameter): \(details)")
    }

    /// The platform's answer to a message that breaks one of its limits.
    init(_ violation: ValidationError.Violation) {
        switch violation.rule {
        case .unsupported:
            self.init(code: 131051, message: "Unsupported message type", details: "\(violation.path): unknown")
        case .required where violation.actual == nil: self = .missing(violation.path)
        case .maxLength:
            self.init(
                code: 100, message: "Invalid parameter",
                details: "\(violation.path) must be at most \(violation.limit ?? 0) characters long.")
        case .unknownMember:
            self.init(code: 100, message: "Invalid parameter", details: "Unexpected key \(violation.path).")
        default: self = .invalid(violation.path, violation.explanation)
        }
    }

    static let windowClosed = Self(
        code: 131047, message: "Re-engagement message",
        details: "More than 24 hours have passed since the customer last wrote to this number.")
}
