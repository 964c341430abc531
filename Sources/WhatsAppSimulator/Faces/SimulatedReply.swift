import HTTPTypes
import WhatsAppBusiness

/// An answer of the simulated platform, whatever its face.
struct SimulatedReply: Sendable {
    var status: Int
    var headers: HTTPFields
    var body: [UInt8]

    /// An answer in any form.
    init(status: Int, contentType: String, body: [UInt8], headers: HTTPFields = [:]) {
        self.status = status
        self.headers = headers
        self.headers[.contentType] = contentType
        self.body = body
    }

    /// An answer in JSON.
    static func json(_ value: JSONValue, status: Int = 200) -> Self {
        Self(status: status, contentType: "application/json; charset=UTF-8", body: value.serialized())
    }

    static let done = json(["success": true])
}
