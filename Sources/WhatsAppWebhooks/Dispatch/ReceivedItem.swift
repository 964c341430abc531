public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that arrived for the first time: an event or a problem, where it came from and when.
public struct ReceivedItem: Hashable, Sendable {
    /// What arrived.
    public enum Content: Hashable, Sendable {
        /// An event.
        case event(WebhookEvent)
        /// Something that could not be read, with its bytes.
        case problem(DeliveryProblem)
    }

    /// To which of the program's channels it belongs.
    public enum Route: Hashable, Sendable {
        /// To this one.
        case channel(Channel)
        /// It names a business number that the program did not list.
        case unknownNumber(PhoneNumberID)
        /// It came for an instance that the program did not list.
        case unknownInstance(String)
        /// It names no number, as events of an account do, or the program lists no channels.
        case none
    }

    /// What arrived.
    public var content: Content
    /// To which channel it belongs.
    public var route: Route
    /// Its key against duplicates.
    public var key: EventKey
    /// When the request arrived.
    public var receivedAt: Date
    /// Which secret the request was made with.
    public var match: SecretMatch

    /// Creates an item.
    public init(
        _ content: Content, route: Route = .none, key: EventKey, receivedAt: Date,
        match: SecretMatch = SecretMatch(secretIndex: 0)
    ) {
        self.content = content
        self.route = route
        self.key = key
        self.receivedAt = receivedAt
        self.match = match
    }

    /// The event, where it is one.
    public var event: WebhookEvent? {
        guard case .event(let event) = content else { return nil }
        return event
    }

    /// The problem, where it is one.
    public var problem: DeliveryProblem? {
        guard case .problem(let problem) = content else { return nil }
        return problem
    }

    /// The channel, where the program listed it.
    public var channel: Channel? {
        guard case .channel(let channel) = route else { return nil }
        return channel
    }
}

extension ReceivedItem: CustomStringConvertible, CustomReflectable {
    /// What kind of thing it is, and its channel.
    public var description: String {
        let kind: String
        switch content {
        case .event: kind = key.description
        case .problem(let problem): kind = "problem (\(problem.code))"
        }
        return kind + (channel.map { " for \($0.name)" } ?? "")
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["item": description]) }
}
