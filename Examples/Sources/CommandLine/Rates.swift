import ArgumentParser
import WhatsApp

/// `whatsapp rates`: a whole card.
struct Rates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the rates of a currency on a day, one a line.",
        usage: "whatsapp rates --on 2026-10-05 --currency USD --market Brazil",
        discussion: """
            Prints {"market":…,"category":…,"tier":…,"rate":…,"currency":…,"card":…,"confidence":…} for each row of the \
            card that is effective on the day, and "may_be_outdated":true where prices may have changed since.
            """)

    @Option(name: .customLong("on"), help: "The day, as YYYY-MM-DD, in the account's time zone.")
    var date: String

    @Option(help: "The account's currency.")
    var currency = "USD"

    @Option(
        help: "One market only, such as Brazil or \"Rest of Africa\", or the one of a number such as +5511987654321.")
    var market: String?

    func run() throws {
        guard let day = CalendarDate(date) else { throw ValidationError("--on: a day is written like 2026-10-05") }
        let currency = Currency(rawValue: currency.uppercased())
        var rates = RateCards.standard.rates(on: day, currency: currency)
        guard !rates.isEmpty else {
            let known = Set(RateCards.standard.cards.map(\.currency.rawValue)).sorted().joined(separator: ", ")
            Output.complain("there is no rate card in \(currency) for \(day); there are cards in \(known)")
            throw ExitCode.failure
        }
        if let market {
            let name = try self.name(of: market, on: day).lowercased()
            let card = rates.first?.card.name ?? ""
            rates = rates.filter { $0.market.rawValue.lowercased() == name }
            guard !rates.isEmpty else {
                Output.complain("rate card \(card) has no row for \(market)")
                throw ExitCode.failure
            }
        }
        for rate in rates {
            var line: [(String, JSONValue)] = [
                ("market", .string(rate.market.rawValue)), ("category", .string(rate.category.rawValue)),
                ("tier", .string(rate.tier.description)), ("rate", .string(rate.price.amount)),
                ("currency", .string(currency.rawValue)), ("card", .string(rate.card.name)),
                ("confidence", .string(rate.confidence.rawValue)),
            ]
            if rate.mayBeOutdated { line.append(("may_be_outdated", true)) }
            Output.line(.fields(line))
        }
    }

    /// A market's own name, or the market of a number.
    private func name(of text: String, on day: CalendarDate) throws -> String {
        guard text.first == "+" else { return text }
        do {
            guard let match = MarketMap.standard.match(try PhoneNumber(text), on: day) else { return text }
            return match.market.rawValue
        } catch {
            throw ValidationError("--market: \(error)")
        }
    }
}
