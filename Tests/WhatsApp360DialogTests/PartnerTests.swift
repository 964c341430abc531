import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("360dialog's Partner API")
struct PartnerTests {
    private static let channel =
        #"{"id":"AbCH","client_id":"AbCL","status":"ready","account_mode":"live","created_at":"2026-10-07T08:50:05Z","current_limit":"TIER_1K","is_oba":"false","client":{"id":"AbCL","partner_payload":"p"},"setup_info":{"phone_number":"+15550783881","phone_name":"Shop"},"waba_account":{"id":"AbWA","fb_account_status":"verified"},"novel":1}"#

    private func header(_ name: String, _ received: ScriptedTransport.Received?) -> String? {
        HTTPField.Name(name).flatMap { received?.request.headerFields[$0] }
    }

    @Test("lists channels by offset, with filters, until the total is reached")
    func channels() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body:
                    #"{"count":2,"total":3,"limit":2,"offset":0,"sort":["id"],"filters":{},"partner_channels":[\#(Self.channel),{"status":"ready"}]}"#
            ),
            .answer(
                status: 200, body: #"{"count":1,"total":3,"limit":2,"offset":2,"partner_channels":[\#(Self.channel)]}"#),
        ])
        let partner = makePartner(transport)
        var channels: [Dialog360Partner.Channel] = []
        for try await channel in partner.channels(.init(filters: ["status": "ready"], sort: "-created_at", pageSize: 2))
        {
            channels.append(channel)
        }
        let channel = try #require(channels.first)
        #expect(channels.count == 2 && channel.id == "AbCH" && channel.clientID == "AbCL" && channel.status == .ready)
        #expect(channel.phoneNumber?.digits == "15550783881" && channel.accountID == "AbWA")
        #expect(channel.isOfficialBusinessAccount == false && channel.partnerPayload == "p")
        #expect(channel.created == Date(timeIntervalSince1970: 1_791_363_005))
        #expect(channel.json["novel"]?.integer == 1)
        let received = await transport.received
        #expect(
            received.map(\.line) == [
                "GET /api/v2/partners/AbCdPA/channels?limit=2&offset=0&sort=-created_at&filters=%7B%22status%22%3A%22ready%22%7D",
                "GET /api/v2/partners/AbCdPA/channels?limit=2&offset=2&sort=-created_at&filters=%7B%22status%22%3A%22ready%22%7D",
            ])
        #expect(received[0].request.authority == "hub.360dialog.io")
        #expect(header("X-API-Key", received[0]) == "partner-key" && received[0].key == nil)
    }

    @Test("ends lists that do not end by themselves")
    func endless() async throws {
        let same = #"{"count":0,"total":9,"limit":2,"offset":0,"clients":[]}"#
        let transport = ScriptedTransport([.answer(status: 200, body: same)])
        var count = 0
        for try await _ in makePartner(transport).clients() { count += 1 }
        #expect(count == 0)
        // The offset that comes back stands still: the second page ends it.
        let stuck = #"{"total":99,"limit":1,"offset":0,"clients":[{"id":"AbCL","max_channels":"3"}]}"#
        let again = ScriptedTransport([.answer(status: 200, body: stuck), .answer(status: 200, body: stuck)])
        var clients: [Dialog360Partner.Client] = []
        for try await client in makePartner(again).clients(.init(pageSize: 1)) { clients.append(client) }
        #expect(clients.count == 2 && clients[0].maximumChannels == 3)
    }

    @Test("keeps ids inside of their segments, and wants them")
    func ids() async throws {
        let transport = ScriptedTransport([.answer(status: 200, body: Self.channel)])
        _ = try await makePartner(transport).channel("../../token?x=1")
        #expect(await transport.received[0].line == "GET /api/v2/partners/AbCdPA/channels/..%2F..%2Ftoken%3Fx%3D1")
        let none = ScriptedTransport([])
        let empty = await failure { () async throws(WhatsAppError) in try await makePartner(none).channel("") }
        #expect(empty?.validation?.violations.first?.path == "channels")
        #expect(await none.received.isEmpty)
    }

    @Test("makes a key and connects: key kept, then webhook set, at the key's address with the key")
    func connect() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 201,
                body: #"{"id":"AbAK","address":"https://waba-eu.360dialog.io","api_key":"new-key","app_id":"1"}"#),
            .answer(status: 200, body: #"{"url":"https://h.example/w"}"#),
            .answer(status: 201, body: acceptedAnswer),
        ])
        let kept = Locked<[Dialog360Partner.APIKey]>([])
        let dialog = try await makePartner(transport).connect(
            "AbCH", webhook: WebhookTarget(url: "https://h.example/w"), webhookSecret: "word"
        ) { key in kept.withLock { $0.append(key) } }
        #expect(
            kept.withLock { $0 } == [
                .init(id: "AbAK", address: "https://waba-eu.360dialog.io", key: "new-key", appID: "1")
            ])
        try await dialog.send(.text("Hi"), to: "+15550001111")
        let received = await transport.received
        #expect(
            received.map(\.line) == [
                "POST /api/v2/partners/AbCdPA/channels/AbCH/api_keys", "POST /v1/configs/webhook", "POST /messages",
            ])
        #expect(received[0].body.isEmpty)
        #expect(
            received.dropFirst().allSatisfy { $0.request.authority == "waba-eu.360dialog.io" && $0.key == "new-key" })
        #expect(received.dropFirst().allSatisfy { header("X-API-Key", $0) == nil })
        #expect(received[1].json?["headers"] == ["X-Webhook-Secret": "word"])
    }

    @Test("costs no key where the webhook's address is none, and tells what was kept otherwise")
    func halfway() async throws {
        let none = ScriptedTransport([])
        let bad = await failure { () async throws(WhatsAppError) in
            try await makePartner(none).connect("AbCH", webhook: WebhookTarget(url: "https://h.example:1/w")) { _ in }
        }
        #expect(bad?.code == .invalid)
        #expect(await none.received.isEmpty)
        struct Full: Error {}
        let transport = ScriptedTransport(status: 201, body: #"{"api_key":"new-key"}"#)
        let unkept = await failure { () async throws(WhatsAppError) in
            try await makePartner(transport).connect("AbCH", webhook: WebhookTarget(url: "https://h.example/w")) {
                key in
                #expect(key.address == "https://waba-v2.360dialog.io")
                throw Full()
            }
        }
        #expect(unkept?.underlying is Full)
        #expect(await transport.received.count == 1)
    }

    @Test("never keeps an answer that holds a key or a token")
    func secrets() async throws {
        let odd = ScriptedTransport(status: 201, body: #"{"key":"new-key-that-must-not-show"}"#)
        let error = await failure { () async throws(WhatsAppError) in
            try await makePartner(odd).createAPIKey(ofChannel: "AbCH")
        }
        #expect(error?.code == .decoding && error?.response?.body.isEmpty == true)
        // A key may have been made although its answer was lost: another is not made by itself.
        let lost = ScriptedTransport([.answer(status: 502, body: ""), .answer(status: 201, body: #"{"api_key":"k"}"#)])
        let unknown = await failure { () async throws(WhatsAppError) in
            try await makePartner(lost).createAPIKey(ofChannel: "AbCH")
        }
        #expect(unknown?.outcome == .unknown)
        #expect(await lost.received.count == 1)
    }

    @Test("takes tokens, and asks for a fresh one when one has expired")
    func tokens() async throws {
        let transport = ScriptedTransport(
            status: 200, body: #"{"access_token":"t1","refresh_token":"r1","token_type":"Bearer","expires_in":86400}"#)
        let token = try await Dialog360Partner.token(username: "a@shop.example", password: "word", transport: transport)
        #expect(token.accessToken == "t1" && token.refreshToken == "r1" && token.lifetime == .seconds(86_400))
        let received = try #require(await transport.received.first)
        #expect(received.line == "POST /api/v2/token" && received.request.headerFields[.authorization] == nil)
        #expect(received.json == ["username": "a@shop.example", "password": "word"])
        let expired = ScriptedTransport([
            .answer(status: 401, body: #"{"error":"invalid_token","error_description":"expired"}"#),
            .answer(status: 200, body: #"{"id":"AbCdPA","brand_name":"Shop","webhook_url":"https://h.example"}"#),
        ])
        let partner = makePartner(
            expired, credentials: .bearer(CredentialSource { refused in refused == nil ? "t1" : "t2" }))
        #expect(try await partner.account().brandName == "Shop")
        #expect(
            await expired.received.map { $0.request.headerFields[.authorization] } == ["Bearer t1", "Bearer t2"])
        let wrong = await failure { () async throws(WhatsAppError) in
            try await Dialog360Partner.token(
                username: "a", password: "b",
                transport: ScriptedTransport(status: 401, body: #"{"error":"unauthorized"}"#))
        }
        #expect(wrong?.code == .unauthorized)
    }

    @Test("tells balances and usage exactly")
    func balances() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body:
                    #"{"balance":12.3400,"currency":"EUR","last_renewal":{"date":"2026-10-01","amount":"50.00"},"usage":[{"period_date":"2026-10-01","quantity":7,"paid_quantity":"5","free_quantity":2,"total_price":0.1,"marketing_quantity":3,"marketing_price":"0.0900"}]}"#
            ),
            .answer(status: 200, body: "{}"), .answer(status: 200, body: #"{"usage":[]}"#),
        ])
        let partner = makePartner(transport)
        let dates = Date(timeIntervalSince1970: 1_790_812_800)..<Date(timeIntervalSince1970: 1_793_491_200)
        let balance = try await partner.balance(ofClient: "AbCL", dates: dates, granularity: .day)
        #expect(balance.amount?.text == "12.3400" && balance.lastRenewal?.text == "50.00")
        let period = try #require(balance.usage.first)
        #expect(period.quantity == 7 && period.paidQuantity == 5 && period.totalPrice?.text == "0.1")
        #expect(period.quantity(of: "marketing") == 3 && period.price(of: "marketing")?.text == "0.0900")
        #expect(period.quantity(of: "utility") == nil)
        _ = try await partner.balance(ofChannel: "AbCH", client: "AbCL")
        _ = try await partner.usage(ofChannel: "AbCH", client: "AbCL")
        let root = "GET /api/v2/partners/AbCdPA/clients/AbCL"
        #expect(
            await transport.received.map(\.line) == [
                "\(root)/info/balance?start_date=1790812800&end_date=1793491200&granularity=DAY",
                "\(root)/channels/AbCH/info/balance", "\(root)/channels/AbCH/info/usage?granularity=MONTH",
            ])
    }

    @Test("changes what a partner may change")
    func changes() async throws {
        let steps = (0..<8).map { _ in ScriptedTransport.Step.answer(status: 200, body: "{}") }
        let transport = ScriptedTransport(steps)
        let partner = makePartner(transport)
        try await partner.setWebhookURL("https://h.example/p")
        #expect(try await partner.webhookURL() == nil)
        try await partner.updateAccount(redirectURL: "https://h.example/back")
        try await partner.updateClient("AbCL", partnerPayload: "p", maximumChannels: 4)
        try await partner.setCancellationRequest(ofChannel: "AbCH", client: "AbCL", true)
        try await partner.acceptPartnerChanges(automatically: false)
        try await partner.deleteAPIKeys(ofChannel: "AbCH")
        #expect(try await partner.apiKeys(ofChannel: "AbCH").isEmpty)
        let received = await transport.received
        let root = "/api/v2/partners/AbCdPA"
        #expect(
            received.map(\.line) == [
                "POST \(root)/webhook_url", "GET \(root)/webhook_url", "PATCH \(root)", "PATCH \(root)/clients/AbCL",
                "POST \(root)/clients/AbCL/channels/AbCH/control/cancellation_request",
                "PATCH \(root)/settings/partner_change_request", "DELETE \(root)/channels/AbCH/api_keys",
                "GET \(root)/channels/AbCH/api_keys",
            ])
        #expect(received[2].json == ["partner_redirect_url": "https://h.example/back"])
        #expect(received[3].json == ["partner_payload": "p", "max_channels": 4])
        let nothing = await failure { () async throws(WhatsAppError) in try await partner.updateAccount() }
        #expect(nothing?.code == .invalid)
    }

    @Test("has templates by 360dialog's id")
    func templates() async throws {
        let row =
            #"{"id":"AbWT","external_id":"168","name":"order_update","language":"de","category":"UTILITY","status":"approved","rejected_reason":"NONE","components":[{"type":"BODY","text":"Hi {{1}}"}],"created_at":"2026-10-07T08:50:05Z"}"#
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"total":1,"limit":100,"offset":0,"waba_templates":[\#(row)]}"#),
            .answer(status: 201, body: row), .answer(status: 200, body: ""),
        ])
        let partner = makePartner(transport)
        let page = try await partner.templates(ofAccount: "AbWA").page()
        let template = try #require(page.elements.first)
        #expect(template.id == "AbWT" && template.platformID == "168" && page.next == nil)
        let receipt = try await partner.createTemplate(template.definition, inAccount: "AbWA")
        #expect(receipt.id == "168" && receipt.name == "order_update")
        try await partner.deleteTemplate("AbWT", inAccount: "AbWA")
        let root = "/api/v2/partners/AbCdPA/waba_accounts/AbWA/waba_templates"
        #expect(
            await transport.received.map(\.line) == [
                "GET \(root)?limit=100&offset=0", "POST \(root)", "DELETE \(root)/AbWT",
            ])
    }
}
