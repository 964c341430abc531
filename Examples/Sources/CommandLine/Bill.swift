import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp bill`: what a month of deliveries costs.
struct BillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bill",
        abstract: "Adds up a month: deliveries in, a table per market and category out.",
        usage: "whatsapp bill events.jsonl --month 2026-10 --currency USD --time-zone America/Sao_Paulo",
        discussion: """
            Reads one webhook body a line, in any order and with repetitions; each delivered message counts once. Prices \
            are those of the published cards; the platform's invoice is the only binding figure. With --json one object a \
            month is printed.

            A file for --fees holds the agreement with a partner: {"partner":"…","currency":"USD","from":"2026-10-01", \
            "monthly_fee":{"amount":"49","currency":"USD"},"surcharges":[{"percentage":"15","categories":["marketing"]}]}
            """)

    @Argument(help: "The file; standard input where absent or -.")
    var file = "-"

    @Option(help: "The month, as YYYY-MM, in the account's time zone; every month of the input where absent.")
    var month: String?

    @Option(help: "The account's currency.")
    var currency = "USD"

    @Option(help: "The account's time zone, such as America/Sao_Paulo.")
    var timeZone = "UTC"

    @Option(help: "A file with the agreement with a partner, in JSON.")
    var fees: String?

    @Option(help: "How many business numbers the account has, for fees per number; those of the input where absent.")
    var numbers: Int?

    @Flag(help: "Prints JSON instead of a table.")
    var json = false

    func run() throws {
        guard let zone = BusinessTimeZone.named(timeZone) else {
            throw ValidationError("--time-zone: there is no time zone \(timeZone)")
        }
        let wanted = month.flatMap { BillingMonth($0) }
        if month != nil, wanted == nil { throw ValidationError("--month: a month is written like 2026-10") }
        let agreement = try fees.map(readAgreement)
        let (ledger, businessNumbers) = try readLedger()
        let pricing = Pricing(currency: Currency(rawValue: currency.uppercased()), timeZone: zone)
        let months = wanted.map { [$0] } ?? ledger.months(in: zone)
        if months.isEmpty { Output.complain("nothing was delivered") }
        for month in months {
            do {
                let statement = try ledger.statement(for: month, pricing: pricing)
                let bill = try Bill(statement, agreement: agreement, numbers: numbers ?? businessNumbers)
                if json { Output.line(bill.inspected) } else { print(BillTable(bill).text) }
            } catch {
                Output.complain("\(month): \(error)")
                throw ExitCode.failure
            }
        }
    }

    private func readAgreement(_ path: String) throws -> PartnerAgreement {
        do {
            return try JSONDecoder().decode(PartnerAgreement.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw ValidationError("--fees: \(path) cannot be read: \(error)")
        }
    }

    /// The ledger of the input, and how many business numbers send in it.
    private func readLedger() throws -> (Ledger, numbers: Int) {
        let input: FileHandle
        do {
            input = file == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: file))
        } catch {
            Output.complain("\(file) cannot be read")
            throw ExitCode.failure
        }
        let limits = DecodingLimits.default
        var ledger = Ledger()
        var businessNumbers: Set<PhoneNumberID> = []
        var number = 0
        var unusable = 0
        var lines = LineReader(input, maximumBytes: limits.maximumBytes)
        while let line = lines.next() {
            number += 1
            switch line {
            case .bytes(let body):
                if body.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                do throws(WebhookError) {
                    for event in try Delivery(decoding: body, limits: limits).events where ledger.apply(event) {
                        if let id = event.receivedOn?.phoneNumberID { businessNumbers.insert(id) }
                    }
                } catch {
                    unusable += 1
                    Output.complain("line \(number): \(error)")
                }
            case .tooLong(let count):
                unusable += 1
                Output.complain("line \(number): \(count) bytes are too many")
            }
        }
        if let failure = lines.failure {
            Output.complain("the input cannot be read: \(failure)")
            throw ExitCode.failure
        }
        guard number == 0 || unusable < number else { throw ExitCode.failure }
        return (ledger, max(businessNumbers.count, 1))
    }
}

/// A bill as a table for a terminal.
struct BillTable {
    let text: String

    init(_ bill: Bill) {
        let statement = bill.statement
        var rows: [[String]] = [["market", "category", "delivered", "charged", "free", "unknown", "each", "amount"]]
        for line in statement.lines {
            let amount =
                line.ceiling.isZero ? line.amount.amount : "\(line.amount.amount) + at most \(line.ceiling.amount)"
            rows.append([
                line.market?.rawValue ?? "(unknown)", line.category?.rawValue ?? "(unknown)", "\(line.delivered)",
                "\(line.charged)", "\(line.free)", "\(line.unpriced)", line.price?.amount ?? "", amount,
            ])
        }
        for fee in bill.fees {
            rows.append([
                fee.market?.rawValue ?? "", "\(fee.kind)" + (fee.category.map { ", \($0)" } ?? ""), "",
                "\(fee.quantity)",
                "", "", "", fee.amount.amount,
            ])
        }
        if !bill.fees.isEmpty {
            rows.append(["WhatsApp", "", "", "", "", "", "", bill.platformTotal.amount])
            rows.append(["partner", "", "", "", "", "", "", bill.partnerTotal.amount])
        }
        rows.append(["total", "", "", "", "", "", "", bill.total.amount])
        let widths = (0..<8).map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = ["\(bill.month), \(statement.currency)"]
        for (index, row) in rows.enumerated() {
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column < 2 ? cell + space : space + cell
            }
            let line = cells.joined(separator: "  ")
            lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
            if index == 0 { lines.append(String(repeating: "-", count: line.count)) }
        }
        if statement.unpricedCount > 0 {
            lines.append("\(statement.unpricedCount) messages have no known price: the total is a lower bound.")
        }
        if statement.charges.contains(where: { $0.rate?.mayBeOutdated == true }) {
            lines.append("The rate card may be outdated: prices may have changed since.")
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}

extension Bill {
    /// The bill as `--json` prints it.
    var inspected: JSONValue {
        .compact([
            ("month", .string(month.description)), ("currency", .string(statement.currency.rawValue)),
            (
                "lines",
                .array(
                    statement.lines.map { line in
                        .fields([
                            ("market", .text(line.market?.rawValue)), ("category", .text(line.category?.rawValue)),
                            ("delivered", .number(JSONNumber(line.delivered))),
                            ("charged", .number(JSONNumber(line.charged))), ("free", .number(JSONNumber(line.free))),
                            ("unknown", .number(JSONNumber(line.unpriced))), ("price", .text(line.price?.amount)),
                            ("amount", .string(line.amount.amount)),
                            ("at_most_more", line.ceiling.isZero ? .null : .string(line.ceiling.amount)),
                        ])
                    })
            ),
            (
                "fees",
                .array(
                    fees.map { fee in
                        .compact([
                            ("kind", .string(fee.kind.description)), ("market", .text(fee.market?.rawValue)),
                            ("category", .text(fee.category?.rawValue)),
                            ("quantity", .number(JSONNumber(fee.quantity))), ("amount", .string(fee.amount.amount)),
                        ])
                    })
            ),
            (
                "service_messages",
                .fields(
                    statement.serviceMessages.map { ($0.key?.rawValue ?? "", JSONValue.number(JSONNumber($0.value))) }
                        .sorted { $0.0 < $1.0 })
            ),
            ("whatsapp_total", .string(platformTotal.amount)), ("partner_total", .string(partnerTotal.amount)),
            ("total", .string(total.amount)), ("complete", .bool(isComplete)),
            ("may_be_outdated", statement.charges.contains { $0.rate?.mayBeOutdated == true } ? true : .null),
        ])
    }
}
