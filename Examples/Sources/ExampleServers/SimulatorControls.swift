import Foundation
import HTTPTypes
import WhatsApp
import WhatsAppSimulator

/// The customer's phone and the clock of a simulated platform, as further paths of its server.
enum SimulatorControls {
    /// Answers a request to `/simulator/…`; `nil` for every other path.
    static func answer(
        _ request: HTTPRequest, body: [UInt8], platform: SimulatedPlatform
    ) async -> LoopbackServer.Answer? {
        let target = request.path ?? "/"
        let path = target.prefix { $0 != "?" }
        guard path.hasPrefix("/simulator/") else { return nil }
        let input = try? JSONValue(parsing: body)
        switch (request.method, path) {
        case (.post, "/simulator/messages"):
            guard let number = number(input), let id = await send(input, from: number, platform) else {
                return refusal(
                    "from is needed, and text, file (type, mime_type, base64) or tap (the id of a button or row that the phone shows)"
                )
            }
            return .init(json: ["id": .string(id.rawValue)])
        case (.post, "/simulator/webhook"):
            guard let url = input?["url"]?.string,
                let endpoint = try? WebhookEndpoint(url, transport: .curl)
            else { return refusal("url is needed") }
            await platform.connect(endpoint)
            guard let word = input?["verify_token"]?.string else { return .init(json: ["success": true]) }
            let isVerified = (try? await platform.verifyEndpoint(with: Secret(word))) ?? false
            return .init(status: isVerified ? 200 : 400, json: ["success": .bool(isVerified)])
        case (.post, "/simulator/reads"):
            guard let number = number(input) else { return refusal("from is needed") }
            await platform.customerReads(number)
            return .init(json: ["success": true])
        case (.post, "/simulator/clock"):
            guard let seconds = input?["advance"]?.integer, seconds >= 0 else {
                return refusal("advance is a number of seconds")
            }
            platform.clock.advance(by: Double(seconds))
            return .init(json: ["now": .number(JSONNumber(Int64(platform.clock.now.timeIntervalSince1970)))])
        case (.get, "/simulator/messages"):
            let query = target.dropFirst(path.count)
            guard query.hasPrefix("?of="), let number = try? PhoneNumber(String(query.dropFirst(4))) else {
                return refusal("of=NUMBER is needed")
            }
            let messages = await platform.messages(of: number).map { message -> JSONValue in
                ["id": .string(message.id.rawValue), "text": .string(message.text)]
            }
            return .init(json: .array(messages))
        default:
            return refusal("there is no such path", status: 404)
        }
    }

    /// What the customer does.
    private static func send(
        _ input: JSONValue?, from number: PhoneNumber, _ platform: SimulatedPlatform
    ) async -> MessageID? {
        let name = input?["name"]?.string ?? "Ana"
        if let text = input?["text"]?.string {
            return await platform.customerSends(text, from: number, name: name, adID: input?["ad_id"]?.string)
        }
        if let tap = input?["tap"]?.string {
            return await platform.customerTaps(tap, from: number)
        }
        guard let file = input?["file"], let type = file["type"]?.string, let mimeType = file["mime_type"]?.string,
            let bytes = file["base64"]?.string.flatMap({ Data(base64Encoded: $0) })
        else { return nil }
        return await platform.customerSends(
            .init(.init(rawValue: type), mimeType: mimeType, bytes: Array(bytes), caption: file["caption"]?.string),
            from: number, name: name)
    }

    private static func number(_ input: JSONValue?) -> PhoneNumber? {
        input?["from"]?.string.flatMap { try? PhoneNumber($0) }
    }

    private static func refusal(_ text: String, status: Int = 400) -> LoopbackServer.Answer {
        .init(status: status, json: ["error": .string(text)])
    }
}

extension LoopbackServer.Answer {
    /// An answer in JSON.
    init(status: Int = 200, json: JSONValue) {
        self.init(status: status, headers: [.contentType: "application/json"], body: json.serialized())
    }
}
