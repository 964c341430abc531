import WhatsAppBusiness

extension PlatformFault {
    /// The error envelope (Cloud API reference §1.4).
    func graphReply(traceID: String) -> SimulatedReply {
        .json(["error": graphError(traceID: traceID)], status: status)
    }

    /// The `error` object.
    func graphError(traceID: String) -> JSONValue {
        var error: [(String, JSONValue)] = [
            ("message", .string("(#\(code)) \(message)")), ("type", .string(type)), ("code", .number(JSONNumber(code))),
        ]
        if let subcode { error.append(("error_subcode", .number(JSONNumber(subcode)))) }
        if let details {
            error.append(("error_data", ["messaging_product": "whatsapp", "details": .string(details)]))
        }
        if isTransient { error.append(("is_transient", true)) }
        if let userTitle { error.append(("error_user_title", .string(userTitle))) }
        if let userMessage { error.append(("error_user_msg", .string(userMessage))) }
        error.append(("fbtrace_id", .string(traceID)))
        return .members(error)
    }

    /// The fault as the `errors` of webhooks hold it (webhooks reference §5.1).
    var webhookError: JSONValue {
        [
            "code": .number(JSONNumber(code)), "title": .string(message), "message": .string(message),
            "error_data": ["details": .string(details ?? "")],
        ]
    }
}
