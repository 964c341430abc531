import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// Reads the flat bodies of Chat API with code of the platform's own, and says the same in Cloud API's JSON.
extension SimulatedPlatform {
    /// The send that a method asks for; `nil` for a method that sends nothing.
    func flatMessage(_ method: String, _ body: JSONValue) throws(PlatformFault) -> JSONValue? {
        guard let content = try flatContent(method, body) else { return nil }
        var members: [(String, JSONValue)] = [("messaging_product", "whatsapp")]
        members += try Self.recipient(body)
        members += content
        // A reaction names its message itself.
        if method != "sendReaction", let quoted = body["quotedMsgId"]?.string {
            members.append(("context", ["message_id": .string(quoted)]))
        }
        return .members(members)
    }

    /// The type and its object (Chat API reference §4, §5.1).
    private func flatContent(_ method: String, _ body: JSONValue) throws(PlatformFault) -> [(String, JSONValue)]? {
        switch method {
        case "sendMessage":
            let text = try Self.text("body", in: body)
            return [("type", "text"), ("text", ["body": .string(text)])]
        case "sendFile": return try flatFile(body)
        case "sendSticker":
            return [("type", "sticker"), ("sticker", try Self.reference(body, link: "link"))]
        case "sendLocation":
            var place: [(String, JSONValue)] = [
                ("latitude", .string(try Self.text("lat", in: body))),
                ("longitude", .string(try Self.text("lng", in: body))),
            ]
            for key in ["name", "address"] {
                if let value = body[key] { place.append((key, value)) }
            }
            return [("type", "location"), ("location", .members(place))]
        case "sendContact":
            guard let contacts = body["contacts"], contacts.array?.isEmpty == false else { throw .empty("contacts") }
            return [("type", "contacts"), ("contacts", contacts)]
        case "sendReaction":
            guard let emoji = body["body"]?.string else { throw .empty("body") }
            let target = try Self.text("quotedMsgId", in: body)
            return [
                ("type", "reaction"), ("reaction", ["message_id": .string(target), "emoji": .string(emoji)]),
            ]
        case "sendTemplate": return [("type", "template"), ("template", try flatTemplate(body))]
        default:
            guard let interactive = try flatInteractive(method, body) else { return nil }
            return [("type", "interactive"), ("interactive", .members(interactive))]
        }
    }

    private func flatFile(_ body: JSONValue) throws(PlatformFault) -> [(String, JSONValue)] {
        let filename = body["filename"]?.string
        var members: [(String, JSONValue)]
        if let id = body["mediaId"] {
            guard body["mediaType"]?.string != nil else { throw .empty("mediaType") }
            members = [("id", .string(id.string ?? ""))]
        } else {
            let source = try Self.text("body", in: body)
            guard let filename, filename.contains(".") else { throw .empty("filename") }
            if source.hasPrefix("data:") {
                let file = try Self.dataURI(source)
                members = [("id", .string(try storeMedia(file.bytes, mimeType: file.mimeType, filename: filename)))]
            } else {
                members = [("link", .string(source))]
            }
        }
        let kind = body["mediaType"]?.string ?? Self.kind(of: filename ?? "")
        guard ["image", "video", "audio", "document"].contains(kind) else {
            throw .invalid("mediaType", "no such kind")
        }
        if let caption = body["caption"] { members.append(("caption", caption)) }
        if kind == "document", let filename { members.append(("filename", .string(filename))) }
        if body["voice"]?.bool == true { members.append(("voice", true)) }
        return [("type", .string(kind)), (kind, .members(members))]
    }

    private func flatTemplate(_ body: JSONValue) throws(PlatformFault) -> JSONValue {
        // A template without its namespace is not found, as the service's own words say (reference §5.1).
        guard let name = body["template"]?.string, let code = body["language"]?["code"]?.string,
            body["language"]?["policy"]?.string == "deterministic",
            body["namespace"]?.string == Self.templateNamespace
        else { throw .invalid("template", "template is not defined") }
        var members: [(String, JSONValue)] = [("name", .string(name)), ("language", ["code": .string(code)])]
        if let parameters = body["params"] {
            guard let parameters = parameters.array, parameters.allSatisfy({ $0.object != nil }) else {
                throw .invalid("params", "components are objects")
            }
            if !parameters.isEmpty { members.append(("components", .array(parameters))) }
        }
        return .members(members)
    }

    private func flatInteractive(_ method: String, _ body: JSONValue) throws(PlatformFault) -> [(String, JSONValue)]? {
        var parts: [(String, JSONValue)]
        switch method {
        case "sendButton":
            guard let buttons = body["sections"]?.array, !buttons.isEmpty else { throw .empty("sections") }
            parts = [("type", "button"), ("action", ["buttons": .array(buttons)])]
        case "sendList":
            let label = try Self.text("action", in: body)
            guard let sections = body["sections"] else { throw .empty("sections") }
            parts = [("type", "list"), ("action", ["button": .string(label), "sections": sections])]
        case "sendCtaUrl":
            let title = try Self.text("displayText", in: body)
            let url = try Self.text("url", in: body)
            parts = [
                ("type", "cta_url"),
                (
                    "action",
                    ["name": "cta_url", "parameters": ["display_text": .string(title), "url": .string(url)]]
                ),
            ]
        case "sendLocationRequest":
            parts = [("type", "location_request_message"), ("action", ["name": "send_location"])]
        case "sendAddressMessage":
            parts = [
                ("type", "address_message"),
                (
                    "action",
                    [
                        "name": "address_message",
                        "parameters": Self.members(
                            [
                                ("country", "country"), ("values", "values"), ("saved_addresses", "saved_addresses"),
                                ("validation_errors", "validation_errors"),
                            ], of: body),
                    ]
                ),
            ]
        case "sendFlow":
            for key in ["flowId", "flowToken", "flowCta"] { _ = try Self.text(key, in: body) }
            parts = [
                ("type", "flow"),
                (
                    "action",
                    [
                        "name": "flow",
                        "parameters": Self.members(
                            [
                                ("flowMessageVersion", "flow_message_version"), ("flowId", "flow_id"),
                                ("flowToken", "flow_token"), ("flowCta", "flow_cta"), ("mode", "mode"),
                                ("flowAction", "flow_action"), ("flowActionPayload", "flow_action_payload"),
                            ], of: body),
                    ]
                ),
            ]
        case "sendProduct":
            guard let action = body["action"], action.object != nil else { throw .empty("action") }
            parts = [("type", action["sections"] == nil ? "product" : "product_list"), ("action", action)]
        case "sendCarousel":
            guard let cards = body["cards"]?.array else { throw .empty("cards") }
            parts = [("type", "carousel"), ("action", ["cards": .array(cards)])]
        default: return nil
        }
        if method != "sendProduct" { _ = try Self.text("body", in: body) }
        if let header = body["header"] {
            // One line of plain text, or an object where the kind takes files.
            parts.append(("header", header.string.map { ["type": "text", "text": .string($0)] } ?? header))
        }
        for key in ["body", "footer"] {
            if let text = body[key]?.string { parts.append((key, ["text": .string(text)])) }
        }
        return parts
    }

    /// Exactly one of the ways to name a recipient (reference §2).
    private static func recipient(_ body: JSONValue) throws(PlatformFault) -> [(String, JSONValue)] {
        let given = ["phone", "chatId", "bsuid"].filter { body[$0] != nil }
        guard given.count == 1, let key = given.first, let value = body[key] else {
            throw .invalid("phone", "exactly one of phone, chatId and bsuid is needed")
        }
        guard let text = value.string, !text.isEmpty else { throw .invalid(key, "not a text") }
        switch key {
        case "bsuid": return [("recipient", .string(text))]
        case "chatId" where text.hasSuffix("@g.us"):
            return [("recipient_type", "group"), ("to", .string(text))]
        case "chatId":
            guard text.hasSuffix("@c.us") else { throw .invalid(key, "no such chat") }
            return [("to", .string(String(text.dropLast(5))))]
        default:
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .invalid(key, "digits only") }
            return [("to", .string(text))]
        }
    }

    private static func text(_ key: String, in body: JSONValue) throws(PlatformFault) -> String {
        guard let text = body[key]?.string, !text.isEmpty else { throw .empty(key) }
        return text
    }

    private static func reference(_ body: JSONValue, link: String) throws(PlatformFault) -> JSONValue {
        if let id = body["mediaId"]?.string { return ["id": .string(id)] }
        return ["link": .string(try text(link, in: body))]
    }

    private static func members(_ names: [(String, String)], of body: JSONValue) -> JSONValue {
        .members(names.compactMap { name in body[name.0].map { (name.1, $0) } })
    }

    /// The kind of a file by the ending of its name.
    private static func kind(of filename: String) -> String {
        switch filename.split(separator: ".").last?.lowercased() {
        case "jpg", "jpeg", "png": return "image"
        case "mp4", "3gp": return "video"
        case "ogg", "mp3", "aac", "amr", "m4a": return "audio"
        default: return "document"
        }
    }

    /// A file as the text of a `data:` URI.
    static func dataURI(_ text: String) throws(PlatformFault) -> (bytes: [UInt8], mimeType: String) {
        guard text.hasPrefix("data:"), let comma = text.firstIndex(of: ","),
            text[..<comma].hasSuffix(";base64"),
            let data = Data(base64Encoded: String(text[text.index(after: comma)...]))
        else { throw .invalid("body", "wrong file") }
        return ([UInt8](data), String(text[..<comma].dropFirst(5).dropLast(7)))
    }
}

extension PlatformFault {
    /// What the service says of a member that is missing.
    static func empty(_ key: String) -> Self {
        Self(code: 131008, message: "Required parameter is missing", details: "empty \(key)")
    }
}
