import Foundation
import WhatsApp

/// Applies events to conversations, folds many, and quotes prices.
enum ConversationBenchmark {
    static func run() {
        print("Windows and prices: nanoseconds per call")
        startUp()
        // Before the others, so that nothing that was freed hides what the store takes.
        fold(conversations: 1_000_000, events: 10_000_000)
        events()
        quotes()
        ledger()
    }

    /// What the first look-up costs: all cards and the list of markets are read then.
    private static func startUp() {
        let start = processorSeconds()
        keep(RateCards.standard.cards.count)
        let cards = processorSeconds() - start
        keep(MarketMap.standard)
        let both = processorSeconds() - start
        print("  the data is read once, in \(fixed(both * 1_000, 2)) ms (cards \(fixed(cards * 1_000, 2)) ms)")
    }

    private static func events() {
        let start = Date(timeIntervalSince1970: 1_795_510_800)
        let events: [ConversationEvent] = (0..<256).map { index in
            let date = start + Double(index * 37)
            return index % 3 == 0
                ? .customerMessage(at: date) : .businessMessage(index % 3 == 1 ? .sent : .delivered, at: date)
        }
        var conversation = Conversation()
        var at = 0
        row(
            "apply an event",
            nanosecondsPerCall(calls: 200_000) {
                conversation.apply(events[at & 255])
                at += 1
            })
        let categories: [Pricing.Category] = [.utility, .marketing, .service, .authentication]
        let old: [ConversationEvent] = (0..<256).map { index in
            let date = Date(timeIntervalSince1970: 1_688_342_400) + Double(index * 37)
            return .businessMessage(
                .delivered, at: date,
                pricing: ReportedPricing(category: categories[index % 4], model: "CBP", isBillable: true))
        }
        row(
            "apply a status of conversations",
            nanosecondsPerCall(calls: 200_000) {
                conversation.apply(old[at & 255])
                at += 1
            })
        row(
            "ask for the window",
            nanosecondsPerCall(calls: 200_000) {
                at += 1
                return conversation.window(at: events[at & 255].date)
            })
        print("  a conversation is \(MemoryLayout<Conversation>.size) bytes")
    }

    private static func quotes() {
        let usage = MonthlyUsage(serviceMessages: 1_000, conversations: 1_000, tierVolume: 0)
        let recipient: Recipient = "+5511987654321"
        let pricing = Pricing(currency: .usd)
        let days: [(String, Double)] = [
            ("2026-11", 1_795_520_800), ("2025-08", 1_754_035_200), ("2024-12", 1_733_130_000),
            ("2023-07", 1_688_342_400),
            ("2022-03", 1_646_121_600),
        ]
        for (month, seconds) in days {
            let now = Date(timeIntervalSince1970: seconds)
            var conversation = Conversation()
            conversation.apply(.customerMessage(at: now - 3_600))
            for (name, message) in [
                ("free-form", Pricing.Message.freeForm), ("utility", .template(.utility)),
                ("marketing", .template(.marketing)), ("international", .internationalAuthentication),
            ] {
                row(
                    "quote \(month) \(name)",
                    nanosecondsPerCall(calls: 50_000) {
                        pricing.quote(message, to: recipient, in: conversation, at: now, usage: usage)
                    })
            }
        }
        guard let day = CalendarDate("2026-11-05") else { return }
        row(
            "look up a rate",
            nanosecondsPerCall(calls: 100_000) {
                try? RateCards.standard.rate(for: .utility, market: .brazil, on: day, currency: .usd)
            })
        row("find a market", nanosecondsPerCall(calls: 100_000) { MarketMap.standard.match(recipient, on: day) })
    }

    /// Many conversations from many more events in no order, as after a restart.
    private static func fold(conversations: Int, events: Int) {
        let start = Date(timeIntervalSince1970: 1_795_510_800)
        let number = PhoneNumberID("106540352242922")
        let keys = (0..<conversations).map { index in
            ConversationKey(
                businessNumber: number, customer: .phoneNumber(PhoneNumber(rawValue: "1650\(1_000_000 + index)")))
        }
        var random = UInt64(0x9E37_79B9_7F4A_7C15)
        func next() -> UInt64 {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return random
        }
        let before = residentBytes()
        var store = ConversationStore()
        let began = processorSeconds()
        for _ in 0..<events {
            let value = next()
            let date = start + Double(value >> 40 & 0xFFFFF)
            let event: ConversationEvent =
                switch value >> 60 & 3 {
                case 0: .customerMessage(at: date)
                case 1: .businessMessage(.sent, at: date)
                default: .businessMessage(.delivered, at: date)
                }
            store.apply(event, to: keys[Int(value % UInt64(conversations))])
        }
        let seconds = processorSeconds() - began
        let bytes = Double(residentBytes() - before) / Double(store.count)
        print(
            "  \(events) events in no order into \(store.count) conversations: \(fixed(seconds, 2)) s of one processor, "
                + "\(fixed(bytes, 0)) bytes a conversation")
        keep(store.count)
    }

    private static func ledger() {
        let pricing = Pricing(currency: .usd)
        let now = Date(timeIntervalSince1970: 1_795_520_800)
        let quote = pricing.quote(.template(.utility), to: "+5511987654321", in: Conversation(), at: now)
        var ledger = Ledger()
        let count = 100_000
        let began = processorSeconds()
        for index in 0..<count {
            let id = MessageID("wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjA\(index)")
            ledger.record(quote, of: id, to: "+5511987654321", at: now)
            ledger.recordDelivery(of: id, at: now + Double(index))
        }
        let filled = processorSeconds() - began
        let statement = try? ledger.statement(for: pricing.timeZone.month(at: now), pricing: pricing)
        let total = processorSeconds() - began
        keep(statement?.total)
        print(
            "  a ledger: \(fixed(filled * 1e9 / Double(2 * count), 0)) ns a fact, "
                + "\(fixed((total - filled) * 1e9 / Double(count), 0)) ns a charge of a statement")
    }

    /// Resident memory of the process, where the system tells it.
    private static func residentBytes() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4_096
    }

    private static func row(_ name: String, _ nanoseconds: Double) {
        print("  \(column(name, 34)) \(column(fixed(nanoseconds, 0), 6, right: true))")
    }
}
