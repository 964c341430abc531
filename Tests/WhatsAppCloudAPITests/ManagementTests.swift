import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

private let appSecret = "app-secret-that-must-not-show"

private func makeManagement(_ transport: ScriptedTransport, application: Bool = true)
    -> CloudAPIManagement
{
    CloudAPIManagement(
        accessToken: .fixed(Secret(testToken)),
        application: application ? .init(id: "634974688087057", secret: Secret(appSecret)) : nil,
        transport: transport,
        configuration: .init(clock: RecordingClock()))
}

private func answer(_ body: String) -> ScriptedTransport.Step { .answer(status: 200, body: body) }

private let done = answer(#"{"success":true}"#)
private let forbidden = ScriptedTransport.Step.answer(
    status: 403, body: #"{"error":{"message":"(#200) no","type":"OAuthException","code":200}}"#)
private let expired = ScriptedTransport.Step.answer(
    status: 401, body: #"{"error":{"message":"expired","code":190,"error_subcode":463}}"#)

@Suite("Management of Cloud API finds what a token reaches")
struct ReachTests {
    private static let facts =
        #"{"data":{"app_id":"634974688087057","type":"SYSTEM_USER","application":"Shop","expires_at":0,"is_valid":true,"scopes":["whatsapp_business_management","whatsapp_business_messaging"],"granular_scopes":[{"scope":"whatsapp_business_management","target_ids":["102290129340398"]},{"scope":"whatsapp_business_messaging","target_ids":["102290129340398",102290129340399]}]}}"#

    private static func account(_ id: String) -> ScriptedTransport.Step {
        answer(
            #"{"id":"\#(id)","name":"Shop","currency":"EUR","owner_business_info":{"id":"7","name":"Group"}}"#
        )
    }

    @Test("by the accounts that its permissions name")
    func named() async throws {
        let transport = ScriptedTransport([
            answer(Self.facts), Self.account("102290129340398"),
            answer(
                #"{"data":[{"id":"1","display_phone_number":"+1 555-078-3881","status":"CONNECTED"},{"no":"id"}],"paging":{"cursors":{"after":"A"},"next":"https://evil.example/?after=A"}}"#
            ),
            answer(
                #"{"data":[{"id":2}],"paging":{"cursors":{"after":"A"},"next":"https://evil.example/"}}"#),
            Self.account("102290129340399"), forbidden,
        ])
        let reach = try await makeManagement(transport, application: false).reachableAccounts()
        #expect(
            reach.token?.isValid == true && reach.token?.expiresAt == nil
                && reach.token?.applicationName == "Shop")
        #expect(reach.accounts.map(\.account.id) == ["102290129340398"])
        #expect(reach.accounts.first?.numbers.map(\.id) == ["1", "2"])
        #expect(reach.accounts.first?.account.ownerName == "Group")
        #expect(reach.gaps.map(\.subject) == ["102290129340399"])
        let received = await transport.received
        // The next page is asked for at our own address.
        #expect(received.allSatisfy { $0.request.authority == "graph.facebook.com" })
        #expect(
            received.map { $0.request.path?.contains("after=A") } == [
                false, false, false, true, false, false,
            ])
        #expect(received.first?.request.path == "/v25.0/debug_token?input_token=\(testToken)")
    }

    @Test("by its portfolios where no account is named")
    func portfolios() async throws {
        let transport = ScriptedTransport([
            forbidden, answer(#"{"data":[{"id":"7"}]}"#), answer(#"{"data":[{"id":"11"}]}"#),
            answer(#"{"data":[{"id":"11"},{"id":"12"}]}"#), Self.account("11"), answer(#"{"data":[]}"#),
            Self.account("12"), answer(#"{"data":[{"id":"5"}]}"#),
        ])
        let reach = try await makeManagement(transport, application: false).reachableAccounts()
        #expect(reach.accounts.map(\.account.id) == ["11", "12"])
        #expect(reach.gaps.map(\.subject) == ["token"])
        #expect(
            await transport.received.compactMap { $0.request.path?.split(separator: "?").first } == [
                "/v25.0/debug_token", "/v25.0/me/businesses", "/v25.0/7/owned_whatsapp_business_accounts",
                "/v25.0/7/client_whatsapp_business_accounts", "/v25.0/11", "/v25.0/11/phone_numbers",
                "/v25.0/12",
                "/v25.0/12/phone_numbers",
            ])
    }

    @Test("up to a number of them, and says that there are more")
    func cut() async throws {
        let transport = ScriptedTransport([
            answer(Self.facts), Self.account("102290129340398"), answer(#"{"data":[]}"#),
        ])
        let reach = try await makeManagement(transport, application: false).reachableAccounts(
            maximum: 1)
        #expect(reach.accounts.count == 1 && reach.isCut)
    }

    @Test("but not with a token that is not good")
    func bad() async {
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeManagement(ScriptedTransport([expired]), application: false).reachableAccounts()
        }
        #expect(error?.platform?.tokenProblem == .expired)
    }

    @Test("without showing the token that stands in an address")
    func secret() async {
        let underlying = TransportError(code: .other, delivery: .notSent, message: "no")
        let transport = ScriptedTransport([
            .failure(
                TransportError(
                    code: .other, delivery: .unknown, message: "failed",
                    underlying: TransportError(code: .other, delivery: .notSent, message: "at \(testToken)"))),
            .failure(underlying),
        ])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeManagement(transport).tokenFacts(of: "another-token")
        }
        #expect(
            error.map {
                !String(reflecting: $0).contains(testToken)
                    && (($0.underlying as? TransportError)?.underlying == nil)
            } == true)
        // The app asks with its own token.
        #expect(
            await transport.received.first?.request.headerFields[.authorization]
                == "Bearer 634974688087057|\(appSecret)")
    }
}

@Suite("Management of Cloud API connects numbers")
struct NumberStepTests {
    private func request(
        _ call: (CloudAPIManagement) async throws -> Void
    ) async throws -> (ScriptedTransport.Received, JSONValue?) {
        let transport = ScriptedTransport([done])
        try await call(makeManagement(transport))
        let received = try #require(await transport.received.first)
        return (received, received.body.isEmpty ? nil : try JSONValue(parsing: received.body))
    }

    @Test("by code, PIN and registration")
    func steps() async throws {
        let (code, _) = try await request {
            try await $0.requestCode(for: "1", by: .sms, language: "de")
        }
        #expect(code.request.path == "/v25.0/1/request_code?code_method=SMS&language=de" && code.body.isEmpty)
        #expect(code.request.method == .post)
        let (verify, digits) = try await request { try await $0.verifyCode("123-456", for: "1") }
        #expect(verify.request.path == "/v25.0/1/verify_code" && digits == ["code": "123456"])
        let (register, pin) = try await request {
            try await $0.register("1", pin: "012345", dataRegion: "DE")
        }
        #expect(register.request.path == "/v25.0/1/register")
        #expect(
            pin == ["data_localization_region": "DE", "messaging_product": "whatsapp", "pin": "012345"])
        let (deregister, _) = try await request { try await $0.deregister("1") }
        #expect(deregister.request.path == "/v25.0/1/deregister" && deregister.body.isEmpty)
        let (setPIN, newPIN) = try await request { try await $0.setPIN("654321", of: "1") }
        #expect(setPIN.request.path == "/v25.0/1" && newPIN == ["pin": "654321"])
        let (name, wanted) = try await request { try await $0.requestDisplayName("Shop", for: "1") }
        #expect(name.request.path == "/v25.0/1" && wanted == ["new_display_name": "Shop"])
    }

    @Test("and adds them to an account")
    func adding() async throws {
        let transport = ScriptedTransport([answer(#"{"id":106540352242922}"#)])
        let id = try await makeManagement(transport).addNumber(
            countryCode: "1", number: "6315551000", displayName: "Shop", to: "11")
        #expect(id == "106540352242922")
        let received = try #require(await transport.received.first)
        #expect(received.request.path == "/v25.0/11/phone_numbers")
        #expect(
            try JSONValue(parsing: received.body) == [
                "cc": "1", "phone_number": "6315551000", "verified_name": "Shop",
            ])
    }

    @Test(
        "but sends nothing that cannot be right",
        arguments: ["12345", "1234567", "12345a", "１２３４５６", ""])
    func digits(text: String) async {
        let transport = ScriptedTransport([])
        let management = makeManagement(transport)
        for call in [
            { try await management.setPIN(Secret(text), of: "1") },
            { try await management.register("1", pin: Secret(text)) },
            { try await management.verifyCode(Secret(text), for: "1") },
        ] as [() async throws -> Void] {
            let error = await #expect(throws: WhatsAppError.self) { try await call() }
            #expect(
                error?.code == .invalid && error.map { text.isEmpty || !"\($0)".contains(text) } == true)
        }
        #expect(await transport.received.isEmpty)
    }

    @Test(
        "with names of 2 to 75 characters",
        arguments: [(0, false), (1, false), (2, true), (75, true), (76, false)])
    func names(length: Int, isGood: Bool) async {
        let transport = ScriptedTransport([done])
        do {
            try await makeManagement(transport).requestDisplayName(
                String(repeating: "a", count: length), for: "1")
            #expect(isGood)
        } catch {
            #expect(!isGood)
        }
    }

    @Test("never twice where it is not known whether they were done")
    func once() async {
        let transport = ScriptedTransport([.answer(status: 500, body: ""), done])
        await #expect(throws: WhatsAppError.self) {
            try await makeManagement(transport).register("1", pin: "123456")
        }
        #expect(await transport.received.count == 1)
    }

    @Test("and says where numbers are deleted")
    func deletion() {
        let error = #expect(throws: WhatsAppError.self) {
            try makeManagement(ScriptedTransport([])).deleteNumber("1")
        }
        #expect(error?.code == .unsupported && error?.capability == .deleteNumber)
        #expect(error?.message.contains("WhatsApp Manager") == true)
    }

    @Test("and follows the review of a name")
    func review() async throws {
        let transport = ScriptedTransport([
            answer(
                #"{"id":"1","verified_name":"Old","name_status":"APPROVED","new_name_status":"PENDING_REVIEW"}"#
            )
        ])
        var review = try await makeManagement(transport).displayNameReview(of: "1")
        #expect(review.isPending && review.isApproved && review.verifiedName == "Old")
        var declined = review
        declined.apply(.init(decision: .rejected, requestedName: "New"))
        #expect(
            !declined.isPending && declined.requestedStatus == "DECLINED"
                && declined.verifiedName == "Old")
        review.apply(.init(decision: .approved, requestedName: "New"))
        #expect(!review.isPending && review.isApproved && review.verifiedName == "New")
    }
}

@Suite("Management of Cloud API sets where webhooks go")
struct WebhookSettingTests {
    private static let target = WebhookTarget(
        url: "https://shop.example/hook?k=1", verifyToken: "word")

    @Test("at each level")
    func levels() async throws {
        let transport = ScriptedTransport([done, done, done, done])
        let cloud = CloudAPI(
            phoneNumberID: "1", businessAccountID: "11", accessToken: .fixed(Secret(testToken)),
            appSecret: Secret(appSecret), transport: transport,
            configuration: .init(applicationID: "634974688087057", clock: RecordingClock()))
        var target = Self.target
        try await cloud.setWebhook(target)
        target.level = .account
        try await cloud.setWebhook(target)
        target.level = .application
        try await cloud.setWebhook(target)
        try await cloud.setWebhook(nil)
        let received = await transport.received
        #expect(
            received.map(\.request.path) == [
                "/v25.0/1", "/v25.0/11/subscribed_apps", "/v25.0/634974688087057/subscriptions", "/v25.0/1",
            ])
        let override: JSONValue = [
            "override_callback_uri": "https://shop.example/hook?k=1", "verify_token": "word",
        ]
        let bodies = try received.map { try JSONValue(parsing: $0.body) }
        #expect(bodies[0] == ["webhook_configuration": override])
        #expect(bodies[1] == override)
        #expect(
            bodies[2]["callback_url"]?.string == Self.target.url
                && bodies[2]["verify_token"]?.string == "word")
        #expect(
            bodies[2]["fields"]?.string?.split(separator: ",").map(String.init)
                == WebhookField.recommended.map(\.rawValue))
        #expect(bodies[3] == ["webhook_configuration": ["override_callback_uri": ""]])
        #expect(
            received.map {
                $0.request.headerFields[.authorization] == "Bearer 634974688087057|\(appSecret)"
            } == [
                false, false, true, false,
            ])
        // Secrets stand in no address.
        #expect(received.allSatisfy { $0.request.path?.contains("word") == false })
    }

    @Test("and only to addresses that the platform takes")
    func targets() async {
        let long = "https://shop.example/" + String(repeating: "a", count: 179)
        var withHeaders = Self.target
        withHeaders.headers[.authorization] = "x"
        var elsewhere = Self.target
        elsewhere.level = .init(rawValue: "galaxy")
        let transport = ScriptedTransport([done])
        for (target, path) in [
            (WebhookTarget(url: long, verifyToken: "w"), nil),
            (.init(url: long + "b", verifyToken: "w"), "override_callback_uri"),
            (.init(url: "http://shop.example", verifyToken: "w"), "override_callback_uri"),
            (.init(url: "shop.example", verifyToken: "w"), "override_callback_uri"),
            (.init(url: "https://shop.example"), "verify_token"),
            (.init(url: "https://shop.example", verifyToken: ""), "verify_token"),
            (withHeaders, "headers"), (elsewhere, "level"),
        ] as [(WebhookTarget, String?)] {
            do {
                try await makeCloud(transport).setWebhook(target)
                #expect(path == nil)
            } catch {
                #expect(error.validation?.violations.map(\.path) == path.map { [$0] })
            }
        }
    }

    @Test("and says what is missing: the account, the app")
    func missing() async {
        var target = Self.target
        for (level, path) in [
            (WebhookConfiguration.Address.Level.account, "businessAccountID"),
            (.application, "application"),
        ] {
            target.level = level
            let error = await #expect(throws: WhatsAppError.self) {
                try await makeCloud(ScriptedTransport([])).setWebhook(target)
            }
            #expect(error?.validation?.violations.map(\.path) == [path])
        }
    }

    @Test("and reads them, those that count first")
    func reading() async throws {
        let transport = ScriptedTransport([
            answer(
                #"{"webhook_configuration":{"application":"https://app.example","phone_number":"https://number.example"},"id":"1"}"#
            ),
            answer(#"{"id":"1"}"#),
        ])
        let configuration = try await makeCloud(transport).webhookConfiguration()
        #expect(
            configuration.addresses.map(\.url) == ["https://number.example", "https://app.example"])
        #expect(configuration.effective.map(\.level) == [.number])
        #expect(try await makeCloud(transport).webhookConfiguration().addresses.isEmpty)
    }

    @Test("and which apps and fields are subscribed")
    func subscriptions() async throws {
        let transport = ScriptedTransport([
            answer(
                #"{"data":[{"whatsapp_business_api_data":{"id":"634974688087057","name":"Shop"},"override_callback_uri":"https://a.example"},{"id":8,"name":"Other"}]}"#
            ),
            answer(
                #"{"data":[{"object":"page"},{"object":"whatsapp_business_account","callback_url":"https://b.example","active":true,"fields":[{"name":"messages","version":"v25.0"},"flows"]}]}"#
            ),
            done, done,
        ])
        let management = makeManagement(transport)
        let apps = try await management.subscribedApps(of: "11")
        #expect(
            apps.map(\.id) == ["634974688087057", "8"]
                && apps.map(\.overrideURL) == ["https://a.example", nil])
        let subscription = try await management.appSubscription()
        #expect(subscription?.fields == [.messages, .flows] && subscription?.isActive == true)
        try await management.unsubscribeApp(from: "11")
        try await management.unsubscribeApp(fields: [.flows])
        let received = await transport.received.suffix(2)
        #expect(received.allSatisfy { $0.request.method == .delete })
        #expect(
            received.last?.request.path
                == "/v25.0/634974688087057/subscriptions?object=whatsapp_business_account&fields=flows")
    }

    @Test("with words that nobody guesses")
    func words() {
        let words = Set((0..<100).map { _ in Secret.random().withText { $0 } })
        #expect(words.count == 100 && words.allSatisfy { $0.utf8.count == 64 })
    }
}
