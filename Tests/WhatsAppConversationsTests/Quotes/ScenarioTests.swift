import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

/// The timelines of the pricing reference §1.9, from the file in the fixtures.
@Suite("Scenarios")
struct ScenarioTests {
    /// Those that lie wholly under the rules of this version. Q3 is half of the time before.
    static let covered = ["Q1", "Q2", "Q3", "Q6", "Q7", "Q9"]

    struct File: Decodable {
        var scenarios: [Scenario]
    }

    struct Scenario: Decodable, Sendable, CustomTestStringConvertible {
        struct Event: Decodable, Sendable {
            var at: String
            var type: String
            var category: String?
            var entry: String?
            var device: String?
            var delivered: Bool?
            var meta_business_agent: Bool?
        }
        struct Expected: Decodable, Sendable {
            var at: String
            var allowed: Bool?
            var error: Int?
            var model: String?
            var billable: Bool?
            var category: String?
            var type: String?
            var free_reason: String?
            var opens_fep: Bool?
            var meter: String?
            var csw_open: Bool?
            var fep_open: Bool?
        }
        var id: String
        var title: String
        var events: [Event]
        var expected: [Expected]
        var tz: String?
        var free_used: Int?
        var auth_international: Bool?
        var testDescription: String { "\(id) \(title)" }
    }

    static let scenarios: [Scenario] = {
        let text = try? Checkout.text("Tests/WhatsAppConversationsTests/Fixtures/pricing-scenarios.json")
        let file = try? JSONDecoder().decode(File.self, from: Data((text ?? "").utf8))
        return (file?.scenarios ?? []).filter { covered.contains($0.id) }
    }()

    @Test("are all there")
    func all() {
        #expect(Self.scenarios.map(\.id) == Self.covered)
    }

    @Test("are priced as the reference says", arguments: scenarios)
    func run(scenario: Scenario) throws {
        let zone = try businessTimeZone(
            scenario.tz ?? "UTC", from: instant("2015-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"))
        let pricing = Pricing(currency: .usd, timeZone: zone)
        var conversation = Conversation()
        var usage = MonthlyUsage(serviceMessages: scenario.free_used ?? 0)
        var expected = scenario.expected.makeIterator()
        for event in scenario.events {
            let at = try instant(event.at)
            switch event.type {
            case "user_message":
                let entry = event.entry.map {
                    EntryPoint(kind: .init(rawValue: $0), device: .init(rawValue: event.device ?? "unknown"))
                }
                conversation.apply(.customerMessage(at: at, entryPoint: entry))
            case "user_call":
                conversation.apply(.customerCall(at: at))
            case "check":
                let next = expected.next()
                let answer = try #require(next)
                #expect(conversation.window(at: at).isOpen == answer.csw_open)
                #expect(conversation.freeEntryPoint(at: at).isOpen == answer.fep_open)
            default:
                let next = expected.next()
                let answer = try #require(next)
                #expect(answer.at == event.at)
                let message: Pricing.Message =
                    if event.type == "template" {
                        .template(.init(rawValue: event.category ?? ""))
                    } else {
                        event.meta_business_agent == true ? .metaBusinessAgent() : .freeForm
                    }
                let quote = pricing.quote(message, to: "+5511987654321", in: conversation, at: at, usage: usage)
                try compare(quote, answer, isModelKnown: zone.date(at: at) >= day("2026-10-01"))
                guard quote.isAllowed, event.delivered != false else { continue }
                conversation.apply(.businessMessage(.delivered, at: at))
                if quote.category == .service { usage.serviceMessages? += 1 }
            }
        }
        #expect(expected.next() == nil)
    }

    private func compare(_ quote: Quote, _ answer: Scenario.Expected, isModelKnown: Bool) throws {
        guard isModelKnown else {
            #expect(quote.price == .unknown(.noPricingModel(before: try day("2026-10-01"))))
            #expect(quote.model == nil)
            return
        }
        #expect(quote.isAllowed == answer.allowed)
        #expect(quote.refusal?.code.rawValue == answer.error)
        guard quote.isAllowed else { return }
        #expect(quote.model?.reportedName == answer.model)
        #expect(quote.isBillable == answer.billable)
        #expect(quote.category?.rawValue == answer.category)
        #expect(quote.type?.rawValue == answer.type)
        #expect(quote.opensFreeEntryPoint == (answer.opens_fep ?? false))
        #expect((quote.unit == .token) == (answer.meter == "token"))
        if answer.free_reason == "service_free_tier" { #expect(quote.price == .free(.serviceFreeTier)) }
    }
}
