import WhatsAppBusiness

/// An answer of the simulated Graph API.
struct GraphReply {
    var status: Int
    var body: JSONValue

    static func success(_ body: JSONValue) -> Self {
        Self(status: 200, body: body)
    }

    static let done = success(["success": true])
}

/// A refusal of the simulated Graph API.
struct GraphFault: Error {
    var status: Int
    var code: Int
    var subcode: Int?
    var type: String
    var message: String
    var details: String?

    init(
        status: Int = 400, code: Int, subcode: Int? = nil, type: String = "OAuthException", message: String,
        details: String? = nil
    ) {
        self.status = status
        self.code = code
        self.subcode = subcode
        self.type = type
        self.message = message
        self.details = details
    }

    /// The error envelope (Cloud API reference §1.4).
    func reply(traceID: String) -> GraphReply {
        var error: [(String, JSONValue)] = [
            ("message", .string("(#\(code)) \(message)")), ("type", .string(type)), ("code", .number(JSONNumber(code))),
        ]
        if let subcode { error.append(("error_subcode", .number(JSONNumber(subcode)))) }
        if let details {
            error.append(("error_data", ["messaging_product": "whatsapp", "details": .string(details)]))
        }
        error.append(("fbtrace_id", .string(traceID)))
        return GraphReply(status: status, body: ["error": .members(error)])
    }

    static let noToken = Self(
        status: 401, code: 104, message: "An access token is required to request this resource.")
    static let badToken = Self(status: 401, code: 190, message: "The access token could not be decoded")
    static let notJSON = Self(code: 100, message: "Invalid parameter", details: "The body is not a JSON object")

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
