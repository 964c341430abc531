import Foundation
import WhatsApp
import WhatsAppSimulator

extension Quickstart {
    /// The story itself.
    static func converse(
        _ story: Story, platform: SimulatedPlatform, shop: Shop, clock: SimulatedClock
    ) async throws {
        let ana = try PhoneNumber("+55 11 98765-4321")

        story.chapter("Ana writes", at: clock.now)
        await platform.customerSends("Hi! Has my order 1234 shipped?", from: ana, name: "Ana")
        let question = try await shop.nextMessage(within: .seconds(10))
        guard case .text(let text) = question.content else {
            throw Story.Failure(description: "the delivery holds no text")
        }
        story.says("Ana", text.body)
        story.fact("delivery", "signed, verified on the raw bytes, \(question.raw.count) bytes of JSON kept")
        let window = await shop.window(of: ana, at: clock.now)
        guard case .open(let until) = window else { throw Story.Failure(description: "the window is not open") }
        story.fact("window", "open until \(Story.time(until)): any message may be sent")
        try await shop.markAsRead(question)
        try story.require(
            await platform.isMarkedAsRead(question.id), "Ana sees blue ticks", else: "the read mark did not arrive")

        clock.advance(by: 60)
        story.chapter("The shop answers inside the window", at: clock.now)
        let answer = Message.text("Yes, it left this morning.", replyingTo: question.id)
        let quote = await shop.quote(.freeForm, to: ana, at: clock.now)
        guard quote.isAllowed else { throw Story.Failure(description: "the answer was to be allowed") }
        story.fact("price", Story.price(quote))
        let sent = try await shop.send(answer, to: ana)
        story.says("Shop", "Yes, it left this morning.")
        try await follow(sent, story, platform: platform, shop: shop, customer: ana)

        clock.advance(by: 25 * 3600)
        story.chapter("25 hours later", at: clock.now)
        guard case .closed = await shop.window(of: ana, at: clock.now) else {
            throw Story.Failure(description: "the window was to be closed")
        }
        story.fact("window", "closed since \(Story.time(until))")
        let late = await shop.quote(.freeForm, to: ana, at: clock.now)
        guard let refusal = late.refusal else { throw Story.Failure(description: "the text was to be refused") }
        story.fact("refused", "\"It arrives today.\" stays here: the platform would answer with \(refusal.code)")
        story.fact("reason", late.explanation)

        story.chapter("A template may be sent at any time", at: clock.now)
        let offer = await shop.quote(.template(.utility), to: ana, at: clock.now)
        guard case .exact(let price) = offer.price else {
            throw Story.Failure(description: "the template has no price")
        }
        story.fact("price", "\(price) when it is delivered")
        story.fact("rule", offer.explanation)
        let template = try await shop.send(
            .template("order_arrives", language: "en_US", body: ["Ana", "1234"]), to: ana)
        let shown = await platform.messages(of: ana).last?.text ?? ""
        story.says("Shop", shown)
        guard shown == "Hi Ana, your order 1234 arrives today." else {
            throw Story.Failure(description: "Ana's phone shows something else")
        }
        let statuses = try await follow(template, story, platform: platform, shop: shop, customer: ana)
        guard let charge = statuses.compactMap(\.pricing).last, charge.isBillable == true, charge.category == .utility
        else { throw Story.Failure(description: "the platform reported another charge") }
        story.fact("charged", "\(price): the platform reports \(charge.category?.rawValue ?? "?"), regular")
    }

    /// Waits for `sent`, `delivered` and `read` of a message.
    @discardableResult
    private static func follow(
        _ sent: SentMessage, _ story: Story, platform: SimulatedPlatform, shop: Shop, customer: PhoneNumber
    ) async throws -> [MessageStatus] {
        var statuses: [MessageStatus] = []
        for state in [DeliveryState.sent, .delivered, .read] {
            if state == .read { await platform.customerReads(customer) }
            let status = try await shop.nextStatus(of: sent.id, within: .seconds(10))
            guard status.state == state else {
                throw Story.Failure(
                    description: "expected the status \(state.rawValue), got \(status.state.rawValue)")
            }
            guard status.callbackData == sent.callbackData else {
                throw Story.Failure(description: "the status has lost the message's tag")
            }
            statuses.append(status)
        }
        story.fact("statuses", statuses.map(\.state.rawValue).joined(separator: " → "))
        return statuses
    }
}
