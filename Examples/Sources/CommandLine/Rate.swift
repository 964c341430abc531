import ArgumentParser
import WhatsApp

/// `whatsapp rate`: one rate of the platform's cards.
struct Rate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks up a rate: its market, its price, its card.",
        usage: "whatsapp rate --to +5511987654321 --category marketing --on 2026-10-05 --currency USD")

    @Option(help: "The recipient's number with its country code.")
    var to: String

    @Option(help: "marketing, utility, authentication, authentication_international, service, …")
    var category: String

    @Option(name: .customLong("on"), help: "The day, as YYYY-MM-DD, in the account's time zone.")
    var date: String

    @Option(help: "The account's currency.")
    var currency = "USD"

    @Option(help: "The messages of this market and category that were charged in the month before this one.")
    var volume = 0

    func run() throws {
        let number: PhoneNumber
        do {
            number = try PhoneNumber(to)
        } catch {
            throw ValidationError("--to: \(error)")
        }
        guard let day = CalendarDate(date) else { throw ValidationError("--on: a day is written like 2026-10-05") }
        guard volume >= 0 else { throw ValidationError("--volume: a number of messages is not negative") }
        guard let match = MarketMap.standard.match(number, on: day) else {
            throw ValidationError("--to: the number's country is not known")
        }
        let currency = Currency(rawValue: currency.uppercased())
        var line: [(String, JSONValue)] = [("market", .string(match.market.rawValue))]
        do throws(RateUnavailable) {
            let rate = try RateCards.standard.rate(
                for: Pricing.Category(rawValue: category.lowercased()), market: match.market, on: day,
                currency: currency, volume: volume)
            line += [
                ("rate", .string(rate.price.amount)), ("currency", .string(currency.rawValue)),
                ("card", .string(rate.card.name)),
            ]
            if rate.mayBeOutdated { line.append(("may_be_outdated", true)) }
            Output.line(.fields(line))
        } catch {
            // Missing is missing, never 0.
            line += [
                ("rate", .null), ("currency", .string(currency.rawValue)), ("card", .text(error.card)),
                ("reason", .string(error.description)),
            ]
            Output.line(.fields(line))
            Output.complain(error.description)
            throw ExitCode.failure
        }
    }
}
