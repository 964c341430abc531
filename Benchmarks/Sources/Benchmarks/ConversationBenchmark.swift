import Foundation
import WhatsApp

/// Applies events to a conversation and quotes prices.
enum ConversationBenchmark {
    static func run() {
        print("Windows and prices: nanoseconds per call")
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
        row(
            "ask for the window",
            nanosecondsPerCall(calls: 200_000) {
                at += 1
                return conversation.window(at: events[at & 255].date)
            })
        let pricing = Pricing(currency: .usd)
        let usage = MonthlyUsage(serviceMessages: 1_000, tierVolume: 0)
        let recipient: Recipient = "+5511987654321"
        let now = start + 10_000
        for (name, message) in [
            ("quote a free-form message", Pricing.Message.freeForm), ("quote a utility template", .template(.utility)),
            ("quote a marketing template", .template(.marketing)),
            ("quote an international code", .internationalAuthentication),
        ] {
            row(
                name,
                nanosecondsPerCall(calls: 100_000) {
                    pricing.quote(message, to: recipient, in: conversation, at: now, usage: usage)
                })
        }
        print("  a conversation is \(MemoryLayout<Conversation>.size) bytes")
    }

    private static func row(_ name: String, _ nanoseconds: Double) {
        print("  \(column(name, 30)) \(column(fixed(nanoseconds, 0), 6, right: true))")
    }
}
