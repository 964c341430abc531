import ExampleServers
import Foundation
import WhatsApp

/// The shop's program: it receives deliveries, keeps one conversation for each customer, and asks for the price before it
/// sends.
actor Shop {
    private let cloud: CloudAPI
    private let pricing = Pricing(currency: .usd)
    private var conversations: [PhoneNumber.MatchingKey: Conversation] = [:]
    private var usage = MonthlyUsage(serviceMessages: 0, tierVolume: 0)
    private var messages = Mailbox<InboundMessage>()
    private var statuses: [MessageID: Mailbox<MessageStatus>] = [:]

    init(cloud: CloudAPI) {
        self.cloud = cloud
    }

    /// What the webhook's address answers.
    func answer(_ request: WebhookRequest) -> LoopbackServer.Answer {
        let (response, delivery) = cloud.webhooks.respond(to: request)
        if let delivery {
            for event in delivery.events { take(event) }
        }
        return .init(response)
    }

    private func take(_ event: WebhookEvent) {
        switch event {
        case .message(let message):
            if let number = message.from {
                conversations[number.matchingKey, default: Conversation()]
                    .apply(.customerMessage(at: message.timestamp, id: message.id))
            }
            messages.put(message)
        case .status(let status):
            if let number = status.recipient {
                let event = ConversationEvent.businessMessage(
                    .init(rawValue: status.state.rawValue), at: status.timestamp,
                    pricing: ReportedPricing(category: status.pricing?.category, type: status.pricing?.type),
                    id: status.id)
                conversations[number.matchingKey, default: Conversation()].apply(event)
                usage.count(event, in: pricing.timeZone)
            }
            mailbox(of: status.id).put(status)
        default:
            // Everything else is there with its bytes: event.raw.
            break
        }
    }

    /// The customer service window of a customer.
    func window(of customer: PhoneNumber, at now: Date) -> Conversation.Window {
        (conversations[customer.matchingKey] ?? Conversation()).window(at: now)
    }

    /// Whether a message may be sent now, and what it costs.
    func quote(_ message: Pricing.Message, to customer: PhoneNumber, at now: Date) -> Quote {
        pricing.quote(
            message, to: .phoneNumber(customer), in: conversations[customer.matchingKey] ?? Conversation(), at: now,
            usage: usage)
    }

    /// Sends a message.
    func send(_ message: Message, to customer: PhoneNumber) async throws -> SentMessage {
        try await cloud.send(message, to: .phoneNumber(customer))
    }

    /// Marks a message as read.
    func markAsRead(_ message: InboundMessage) async throws {
        try await cloud.markAsRead(message.id)
    }

    /// The next message of any customer.
    func nextMessage(within limit: Duration) async throws -> InboundMessage {
        let box = messages
        return try await box.next(within: limit)
    }

    /// The next status of a message.
    func nextStatus(of id: MessageID, within limit: Duration) async throws -> MessageStatus {
        let box = mailbox(of: id)
        return try await box.next(within: limit)
    }

    /// Where the statuses of a message gather, whoever comes first: the status or the one who waits for it.
    private func mailbox(of id: MessageID) -> Mailbox<MessageStatus> {
        if let box = statuses[id] { return box }
        let box = Mailbox<MessageStatus>()
        statuses[id] = box
        return box
    }
}
