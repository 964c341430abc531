import Foundation
import HTTPTypes
import WhatsApp
import WhatsAppSimulator

/// The customer's phone, the clock and the reviews of a simulated platform, as further paths of its server.
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
        case (.get, "/simulator/"):
            return .init(
                status: 200, headers: [.contentType: "text/html; charset=utf-8"], body: Array(PhonePage.html.utf8))
        case (.get, "/simulator/phone"):
            guard let number = number(in: target) else { return refusal("of=NUMBER is needed") }
            return .init(json: await PhoneState.json(of: number, platform))
        case (.post, "/simulator/messages"):
            guard let number = number(input), let id = await send(input, from: number, platform) else {
                return refusal(
                    "from is needed, and text, file (type, mime_type, base64) or tap (the id of a button or row that the phone shows)"
                )
            }
            return .init(json: ["id": .string(id.rawValue)])
        case (.post, "/simulator/webhook"): return await connect(input, platform)
        case (.post, "/simulator/reads"):
            guard let number = number(input) else { return refusal("from is needed") }
            await platform.customerReads(number)
            return .init(json: ["success": true])
        case (.post, "/simulator/reachable"):
            guard let number = number(input), let isReachable = input?["reachable"]?.bool else {
                return refusal("from and reachable are needed")
            }
            await platform.setReachable(isReachable, number)
            return .init(json: ["success": true])
        case (.post, "/simulator/clock"):
            guard let seconds = input?["advance"]?.integer, seconds >= 0 else {
                return refusal("advance is a number of seconds")
            }
            platform.clock.advance(by: Double(seconds))
            await platform.catchUp()
            return .init(json: ["now": .number(JSONNumber(Int64(platform.clock.now.timeIntervalSince1970)))])
        case (.post, "/simulator/templates"): return await review(input, platform)
        case (.post, "/simulator/faults"): return await order(input, platform)
        case (.get, "/simulator/messages"):
            guard let number = number(in: target) else { return refusal("of=NUMBER is needed") }
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

    /// Where webhooks go, and in which form.
    private static func connect(_ input: JSONValue?, _ platform: SimulatedPlatform) async -> LoopbackServer.Answer {
        guard let url = input?["url"]?.string, let endpoint = try? WebhookEndpoint(url, transport: .curl) else {
            return refusal("url is needed")
        }
        guard let face = face(input?["provider"]?.string ?? "cloud") else {
            return refusal("provider is cloud, 360dialog, 360dialog-sandbox or chat-api")
        }
        await platform.connect(endpoint, as: face)
        guard let word = input?["verify_token"]?.string else { return .init(json: ["success": true]) }
        let isVerified = (try? await platform.verifyEndpoint(with: Secret(word))) ?? false
        return .init(status: isVerified ? 200 : 400, json: ["success": .bool(isVerified)])
    }

    /// The interface of a name.
    static func face(_ name: String) -> SimulatedPlatform.Face? {
        switch name {
        case "cloud": return .cloudAPI
        case "360dialog": return .dialog360
        case "360dialog-sandbox": return .dialog360Sandbox
        case "chat-api": return .chatAPI
        default: return nil
        }
    }

    /// The platform's reviewer decides on a template, or customers do by their marks.
    private static func review(_ input: JSONValue?, _ platform: SimulatedPlatform) async -> LoopbackServer.Answer {
        guard let name = input?["name"]?.string, let language = input?["language"]?.string else {
            return refusal("name and language are needed")
        }
        let code = LanguageCode(rawValue: language)
        guard await platform.template(name, code) != nil else {
            return refusal("there is no such template", status: 404)
        }
        switch input?["decision"]?.string {
        case "approve": await platform.decideTemplate(name, code, .approved)
        case "reject":
            await platform.decideTemplate(name, code, .rejected(input?["reason"]?.string ?? "INVALID_FORMAT"))
        case nil:
            guard let quality = input?["quality"]?.string else { return refusal("decision or quality is needed") }
            await platform.setQuality(quality, ofTemplate: name, code)
        default: return refusal("decision is approve or reject")
        }
        return .init(json: ["status": .string(await platform.template(name, code)?.status ?? "")])
    }

    /// The next calls fail.
    private static func order(_ input: JSONValue?, _ platform: SimulatedPlatform) async -> LoopbackServer.Answer {
        let faults: [String: SimulatedFault] = [
            "throttled": .throttled, "server_error": .serverError, "html": .htmlPage(),
        ]
        let fault = input?["code"]?.integer.map {
            SimulatedFault.refusal($0, status: input?["status"]?.integer ?? 400)
        }
        guard let fault = fault ?? input?["fault"]?.string.flatMap({ faults[$0] }) else {
            return refusal("fault is throttled, server_error or html; or code is given")
        }
        await platform.injectFault(fault, times: input?["times"]?.integer ?? 1, path: input?["path"]?.string)
        return .init(json: ["success": true])
    }

    private static func number(_ input: JSONValue?) -> PhoneNumber? {
        input?["from"]?.string.flatMap { try? PhoneNumber($0) }
    }

    private static func number(in target: String) -> PhoneNumber? {
        guard let range = target.firstRange(of: "?of=") else { return nil }
        let text = String(target[range.upperBound...].prefix { $0 != "&" })
        return (text.removingPercentEncoding ?? text).isEmpty
            ? nil : try? PhoneNumber(text.removingPercentEncoding ?? text)
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
