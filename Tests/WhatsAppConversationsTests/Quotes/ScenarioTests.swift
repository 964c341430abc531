import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

/// The timelines of the pricing reference §1.9, from the file in the fixtures.
@Suite("Scenarios")
struct ScenarioTests {
    /// A scenario with the results that the reference gives it.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        struct File: Decodable { var scenarios: [Case] }

        var title: String
        var expected: [PricingScenario.Outcome]
        var scenario: PricingScenario
        var testDescription: String { "\(scenario.id) \(title)" }

        private enum CodingKeys: String, CodingKey { case title, expected }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            title = try container.decode(String.self, forKey: .title)
            expected = try container.decode([PricingScenario.Outcome].self, forKey: .expected)
            scenario = try PricingScenario(from: decoder)
        }
    }

    static let cases: [Case] = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let text = try? Checkout.text("Tests/WhatsAppConversationsTests/Fixtures/pricing-scenarios.json")
        return (try? decoder.decode(Case.File.self, from: Data((text ?? "").utf8)))?.scenarios ?? []
    }()

    @Test("are all there")
    func all() {
        #expect(Self.cases.count == 27)
    }

    @Test("are priced as the reference says", arguments: cases)
    func run(scenario: Case) throws {
        let zone = try businessTimeZone(
            scenario.scenario.timeZoneName ?? "UTC", from: instant("2015-01-01T00:00:00Z"),
            to: instant("2030-01-01T00:00:00Z"))
        let outcomes = scenario.scenario.play(with: Pricing(currency: .usd, timeZone: zone))
        #expect(outcomes.count == scenario.expected.count)
        for (outcome, expected) in zip(outcomes, scenario.expected) {
            #expect(outcome == expected)
        }
    }

    @Test("and outcomes keep their form", arguments: cases)
    func roundTrip(scenario: Case) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let copy = try decoder.decode(PricingScenario.self, from: encoder.encode(scenario.scenario))
        #expect(copy == scenario.scenario)
        let outcomes = try decoder.decode([PricingScenario.Outcome].self, from: encoder.encode(scenario.expected))
        #expect(outcomes == scenario.expected)
    }
}
