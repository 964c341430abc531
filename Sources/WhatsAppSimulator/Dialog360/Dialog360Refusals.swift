import WhatsAppBusiness

/// The refusals of 360dialog's own, in its forms (360dialog reference §6.1).
enum Dialog360Refusals {
    /// The gateway's form: an error that is a text.
    static func gateway(_ text: String, status: Int) -> SimulatedReply {
        .json(["error": .string(text)], status: status)
    }

    /// The form of the services for settings. The status inside can contradict the other.
    static func configuration(_ text: String, status: Int, inside: Int? = nil) -> SimulatedReply {
        .json(
            [
                "meta": [
                    "success": false, "http_code": .number(JSONNumber(inside ?? status)),
                    "developer_message": .string(text),
                ]
            ], status: status)
    }

    /// A key that is none: the documented contradiction of 401 outside and 404 inside.
    static let badKey = configuration("Invalid api key", status: 401, inside: 404)
    static let blocked = SimulatedReply(
        status: 403, contentType: "text/plain", body: Array("endpoint is blocked".utf8))
    static let unknownPath = SimulatedReply(status: 404, contentType: "text/plain", body: [])
    static let disabled = configuration("The account is disabled", status: 400)
    static let unpaid = configuration("There are unpaid invoices", status: 400)
    static let notRunning = configuration("The integration is not running", status: 502)
    static let mediaBlocked = gateway("Too many failed media requests: media is blocked for one hour", status: 429)

    static func tooFast(_ seconds: Int) -> SimulatedReply {
        configuration("Rate limit exceeded: limit of 1 request every \(seconds) seconds", status: 400)
    }
}
