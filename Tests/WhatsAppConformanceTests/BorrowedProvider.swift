import HTTPTypes
import WhatsAppBusiness

/// A provider that sends and receives and can do nothing else: how little code one is.
struct BorrowedProvider: WhatsAppProvider {
    let path: String
    let token: Secret
    let transport: any HTTPTransport

    var name: ProviderName { ProviderName(rawValue: "borrowed") }
    var capabilities: Capabilities { [.sendText] }

    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        guard message.replyTo == nil else { throw .unsupported(.reply, by: name) }
        guard let number = recipient.phoneNumber else {
            throw .unsupported(recipient.groupID == nil ? .sendToUserID : .sendToGroup, by: name)
        }
        let text: TextMessage
        switch message.content {
        case .text(let content): text = content
        case .template: throw .unsupported(.sendTemplate, by: name)
        case .buttons, .list: throw .unsupported(.sendInteractive, by: name)
        default: throw .unsupported(.sendMedia, by: name)
        }
        let body: JSONValue = [
            "messaging_product": "whatsapp", "to": .string(number.digits), "type": "text",
            "text": ["body": .string(text.body)],
        ]
        let answer = try await call(body)
        guard answer.status.kind == .successful, let json = try? JSONValue(parsing: answer.body),
            let id = json["messages"]?[0]?["id"]?.string
        else {
            throw WhatsAppError(
                code: answer.status.code == 401 ? .unauthorized : .rejected, outcome: .refused,
                message: "the platform refused the message", response: answer)
        }
        return SentMessage(id: MessageID(id))
    }

    private func call(_ body: JSONValue) async throws(WhatsAppError) -> ResponseMetadata {
        let request = HTTPRequest(
            method: .post, scheme: "https", authority: "graph.facebook.com", path: path,
            headerFields: [.authorization: token.withText { "Bearer " + $0 }])
        do {
            let (head, content) = try await transport.send(
                request, body: HTTPBody(body.serialized()), options: TransportOptions())
            return ResponseMetadata(
                status: head.status, headers: head.headerFields, body: try await content.collect(upTo: 1 << 20))
        } catch let error as TransportError {
            throw WhatsAppError(
                code: error.code == .cancelled ? .cancelled : .transport,
                outcome: error.delivery == .notSent ? .notSent : .unknown, message: error.message, underlying: error)
        } catch {
            throw WhatsAppError(code: .transport, outcome: .unknown, message: "no answer", underlying: error)
        }
    }
}
