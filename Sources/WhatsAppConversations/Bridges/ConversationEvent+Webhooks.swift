public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ConversationEvent {
    /// What an event of the platform means for the windows and charges of a conversation; `nil` where it means nothing.
    ///
    /// Messages of the customer and calls open the window; statuses of messages tell charges; so they do in a conversation
    /// that another app controls (`standby`). What another app of the platform sent (`message_echoes`) counts as sent.
    /// Messages that somebody typed into the WhatsApp Business app on a coexistence number, and those of an imported
    /// history, are `nil`: they need no window, open none and cost nothing (pricing reference §1.1, November 2026).
    /// ``ConversationKey`` says whose
    /// conversation it is.
    ///
    /// ```swift
    /// for event in delivery.events {
    ///     guard let key = ConversationKey(event), let change = ConversationEvent(event) else { continue }
    ///     conversations[key, default: Conversation()].apply(change)
    /// }
    /// ```
    public init?(_ event: WebhookEvent) {
        switch event {
        case .message(let message): self.init(message)
        case .status(let status): self.init(status)
        case .call(let call): self.init(call)
        case .echo(let echo): self.init(echo)
        case .standby(.message(let message)): self.init(message)
        case .standby(.status(let status)): self.init(status)
        case .standby(.echo(let echo)): self.init(echo)
        default: return nil
        }
    }

    /// A message that the business sent by other means than this program; `nil` where it was typed into the WhatsApp
    /// Business app (`smb_message_echoes`), is part of a history, or edits or deletes another.
    public init?(_ echo: MessageEcho) {
        guard echo.origin.field == "message_echoes" || echo.origin.field == "standby" else { return nil }
        switch echo.content {
        case .edit, .revoke, .system: return nil
        default: self = .businessMessage(.sent, at: echo.timestamp, id: echo.id)
        }
    }

    /// A message of the customer: the window opens, or runs anew (pricing reference §1.1).
    ///
    /// The first opening of the chat (`request_welcome`) opens it too (webhooks reference §3.3, January 2026). `nil` for
    /// what no customer wrote as a new message: notices of the platform, edited and deleted messages, and placeholders
    /// of an imported history. The platform does not say that an edit renews the window.
    public init?(_ message: InboundMessage) {
        switch message.content {
        case .system, .edit, .revoke, .mediaPlaceholder: return nil
        default: break
        }
        // Free entry points are between a business and one customer.
        let entryPoint = message.groupID == nil ? message.referral.flatMap(EntryPoint.init) : nil
        self = .customerMessage(at: message.timestamp, entryPoint: entryPoint, id: message.id)
    }

    /// A state of a message of the business; `nil` for the state of a payment.
    public init?(_ status: MessageStatus) {
        guard status.kind == .message else { return nil }
        self = .businessMessage(
            Status(rawValue: status.state.rawValue), at: status.timestamp, pricing: ReportedPricing(status),
            id: status.id)
    }

    /// A call of the customer, answered or not, or one of the business that the customer accepted
    /// (pricing reference §1.1); `nil` for other news of a call, and where the platform does not say when it was.
    public init?(_ call: CallEvent) {
        guard let date = call.timestamp else { return nil }
        switch call.event {
        case .connect where call.direction == .userInitiated: self = .customerCall(at: date)
        case .accepted where call.direction != .userInitiated: self = .businessCallAccepted(at: date)
        default: return nil
        }
    }

    /// A message that the platform has taken from the program, before its first status.
    ///
    /// A message on its way counts as sent, so that it answers the click on an ad; one that is held back, and may still
    /// be dropped, counts for nothing until a status comes.
    /// - Parameters:
    ///   - sent: the answer of the provider.
    ///   - date: when the program sent it; the answer holds no time.
    public init(_ sent: SentMessage, at date: Date) {
        let status = sent.state == .accepted ? Status.sent : Status(rawValue: sent.state.rawValue)
        self = .businessMessage(status, at: date, id: sent.id)
    }
}

extension EntryPoint {
    /// How a customer came, from the `referral` of the message; `nil` where it names neither an ad nor a post. The device
    /// is unknown: no webhook names it.
    public init?(_ referral: InboundMessage.Referral) {
        switch referral.sourceType {
        case .ad?: self = .ad
        case .post?: self = .post
        default: return nil
        }
    }
}

extension ReportedPricing {
    /// What a status says about the price; `nil` where it says nothing.
    public init?(_ status: MessageStatus) {
        guard status.pricing != nil || status.conversation != nil else { return nil }
        self.init(
            category: status.pricing?.category ?? status.conversation?.origin, type: status.pricing?.type,
            model: status.pricing?.model?.rawValue, isBillable: status.pricing?.billable,
            expiresAt: status.conversation?.expiration)
        // Only the Marketing Messages API reports an amount.
        if category == .marketingLite { cost = Self.cost(in: status.raw) }
    }

    private static func cost(in raw: RawJSON) -> Money? {
        do throws(JSONError) {
            guard let cost = try raw.value["pricing"]?["cost"], let currency = cost["currency"]?.string,
                let amount = cost["amount"]?.string ?? cost["amount"]?.number?.text
            else { return nil }
            return Money(reported: amount, currency: Currency(rawValue: currency))
        } catch {
            return nil
        }
    }
}
