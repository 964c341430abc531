import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("Chat API's channel: webhook list, profile, connection")
struct ChannelTests {
    private static let own = "https://shop.example/hook?key=a"
    private static let vendor = "https://app.1msg.io/service/x/webhook/1"

    private static func list(_ urls: String...) -> ScriptedTransport.Step {
        let json = JSONValue.array(urls.map { .string($0) })
        return .answer(
            status: 200, body: #"{"webhookUrl":\#(String(decoding: json.serialized(), as: UTF8.self))}"#)
    }

    private static let done = ScriptedTransport.Step.answer(status: 200, body: #"{"set":true,"message":"ok"}"#)

    private func written(_ transport: ScriptedTransport) async throws -> [JSONValue?] {
        try await transport.received.filter { $0.request.method == .post }.map {
            try JSONValue(parsing: $0.body)["webhookUrl"]
        }
    }

    @Test(
        "The list is read in each of its forms",
        arguments: [
            (#"{"webhookUrl":null}"#, []), (#"{}"#, []), (#"{"webhookUrl":""}"#, []),
            (#"{"webhookUrl":"https://a.example/1"}"#, ["https://a.example/1"]),
            (
                #"{"webhookUrl":"https://a.example/1, https://b.example/2"}"#,
                ["https://a.example/1", "https://b.example/2"]
            ),
            (#"{"webhookUrl":"https://a.example/?x=1,2"}"#, ["https://a.example/?x=1,2"]),
            (#"{"webhookUrl":["https://a.example/1"],"webhookStatuses":{}}"#, ["https://a.example/1"]),
        ] as [(String, [String])])
    func reads(body: String, urls: [String]) async throws {
        let configuration = try await makeChat(ScriptedTransport(body: body)).webhookConfiguration(options: .standard)
        #expect(configuration.addresses.map(\.url) == urls)
        #expect(configuration.addresses.allSatisfy { $0.level == .number })
    }

    @Test("An address is added behind those of others") func adds() async throws {
        let transport = ScriptedTransport([Self.list(Self.vendor), Self.done, Self.list(Self.vendor, Self.own)])
        try await makeChat(transport).setWebhook(WebhookTarget(url: Self.own), options: .standard)
        #expect(try await written(transport) == [[.string(Self.vendor), .string(Self.own)]])
    }

    @Test("An address that is there already is written again, which enables it") func again() async throws {
        let transport = ScriptedTransport([Self.list(Self.own), Self.done, Self.list(Self.own)])
        try await makeChat(transport).setWebhook(WebhookTarget(url: Self.own), options: .standard)
        #expect(try await written(transport) == [.string(Self.own)])
    }

    @Test("An own earlier address is replaced, never another's") func replaces() async throws {
        let new = "https://shop.example/hook?key=b"
        let transport = ScriptedTransport([
            Self.list(Self.own, Self.vendor), Self.done, Self.list(new, Self.vendor),
        ])
        let chat = makeChat(transport) { $0.webhookURL = Self.own }
        try await chat.setWebhook(WebhookTarget(url: new), options: .standard)
        #expect(try await written(transport) == [[.string(new), .string(Self.vendor)]])
    }

    @Test("Taking away takes the own address only") func removes() async throws {
        let transport = ScriptedTransport([Self.list(Self.own, Self.vendor), Self.done, Self.list(Self.vendor)])
        let chat = makeChat(transport) { $0.webhookURL = Self.own }
        try await chat.setWebhook(nil, options: .standard)
        #expect(try await written(transport) == [.string(Self.vendor)])
        let absent = ScriptedTransport([Self.list(Self.vendor)])
        try await makeChat(absent) { $0.webhookURL = Self.own }.setWebhook(nil, options: .standard)
        #expect(await absent.received.count == 1)
    }

    @Test("Without knowing the own address nothing is taken away") func unknownOwn() async {
        let transport = ScriptedTransport([Self.list(Self.vendor)])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).setWebhook(nil, options: .standard)
        }
        #expect(error?.validation?.violations.map(\.path) == ["webhookURL"])
        #expect(await transport.received.isEmpty)
    }

    @Test("A sixth address is refused; a fifth is not", arguments: [4, 5]) func limit(others: Int) async throws {
        let urls = (0..<others).map { "https://other\($0).example/" }
        func body(_ urls: [String]) -> ScriptedTransport.Step {
            let json = JSONValue.array(urls.map { .string($0) }).serialized()
            return .answer(status: 200, body: #"{"webhookUrl":\#(String(decoding: json, as: UTF8.self))}"#)
        }
        let transport = ScriptedTransport([body(urls), Self.done, body(urls + [Self.own])])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).setWebhook(WebhookTarget(url: Self.own), options: .standard)
        }
        #expect((error == nil) == (others == 4))
        if others == 5 {
            #expect(error?.validation?.violations.first?.limit == 5)
            #expect(await transport.received.count == 1)
        }
    }

    @Test("A list that did not become what was written is an error") func lost() async {
        let transport = ScriptedTransport([Self.list(), Self.done, Self.list(Self.vendor)])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).setWebhook(WebhookTarget(url: Self.own), options: .standard)
        }
        #expect(error?.code == .decoding)
    }

    @Test("Header fields and other levels are unsupported; a comma is invalid") func unsupported() async {
        let targets: [(WebhookTarget, WhatsAppError.Code, Capability?)] = [
            (WebhookTarget(url: Self.own, headers: [.authorization: "x"]), .unsupported, .webhookHeaders),
            (WebhookTarget(url: Self.own, level: .account), .unsupported, .webhookLevels),
            (WebhookTarget(url: "https://a.example/?x=1,2"), .invalid, nil),
            (WebhookTarget(url: "ftp://a.example/"), .invalid, nil),
        ]
        for (target, code, capability) in targets {
            let transport = ScriptedTransport([])
            let error = await failure { () async throws(WhatsAppError) in
                try await makeChat(transport).setWebhook(target, options: .standard)
            }
            #expect(error?.code == code)
            #expect(error?.capability == capability)
            #expect(await transport.received.isEmpty)
        }
    }

    @Test("The profile is read with the service's names for lines of business") func profile() async throws {
        let transport = ScriptedTransport(
            body:
                #"{"about":"Open","address":"","description":"Shoes","email":"a@shop.example","phone":"5511000000000","vertical":"Shopping and Retail","websites":["https://shop.example"],"photo":"https://shop.example/p.jpg"}"#
        )
        let profile = try await makeChat(transport).businessProfile(options: .standard)
        #expect(
            profile
                == BusinessProfile(
                    about: "Open", profileDescription: "Shoes", email: "a@shop.example",
                    websites: ["https://shop.example"], vertical: .retail, pictureURL: "https://shop.example/p.jpg",
                    displayPhoneNumber: "5511000000000"))
        for (name, vertical) in [
            ("Non-profit", BusinessVertical.nonprofit), ("RETAIL", .retail), ("Odd", BusinessVertical(rawValue: "Odd")),
        ] {
            let transport = ScriptedTransport(body: #"{"vertical":"\#(name)"}"#)
            let profile = try await makeChat(transport).businessProfile(options: .standard)
            #expect(profile.vertical == vertical)
        }
    }

    @Test("An update sends what changes, and nothing for no change") func update() async throws {
        let transport = ScriptedTransport(body: #"{"result":"success"}"#)
        let chat = makeChat(transport)
        try await chat.updateBusinessProfile(BusinessProfileUpdate(), options: .standard)
        #expect(await transport.received.isEmpty)
        try await chat.updateBusinessProfile(
            BusinessProfileUpdate(profileDescription: "", websites: [], vertical: .beauty), options: .standard)
        let received = try #require(await transport.received.first)
        #expect(received.request.path == "/instance123456/me?token=\(encodedToken)")
        #expect(
            try JSONValue(parsing: received.body)
                == ["description": "", "websites": [], "vertical": "Beauty, Spa and Salon"])
    }

    @Test("A description is shorter here than on the platform", arguments: [256, 257]) func description(length: Int)
        async
    {
        let transport = ScriptedTransport(body: #"{"result":"success"}"#)
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).updateBusinessProfile(
                BusinessProfileUpdate(profileDescription: String(repeating: "é", count: length)), options: .standard)
        }
        #expect((error == nil) == (length == 256))
        if length == 257 { #expect(error?.validation?.violations.first?.limit == 256) }
    }

    @Test("A line of business without a name here is refused") func vertical() async {
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(ScriptedTransport([])).updateBusinessProfile(
                BusinessProfileUpdate(vertical: .onlineGambling), options: .standard)
        }
        #expect(error?.validation?.violations.map(\.path) == ["vertical"])
    }

    @Test("A picture is set by its address") func photo() async throws {
        let transport = ScriptedTransport(body: #"{"result":"success"}"#)
        try await makeChat(transport).setProfilePhoto("https://shop.example/p.jpg")
        #expect(
            String(decoding: try #require(await transport.received.first).body, as: UTF8.self)
                == #"{"photo":"https://shop.example/p.jpg"}"#)
    }

    @Test(
        "The connection's state has a remedy where it needs one",
        arguments: [
            (#"{"status":"connected"}"#, ConnectionReport.Finding.Level.good), (#"{"status":"connecting"}"#, .warning),
            (#"{"status":"disconnected"}"#, .problem), (#"{"status":"uninitialized"}"#, .problem),
            (#"{"status":"unregistered"}"#, .problem), (#"{"status":"sleeping"}"#, .warning), (#"{}"#, .warning),
            (#"{"accountStatus":"got qr code","qrCode":"x"}"#, .problem),
        ])
    func states(body: String, level: ConnectionReport.Finding.Level) async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: body), .answer(status: 200, body: #"{"phone":"5511000000000"}"#),
            Self.list(Self.own),
        ])
        let report = try await makeChat(transport).checkConnection()
        #expect(report.findings[1].level == level)
        #expect(report.isHealthy == (level != .problem))
        #expect(report.displayPhoneNumber == "5511000000000")
        if level == .problem { #expect(report.findings[1].remedy?.isEmpty == false) }
    }

    @Test("What only a later call refuses is a finding") func partial() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"status":"connected"}"#), .answer(status: 403, body: "subscriptionBlocked"),
            Self.list(),
        ])
        let report = try await makeChat(transport).checkConnection()
        #expect(report.findings.map(\.subject) == ["token", "status", "profile", "webhook"])
        #expect(report.findings.map(\.level) == [.good, .good, .warning, .warning])
    }

    @Test("An own webhook address that is missing or disabled is a problem") func webhooks() async throws {
        func report(_ step: ScriptedTransport.Step) async throws -> ConnectionReport.Finding? {
            let transport = ScriptedTransport([
                .answer(status: 200, body: #"{"status":"connected"}"#), .answer(status: 200, body: "{}"), step,
            ])
            let chat = makeChat(transport) { $0.webhookURL = Self.own }
            return try await chat.checkConnection().findings.last
        }
        #expect(try await report(Self.list(Self.vendor))?.level == .problem)
        #expect(try await report(Self.list(Self.own))?.level == .good)
        let disabled = ScriptedTransport.Step.answer(
            status: 200,
            body: #"{"webhookUrl":["\#(Self.own)"],"webhookStatuses":{"\#(Self.own)":{"status":"disabled"}}}"#)
        #expect(try await report(disabled)?.level == .problem)
    }
}
