/// The body of a send: a message with its recipient, in the platform's JSON.
///
/// Cloud API and 360dialog take it as it is. Programs rarely need it: ``WhatsAppProvider/send(_:to:options:)`` makes it.
/// Reading is lenient: what the types cannot hold is kept and goes out again, and ``validate()`` reports it.
///
/// ```swift
/// let request = try SendRequest(parsing: line)
/// try request.validate()
/// ```
///
/// Source: Cloud API reference §2.1.
public struct SendRequest: Hashable, Sendable {
    /// To whom the message goes.
    public var recipient: Recipient
    /// What is said.
    public var message: Message
    /// What is said beside a marketing template that goes through the marketing messages endpoint.
    public var marketing: MarketingOptions?
    /// Members of the envelope that were read and that no property can hold; members that nobody knows are kept too,
    /// without a violation, because the platform ignores them.
    package var unheld = UnheldMembers()

    /// Creates a request.
    public init(message: Message, to recipient: Recipient, marketing: MarketingOptions? = nil) {
        self.recipient = recipient
        self.message = message
        self.marketing = marketing
    }

    /// Checks recipient and message against the platform's limits, without network.
    /// - Throws: ``ValidationError`` with every violation.
    public func validate() throws(ValidationError) {
        let violations = self.violations
        guard violations.isEmpty else { throw ValidationError(violations) }
    }

    /// Every violation; empty for a valid request.
    package var violations: [ValidationError.Violation] {
        var violations = unheld.violations
        if let violation = recipient.violation, !violations.contains(where: { $0.path == violation.path }) {
            violations.append(violation)
        }
        var check = Check()
        switch message.content {
        case .pin where recipient.groupID == nil && recipient.violation == nil:
            check.fail(at: "recipient_type", .notAllowed, "messages are pinned in groups only")
        case .pin, .text, .template, .unmodelled: break
        default:
            if recipient.groupID != nil, message.type == "interactive" {
                check.fail(at: "type", .notAllowed, "a group takes texts, media and templates")
            }
        }
        if marketing != nil, !message.isTemplate {
            check.fail(at: "type", .notAllowed, "the marketing messages endpoint takes templates only")
        }
        return violations + check.violations + message.violations
    }
}
