import Testing
import WhatsAppBusiness

/// A provider that keeps what it is asked to send.
private final class KeepingProvider: WhatsAppProvider {
    let name = ProviderName(rawValue: "keeping")
    let capabilities: Capabilities = [.sendText, .reply]
    let sent = Locked<[(message: Message, recipient: Recipient)]>([])

    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        sent.withLock { $0.append((message, recipient)) }
        return SentMessage(id: "sent")
    }
}

@Suite("An answer to a message")
struct ReplyTests {
    private func message(_ members: String) throws -> InboundMessage {
        let body = #"{"field":"messages","value":{"messages":[{"id":"wamid.IN","timestamp":"1",\#(members)}]}}"#
        let event = try #require(Delivery(decodingChange: Array(body.utf8)).events.first)
        guard case .message(let message) = event else {
            Issue.record("no message: \(event)")
            throw CancellationError()
        }
        return message
    }

    private static let text = #""type":"text","text":{"body":"x"}"#

    @Test("goes to the number, the user or the group that the message came from, and quotes it")
    func recipients() async throws {
        for (members, recipient) in [
            (
                #""from":"16505551234","from_user_id":"US.1","#,
                Recipient.phoneNumber(PhoneNumber(rawValue: "16505551234"))
            ),
            (#""from_user_id":"US.1","#, .user("US.1")), (#""from":"16505551234","group_id":"g","#, .group("g")),
        ] {
            let provider = KeepingProvider()
            try await message(members + Self.text).reply(.text("y"), through: provider)
            let sent = provider.sent.withLock { $0 }
            #expect(sent.map(\.recipient) == [recipient])
            #expect(sent.map(\.message) == [.text("y", replyingTo: "wamid.IN")])
        }
    }

    @Test("to a message of a group can go to its sender alone, and then quotes nothing")
    func privately() async throws {
        let provider = KeepingProvider()
        try await message(#""from":"16505551234","group_id":"g","# + Self.text)
            .reply(.text("y"), through: provider, privately: true)
        #expect(provider.sent.withLock { $0.map(\.recipient) } == ["16505551234"])
        #expect(provider.sent.withLock { $0.map(\.message.replyTo) } == [nil])
    }

    @Test("quotes what a reaction is about, and nothing where there is nothing to show")
    func quotes() async throws {
        let provider: any WhatsAppProvider = KeepingProvider()
        guard let keeping = provider as? KeepingProvider else { return }
        for members in [
            #""type":"reaction","reaction":{"message_id":"wamid.OUT","emoji":"x"}"#,
            #""type":"system","system":{"type":"user_changed_number","body":"b"}"#, #""type":"request_welcome""#,
        ] {
            try await message(#""from":"1650","# + members).reply(.text("y"), through: provider)
        }
        try await message(#""from":"1650","# + Self.text).reply(.text("y"), through: provider, quoting: false)
        try await message(#""from":"1650","# + Self.text).reply(.text("y", replyingTo: "other"), through: provider)
        #expect(keeping.sent.withLock { $0.map(\.message.replyTo) } == ["wamid.OUT", nil, nil, nil, "other"])
    }

    @Test("to nobody is an error, and nothing is sent")
    func nobody() async throws {
        let provider = KeepingProvider()
        let error = await #expect(throws: WhatsAppError.self) {
            try await message(Self.text).reply(.text("y"), through: provider)
        }
        #expect(error?.code == .invalid && error?.outcome == .notSent)
        #expect(provider.sent.withLock { $0.isEmpty })
    }
}
