import Foundation
import WhatsAppBusiness
import WhatsAppConversations

/// Writes a page about costs: prices, a calculator for a month, a bill, and the same month under every earlier model.
///
///     swift run --package-path Examples CostPage costs.html
///
/// Everything on it comes from the pure module: no account, no network, no clock.
@main
enum CostPage {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.first, arguments.count <= 2, !path.hasPrefix("-") else {
            FileHandle.standardError.write(Data("usage: CostPage FILE.html [YYYY-MM-DD]\n".utf8))
            exit(64)
        }
        let newest = RateCards.standard.cards.filter { $0.currency == .usd }.map(\.effectiveFrom).max()
        guard let day = arguments.count == 2 ? CalendarDate(arguments[arguments.startIndex + 1]) : newest else {
            FileHandle.standardError.write(Data("CostPage: a day is written like 2026-10-05\n".utf8))
            exit(64)
        }
        let rates = RateCards.standard.rates(on: day, currency: .usd)
        guard !rates.isEmpty else {
            FileHandle.standardError.write(Data("CostPage: there is no rate card for \(day)\n".utf8))
            exit(1)
        }
        var page = Page(title: "What WhatsApp messages cost")
        page.addPrices(rates, on: day)
        page.addCalculator(rates)
        let months = try SampleMonth.everyModel()
        if let last = months.last { page.addBill(try Bill(last.statement, agreement: SampleMonth.agreement)) }
        page.addModels(months)
        try Data(page.html.utf8).write(to: URL(filePath: path))
        print("\(path): \(rates.count) rates of \(day), \(months.count) pricing models")
    }
}
