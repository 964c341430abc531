extension WebhookEvent {
    /// The `field` of the change that brought the event, such as `account_update`; empty where the change names none
    /// (values: webhooks reference §2.2).
    public var field: String {
        switch self {
        case .message, .status: return "messages"
        case .template(let event): return event.origin.field
        case .account(let event): return event.origin.field
        case .call(let event): return event.origin.field
        case .group(let event): return event.origin.field
        case .preference(let event): return event.origin.field
        case .userID(let event): return event.origin.field
        case .flow(let event): return event.origin.field
        case .click(let event): return event.origin.field
        case .echo(let event): return event.origin.field
        case .history: return "history"
        case .contactSync(let event): return event.origin.field
        case .automatic(let event): return event.origin.field
        case .handover(let event): return event.origin.field
        case .standby: return "standby"
        case .error(let event): return event.origin.field
        case .unrecognized(let event): return event.field
        }
    }
}
