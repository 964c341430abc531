public import WhatsAppBusiness

/// One recipient of a broadcast, and what the template says to them.
public struct BroadcastRecipient: Hashable, Sendable {
    /// To whom.
    public var recipient: Recipient
    /// The values for the template's placeholders.
    public var components: [TemplateComponent]
    /// The program's name for the recipient, by which a record finds them again; it must be unique in a broadcast.
    public var id: String

    /// Creates a recipient.
    public init(_ recipient: Recipient, id: String, components: [TemplateComponent] = []) {
        self.recipient = recipient
        self.id = id
        self.components = components
    }

    /// Creates a recipient with texts for the placeholders of the body, in order.
    public init(_ recipient: Recipient, id: String, body: [String]) {
        self.init(recipient, id: id, components: body.isEmpty ? [] : [.body(body.map { .text($0) })])
    }
}

extension BroadcastRecipient: CustomStringConvertible, CustomReflectable {
    /// The masked recipient.
    public var description: String { recipient.description }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["recipient": description]) }
}
