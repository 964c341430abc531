import WhatsAppBusiness
import WhatsAppConversations

extension SimulatedPlatform {
    /// A template of the account.
    struct TemplateRecord: Sendable {
        var id: String
        var name: String
        var language: LanguageCode
        /// `MARKETING`, `UTILITY` or `AUTHENTICATION`.
        var category: String
        var components: [JSONValue]
        var parameterFormat = "POSITIONAL"
        var status = "APPROVED"
        var rejectedReason: String?

        /// The template as Cloud API lists it (Cloud API reference §4.8).
        var json: JSONValue {
            [
                "name": .string(name), "parameter_format": .string(parameterFormat), "components": .array(components),
                "language": .string(language.rawValue), "status": .string(status), "category": .string(category),
                "id": .string(id),
            ]
        }

        /// The text of the body.
        var body: String {
            components.first { $0["type"]?.string?.uppercased() == "BODY" }?["text"]?.string ?? ""
        }
    }

    /// Adds a template, from the body of its creation in Cloud API's JSON.
    func createTemplate(_ body: JSONValue) throws(PlatformFault) -> TemplateRecord {
        guard let name = body["name"]?.string else { throw .missingName }
        guard let language = body["language"]?.string, let category = body["category"]?.string,
            let components = body["components"]?.array
        else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "language, category and components")
        }
        let code = LanguageCode(rawValue: language)
        guard !templates.contains(where: { $0.name == name && $0.language == code }) else {
            throw PlatformFault(
                code: 100, subcode: 2_388_024, message: "Invalid parameter",
                userMessage: "There is already content in this language for this template.")
        }
        let record = TemplateRecord(
            id: nextTemplateID(), name: name, language: code, category: category.uppercased(), components: components,
            parameterFormat: body["parameter_format"]?.string?.uppercased() ?? "POSITIONAL")
        templates.append(record)
        return record
    }

    /// Deletes the languages of a name, or the one that an id names.
    func deleteTemplates(named name: String, id: String? = nil) throws(PlatformFault) {
        let isMeant = { (template: TemplateRecord) in template.name == name && (id == nil || template.id == id) }
        guard templates.contains(where: isMeant) else {
            throw PlatformFault(
                code: 100, subcode: 2_593_002, message: "Invalid parameter",
                userMessage: "Message template not found.")
        }
        templates.removeAll(where: isMeant)
    }

    func nextTemplateID() -> String { String(1_689_556_908_000_000 + nextNumber()) }
}
