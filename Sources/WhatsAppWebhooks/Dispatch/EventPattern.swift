public import WhatsAppBusiness

/// A kind of event that a handler asks for, and what it is given.
///
/// ```swift
/// handlers.on(.message) { message, item in … }
/// handlers.on(.failedStatus) { status, item in … }
/// ```
///
/// A program can make patterns of its own:
///
/// ```swift
/// extension EventPattern where Payload == Order {
///     static var order: Self { Self { event in … } }
/// }
/// ```
public struct EventPattern<Payload: Sendable>: Sendable {
    /// Gives the payload of an event that fits; `nil` for others.
    public let extract: @Sendable (WebhookEvent) -> Payload?

    /// Creates a pattern.
    /// - Parameter extract: gives the payload of an event that fits; `nil` for others.
    public init(_ extract: @escaping @Sendable (WebhookEvent) -> Payload?) {
        self.extract = extract
    }

    /// The events of this pattern that also fulfil a condition.
    public func `where`(_ condition: @escaping @Sendable (Payload) -> Bool) -> Self {
        Self { [extract] event in extract(event).flatMap { condition($0) ? $0 : nil } }
    }
}

extension EventPattern where Payload == WebhookEvent {
    /// Every event.
    public static var any: Self { Self { $0 } }
}

extension EventPattern where Payload == InboundMessage {
    /// Every message of a customer.
    public static var message: Self {
        Self { event in
            guard case .message(let message) = event else { return nil }
            return message
        }
    }
}

extension EventPattern where Payload == MessageStatus {
    /// Every status of a message or a payment.
    public static var status: Self {
        Self { event in
            guard case .status(let status) = event else { return nil }
            return status
        }
    }

    /// Statuses of messages that failed.
    public static var failedStatus: Self { status.where { $0.kind == .message && $0.state == .failed } }
}

extension EventPattern where Payload == TemplateEvent {
    /// Everything that happens to templates.
    public static var template: Self {
        Self { event in
            guard case .template(let change) = event else { return nil }
            return change
        }
    }
}

extension EventPattern where Payload == AccountEvent {
    /// Everything that happens to the account, its numbers and the business.
    public static var account: Self {
        Self { event in
            guard case .account(let change) = event else { return nil }
            return change
        }
    }
}

extension EventPattern where Payload == CallEvent {
    /// Calls.
    public static var call: Self {
        Self { event in
            guard case .call(let call) = event else { return nil }
            return call
        }
    }
}

extension EventPattern where Payload == GroupEvent {
    /// Everything that happens to groups.
    public static var group: Self {
        Self { event in
            guard case .group(let change) = event else { return nil }
            return change
        }
    }
}

extension EventPattern where Payload == PreferenceEvent {
    /// Customers who stop or resume messages of a category.
    public static var preference: Self {
        Self { event in
            guard case .preference(let preference) = event else { return nil }
            return preference
        }
    }
}

extension EventPattern where Payload == UserIDEvent {
    /// Customers who have another business-scoped user id.
    public static var userID: Self {
        Self { event in
            guard case .userID(let change) = event else { return nil }
            return change
        }
    }
}

extension EventPattern where Payload == FlowEvent {
    /// State and health of flows.
    public static var flow: Self {
        Self { event in
            guard case .flow(let change) = event else { return nil }
            return change
        }
    }
}

extension EventPattern where Payload == ErrorEvent {
    /// Errors that are about no message.
    public static var error: Self {
        Self { event in
            guard case .error(let error) = event else { return nil }
            return error
        }
    }
}

extension EventPattern where Payload == UnrecognizedEvent {
    /// What this version has no type for.
    public static var unrecognized: Self {
        Self { event in
            guard case .unrecognized(let event) = event else { return nil }
            return event
        }
    }
}

extension EventPattern where Payload == ClickEvent {
    /// Taps on links of marketing messages.
    public static var click: Self {
        Self { event in
            guard case .click(let click) = event else { return nil }
            return click
        }
    }
}

extension EventPattern where Payload == MessageEcho {
    /// What the business wrote by other means than this program.
    public static var echo: Self {
        Self { event in
            guard case .echo(let echo) = event else { return nil }
            return echo
        }
    }
}

extension EventPattern where Payload == HistoryEvent {
    /// Chats that the business had before its number joined the platform.
    public static var history: Self {
        Self { event in
            guard case .history(let history) = event else { return nil }
            return history
        }
    }
}

extension EventPattern where Payload == ContactSyncEvent {
    /// Contacts of the WhatsApp Business app.
    public static var contactSync: Self {
        Self { event in
            guard case .contactSync(let sync) = event else { return nil }
            return sync
        }
    }
}

extension EventPattern where Payload == AutomaticEvent {
    /// Leads and purchases that the platform recognised.
    public static var automatic: Self {
        Self { event in
            guard case .automatic(let payload) = event else { return nil }
            return payload
        }
    }
}

extension EventPattern where Payload == HandoverEvent {
    /// Conversations that another app controls from now on.
    public static var handover: Self {
        Self { event in
            guard case .handover(let handover) = event else { return nil }
            return handover
        }
    }
}

extension EventPattern where Payload == StandbyEvent {
    /// What happens in conversations that another app controls.
    public static var standby: Self {
        Self { event in
            guard case .standby(let payload) = event else { return nil }
            return payload
        }
    }
}
