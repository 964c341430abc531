import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness
import WhatsAppWebhooks

@Suite("Deliveries of 360dialog")
struct DeliveryTests {
    private let dialog = makeDialog(ScriptedTransport([]))

    @Test(
        "become the same events in every form, and one bad element hides no other",
        arguments: Fixture.all(in: "deliveries"))
    func forms(fixture: Fixture) throws {
        let expected = try JSONValue(parsing: fixture.bytes)
        let body = try #require(expected["body"])
        let delivery = try dialog.decode(body.serialized())
        let events = try #require(expected["events"]?.array)
        #expect(delivery.problems.map(\.path) == expected["problems"]?.array?.compactMap(\.string))
        try #require(delivery.events.count == events.count)
        for (event, expected) in zip(delivery.events, events) {
            #expect(event.isRecognized == (expected["recognized"]?.bool ?? true))
            let place = try #require(expected["raw"]?.string)
            #expect(try event.raw.value == Self.value(at: place, in: body), "the bytes are those of \(place)")
            check(event, expected)
        }
    }

    private func check(_ event: WebhookEvent, _ expected: JSONValue) {
        let kind = expected["kind"]?.string
        let id = expected["id"]?.string
        let type = expected["type"]?.string
        let codes = expected["errors"]?.array?.compactMap(\.integer) ?? []
        switch event {
        case .message(let message):
            #expect(kind == "message" && message.id.rawValue == id && message.type.rawValue == type)
            #expect(message.errors.map(\.resolvedCode.rawValue) == codes)
            if let name = expected["name"]?.string { #expect(message.contact?.name == name) }
            if expected["voice"]?.bool == true {
                guard case .audio(let media) = message.content else {
                    Issue.record("a voice message is a recording")
                    return
                }
                #expect(media.isVoice && media.id == "m1")
            }
        case .status(let status):
            #expect(kind == "status" && status.id.rawValue == id && status.state.rawValue == type)
            #expect(status.errors.map(\.resolvedCode.rawValue) == codes)
            if let details = expected["details"]?.string { #expect(status.errors.first?.details == details) }
            if let recipient = expected["recipient"]?.string { #expect(status.recipient?.digits == recipient) }
        case .template(let change):
            #expect(kind == "template" && change.templateID?.rawValue == id && change.name == "order_update")
            switch change.change {
            case .status(let status): #expect(status.state.rawValue == type && status.reason?.rawValue == "SCAM")
            case .category(let previous, let current):
                #expect(current.rawValue == type && previous?.rawValue == "UTILITY")
            default: Issue.record("another change")
            }
        case .account(let account):
            #expect(kind == "account" && account.word == type)
            if case .partnerNotice(let notice) = account.detail {
                #expect(
                    notice.channelID == expected["channel"]?.string && notice.clientID == expected["client"]?.string)
            } else {
                #expect(account.phoneNumber?.digits == "15550783881")
            }
        case .error(let error): #expect(kind == "error" && [error.error.resolvedCode.rawValue] == codes)
        case .history: #expect(kind == "history")
        case .contactSync: #expect(kind == "contactSync")
        case .unrecognized(let event): #expect(kind == "unrecognized" && event.field == type)
        default: Issue.record("another event")
        }
    }

    private static func value(at place: String, in body: JSONValue) -> JSONValue? {
        place.split(separator: ".").dropFirst().reduce(body) { value, step in
            Int(step).map { value?[$0] } ?? value?[String(step)]
        }
    }

    @Test("of channels give the partner's own view of them")
    func channels() throws {
        let body = #"{"id":"e","event":"channel_live","data":{"id":"AbCH","status":"ready","current_limit":"TIER_1K"}}"#
        guard case .account(let event)? = try dialog.decode(Array(body.utf8)).events.first else {
            Issue.record("an event of the account is expected")
            return
        }
        let channel = try #require(Dialog360Partner.Channel(event))
        #expect(channel.id == "AbCH" && channel.messagingLimit == "TIER_1K")
    }

    @Test("end at the limits", arguments: [1, 2, 3, 4])
    func limits(maximum: Int) throws {
        let status = #"{"id":"g","status":"sent","timestamp":"1"}"#
        let limits = DecodingLimits(maximumEvents: maximum)
        for body in [
            #"{"statuses":[\#(status),\#(status),\#(status)]}"#,
            #"[{"event":"x","data":{}},{"event":"x","data":{}},{"event":"x","data":{}}]"#,
            #"{"event":"history","data":[{"statuses":[]},17,17,17]}"#,
        ] {
            let delivery = try Delivery(decoding360Dialog: Array(body.utf8), limits: limits)
            let tooMany = delivery.problems.filter { $0.code == .tooManyEvents }
            #expect(tooMany.count <= 1)
            #expect(delivery.events.count + delivery.problems.count - tooMany.count <= maximum)
        }
        let small = DecodingLimits(maximumBytes: 10)
        let error = #expect(throws: WebhookError.self) {
            try Delivery(decoding360Dialog: Array(#"{"messages":[]}"#.utf8), limits: small)
        }
        #expect(error?.code == .tooLarge)
        #expect(throws: WebhookError.self) { try dialog.decode(Array("{".utf8)) }
    }

    @Test("survive whatever stands in the place of anything", arguments: Fixture.all(in: "deliveries"))
    func mutations(fixture: Fixture) throws {
        let body = try #require(JSONValue(parsing: fixture.bytes)["body"])
        let odd: [JSONValue] = [nil, true, 17, "", "x", [], [[]], [:], [nil]]
        for mutated in Self.mutations(of: body, with: odd) {
            _ = try dialog.decode(mutated.serialized())
        }
    }

    /// The value with each of its parts replaced by each of some others.
    private static func mutations(of value: JSONValue, with odd: [JSONValue]) -> [JSONValue] {
        var all = odd
        switch value {
        case .array(let elements):
            for index in elements.indices {
                for part in mutations(of: elements[index], with: odd) {
                    var copy = elements
                    copy[index] = part
                    all.append(.array(copy))
                }
            }
        case .object(let object):
            for member in object.members {
                for part in mutations(of: member.value, with: odd) {
                    var copy = object
                    copy[member.key] = part
                    all.append(.object(copy))
                }
            }
        default: break
        }
        return all
    }

    @Test("are received with the shared secret, and no handshake is made")
    func sharedSecret() throws {
        let webhooks = makeDialog(ScriptedTransport([]), webhookSecret: "word").webhooks
        let body = Array(#"{"statuses":[{"id":"g","status":"sent","timestamp":"1"}]}"#.utf8)
        func receive(_ headers: HTTPFields) throws(WebhookError) -> ReceivedDelivery {
            try webhooks.receive(WebhookRequest(method: .post, path: "/w", headers: headers, body: body))
        }
        #expect(try receive([.dialog360WebhookSecret: "word"]).events.count == 1)
        let wrong = #expect(throws: WebhookError.self) { try receive([.dialog360WebhookSecret: "words"]) }
        #expect(wrong?.code == .signatureMismatch && wrong?.suggestedStatus == 401)
        let missing = #expect(throws: WebhookError.self) { try receive([:]) }
        #expect(missing?.code == .missingSignature)
        let unset = #expect(throws: WebhookError.self) { try dialog.webhooks.receive(body, headers: [:]) }
        #expect(unset?.code == .missingSecret, "without a secret nothing is accepted")
        let handshake = webhooks.respond(
            to: WebhookRequest(method: .get, path: "/w?hub.mode=subscribe&hub.challenge=1&hub.verify_token=word"))
        #expect(handshake.response.status.code == 403)
    }

    @Test("of partners are received with their signature", arguments: ["", "sha256="])
    func signature(prefix: String) throws {
        let body = Array(#"{"id":"e","event":"client_created","data":{"id":"AbCL"}}"#.utf8)
        let signature = SignatureSigner(secret: "platform-secret", prefix: prefix).signature(for: body)
        let partner = makePartner(ScriptedTransport([]))
        #expect(try partner.webhooks.receive(body, headers: [.dialog360Signature: signature]).events.count == 1)
        #expect(throws: WebhookError.self) {
            try partner.webhooks.receive(body + [0x20], headers: [.dialog360Signature: signature])
        }
        let both = Dialog360(
            apiKey: "k", webhookSecret: "word", platformSecret: "platform-secret", transport: ScriptedTransport([])
        ).webhooks
        #expect(try both.receive(body, headers: [.dialog360Signature: signature]).match.secretIndex == 1)
        #expect(try both.receive(body, headers: [.dialog360WebhookSecret: "word"]).match.secretIndex == 0)
        #expect(throws: WebhookError.self) { try both.receive(body, headers: [:]) }
    }
}
