import Foundation
import WhatsAppBusiness
import WhatsAppConversations

/// The page, section by section.
struct Page {
    private let title: String
    private var body = ""

    init(title: String) {
        self.title = title
    }

    /// The whole document.
    var html: String {
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Self.escape(title))</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
        table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .2rem .7rem; border-bottom: 1px solid #ddd }
        th { text-align: left } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
        label { display: inline-block; margin: .2rem 1rem .2rem 0 } input { width: 6rem } tfoot td { font-weight: 600 }
        .note { color: #555 }
        </style>
        <h1>\(Self.escape(title))</h1>
        \(body)
        </html>

        """
    }

    /// The prices of a card by market and category.
    mutating func addPrices(_ rates: [Rate], on day: CalendarDate) {
        let categories = Self.categories.filter { category in rates.contains { $0.category == category } }
        var markets: [Market] = []
        var prices: [Market: [Pricing.Category: Rate]] = [:]
        for rate in rates where rate.tier.from == 0 {
            if prices[rate.market] == nil { markets.append(rate.market) }
            prices[rate.market, default: [:]][rate.category] = rate
        }
        heading("Prices on \(day)")
        let card = rates[0].card
        note("In \(card.currency), per delivered message, before tax. Card \(card.name): \(card.note)")
        if rates[0].mayBeOutdated { note("This card may be outdated: prices may have changed since.") }
        table(
            ["market"] + categories.map { $0.rawValue.replacing("_", with: " ") },
            markets.map { market in
                [market.rawValue] + categories.map { prices[market]?[$0]?.price.amount ?? "–" }
            })
        for category in categories {
            if let definition = category.definition { note("\(category.rawValue): \(definition)") }
        }
    }

    /// A calculator for a month that needs no server: whole millionths, as in the module.
    mutating func addCalculator(_ rates: [Rate]) {
        var markets: [String: [String: [[Int64]]]] = [:]
        for rate in rates {
            // From, up to and including (-1 without end), price in millionths.
            let row = [Int64(rate.tier.from), Int64(rate.tier.to ?? -1), rate.price.millionths]
            markets[rate.market.rawValue, default: [:]][rate.category.rawValue, default: []].append(row)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let json = (try? encoder.encode(markets)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        let fields = [("marketing", 1_000), ("utility", 1_000), ("authentication", 0), ("service", 2_000)]
            .map { "<label>\($0.0) <input type=\"number\" min=\"0\" id=\"\($0.0)\" value=\"\($0.1)\"></label>" }
        heading("A month")
        body += """
            <p><label>market <select id="market"></select></label>\(fields.joined())
            <label>numbers <input type="number" min="1" id="numbers" value="1"></label></p>
            <p>The month costs <strong id="sum"></strong>. <span class="note">The first \
            \(MonthlyUsage.freeServiceMessages) service messages of each number are free.</span></p>
            <script>
            const rates = \(json.replacing("<", with: "\\u003c"));
            const field = id => document.getElementById(id);
            const count = id => Math.max(0, Math.floor(Number(field(id).value) || 0));
            const cost = (rows, many) => (rows || []).reduce((sum, [from, to, price]) => {
              const before = Math.max(from - 1, 0), last = to < 0 ? many : Math.min(to, many);
              return sum + BigInt(Math.max(last - before, 0)) * BigInt(price);
            }, 0n);
            function update() {
              const rows = rates[field("market").value] || {};
              const free = \(MonthlyUsage.freeServiceMessages) * Math.max(1, count("numbers"));
              const sum = ["marketing", "utility", "authentication"].reduce((sum, id) => sum + cost(rows[id], count(id)), 0n)
                + cost(rows.service, Math.max(count("service") - free, 0));
              const text = (sum % 1000000n).toString().padStart(6, "0").replace(/0{1,2}$/, "");
              field("sum").textContent = (sum / 1000000n) + "." + text + " \(rates[0].card.currency)";
            }
            for (const name of Object.keys(rates).sort()) field("market").add(new Option(name));
            document.querySelectorAll("input, select").forEach(input => input.addEventListener("input", update));
            update();
            </script>

            """
    }

    /// A month's bill with the partner's fees.
    mutating func addBill(_ bill: Bill) {
        heading("A bill: \(bill.month)")
        note("A sample shop with 1,200 customers in four countries. Messages of a free entry point cost nothing.")
        var rows = bill.statement.lines.map { line in
            [
                line.market?.rawValue ?? "unknown", line.category?.rawValue ?? "unknown", "\(line.delivered)",
                "\(line.charged)", line.amount.amount,
            ]
        }
        for fee in bill.fees {
            rows.append([
                fee.market?.rawValue ?? "", "partner: \(fee.kind)" + (fee.category.map { ", \($0)" } ?? ""), "",
                "\(fee.quantity)", fee.amount.amount,
            ])
        }
        table(
            ["market", "category", "delivered", "charged", "amount"], rows,
            footer: [
                ["WhatsApp", "", "", "", bill.platformTotal.description],
                ["partner", "", "", "", bill.partnerTotal.description], ["total", "", "", "", bill.total.description],
            ])
    }

    /// The same month under each model.
    mutating func addModels(_ months: [SampleMonth.Result]) {
        heading("The same month under each model")
        note(
            "At the rates of each time. The prices of the first model are not known; nothing is not the same as unknown."
        )
        table(
            ["since", "model", "month", "messages", "charges", "unknown", "total"],
            months.map { month in
                let statement = month.statement
                return [
                    month.model == .notificationBased ? "" : month.model.effectiveFrom.description, month.model.name,
                    statement.month.description, "\(statement.charges.count)",
                    "\(statement.lines.reduce(0) { $0 + $1.charged })", "\(statement.unpricedCount)",
                    statement.unpricedCount > 0 ? "more than \(statement.total)" : statement.total.description,
                ]
            })
    }

    // MARK: Pieces

    private static let categories: [Pricing.Category] = [
        .marketing, .utility, .authentication, .authenticationInternational, .service, .businessInitiated,
        .userInitiated,
    ]

    private mutating func heading(_ text: String) { body += "<h2>\(Self.escape(text))</h2>\n" }

    private mutating func note(_ text: String) { body += "<p class=\"note\">\(Self.escape(text))</p>\n" }

    private mutating func table(_ header: [String], _ rows: [[String]], footer: [[String]] = []) {
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>"
                + cells.map { "<\(tag)\(Self.isNumber($0) ? " class=\"n\"" : "")>\(Self.escape($0))</\(tag)>" }.joined()
                + "</tr>\n"
        }
        body +=
            "<table>\n<thead>\(row(header, "th"))</thead>\n<tbody>\n" + rows.map { row($0, "td") }.joined()
            + "</tbody>\n"
        if !footer.isEmpty { body += "<tfoot>\n" + footer.map { row($0, "td") }.joined() + "</tfoot>\n" }
        body += "</table>\n"
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    private static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
