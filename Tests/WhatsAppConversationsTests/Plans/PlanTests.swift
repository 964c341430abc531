import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("A plan")
struct PlanTests {
    let pricing = Pricing(currency: .usd, timeZone: .utc)
    let customer: Recipient = "+5511987654321"
    let template = TemplateMessage(name: "order_arrives", language: "en_US", components: [.body([.text("Ana")])])
    let text = Message.text("It arrives today.")
    let start: Date
    var conversation = Conversation()

    init() throws {
        start = try instant("2026-10-05T12:00:00Z")
        conversation.apply(.customerMessage(at: start))
    }

    private func plan(
        in conversation: Conversation, at date: Date, margin: TimeInterval = 0, hasWindow: Bool = true
    ) -> SendPlan {
        conversation.plan(
            text, otherwise: template, category: .utility, to: customer, at: date, margin: margin, pricing: pricing,
            usage: MonthlyUsage(month: pricing.timeZone.month(at: date), serviceMessages: 2_000),
            hasCustomerServiceWindow: hasWindow)
    }

    @Test("sends the message to the last second of the window, and the template from its end on")
    func boundary() throws {
        let end = start + .hours(24)
        let inside = plan(in: conversation, at: end.addingTimeInterval(-1))
        #expect(inside.choice == .message && inside.message == text && inside.reason == .windowOpen(until: end))
        #expect(inside.quote?.message.isTemplate == false && inside.alternative?.message.isTemplate == true)
        #expect(inside.category == nil)
        let outside = plan(in: conversation, at: end)
        #expect(outside.choice == .template && outside.message == .template(template))
        #expect(outside.reason == .windowClosed(.closedSince(end)) && outside.category == .utility)
        #expect(outside.quote?.price == .exact(try Money("0.0068", currency: .usd)))
        #expect(outside.alternative == nil)
        let never = plan(in: Conversation(), at: start)
        #expect(never.choice == .template && never.reason == .windowClosed(.neverOpened))
        let before = plan(in: conversation, at: start.addingTimeInterval(-1))
        #expect(before.reason == .windowClosed(.opensLater(start)))
    }

    @Test("takes the end of the window earlier by a margin", arguments: [(61.0, true), (60, false), (59, false)])
    func margin(_ left: Double, _ isMessage: Bool) {
        let end = start + .hours(24)
        let plan = plan(in: conversation, at: end.addingTimeInterval(-left), margin: 60)
        #expect(plan.choice == (isMessage ? .message : .template))
        #expect(plan.reason == (isMessage ? .windowOpen(until: end) : .windowClosing(at: end)))
    }

    @Test("sends the template in a free entry point whose window is closed, for nothing")
    func freeEntryPoint() {
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: start, entryPoint: .ad))
        conversation.apply(.businessMessage(.delivered, at: start + .hours(1)))
        let plan = plan(in: conversation, at: start + .hours(25))
        #expect(plan.choice == .template && plan.freeEntryPoint.isOpen)
        #expect(plan.quote?.price == .free(.freeEntryPoint))
        #expect(plan.explanation.contains("a free entry point is open; it costs: free"))
    }

    @Test("sends the message where the provider has no window, at no price of the platform's")
    func noWindow() {
        let plan = plan(in: Conversation(), at: start, hasWindow: false)
        #expect(plan.choice == .message && plan.reason == .noWindow && plan.message == text)
        #expect(plan.quote == nil && plan.alternative == nil)
    }

    @Test("sends a template as it is")
    func isTemplate() {
        let other = Message.template("hello", language: "en")
        let plan = Conversation().plan(other, otherwise: template, to: customer, at: start)
        #expect(plan.choice == .message && plan.reason == .isTemplate && plan.message == other && plan.quote == nil)
    }

    @Test("explains itself without naming anybody")
    func explanation() {
        let open = plan(in: conversation, at: start + .hours(1))
        #expect(
            open.explanation
                == "The message goes out because the customer service window is open until 2026-10-06T12:00:00Z; "
                + "it costs: 0.0068 USD.")
        let closed = plan(in: conversation, at: start + .hours(24))
        #expect(
            closed.explanation
                == "The template goes out because the customer service window is closed: the customer's latest message "
                + "or call is 24 hours old or older; it costs: 0.0068 USD.")
        #expect(!"\(open) \(String(reflecting: open))".contains("arrives"))
    }
}
