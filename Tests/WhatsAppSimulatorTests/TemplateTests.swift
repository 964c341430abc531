import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("Templates of the simulated account")
struct TemplateTests {
    static let edge = "102290129340398/message_templates"
    private let ana = SimulatedAccount.ana

    static func creation(
        _ name: String, category: JSONValue = "UTILITY", body: String = "Hi {{1}}, it ships today.",
        sample: JSONValue = [["Ann"]]
    ) -> JSONValue {
        [
            "name": .string(name), "language": "en_US", "category": category,
            "components": [["type": "BODY", "text": .string(body), "example": ["body_text": sample]]],
        ]
    }

    private static let sampleByID: JSONValue = [
        "name": "x", "language": "en_US", "category": "UTILITY",
        "components": [
            ["type": "HEADER", "format": "IMAGE", "example": ["header_handle": ["1037543291543636"]]],
            ["type": "BODY", "text": "Hi"],
        ],
    ]
    private static let footerWithPlaceholder: JSONValue = [
        "name": "x", "language": "en_US", "category": "UTILITY",
        "components": [["type": "BODY", "text": "Hi"], ["type": "FOOTER", "text": "{{1}}"]],
    ]

    @Test("are reviewed on the clock, and each outcome is told of")
    func review() async throws {
        let account = await SimulatedAccount {
            $0.templateReview = .init(delay: 60) { $0.body.contains("win") ? .rejected("PROMOTIONAL") : .approved }
        }
        let good = try await account.call(.post, Self.edge, Self.creation("good"))
        #expect(good.json["status"]?.string == "PENDING" && good.json["category"]?.string == "UTILITY")
        try await account.call(.post, Self.edge, Self.creation("bad", body: "Hi {{1}}, you win today."))
        try await account.call(
            .post, Self.edge,
            Self.creation("side_by_side", body: "Hi {{1}}{{2}} there.", sample: [["Ann", "B"]]))
        account.clock.advance(by: 59)
        #expect(await account.platform.template("good", "en_US")?.status == "PENDING")
        let early = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(.template("good", language: "en_US"), to: .phoneNumber(ana))
        }
        #expect(early?.platform?.code.rawValue == 132_001)
        account.clock.advance(by: 1)
        await account.platform.deliverPending()
        let changes = await account.received.templateChanges
        #expect(changes.map(\.state.rawValue) == ["APPROVED", "REJECTED", "REJECTED"])
        #expect(changes.map(\.reason?.rawValue) == ["NONE", "PROMOTIONAL", "INVALID_FORMAT"])
        #expect(changes.last?.recommendation != nil)
        let node = try await account.call(
            .get, "\(good.json["id"]?.string ?? "")?fields=status,rejected_reason,quality_score"
        ).json
        #expect(node["status"]?.string == "APPROVED" && node["rejected_reason"]?.string == "NONE")
        #expect(node["name"] == nil && node["quality_score"]?["score"]?.string == "UNKNOWN")
        #expect(await account.received.problems == 0)
    }

    @Test(
        "are refused where they break a rule, with the platform's subcode",
        arguments: [
            (creation("Big"), [100, 2_388_040]), (creation(String(repeating: "x", count: 513)), [100, 2_388_040]),
            (creation("x", category: "SHOPPING"), [100]), (creation("x", body: "{{1}} ships"), [100, 2_388_299]),
            (creation("x", body: "Ships {{1}}"), [100, 2_388_299]),
            (creation("x", body: "Hi {{2}} there"), [100, 2_388_072]),
            (creation("x", sample: []), [100, 2_388_072]), (creation("x", sample: ["Ann"]), [100, 2_388_072]),
            (creation("x", body: String(repeating: "x", count: 1025)), [100, 2_388_040]),
            (creation("hello_world"), [100, 2_388_024]), (["name": "x"], [100]),
            (sampleByID, [100, 2_388_047]), (footerWithPlaceholder, [100, 2_388_073]),
        ] as [(JSONValue, [Int])])
    func refusals(body: JSONValue, codes: [Int]) async throws {
        let account = await SimulatedAccount()
        #expect(try await account.refusal(.post, Self.edge, body) == codes)
        #expect(await account.platform.allTemplates.count == 3)
    }

    @Test("are taken at the limits")
    func limits() async throws {
        let account = await SimulatedAccount()
        let name = String(repeating: "x", count: 512)
        let body = "Hi {{1}} " + String(repeating: "x", count: 1015)
        #expect(body.count == 1024)
        let (status, answer) = try await account.call(.post, Self.edge, Self.creation(name, body: body))
        #expect(status == 200 && answer["status"]?.string == "APPROVED")
    }

    @Test("are listed in pages, by filters and with the fields that are asked for")
    func lists() async throws {
        let account = await SimulatedAccount {
            $0.templates = (0..<60).map { number in
                SimulatedTemplate(
                    name: "template_\(number)", language: number % 2 == 0 ? "en_US" : "pt_BR",
                    category: number < 30 ? .utility : .marketing, body: "Number \(number)")
            }
        }
        var names: [String] = []
        var path = Self.edge + "?limit=25&fields=name"
        for page in 0..<3 {
            let answer = try await account.call(.get, path).json
            names += answer["data"]?.array?.compactMap { $0["name"]?.string } ?? []
            #expect(answer["data"]?[0]?["status"] == nil)
            guard let next = answer["paging"]?["next"]?.string else {
                #expect(page == 2)
                break
            }
            path = String(next.dropFirst("https://graph.facebook.com/v25.0/".count))
        }
        #expect(names == (0..<60).map { "template_\($0)" })
        func count(_ query: String) async throws -> Int? {
            try await account.call(.get, Self.edge + "?limit=100&" + query).json["data"]?.array?.count
        }
        #expect(try await count("category=MARKETING") == 30)
        #expect(try await count("category=MARKETING&language=pt_BR") == 15)
        #expect(try await count("name=template_1") == 11)
        #expect(try await count("content=number%205") == 11)
        #expect(try await count("status=REJECTED,PAUSED") == 0)
        let summary = try await account.call(.get, Self.edge + "?summary=total_count&limit=1").json["summary"]
        #expect(summary?["total_count"]?.integer == 60)
        #expect(try await account.refusal(.get, Self.edge + "?after=nonsense") == [100])
    }

    @Test("are edited within the limits, and reviewed again")
    func edits() async throws {
        let account = await SimulatedAccount()
        let id = try #require(await account.platform.template("order_arrives", "en_US")?.id)
        let edit: JSONValue = [
            "components": [["type": "BODY", "text": "Order {{1}} came.", "example": ["body_text": [["A1"]]]]]
        ]
        #expect(try await account.refusal(.post, id, ["category": "MARKETING"]) == [100, 2_388_039])
        #expect(try await account.call(.post, id, edit).json["success"]?.bool == true)
        #expect(await account.platform.template("order_arrives", "en_US")?.body == "Order {{1}} came.")
        account.clock.advance(by: 86_399)
        #expect(try await account.refusal(.post, id, edit) == [100, 2_388_039])
        account.clock.advance(by: 1)
        #expect(try await account.call(.post, id, edit).status == 200)
        await account.platform.decideTemplate("order_arrives", "en_US", .rejected("SCAM"))
        for _ in 0..<3 {
            #expect(try await account.call(.post, id, edit).status == 200)
            await account.platform.decideTemplate("order_arrives", "en_US", .rejected("SCAM"))
        }
        await account.platform.deliverPending()
        let events = await account.received.events
        #expect(
            events.contains {
                if case .template(let event) = $0, case .components = event.change { true } else { false }
            })
        #expect(await account.received.problems == 0)
    }

    @Test("are deleted by name and by id, and their name stays blocked for 30 days")
    func deletion() async throws {
        let account = await SimulatedAccount()
        #expect(try await account.refusal(.delete, Self.edge) == [100])
        #expect(try await account.refusal(.delete, Self.edge + "?name=hello_world&hsm_id=1") == [100, 2_593_002])
        let id = try #require(await account.platform.template("hello_world", "en_US")?.id)
        #expect(try await account.call(.delete, Self.edge + "?name=hello_world&hsm_id=\(id)").status == 200)
        #expect(await account.platform.template("hello_world", "en_US") == nil)
        #expect(try await account.refusal(.post, Self.edge, Self.creation("hello_world")) == [100, 2_388_023])
        account.clock.advance(by: 30 * 86_400)
        #expect(try await account.call(.post, Self.edge, Self.creation("hello_world")).status == 200)
        await account.platform.deliverPending()
        #expect(await account.received.templateChanges.map(\.state.rawValue) == ["DELETED", "APPROVED"])
    }

    @Test("are paused for 3 hours, then for 6, then disabled")
    func quality() async throws {
        let account = await SimulatedAccount()
        func code() async -> Int? {
            do {
                try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
                return nil
            } catch {
                return error.platform?.code.rawValue
            }
        }
        for hours in [3, 6] {
            await account.platform.setQuality("RED", ofTemplate: "hello_world", "en_US")
            #expect(await code() == 132_015)
            account.clock.advance(by: Double(hours) * 3600 - 1)
            #expect(await code() == 132_015)
            account.clock.advance(by: 1)
            #expect(await code() == nil)
            await account.platform.setQuality("GREEN", ofTemplate: "hello_world", "en_US")
        }
        await account.platform.setQuality("RED", ofTemplate: "hello_world", "en_US")
        #expect(await code() == 132_016)
        account.clock.advance(by: 365 * 86_400)
        #expect(await code() == 132_016)
        #expect(try await account.refusal(.delete, Self.edge + "?name=hello_world") == [100, 2_388_039])
        await account.platform.deliverPending()
        let states = await account.received.templateChanges.map(\.state.rawValue)
        #expect(states == ["PAUSED", "APPROVED", "PAUSED", "APPROVED", "DISABLED"])
    }

    @Test("are unpaused by hand, archived and put into another category")
    func otherChanges() async throws {
        let account = await SimulatedAccount()
        let id = try #require(await account.platform.template("named", "en_US")?.id)
        #expect(try await account.call(.post, "\(id)/unpause").json["success"]?.bool == false)
        await account.platform.setQuality("RED", ofTemplate: "named", "en_US")
        #expect(try await account.call(.post, "\(id)/unpause").json["success"]?.bool == true)
        let archived = try await account.call(
            .post, Self.edge + "/archive", ["hsm_ids": [.string(id), "77"]]
        ).json
        #expect(archived["archived_templates"] == [.string(id)])
        #expect(archived["failed_templates"]?["77"]?.string != nil)
        #expect(await account.platform.template("named", "en_US")?.status == "ARCHIVED")
        #expect(try await account.call(.post, Self.edge + "/unarchive", ["hsm_ids": [.string(id)]]).status == 200)
        await account.platform.recategorize("order_arrives", "en_US", to: "MARKETING")
        #expect(await account.platform.template("order_arrives", "en_US")?.category == .utility)
        account.clock.advance(by: 86_400)
        #expect(await account.platform.template("order_arrives", "en_US")?.category == .marketing)
        await account.platform.deliverPending()
        let changes = await account.received.events.compactMap { event -> String? in
            guard case .template(let event) = event else { return nil }
            switch event.change {
            case .upcomingCategory: return "upcoming"
            case .category(let previous, let current): return "\(previous?.rawValue ?? "") \(current.rawValue)"
            default: return nil
            }
        }
        #expect(changes == ["upcoming", "UTILITY MARKETING"])
    }

    @Test("come from the library, from another account, and for many languages at once")
    func bulk() async throws {
        let account = await SimulatedAccount {
            var poor = SimulatedTemplate(name: "poor", language: "en", category: .utility, body: "x")
            poor.quality = "RED"
            $0.otherTemplates = [
                "900": [SimulatedTemplate(name: "moved", language: "en", category: .utility, body: "x"), poor]
            ]
        }
        let library = try await account.call(.get, "message_template_library?topic=order_management").json["data"]
        let name = try #require(library?[0]?["name"])
        let created = try await account.call(
            .post, Self.edge,
            [
                "name": "track", "language": "en_US", "category": "UTILITY", "library_template_name": name,
                "library_template_button_inputs": [
                    [
                        "type": "URL",
                        "url": ["base_url": "https://x.example/{{1}}", "url_suffix_example": "https://x.example/a"],
                    ]
                ],
            ])
        #expect(created.json["status"]?.string == "APPROVED")
        let migrated = try await account.call(
            .post, "102290129340398/migrate_message_templates", ["source_waba_id": "900"]
        ).json
        #expect(migrated["migrated_templates"]?.array?.count == 1)
        #expect(migrated["failed_templates"]?.object?.count == 1)
        #expect(await account.platform.template("moved", "en") != nil)
        let codes = try await account.call(
            .post, "102290129340398/upsert_message_templates",
            [
                "name": "code", "languages": ["en_US", "fr"], "category": "AUTHENTICATION",
                "components": [
                    ["type": "BODY", "add_security_recommendation": true],
                    ["type": "BUTTONS", "buttons": [["type": "OTP", "otp_type": "COPY_CODE"]]],
                ],
            ])
        #expect(codes.json["data"]?.array?.compactMap { $0["language"]?.string } == ["en_US", "fr"])
    }
}

extension Received {
    /// The changes of templates' statuses.
    var templateChanges: [TemplateEvent.StatusChange] {
        events.compactMap { event in
            guard case .template(let event) = event, case .status(let change) = event.change else { return nil }
            return change
        }
    }
}
