import WhatsAppBusiness

extension JSONValue {
    /// An object whose members are collected one after the other.
    static func members(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
