import HTTPTypes
import WhatsAppBusiness

extension SimulatedRequest {
    /// The body as a form with parts.
    var multipart: MultipartForm? {
        MultipartForm(body, contentType: http.headerFields[.contentType])
    }

    /// The parameters wherever they stand: in the query, in a JSON object, or in a form (Graph takes all three).
    func parameters() throws(PlatformFault) -> JSONObject {
        var all = JSONObject(query.map { JSONObject.Member(key: $0.name, value: .string($0.value)) })
        guard !body.isEmpty else { return all }
        let type = http.headerFields[.contentType]?.lowercased() ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            for (name, value) in PercentCoding.parameters(String(decoding: body, as: UTF8.self)) {
                all[name] = .string(value)
            }
        } else if type.hasPrefix("multipart/form-data") {
            guard let form = multipart else { throw .badForm }
            for part in form.parts where part.filename == nil { all[part.name] = .string(part.text) }
        } else {
            for member in try json().object?.members ?? [] { all[member.key] = member.value }
        }
        return all
    }
}

extension PlatformFault {
    static let badForm = Self(code: 100, message: "Invalid parameter", details: "The form could not be read.")
}
