import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

/// The tables of the article "How messages are priced".
@Suite("The worked examples of the documentation")
struct WorkedExampleTests {
    /// A message of the customer, or one of the business with the free units that the month has used and its price.
    struct Step: Sendable {
        var at: String
        var message: Pricing.Message?
        var used = 1_000
        var price = ""
    }

    static let tables: [[Step]] = [
        [
            Step(at: "2021-06-01T09:00:00Z", message: .template(.utility), price: "unknown price"),
            Step(at: "2021-06-01T10:00:00Z"),
            Step(at: "2021-06-01T11:00:00Z", message: .freeForm, price: "free"),
            Step(at: "2021-06-01T12:00:00Z", message: .template(.utility), price: "free"),
        ],
        [
            Step(at: "2022-03-01T08:00:00Z"),
            Step(at: "2022-03-01T18:00:00Z", message: .freeForm, price: "0.0300 USD"),
            Step(at: "2022-03-01T20:00:00Z", message: .freeForm, price: "free"),
            Step(at: "2022-03-02T09:00:00Z"),
            Step(at: "2022-03-02T17:59:00Z", message: .freeForm, price: "free"),
            Step(at: "2022-03-02T18:01:00Z", message: .freeForm, price: "0.0300 USD"),
        ],
        [
            Step(at: "2023-07-03T00:00:00Z", message: .template(.marketing), price: "0.0625 USD"),
            Step(at: "2023-07-03T04:00:00Z", message: .template(.utility), price: "0.0350 USD"),
            Step(at: "2023-07-03T04:30:00Z"),
            Step(at: "2023-07-03T05:00:00Z", message: .freeForm, price: "free"),
            Step(at: "2023-07-03T10:00:00Z", message: .template(.utility), price: "free"),
            Step(at: "2023-07-04T04:15:00Z", message: .freeForm, price: "0.0300 USD"),
        ],
        [
            Step(at: "2025-08-01T00:00:00Z", message: .template(.marketing), price: "0.0625 USD"),
            Step(at: "2025-08-01T02:00:00Z"),
            Step(at: "2025-08-01T03:00:00Z", message: .freeForm, price: "free"),
            Step(at: "2025-08-01T04:00:00Z", message: .template(.utility), price: "free"),
            Step(at: "2025-08-02T06:00:00Z", message: .template(.utility), price: "0.0068 USD"),
        ],
        [
            Step(at: "2026-10-05T08:00:00Z"),
            Step(at: "2026-10-05T08:01:00Z", message: .freeForm, used: 998, price: "free"),
            Step(at: "2026-10-05T08:02:00Z", message: .freeForm, used: 999, price: "free"),
            Step(at: "2026-10-05T08:03:00Z", message: .freeForm, price: "0.0068 USD"),
            Step(at: "2026-10-05T09:00:00Z", message: .template(.utility), price: "0.0068 USD"),
            Step(at: "2026-10-05T10:00:00Z", message: .template(.marketing), price: "0.0625 USD"),
        ],
    ]

    @Test("cost what their tables say", arguments: tables)
    func table(steps: [Step]) throws {
        let pricing = Pricing(currency: .usd)
        var conversation = Conversation()
        for step in steps {
            let at = try instant(step.at)
            guard let message = step.message else {
                conversation.apply(.customerMessage(at: at))
                continue
            }
            let quote = pricing.quote(
                message, to: "+5511987654321", in: conversation, at: at,
                usage: .init(serviceMessages: step.used, conversations: step.used))
            #expect(quote.price?.description == step.price)
            conversation.apply(quote.delivered(at: at))
        }
    }
}
