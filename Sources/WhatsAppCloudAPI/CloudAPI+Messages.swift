import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension CloudAPI {
    /// Sends a message.
    ///
    /// A failure whose outcome is unknown carries the message's tag (`callbackData`), by which later statuses tell
    /// whether the message arrived.
    ///
    /// - Parameters:
    ///   - message: what is said.
    ///   - recipient: to whom.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken. `POST /{phone-number-id}/messages`, Cloud API reference §2.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        try await send(SendRequest(message: message, to: recipient), by: "send", edge: "messages", options: options)
    }

    /// Sends a marketing template by the marketing messages endpoint, which optimises its delivery.
    ///
    /// The template may use what only this endpoint knows, such as a GIF in its header. Statuses carry the category
    /// `marketing_lite`.
    ///
    /// - Parameters:
    ///   - template: an approved template of the category marketing.
    ///   - recipient: to whom: not a group.
    ///   - marketing: what happens to a message that the endpoint cannot optimise, and what the platform may use.
    ///   - replyTo: the message to quote.
    ///   - callbackData: a tag of the program's own; a random one where there is none.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken. `POST /{phone-number-id}/marketing_messages`, Cloud API reference §2.15.
    /// - Throws: `WhatsAppError`; 134100 for a template of another category.
    @discardableResult
    public func sendMarketing(
        _ template: TemplateMessage, to recipient: Recipient, marketing: MarketingOptions = MarketingOptions(),
        replyingTo replyTo: MessageID? = nil, callbackData: String? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> SentMessage {
        let message = Message(content: .template(template), replyTo: replyTo, callbackData: callbackData)
        return try await send(
            SendRequest(message: message, to: recipient, marketing: marketing), by: "sendMarketing",
            edge: "marketing_messages", options: options)
    }

    private func send(
        _ request: SendRequest, by operation: String, edge: String, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        var request = request
        if request.message.callbackData == nil, configuration.tagsMessages {
            request.message.callbackData = Self.makeTag()
        }
        if options.validates {
            do {
                try request.validate()
            } catch {
                throw .invalid(error)
            }
        }
        do throws(WhatsAppError) {
            let tag = request.message.callbackData
            return try await engine.perform(
                try call(operation, .post, edge, body: try Self.encode(request)), options: options
            ) { response throws(WhatsAppError) in
                try GraphAnswer.sentMessage(response, callbackData: tag)
            }
        } catch {
            var error = error
            error.callbackData = request.message.callbackData
            throw error
        }
    }

    /// Shows the customer that a message was read.
    ///
    /// - Parameters:
    ///   - message: an inbound message, at most 30 days old; earlier ones are marked too.
    ///   - showingTypingIndicator: whether the customer also sees that an answer is being typed.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. Cloud API reference §2.13.
    public func markAsRead(
        _ message: MessageID, showingTypingIndicator: Bool, options: RequestOptions
    ) async throws(WhatsAppError) {
        let body = ReadReceipt(messageID: message, showsTypingIndicator: showingTypingIndicator)
        var call = try call("markAsRead", .post, "messages", body: try Self.encode(body))
        // Marking twice is the same as marking once.
        call.isRepeatable = true
        try await engine.perform(call, options: options) { _ in }
    }

    /// A tag for a message whose sender has none: 128 random bits.
    private static func makeTag() -> String {
        "swb-" + String(UInt64.random(in: .min ... .max), radix: 36) + "-"
            + String(UInt64.random(in: .min ... .max), radix: 36)
    }

    static func encode(_ value: some Encodable) throws(WhatsAppError) -> HTTPBody {
        let encoder = JSONEncoder()
        // Sorted, so that equal messages have equal bodies.
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        do {
            return HTTPBody(try encoder.encode(value))
        } catch {
            throw WhatsAppError(
                code: .invalid, outcome: .notSent, message: "the request cannot be written as JSON", underlying: error)
        }
    }
}
