extension InboundMessage {
    /// The option that the customer tapped, where the message answers a question of
    /// `Message.choices`.
    ///
    /// ```swift
    /// if let choice = message.choice(of: Size.self) { … }
    /// ```
    /// - Parameter type: the type of the options' values.
    /// - Returns: `nil` where the message is no such answer, or where its value is of another type.
    public func choice<Value: Codable & Hashable & Sendable>(of type: Value.Type = String.self) -> Choice<Value>? {
        let id: String
        switch content {
        case .buttonReply(let reply): id = reply.id
        case .listReply(let reply): id = reply.id
        default: return nil
        }
        return ChoiceID<Value>(id).map { Choice(index: $0.index, value: $0.value) }
    }
}
