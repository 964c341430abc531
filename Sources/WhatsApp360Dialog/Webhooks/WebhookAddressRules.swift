import HTTPTypes
import WhatsAppBusiness

/// What 360dialog asks of a webhook's address, checked before a call.
///
/// Source: 360dialog reference §2.6 ("Multiple webhooks per phone number").
enum WebhookAddressRules {
    /// Reports what 360dialog would refuse.
    static func check(_ url: String, at path: String, _ check: inout Check) {
        guard !url.isEmpty else {
            check.fail(at: path, .required, "an address is needed")
            return
        }
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let separator = url.firstRange(of: "://") else {
            check.fail(
                at: path, .pattern, "an address is https://host/path, without white space", actual: url.utf8.count)
            return
        }
        if url[..<separator.lowerBound].lowercased() != "https" {
            check.fail(at: path, .pattern, "deliveries go to https addresses only")
        }
        let authority = url[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if authority.contains("@") {
            check.fail(
                at: path, .notAllowed, "a name and a password do not belong into the address: use a header field")
        }
        if host.hasPrefix("[") ? !host.hasSuffix("]") : host.contains(":") {
            check.fail(at: path, .notAllowed, "the address may not name a port")
        }
        if host.isEmpty || host.hasPrefix(":") { check.fail(at: path, .required, "the address names no host") }
        if host.contains("_") { check.fail(at: path, .characters, "the host may not contain an underscore") }
    }

    /// Header fields as 360dialog stores them.
    static func json(_ headers: HTTPFields) -> JSONValue? {
        guard !headers.isEmpty else { return nil }
        var object = JSONObject()
        // Fields of the same name are one field with a list (RFC 9110 §5.2).
        for field in headers {
            let name = field.name.rawName
            object[name] = .string([object[name]?.string, field.value].compactMap(\.self).joined(separator: ", "))
        }
        return .object(object)
    }
}
