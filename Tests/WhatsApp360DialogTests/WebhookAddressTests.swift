import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("The webhook addresses of 360dialog")
struct WebhookAddressTests {
    private static let none = ScriptedTransport.Step.answer(status: 200, body: #"{"url":null,"headers":null}"#)
    private static let off = ScriptedTransport.Step.answer(status: 200, body: #"{"enabled":false,"destinations":[]}"#)

    @Test("are read on all levels, the nearest first, without the values of header fields")
    func read() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"url":"https:\/\/a.example\/w","headers":{"X-Webhook-Secret":"word"}}"#),
            .answer(
                status: 200,
                body:
                    #"{"enabled":true,"destinations":[{"name":"crm","url":"https://b.example/w","headers":{"Authorization":"Basic x"}},{"name":"odd"}]}"#
            ),
            .answer(status: 200, body: #"{"url":"https://c.example/w","headers":null}"#),
        ])
        let webhook = try await makeDialog(transport).webhookConfiguration()
        #expect(
            await transport.received.map(\.line) == [
                "GET /v1/configs/webhook", "GET /multi_webhook", "GET /waba_webhook",
            ])
        #expect(webhook.addresses.map(\.url) == ["https://a.example/w", "https://b.example/w", "https://c.example/w"])
        #expect(webhook.addresses.map(\.level) == [.number, .number, .account])
        #expect(webhook.addresses[0].headerNames == ["X-Webhook-Secret"])
        #expect(webhook.effective.count == 2)
    }

    @Test("are none where none is set, and extras may be missing", arguments: [403, 404, 400])
    func missing(status: Int) async throws {
        let transport = ScriptedTransport([
            .answer(status: 404, body: ""), .answer(status: status, body: "endpoint is blocked"),
            .answer(status: status, body: "endpoint is blocked"),
        ])
        #expect(try await makeDialog(transport).webhookConfiguration().addresses.isEmpty)
        #expect(await transport.received.count == 3)
        let sandbox = ScriptedTransport([Self.none])
        #expect(try await makeDialog(sandbox, flavor: .sandbox).webhookConfiguration().addresses.isEmpty)
        #expect(await sandbox.received.count == 1)
    }

    @Test("are set with the secret that deliveries will carry")
    func set() async throws {
        let answer = ScriptedTransport.Step.answer(status: 200, body: #"{"url":"https://h.example/w"}"#)
        let transport = ScriptedTransport([answer, answer, answer])
        let dialog = makeDialog(transport, webhookSecret: "word")
        try await dialog.setWebhook(WebhookTarget(url: "https://h.example/w"))
        try await dialog.setWebhook(
            WebhookTarget(
                url: "https://h.example/w", headers: [.dialog360WebhookSecret: "own", .authorization: "Basic x"]))
        try await dialog.setWebhook(WebhookTarget(url: "https://h.example/w", level: .account))
        let received = await transport.received
        #expect(
            received.map(\.line) == ["POST /v1/configs/webhook", "POST /v1/configs/webhook", "POST /waba_webhook"])
        #expect(
            received[0].json == JSONValue(text: #"{"url":"https://h.example/w","headers":{"X-Webhook-Secret":"word"}}"#)
        )
        #expect(received[1].json?["headers"] == ["X-Webhook-Secret": "own", "Authorization": "Basic x"])
        let plain = ScriptedTransport([answer])
        try await makeDialog(plain).setWebhook(WebhookTarget(url: "https://h.example/w"))
        #expect(await plain.received[0].json == ["url": "https://h.example/w"])
    }

    @Test(
        "follow the rules of 360dialog, which are checked before the call",
        arguments: [
            ("http://h.example/w", "pattern"), ("https://my_host.example/w", "characters"),
            ("https://h.example:8443/w", "notAllowed"), ("https://h.example:443/w", "notAllowed"),
            ("https://user:word@h.example/w", "notAllowed"), ("https://[::1]:8443/w", "notAllowed"),
            ("https:///w", "required"), ("", "required"), ("h.example/w", "pattern"),
            ("https://h.example/a b", "pattern"),
        ])
    func rules(url: String, rule: String) async {
        let transport = ScriptedTransport([])
        let dialog = makeDialog(transport)
        for error in [
            await failure({ () async throws(WhatsAppError) in try await dialog.setWebhook(WebhookTarget(url: url)) }),
            await failure({ () async throws(WhatsAppError) in
                try await dialog.addWebhookDestinations([.init(name: "a", url: url)])
            }),
        ] {
            #expect(error?.code == .invalid)
            #expect(error?.validation?.violations.contains { $0.rule.rawValue == rule } == true)
        }
        #expect(await transport.received.isEmpty)
    }

    @Test(
        "may have everything else",
        arguments: [
            "https://h.example", "https://h.example/a_b?x=1:2&y=_", "https://[2001:db8::1]/w", "HTTPS://H.Example/w",
        ])
    func allowed(url: String) async throws {
        let transport = ScriptedTransport(status: 200, body: "{}")
        try await makeDialog(transport).setWebhook(WebhookTarget(url: url))
        #expect(await transport.received[0].json?["url"]?.string == url)
    }

    @Test("are not taken away, since there is no call for that, nor set for an application")
    func removal() async {
        let transport = ScriptedTransport([])
        let removed = await failure { () async throws(WhatsAppError) in try await makeDialog(transport).setWebhook(nil)
        }
        #expect(removed?.code == .unsupported && removed?.capability == .removeWebhook)
        let level = await failure { () async throws(WhatsAppError) in
            try await makeDialog(transport).setWebhook(WebhookTarget(url: "https://h.example", level: .application))
        }
        #expect(level?.capability == .webhookLevels)
        #expect(await transport.received.isEmpty)
    }

    @Test("can be several; those that are there stay")
    func destinations() async throws {
        let done = ScriptedTransport.Step.answer(status: 200, body: #"{"message":"ok"}"#)
        let transport = ScriptedTransport([done, done, done, .answer(status: 409, body: #"{"message":"enabled"}"#)])
        let dialog = makeDialog(transport)
        try await dialog.setWebhookDestinations(enabled: true)
        try await dialog.addWebhookDestinations([
            .init(name: "crm", url: "https://b.example/w", headers: [.authorization: "Basic x"]),
            .init(name: "CRM", url: "https://c.example/w"),
        ])
        try await dialog.updateWebhookDestination("crm", url: "https://d.example/w")
        let conflict = await failure { () async throws(WhatsAppError) in
            try await dialog.setWebhookDestinations(enabled: true)
        }
        #expect(conflict?.code == .rejected && conflict?.response?.status == .conflict)
        let received = await transport.received
        #expect(
            received.map(\.line) == [
                "POST /multi_webhook", "PUT /multi_webhook", "PATCH /multi_webhook", "POST /multi_webhook",
            ])
        #expect(received[0].json == ["enabled": true])
        #expect(
            received[1].json
                == JSONValue(
                    text:
                        #"{"destinations":[{"name":"crm","url":"https://b.example/w","headers":{"Authorization":"Basic x"}},{"name":"CRM","url":"https://c.example/w"}]}"#
                ))
        #expect(received[2].json == ["name": "crm", "url": "https://d.example/w"])
    }

    @Test("are at most three, under names of their own", arguments: [0, 4])
    func counts(count: Int) async {
        let transport = ScriptedTransport([])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(transport).addWebhookDestinations(
                (0..<count).map { .init(name: "n\($0)", url: "https://h\($0).example/w") })
        }
        #expect(error?.validation?.violations.map(\.rule) == [count == 0 ? .minCount : .maxCount])
        let twins = await failure { () async throws(WhatsAppError) in
            try await makeDialog(transport).addWebhookDestinations([
                .init(name: "a", url: "https://h.example/w"), .init(name: "a", url: "https://h.example/x"),
            ])
        }
        #expect(twins?.validation?.violations.map(\.rule) == [.unique])
        #expect(await transport.received.isEmpty)
    }
}
