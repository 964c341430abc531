import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Cloud API reference §4.1, §4.7, §4.9, §4.10.
@Suite("Cloud API manages templates")
struct TemplateManagementTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000.7)
    private static let code = TemplateDefinition(
        name: "otp", language: "en_US", category: .authentication,
        components: [
            .authenticationBody(addsSecurityRecommendation: true), .footer(codeExpirationMinutes: 5),
            .buttons([.oneTimeCode(.init(.copyCode))]),
        ])

    @Test("and looks through the library")
    func library() async throws {
        let item =
            #"{"id":"9","name":"order_update_1","language":"en_US","category":"UTILITY","topic":"ORDER_MANAGEMENT","usecase":"ORDER_DELAY","industry":["E_COMMERCE"],"header":"News","body":"Order {{1}} is late, {{2}}.","body_params":["A1","Ann"],"body_param_types":["TEXT","PHONE NUMBER"],"buttons":[{"type":"URL","text":"Track","url":"https://example.com/{{1}}"}]}"#
        let answer = #"{"data":[\#(item),{"name":"x"}]}"#
        let query = LibraryQuery(
            search: "late order", topic: .orderManagement, useCase: .orderDelay, industry: .eCommerce,
            language: "en_US", category: .utility, name: "order", pageSize: 5)
        let exchange = await trial(answer, account: nil) { cloud throws(WhatsAppError) in
            try await cloud.libraryTemplates(query).page()
        }
        #expect(
            exchange.line
                == "GET /v25.0/message_template_library?search=late%20order&topic=ORDER_MANAGEMENT&usecase=ORDER_DELAY&industry=E_COMMERCE&language=en_US&category=UTILITY&name=order&limit=5"
        )
        let page = try exchange.result.get()
        #expect(page.problems.map(\.index) == [1])
        let found = try #require(page.elements.first)
        #expect(found.topic == .orderManagement && found.useCase == .orderDelay && found.industries == [.eCommerce])
        #expect(found.bodyParameterTypes == [.text, .phoneNumber] && found.bodyParameters == ["A1", "Ann"])
        #expect(found.preview.texts == ["News", "Order {{1}} is late, {{2}}.", "Track"])
        #expect(found.json == (try json(item)))
    }

    @Test("and makes a template from the library's")
    func fromLibrary() async throws {
        let page = await trial(
            #"{"data":[{"name":"order_update_1","language":"en_US","category":"UTILITY","body":"Hi"}]}"#
        ) { cloud throws(WhatsAppError) in try await cloud.libraryTemplates().page() }
        let item = try #require(try page.result.get().elements.first)
        let exchange = await trial(#"{"id":"1","status":"APPROVED","category":"UTILITY"}"#) {
            cloud throws(WhatsAppError) in
            try await cloud.createTemplate(
                from: item, name: "mine",
                buttonInputs: [
                    .init(kind: .url, baseURL: "https://example.com/{{1}}", sampleURL: "https://example.com/a")
                ], bodyInputs: .init(addsContactNumber: true))
        }
        #expect(
            exchange.body
                == (try json(
                    #"{"name":"mine","language":"en_US","category":"UTILITY","library_template_name":"order_update_1","library_template_button_inputs":[{"type":"URL","url":{"base_url":"https://example.com/{{1}}","url_suffix_example":"https://example.com/a"}}],"library_template_body_inputs":{"add_contact_number":true}}"#
                )))
        #expect(try exchange.result.get().reviewState == .approved)
    }

    @Test("and compares them")
    func compare() async throws {
        let exchange = await trial(
            #"{"data":[{"metric":"BLOCK_RATE","type":"RELATIVE","order_by_relative_metric":["1","2"]},{"metric":"MESSAGE_SENDS","type":"NUMBER_VALUES","number_values":[{"key":"1","value":1273},{"key":2,"value":"1504"},{"value":1}]},{"metric":"TOP_BLOCK_REASON","type":"STRING_VALUES","string_values":[{"key":"1","value":"SPAM"},{"key":"2","value":"NEW_ONE"}]},{"metric":"LATER"}]}"#
        ) { cloud throws(WhatsAppError) in
            try await cloud.compareTemplate("1", with: ["2", "3"], window: .week, endingAt: Self.now)
        }
        #expect(exchange.line == "GET /v25.0/1/compare?template_ids=%5B2%2C3%5D&start=1789395200&end=1790000000")
        let comparison = try exchange.result.get()
        #expect(comparison.orderByBlockRate == ["1", "2"] && comparison.sends == ["1": 1273, "2": 1504])
        #expect(comparison.topBlockReasons == ["1": .spam, "2": BlockReason(rawValue: "NEW_ONE")])
        #expect(comparison.metrics.count == 4)
        let alone = await exchangeNothing { cloud throws(WhatsAppError) in
            _ = try await cloud.compareTemplate("1", with: [], endingAt: Self.now)
        }
        #expect(alone?.validation?.violations.map(\.rule) == [.minCount])
        let odd = await exchangeNothing { cloud throws(WhatsAppError) in
            _ = try await cloud.compareTemplate("1", with: ["2", "3]&x="], endingAt: Self.now)
        }
        #expect(odd?.validation?.violations.map(\.path) == ["template_ids[1]"])
    }

    /// The error of a call for which nothing travels.
    private func exchangeNothing(_ call: (CloudAPI) async throws(WhatsAppError) -> Void) async -> WhatsAppError? {
        let exchange = await trial { cloud throws(WhatsAppError) in try await call(cloud) }
        #expect(exchange.received.isEmpty)
        return exchange.error
    }

    @Test("and copies them from another account")
    func migrate() async throws {
        let exchange = await trial(
            #"{"migrated_templates":["11",12],"failed_templates":{"2":"Incorrect category"}}"#
        ) { cloud throws(WhatsAppError) in
            try await cloud.migrateTemplates(from: "555", templates: ["1", "2"], page: 0, count: 500)
        }
        #expect(exchange.line == "POST /v25.0/102290129340398/migrate_message_templates")
        #expect(
            exchange.body
                == (try json(#"{"source_waba_id":"555","page_number":0,"count":500,"template_ids":["1","2"]}"#)))
        #expect(
            try exchange.result.get()
                == TemplateBatchResult(succeeded: ["11", "12"], failed: ["2": "Incorrect category"]))
        let all = await trial(#"{"migrated_templates":[],"failed_templates":[]}"#) { cloud throws(WhatsAppError) in
            try await cloud.migrateTemplates(from: "555")
        }
        #expect(all.body == ["source_waba_id": "555"] && all.error == nil)
        for (page, count, path) in [(-1, 500, "page_number"), (0, 0, "count"), (0, 501, "count")] {
            let error = await exchangeNothing { cloud throws(WhatsAppError) in
                try await cloud.migrateTemplates(from: "555", page: page, count: count)
            }
            #expect(error?.validation?.violations.map(\.path) == [path])
        }
        let many = await exchangeNothing { cloud throws(WhatsAppError) in
            try await cloud.migrateTemplates(from: "555", templates: (0...500).map { TemplateID("\($0)") })
        }
        #expect(many?.validation?.violations.map(\.limit) == [500])
    }

    @Test("and ends a pause, or says why not")
    func unpause() async throws {
        let good = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.unpauseTemplate("7")
        }
        #expect(good.error == nil && good.line == "POST /v25.0/7/unpause")
        let bad = await trial(#"{"success":false,"reason":"It is not paused"}"#) { cloud throws(WhatsAppError) in
            try await cloud.unpauseTemplate("7")
        }
        #expect(bad.error?.code == .rejected)
        #expect(bad.error?.message == "the platform has not ended the pause: It is not paused")
    }

    @Test("and creates codes in many languages at once")
    func upsert() async throws {
        let exchange = await trial(
            #"{"data":[{"id":"1","status":"APPROVED","language":"en_US"},{"id":2,"language":"fr"}]}"#
        ) { cloud throws(WhatsAppError) in
            try await cloud.upsertAuthenticationTemplates(Self.code, languages: ["en_US", "fr"])
        }
        #expect(exchange.line == "POST /v25.0/102290129340398/upsert_message_templates")
        #expect(
            exchange.body
                == (try json(
                    #"{"name":"otp","category":"AUTHENTICATION","components":[{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":5},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}],"languages":["en_US","fr"]}"#
                )))
        #expect(
            try exchange.result.get() == [
                UpsertedTemplate(id: "1", language: "en_US", status: .approved),
                UpsertedTemplate(id: "2", language: "fr"),
            ])
    }

    @Test("and creates nothing in bulk that the platform would refuse")
    func badUpsert() async throws {
        var definition = Self.code
        definition.category = .utility
        definition.components[2] = .buttons([
            .oneTimeCode(.init(.oneTap, text: "Copy", autofillText: "Fill"))
        ])
        let error = await exchangeNothing { cloud throws(WhatsAppError) in
            try await cloud.upsertAuthenticationTemplates(definition, languages: ["fr", "FR"])
        }
        #expect(
            error?.validation?.violations.map(\.path) == [
                "category", "languages[1]", "components[2].buttons[0].text", "components[2].buttons[0].autofill_text",
            ])
        let none = await exchangeNothing { cloud throws(WhatsAppError) in
            try await cloud.upsertAuthenticationTemplates(Self.code, languages: [])
        }
        #expect(none?.validation?.violations.map(\.path) == ["languages"])
    }

    @Test("and asks for the words of codes")
    func previews() async throws {
        let exchange = await trial(
            #"{"data":[{"body":"*{{1}}* is your code.","buttons":[{"autofill_text":"Fill in","text":"Copy"}],"footer":"Expires.","language":"en_US"},{"body":"x"}]}"#
        ) { cloud throws(WhatsAppError) in
            try await cloud.authenticationPreviews(
                languages: ["en_US", "es_ES"], addsSecurityRecommendation: true, codeExpirationMinutes: 5)
        }
        #expect(
            exchange.line
                == "GET /v25.0/102290129340398/message_template_previews?category=AUTHENTICATION&languages=en_US%2Ces_ES&add_security_recommendation=true&code_expiration_minutes=5&button_types=OTP"
        )
        #expect(
            try exchange.result.get() == [
                AuthenticationPreview(
                    language: "en_US", body: "*{{1}}* is your code.", footer: "Expires.",
                    buttons: [.init(text: "Copy", autofillText: "Fill in")])
            ])
    }

    // MARK: The archive

    @Test("and archives them at the platform's own host for it")
    func archive() async throws {
        let exchange = await trial(
            #"{"archived_templates":["1"],"failed_templates":{"2":"Only approved or rejected templates can be archived"}}"#
        ) { cloud throws(WhatsAppError) in try await cloud.archiveTemplates(["1", "2"]) }
        let request = try #require(exchange.received.first?.request)
        #expect(request.authority == "api.facebook.com" && request.scheme == "https")
        #expect(exchange.line == "POST /102290129340398/message_templates/archive")
        #expect(exchange.body == ["hsm_ids": ["1", "2"]])
        #expect(request.headerFields[.authorization] == "Bearer \(testToken)")
        let result = try exchange.result.get()
        #expect(result.succeeded == ["1"] && result.failed["2"]?.isEmpty == false)
        let back = await trial(#"{"unarchived_templates":["1"],"failed_templates":{}}"#) {
            cloud throws(WhatsAppError) in
            try await cloud.unarchiveTemplates(["1"])
        }
        #expect(back.line.hasSuffix("/message_templates/unarchive"))
        #expect(try back.result.get() == TemplateBatchResult(succeeded: ["1"]))
    }

    @Test(
        "and sends the token of another host to no host of the platform's",
        arguments: [
            ("http://127.0.0.1:8080", nil, "127.0.0.1:8080"), ("https://relay.example/meta", nil, "relay.example"),
            ("https://graph.facebook.com", "https://archive.example", "archive.example"),
            ("https://graph.facebook.com/", nil, "api.facebook.com"),
        ] as [(String, String?, String)])
    func archiveHost(base: String, archive: String?, host: String) async throws {
        let exchange = await trial(
            #"{"archived_templates":["1"]}"#, baseURL: base, archiveURL: archive
        ) { cloud throws(WhatsAppError) in try await cloud.archiveTemplates(["1"]) }
        #expect(exchange.received.map(\.request.authority) == [host])
    }

    @Test("and archives 100 at once at most", arguments: [0, 1, 100, 101])
    func archiveCount(count: Int) async throws {
        let exchange = await trial(#"{"archived_templates":[]}"#) { cloud throws(WhatsAppError) in
            try await cloud.archiveTemplates((0..<count).map { TemplateID("\($0)") })
        }
        #expect((exchange.error == nil) == (1...100).contains(count))
        #expect(exchange.received.isEmpty == !(1...100).contains(count))
    }

    @Test("and never sends a token over plain http to another machine")
    func plainArchive() async throws {
        let exchange = await trial(
            #"{"archived_templates":["1"]}"#, archiveURL: "http://archive.example"
        ) { cloud throws(WhatsAppError) in try await cloud.archiveTemplates(["1"]) }
        #expect(exchange.error?.code == .invalid && exchange.received.isEmpty)
    }

    // MARK: Groups

    @Test("and groups them")
    func groups() async throws {
        let created = await trial(#"{"id":"77"}"#) { cloud throws(WhatsAppError) in
            try await cloud.createTemplateGroup("Orders", details: "All", templates: ["12", "13"])
        }
        #expect(created.line == "POST /v25.0/102290129340398/template_groups")
        #expect(
            created.body
                == (try json(#"{"name":"Orders","description":"All","whatsapp_business_templates":[12,13]}"#)))
        #expect(try created.result.get() == "77")
        let read = await trial(
            #"{"name":"Orders","description":"All","creation_time":1790000000,"whatsapp_business_templates":{"data":[{"id":"12"},{"id":13}],"paging":{}},"id":"77"}"#
        ) { cloud throws(WhatsAppError) in try await cloud.templateGroup("77") }
        let group = try read.result.get()
        #expect(group.templates == ["12", "13"] && group.name == "Orders" && group.updated == nil)
        #expect(group.created == Date(timeIntervalSince1970: 1_790_000_000))
        let changed = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.updateTemplateGroup("77", name: "More")
        }
        #expect(changed.line == "POST /v25.0/77" && changed.body == ["name": "More"])
        let deleted = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.deleteTemplateGroup("77")
        }
        #expect(deleted.line == "DELETE /v25.0/77" && deleted.error == nil)
        let listed = await trial(#"{"data":[{"id":"77"},{}]}"#) { cloud throws(WhatsAppError) in
            try await cloud.templateGroups().page()
        }
        #expect(try listed.result.get().elements == [TemplateGroup(id: "77")])
    }

    @Test(
        "with names and descriptions that fit",
        arguments: [(256, 512, true), (257, 512, false), (256, 513, false), (0, 0, false), (1, 0, true)])
    func groupLimits(name: Int, details: Int, isGood: Bool) async throws {
        let exchange = await trial(#"{"id":"77"}"#) { cloud throws(WhatsAppError) in
            try await cloud.createTemplateGroup(
                String(repeating: "n", count: name), details: String(repeating: "d", count: details),
                templates: ["1"])
        }
        #expect((exchange.error == nil) == isGood)
    }
}
