import HTTPTypes
package import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphClient {
    /// Sends a message by an edge of the number. A failure carries the message's tag.
    package func send(
        _ request: SendRequest, by operation: String, edge: String, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        var request = request
        if request.message.callbackData == nil, tagsMessages {
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
                try call(operation, .post, edge, body: try encodeMessage(request)), options: options
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
    package func markAsRead(
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

    /// A value in the platform's JSON.
    package static func encode(_ value: some Encodable) throws(WhatsAppError) -> HTTPBody {
        let encoder = JSONEncoder()
        // Sorted, so that equal messages have equal bodies.
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        do {
            return HTTPBody(try encoder.encode(value))
        } catch {
            throw WhatsAppError(
                code: .invalid, outcome: .notSent, message: "the request cannot be written as JSON",
                underlying: error)
        }
    }
}
