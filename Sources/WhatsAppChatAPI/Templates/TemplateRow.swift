import WhatsAppBusiness

/// A row of `GET templates`, as far as it is the service's own and not the platform's.
///
/// Source: Chat API reference §5.2.
struct TemplateRow: Sendable {
    var name: String
    var language: String
    var namespace: String?
    /// The row in the platform's own form: components that came as a text of JSON are unpacked.
    var members: JSONObject

    /// What tells it from other rows.
    var key: String { name + "\n" + language }

    init?(_ row: JSONValue) {
        guard var members = row.object, let name = row["name"]?.lenientText else { return nil }
        self.name = name
        language = row["language"]?.lenientText ?? row["language"]?["code"]?.lenientText ?? ""
        namespace = row["namespace"]?.lenientText ?? row["message_template_namespace"]?.lenientText
        if let text = row["components"]?.string {
            let unpacked = try? JSONValue(parsing: Array(text.utf8))
            if unpacked?.array != nil { members["components"] = unpacked }
        }
        self.members = members
    }
}
