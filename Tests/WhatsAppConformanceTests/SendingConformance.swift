import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("Every provider, sending,")
struct SendingConformance {
    /// One body for every kind of message.
    static let fixtures = Fixture.all(in: "../../WhatsAppBusinessTests/Fixtures/cloud/messages")

    @Test("puts a text on the customer's phone, and statuses name it", arguments: Subject.all)
    func text(subject: Subject) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        let sent = try await scene.provider.send(.text("Your order — nº 7 — has shipped 📦"), to: Scene.recipient)
        let shown = try #require(await scene.phone().last)
        #expect(shown.text == "Your order — nº 7 — has shipped 📦")
        let events = try await scene.events()
        #expect(events.statuses.map(\.state) == [.sent, .delivered])
        #expect(events.statuses.allSatisfy { $0.id == sent.id })
        await scene.platform.customerReads(Scene.ana)
        #expect(try await scene.events().statuses.map(\.state) == [.read])
    }

    @Test(
        "puts each kind of message on the phone as Cloud API does, or says beforehand that it cannot",
        arguments: Subject.all)
    func kinds(subject: Subject) async throws {
        #expect(Self.fixtures.count > 50)
        var count = 0
        let isSmall = await !Scene(subject).provider.capabilities.contains(.sendMedia)
        for fixture in Self.fixtures {
            let message = Message(json: try JSONValue(parsing: fixture.bytes))
            guard try await Self.goesToPerson(fixture) else { continue }
            let scene = try await Scene.withOpenWindow(subject)
            let adapted = await scene.adapted(message)
            let before = await scene.road.requests
            let error = await scene.failure { try await $0.send(adapted, to: Scene.recipient) }
            switch error?.code {
            case nil:
                count += 1
                let shown = try #require(await scene.phone().last, "\(fixture)")
                let reference = try await Scene.withOpenWindow(.cloudAPI)
                try await reference.provider.send(await reference.adapted(message), to: Scene.recipient)
                let expected = try #require(await reference.phone().last, "\(fixture)")
                #expect(shown.text == expected.text, "\(fixture)")
                #expect(shown.message.content.kindName == expected.message.content.kindName, "\(fixture)")
                #expect((shown.replyTo == nil) == (expected.replyTo == nil), "\(fixture)")
            case .unsupported?:
                let capability = try #require(error?.capability, "\(fixture)")
                #expect(!scene.provider.capabilities.contains(capability), "\(fixture): \(capability)")
                #expect(error?.outcome == .notSent, "\(fixture)")
                #expect(await scene.road.requests == before, "\(fixture)")
            default: Issue.record("\(fixture): \(String(describing: error))")
            }
        }
        #expect(count > 0 || isSmall)
    }

    private static func goesToPerson(_ fixture: Fixture) async throws -> Bool {
        let body = try JSONValue(parsing: fixture.bytes)
        return body["recipient_type"]?.string == "individual" && body["recipient"] == nil
            && !["template", "pin"].contains(body["type"]?.string)
    }

    @Test("fills a template in, outside the window too", arguments: Subject.all)
    func template(subject: Subject) async throws {
        let scene = await Scene(subject)
        guard scene.provider.capabilities.contains(.sendTemplate) else { return }
        let template = Message.template("order_arrives", language: "en_US", body: ["Ana", "77"])
        let sent = try await scene.provider.send(template, to: Scene.recipient)
        let shown = try #require(await scene.phone().last)
        #expect(shown.text.contains("Hi Ana, your order 77 arrives today."))
        #expect(try await scene.events().statuses.first?.id == sent.id)
        await #expect(throws: WhatsAppError.self) {
            try await scene.provider.send(.template("nobody_knows_it", language: "en_US"), to: Scene.recipient)
        }
    }

    @Test("tells a closed window by its own code, and nothing arrives", arguments: Subject.all)
    func closedWindow(subject: Subject) async throws {
        let scene = await Scene(subject)
        guard scene.provider.capabilities.hasCustomerServiceWindow else { return }
        let error = try #require(await scene.failure { try await $0.send(.text("Hi"), to: Scene.recipient) })
        #expect(error.outcome == .refused)
        #expect(error.code == .rejected)
        if scene.provider.capabilities.contains(.sendTemplate) {
            #expect(error.platform?.resolvedCode == .reEngagement)
        }
        #expect(await scene.phone().isEmpty)
        #expect(await scene.road.requests == 1)
    }

    @Test("refuses what is not valid before it travels", arguments: Subject.all)
    func invalid(subject: Subject) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        // A provider that does not validate is refused by the platform.
        let error = try #require(
            await scene.failure { try await $0.send(.text(String(repeating: "x", count: 4097)), to: Scene.recipient) })
        #expect(error.outcome != .unknown)
        #expect(await scene.phone().isEmpty)
        if error.code == .invalid { #expect(await scene.road.requests == 0) }
    }

    @Test("says what is wrong with its credentials, and shows none of them", arguments: Subject.all)
    func credentials(subject: Subject) async throws {
        let scene = await Scene(subject, credential: .bad)
        let error = try #require(await scene.failure { try await $0.send(.text("Hi"), to: Scene.recipient) })
        #expect(error.code == .unauthorized)
        #expect(error.outcome == .refused)
        let body = error.response.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
        for text in ["\(error)", String(reflecting: error), "\(scene.provider)", body] {
            #expect(!text.contains(Subject.badCredential))
        }
    }

    @Test("does not send twice what may have arrived", arguments: Subject.all, [Road.Weather.answerLost, .fault])
    func unknownOutcome(subject: Subject, weather: Road.Weather) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        await scene.road.expect(weather, .fine)
        let error = try #require(await scene.failure { try await $0.send(.text("Once"), to: Scene.recipient) })
        // The small provider knows no faults: it calls them refusals.
        guard scene.provider.capabilities.contains(.execute) else { return }
        #expect(error.outcome == .unknown)
        #expect(await scene.phone().map(\.text) == ["Once"])
        guard scene.provider.capabilities.contains(.callbackData) else { return }
        let tag = try #require(error.callbackData)
        #expect(try await scene.events().statuses.allSatisfy { $0.callbackData == tag })
    }

    @Test("says when a message certainly never left", arguments: Subject.all)
    func notSent(subject: Subject) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        await scene.road.expect(.blocked)
        let error = try #require(await scene.failure { try await $0.send(.text("Never"), to: Scene.recipient) })
        #expect(error.outcome == .notSent)
        #expect(error.code == .transport)
        #expect(await scene.phone().isEmpty)
    }

    @Test("ends at once when its task is cancelled", arguments: Subject.all)
    func cancellation(subject: Subject) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        await scene.road.expect(.silent)
        let sending = Task { await scene.failure { try await $0.send(.text("Hi"), to: Scene.recipient) } }
        while await scene.road.requests == 0 { await Task.yield() }
        sending.cancel()
        let error = try #require(await sending.value)
        #expect(error.code == .cancelled)
        #expect(error.outcome != .refused)
    }

    @Test("keeps a fault page for whoever looks into it", arguments: Subject.all, [403, 404, 502, 503])
    func pages(subject: Subject, status: Int) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        await scene.road.expect(.page(status: status))
        let error = try #require(await scene.failure { try await $0.send(.text("Hi"), to: Scene.recipient) })
        #expect(error.response?.status.code == status)
        #expect(error.response.map { String(decoding: $0.body, as: UTF8.self) }?.contains("<html>") == true)
    }
}

extension Scene {
    /// The error of a call; `nil` where it succeeds.
    func failure<Value>(
        _ call: @Sendable (any WhatsAppProvider) async throws -> Value
    ) async -> WhatsAppError? {
        do {
            _ = try await call(provider)
            return nil
        } catch let error as WhatsAppError {
            return error
        } catch {
            Issue.record("another error: \(error)")
            return nil
        }
    }
}

extension Message.Content {
    /// The name of the case.
    var kindName: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
