extension PlatformError {
    /// Reads the errors of a webhook in all the shapes that are known (webhooks reference §5.1).
    @inline(never)
    static func list(_ node: JSONNode, buffer: [UInt8]) -> [PlatformError] {
        var errors: [PlatformError] = []
        for element in node.elements where element.kind == .object {
            errors.append(read(element, buffer: buffer))
        }
        return errors
    }

    /// The value is made in one go: filled member by member it would be copied.
    static func read(_ node: JSONNode, buffer: [UInt8]) -> PlatformError {
        var code: PlatformErrorCode = .unspecified
        var subcode: Int?
        var type: String?
        var title: String?
        var message: String?
        var details: String?
        var userTitle: String?
        var userMessage: String?
        var traceID: String?
        var isTransient: Bool?
        var helpURL: String?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "code": code = value.integer.map { PlatformErrorCode(rawValue: $0) } ?? .unspecified
            case "error_subcode": subcode = value.integer
            case "title": title = value.string
            case "message": message = value.string
            case "type": type = value.text
            case "href": helpURL = value.text
            case "details": details = details ?? value.string
            case "error_data":
                // Once a text, now an object with details.
                if let text = value.string ?? value.member("details")?.string { details = text }
            case "error_user_title": userTitle = value.string
            case "error_user_msg": userMessage = value.string
            case "fbtrace_id": traceID = value.text
            case "is_transient": isTransient = value.bool
            default: break
            }
        }
        return PlatformError(
            code: code, subcode: subcode, type: type, title: title, message: message, details: details,
            userTitle: userTitle, userMessage: userMessage, traceID: traceID, isTransient: isTransient,
            helpURL: helpURL, source: .errorsArray, raw: RawJSON(buffer: buffer, range: node.range))
    }
}
