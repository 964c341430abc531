extension InboundMessage {
    /// Answers the message.
    ///
    /// The answer goes to where the message came from: to the group, to the number, or to the user id where the number is
    /// hidden. Inside the 24-hour window it may be of any kind.
    ///
    /// - Parameters:
    ///   - answer: what is said.
    ///   - provider: the provider of the number on which the message arrived.
    ///   - quoting: whether the answer shows the message above itself. A reaction is answered by quoting what it reacts to
    ///     (webhooks reference §3.3); what has no message to show, such as a notice of the system, is not quoted.
    ///   - privately: whether the answer to a message of a group goes to its sender alone.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken.
    /// - Throws: ``WhatsAppError``; `invalid` where the message names no sender.
    @discardableResult
    public func reply(
        _ answer: Message, through provider: some WhatsAppProvider, quoting: Bool = true,
        privately: Bool = false, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> SentMessage {
        let group = privately ? nil : groupID.map { Recipient.group($0) }
        guard let recipient = group ?? sender else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "to", rule: .required,
                        explanation: "the message names neither a number nor a user id to answer to")
                ]))
        }
        var answer = answer
        if quoting, answer.replyTo == nil, !(privately && groupID != nil) { answer.replyTo = quotable }
        return try await provider.send(answer, to: recipient, options: options)
    }

    /// The message that an answer shows above itself.
    private var quotable: MessageID? {
        switch content {
        case .reaction(let reaction): return reaction.messageID
        case .system: return nil
        default: return type.rawValue == "request_welcome" ? nil : id
        }
    }
}
