import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppSimulator

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Connecting a simulated number")
struct ConnectionTests {
    private let phone = "106540352242922"
    private let waba = "102290129340398"

    @Test("goes from code to registration, and not in another order")
    func steps() async throws {
        let account = await SimulatedAccount {
            $0.isRegistered = false
            $0.isVerified = false
        }
        let send: JSONValue = [
            "messaging_product": "whatsapp", "to": "5511987654321", "type": "template",
            "template": ["name": "hello_world", "language": ["code": "en_US"]],
        ]
        #expect(try await account.refusal(.post, "\(phone)/messages", send) == [133_010])
        let register: JSONValue = ["messaging_product": "whatsapp", "pin": "212834"]
        #expect(try await account.refusal(.post, "\(phone)/register", register) == [133_006])
        #expect(try await account.refusal(.post, "\(phone)/verify_code?code=000000") == [136_025])
        #expect(try await account.refusal(.post, "\(phone)/request_code?code_method=PIGEON&language=en_US") == [100])
        let asked = try await account.call(.post, "\(phone)/request_code?code_method=SMS&language=en_US")
        #expect(asked.json["success"]?.bool == true)
        let code = try #require(await account.platform.verificationCode)
        #expect(try await account.call(.post, "\(phone)/verify_code", ["code": .string(code)]).status == 200)
        #expect(try await account.refusal(.post, "\(phone)/request_code?code_method=SMS&language=en") == [136_024])
        for pin in ["12345", "1234567", "12345a", ""] {
            #expect(
                try await account.refusal(
                    .post, "\(phone)/register", ["messaging_product": "whatsapp", "pin": .string(pin)]) == [100])
        }
        #expect(try await account.call(.post, "\(phone)/register", register).status == 200)
        #expect(try await account.call(.post, "\(phone)/messages", send).status == 200)
        let node = try await account.call(.get, "\(phone)?fields=status,is_pin_enabled,health_status").json
        #expect(node["status"]?.string == "CONNECTED" && node["is_pin_enabled"]?.bool == true)
        #expect(node["health_status"]?["can_send_message"]?.string == "AVAILABLE")
        #expect(node["verified_name"] == nil)

        #expect(try await account.call(.post, "\(phone)/deregister").status == 200)
        #expect(try await account.refusal(.post, "\(phone)/deregister") == [133_010])
        let wrong: JSONValue = ["messaging_product": "whatsapp", "pin": "000000"]
        #expect(try await account.refusal(.post, "\(phone)/register", wrong) == [133_005])
    }

    @Test("registers ten times in 72 hours and not more")
    func registrations() async throws {
        let account = await SimulatedAccount()
        let register: JSONValue = ["messaging_product": "whatsapp", "pin": "212834"]
        for _ in 0..<10 { #expect(try await account.call(.post, "\(phone)/register", register).status == 200) }
        #expect(try await account.refusal(.post, "\(phone)/register", register) == [133_016])
        account.clock.advance(by: 72 * 3600)
        #expect(try await account.call(.post, "\(phone)/register", register).status == 200)
    }

    @Test("has its display name reviewed, and shows it after the next registration")
    func displayName() async throws {
        let account = await SimulatedAccount {
            $0.nameReview = .init(delay: 3600) { $0 == "WhatsApp" ? .rejected("NAME_FORMAT_UNACCEPTABLE") : .approved }
        }
        #expect(try await account.refusal(.post, phone, ["new_display_name": "A"]) == [100])
        #expect(try await account.call(.post, phone, ["new_display_name": "WhatsApp"]).status == 200)
        func fields() async throws -> [String?] {
            let node = try await account.call(.get, "\(phone)?fields=new_name_status,verified_name").json
            return [node["new_name_status"]?.string, node["verified_name"]?.string]
        }
        #expect(try await fields() == ["PENDING_REVIEW", "The Corner Shop"])
        account.clock.advance(by: 3600)
        #expect(try await fields() == ["DECLINED", "The Corner Shop"])
        #expect(try await account.call(.post, phone, ["new_display_name": "Corner Bakery"]).status == 200)
        account.clock.advance(by: 3600)
        #expect(try await fields() == ["APPROVED", "The Corner Shop"])
        #expect(
            try await account.call(
                .post, "\(phone)/register", ["messaging_product": "whatsapp", "pin": "212834"]
            ).status == 200)
        #expect(try await fields() == ["NONE", "Corner Bakery"])
        await account.platform.deliverPending()
        let names = await account.received.events.compactMap { event -> String? in
            guard case .account(let account) = event, case .nameUpdate(let update) = account.detail else { return nil }
            return update.decision.rawValue
        }
        #expect(names == ["REJECTED", "APPROVED"])
    }

    @Test("shows what a token reaches, and what it may do")
    func tokens() async throws {
        let start = SimulatedAccount.start
        let account = await SimulatedAccount {
            $0.tokens = [
                SimulatedToken("sender", scopes: ["whatsapp_business_messaging"]),
                SimulatedToken("passing", expiresAt: start + 60),
            ]
            $0.otherNumbers = [
                .init(
                    id: "200", number: PhoneNumber(rawValue: "15550001111"), accountID: "900",
                    verifiedName: "The Other Shop")
            ]
        }
        #expect(try await account.refusal(.get, "\(waba)/phone_numbers", token: "sender") == [200, 1_349_174])
        #expect(try await account.call(.get, phone, token: "passing").status == 200)
        account.clock.advance(by: 60)
        #expect(try await account.refusal(.get, phone, token: "passing") == [190, 463])

        let token = try await account.call(.get, "debug_token?input_token=simulated-access-token").json["data"]
        #expect(token?["is_valid"]?.bool == true && token?["expires_at"]?.integer == 0)
        #expect(token?["scopes"]?.array?.count == 3)
        let expired = try await account.call(.get, "debug_token?input_token=passing").json["data"]
        #expect(expired?["is_valid"]?.bool == false)
        let unknown = try await account.call(.get, "debug_token?input_token=nobody").json["data"]
        #expect(unknown?["is_valid"]?.bool == false)

        let business = try await account.call(.get, "me/businesses").json["data"]?[0]?["id"]?.string
        #expect(business == account.platform.configuration.businessID)
        let accounts = try await account.call(
            .get, "\(business ?? "")/owned_whatsapp_business_accounts"
        ).json["data"]?.array
        #expect(accounts?.compactMap { $0["id"]?.string } == [waba, "900"])
        let numbers = try await account.call(.get, "900/phone_numbers?fields=verified_name").json["data"]
        #expect(numbers == [["id": "200", "verified_name": "The Other Shop"]])
    }

    @Test("takes callbacks only after their handshake, and prefers the nearest")
    func callbacks() async throws {
        let account = await SimulatedAccount()
        let override = Calls()
        let answering = WebhookEndpoint { call in
            guard call.method == .get else { return .init(status: await override.take(call)) }
            let challenge = call.query?.split(separator: "&").first { $0.hasPrefix("hub.challenge=") }
            let isRight = call.query?.contains("hub.verify_token=the%20word") == true
            return .init(status: isRight ? 200 : 403, body: Array((challenge?.dropFirst(14) ?? "").utf8))
        }
        await account.platform.serve(answering, at: "https://shop.example/hook")
        func set(_ url: String, _ token: String) async throws -> [Int] {
            try await account.refusal(
                .post, "\(waba)/subscribed_apps",
                ["override_callback_uri": .string(url), "verify_token": .string(token)])
        }
        #expect(try await set("https://shop.example/hook", "another word") == [2200])
        #expect(try await set("https://nobody.example/hook", "the word") == [2200])
        #expect(try await set("ftp://shop.example/hook", "the word") == [100])
        #expect(try await set("https://shop.example/hook", "the word") == [])
        let apps = try await account.call(.get, "\(waba)/subscribed_apps").json["data"]
        #expect(apps?[0]?["override_callback_uri"]?.string == "https://shop.example/hook")
        let node = try await account.call(.get, "\(phone)?fields=webhook_configuration").json
        #expect(
            node["webhook_configuration"]?["whatsapp_business_account"]?.string == "https://shop.example/hook")
        await account.platform.customerSends("Hi", from: SimulatedAccount.ana)
        await account.platform.deliverPending()
        #expect(await override.count == 1)

        // An empty body takes the override away again.
        #expect(try await account.call(.post, "\(waba)/subscribed_apps").status == 200)
        await account.platform.customerSends("Hi", from: SimulatedAccount.ana)
        await account.platform.deliverPending()
        #expect(await override.count == 1)
        #expect(await account.received.messages.count == 1)

        #expect(try await account.call(.delete, "\(waba)/subscribed_apps").status == 200)
        #expect(try await account.call(.get, "\(waba)/subscribed_apps").json["data"] == [])
        await account.platform.customerSends("Hi", from: SimulatedAccount.ana)
        #expect(await account.platform.deliverPending() == 0)
        #expect(await account.received.messages.count == 1)
    }

    @Test("subscribes fields with the token of the application only")
    func subscriptions() async throws {
        let account = await SimulatedAccount()
        let app = account.platform.configuration.appID
        let path = "\(app)/subscriptions?object=whatsapp_business_account&fields=message_template_status_update"
        #expect(try await account.refusal(.post, path) == [15])
        #expect(try await account.call(.post, path, token: "\(app)|simulated-app-secret").status == 200)
        await account.platform.customerSends("Hi", from: SimulatedAccount.ana)
        await account.platform.decideTemplate("hello_world", "en_US", .rejected("SCAM"))
        await account.platform.deliverPending()
        #expect(await account.received.messages.isEmpty)
        #expect(await account.received.events.count == 1)
    }

    @Test("blocks who has written in the last 24 hours")
    func blocking() async throws {
        let account = await SimulatedAccount()
        let block: JSONValue = ["messaging_product": "whatsapp", "block_users": [["user": "+5511987654321"]]]
        let refused = try await account.call(.post, "\(phone)/block_users", block)
        #expect(refused.status == 400 && refused.json["error"]?["code"]?.integer == 139_100)
        await account.platform.customerSends("Hi", from: SimulatedAccount.ana)
        let blocked = try await account.call(.post, "\(phone)/block_users", block)
        #expect(blocked.json["block_users"]?["added_users"]?[0]?["wa_id"]?.string == "5511987654321")
        let error = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(.text("Hi"), to: .phoneNumber(SimulatedAccount.ana))
        }
        #expect(error?.platform?.code.rawValue == 130_403)
        #expect(try await account.call(.get, "\(phone)/block_users").json["data"]?.array?.count == 1)
        #expect(try await account.call(.delete, "\(phone)/block_users", block).status == 200)
        #expect(try await account.call(.get, "\(phone)/block_users").json["data"] == [])
    }
}
