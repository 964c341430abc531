extension SentMessage {
    /// Reads the platform's answer to a send, which Cloud API and 360dialog share.
    ///
    /// - Parameters:
    ///   - response: the answer: `{"contacts":[{"wa_id":…,"user_id":…}],"messages":[{"id":…,"message_status":…}]}`.
    ///   - callbackData: the tag of the message.
    /// - Returns: `nil` when the answer is not JSON or names no message.
    package init?(answer response: ResponseMetadata, callbackData: String?) {
        let read = try? JSONReader.read(response.body) { root -> SentMessage? in
            guard let message = root.member("messages")?.elements.first(where: { _ in true }),
                let id = message.member("id")?.text, !id.isEmpty
            else { return nil }
            let contact = root.member("contacts")?.elements.first { _ in true }
            return SentMessage(
                id: MessageID(id), whatsAppID: contact?.member("wa_id")?.text.map { WhatsAppID($0) },
                userID: contact?.member("user_id")?.text.map { BusinessScopedUserID($0) },
                state: message.member("message_status")?.text.map { State(rawValue: $0) } ?? .accepted,
                callbackData: callbackData, response: response)
        }
        guard let sent = read ?? nil else { return nil }
        self = sent
    }
}
