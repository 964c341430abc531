import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp price`: what the pricing rules of each day make of timelines.
struct Price: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prices timelines: windows, conversations, charges, by the rules of each message's day.",
        usage: "whatsapp price scenarios.json",
        discussion: """
            Reads {"scenarios":[{"id":…,"events":[…]}]} and prints one line for each scenario: \
            {"id":…,"results":[…]}, with a result for each message of the business and for each check.
            """)

    @Argument(help: "The file; standard input where absent or -.")
    var file = "-"

    @Option(help: "The customer's number with its country code; one whose market fits where absent.")
    var to: String?

    @Option(help: "The account's currency.")
    var currency = "USD"

    private struct Scenarios: Decodable {
        var scenarios: [PricingScenario]
    }

    private struct Line: Encodable {
        var id: String
        var results: [PricingScenario.Outcome]
    }

    func run() throws {
        let number: PhoneNumber?
        do {
            number = try to.map { try PhoneNumber($0) }
        } catch {
            throw ValidationError("--to: \(error)")
        }
        let scenarios: [PricingScenario]
        do {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            scenarios = try decoder.decode(Scenarios.self, from: input()).scenarios
        } catch {
            Output.complain("the scenarios cannot be read: \(error)")
            throw ExitCode.failure
        }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var isComplete = true
        for scenario in scenarios {
            guard let zone = Self.businessTimeZone(scenario) else {
                Output.complain("\(scenario.id): there is no time zone \(scenario.timeZoneName ?? "")")
                isComplete = false
                continue
            }
            let pricing = Pricing(currency: Currency(rawValue: currency.uppercased()), timeZone: zone)
            let results = scenario.play(with: pricing, to: number.map { .phoneNumber($0) })
            let line = try encoder.encode(Line(id: scenario.id, results: results))
            FileHandle.standardOutput.write(line + Data("\n".utf8))
        }
        guard isComplete else { throw ExitCode.failure }
    }

    private func input() throws -> Data {
        guard file != "-" else { return try FileHandle.standardInput.readToEnd() ?? Data() }
        return try Data(contentsOf: URL(filePath: file))
    }

    /// The offsets of the scenario's zone over its own span; `nil` for a name that the system does not know.
    static func businessTimeZone(_ scenario: PricingScenario) -> BusinessTimeZone? {
        let dates = scenario.events.map(\.date)
        guard let first = dates.min(), let last = dates.max() else { return .utc }
        return .named(scenario.timeZoneName ?? "UTC", from: first, to: last)
    }
}
