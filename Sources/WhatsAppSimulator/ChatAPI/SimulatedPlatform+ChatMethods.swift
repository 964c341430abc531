import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// What Chat API offers beside sending.
extension SimulatedPlatform {
    /// Answers a read.
    func getChatAPI(_ method: String, _ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        switch method {
        case "status": return .json(["status": "connected"])
        case "me": return .json(chatProfile)
        case "webhook": return .json(["webhookUrl": .array(chatAPI.webhooks.map { .string($0) })])
        case "templates": return .json(chatTemplates(request))
        case "messages": return .json(try chatHistory(request))
        case "retrieveMedia":
            guard let id = request.parameter("mediaId") else { throw .empty("mediaId") }
            let stored = try media(id)
            return .json([
                "url": .string(try openAddress(of: id, origin: request.origin)),
                "mime_type": .string(stored.mimeType), "sha256": .string(String(hexadecimal: stored.digest)),
                "file_size": .number(JSONNumber(stored.bytes.count)), "id": .string(id),
            ])
        case "settings": return .json(chatSettings)
        default: throw .noMethod
        }
    }

    /// Answers a write that sends nothing.
    func postChatAPI(
        _ method: String, _ body: JSONValue, _ request: SimulatedRequest
    ) throws(PlatformFault) -> SimulatedReply {
        switch method {
        case "readMessage":
            guard let id = (body["messageId"] ?? body["msgId"])?.string else { throw .empty("messageId") }
            try markAsRead(MessageID(id), showsTyping: body["typingIndicator"]?.bool == true)
        case "uploadMedia": return try uploadChatMedia(body)
        case "deleteMedia": try deleteMedia(body["mediaId"]?.string ?? "")
        case "addTemplate":
            let template = try createTemplate(body)
            return .json([
                "id": .string(template.id), "status": .string(template.status.lowercased()),
                "category": .string(template.category), "namespace": .string(Self.templateNamespace),
            ])
        case "removeTemplate":
            guard let name = body["name"]?.string else { throw .empty("name") }
            try deleteTemplates(named: name)
        case "me": try updateChatProfile(body)
        case "webhook": return try setChatWebhooks(body["webhookUrl"])
        case "settings":
            chatAPI.notifiesAcks = body["ackNotificationsOn"]?.bool ?? chatAPI.notifiesAcks
            chatAPI.hasRawHooks = body["rawHooks"]?.bool ?? chatAPI.hasRawHooks
            var settings = chatSettings.object ?? [:]
            settings["update"] = body
            return .json(.object(settings))
        default: throw .noMethod
        }
        return .json(["result": "success"])
    }

    private var chatSettings: JSONValue {
        [
            "webhookUrl": .array(chatAPI.webhooks.map { .string($0) }),
            "ackNotificationsOn": .bool(chatAPI.notifiesAcks), "rawHooks": .bool(chatAPI.hasRawHooks),
            "guaranteedHooks": .null,
        ]
    }

    private func uploadChatMedia(_ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        let source = (body["body"] ?? body["url"])?.string ?? ""
        let id: String
        if source.hasPrefix("data:") {
            guard let file = try? Self.dataURI(source) else { return Self.wrongFile }
            id = try storeMedia(file.bytes, mimeType: file.mimeType)
        } else {
            guard source.hasPrefix("https://") else { return Self.wrongFile }
            // Nothing is fetched here: the address stands for the file.
            id = try storeMedia(Array(source.utf8), mimeType: "text/plain")
        }
        return .json(["mediaId": .string(id)])
    }

    private static let wrongFile = SimulatedReply.json(["sent": false, "message": "wrong file"])

    /// The whole list is replaced; the service's own address is a member like any other (reference §8).
    private func setChatWebhooks(_ value: JSONValue?) throws(PlatformFault) -> SimulatedReply {
        let urls = (value?.array?.compactMap(\.string) ?? [value?.string ?? ""]).filter { !$0.isEmpty }
        guard urls.count <= 5, urls.allSatisfy({ $0.hasPrefix("https://") || $0.hasPrefix("http://") }) else {
            throw .invalid("webhookUrl", "at most five addresses")
        }
        for url in chatAPI.webhooks where !urls.contains(url) { setCallback(nil, as: .chatAPI, named: url) }
        for url in urls where url != ChatAPIState.vendorWebhook && !chatAPI.webhooks.contains(url) {
            setCallback(url, as: .chatAPI, named: url)
        }
        let isChanged = urls != chatAPI.webhooks
        chatAPI.webhooks = urls
        return .json(["set": .bool(isChanged), "message": .string(urls.joined(separator: ","))])
    }

    /// Rows with the service's oddities: components as a text of JSON, the namespace under another name or missing, states
    /// in small letters (reference §5.2).
    private func chatTemplates(_ request: SimulatedRequest) -> JSONValue {
        let rows = templates.enumerated().map { index, template -> JSONValue in
            let components = JSONValue.array(template.components)
            var members: [(String, JSONValue)] = [
                ("id", .string(template.id)), ("name", .string(template.name)),
                ("language", .string(template.language.rawValue)), ("category", .string(template.category)),
                ("status", .string(template.status.lowercased())),
                ("rejected_reason", .string(template.rejectedReason ?? "NONE")),
                (
                    "components",
                    index % 2 == 0
                        ? components : .string(String(decoding: components.serialized(), as: UTF8.self))
                ),
            ]
            switch index % 3 {
            case 0: members.append(("namespace", .string(Self.templateNamespace)))
            case 1: members.append(("message_template_namespace", .string(Self.templateNamespace)))
            default: break
            }
            return .members(members)
        }
        let offset = min(max(request.parameter("offset").flatMap { Int($0) } ?? 0, 0), rows.count)
        let limit = max(request.parameter("limit").flatMap { Int($0) } ?? rows.count, 1)
        return ["total": .number(JSONNumber(rows.count)), "templates": .array(Array(rows[offset...].prefix(limit)))]
    }

    /// The history after a number, ascending (reference §7).
    private func chatHistory(_ request: SimulatedRequest) throws(PlatformFault) -> JSONValue {
        func number(_ name: String) -> Int? { request.parameter(name).flatMap { Int($0) } }
        let after = number("lastMessageNumber") ?? 0
        let limit = number("limit") ?? 100
        guard limit >= 0 else { throw .invalid("limit", "not a number") }
        var rows: [JSONValue] = []
        for kept in chatAPI.history where kept.number > after {
            let row = chatRow(kept)
            let time = row["time"]?.integer ?? 0
            if let chat = request.parameter("chatId"), row["chatId"]?.string != chat { continue }
            if let earliest = number("min_time"), time < earliest { continue }
            if let latest = number("max_time"), time > latest { continue }
            rows.append(.object(row))
            if rows.count == limit { break }
        }
        return ["messages": .array(rows)]
    }
}
