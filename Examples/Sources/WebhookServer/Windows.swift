import Foundation
import WhatsApp

/// What the bot knows of its conversations.
actor Windows {
    private var conversations = ConversationStore()

    /// Takes a delivered event into account.
    func apply(_ event: WebhookEvent) {
        conversations.apply(event)
    }

    /// Until when the customer may be answered freely, in words.
    func sentence(for message: InboundMessage, at now: Date) -> String {
        guard let number = message.receivedOn?.phoneNumberID, let customer = message.sender else {
            return "I do not know who you are, so I know of no window."
        }
        let key = ConversationKey(businessNumber: number, customer: customer)
        switch conversations[key].window(at: now) {
        case .open(let until):
            return "I may answer you freely until \(until.formatted(.iso8601))."
        default:
            return "The 24-hour window is closed: I may send you templates only."
        }
    }
}
