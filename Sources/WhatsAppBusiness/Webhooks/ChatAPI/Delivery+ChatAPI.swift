#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Delivery {
    /// Decodes a delivery of Chat API or 1msg: `messages[]` and `ack[]`, or the platform's own envelope where the channel
    /// is set to raw payloads. Its origin must have been checked before.
    ///
    /// The events are the same as those of the other providers. What is special:
    ///
    /// - A message that the business itself sent (`fromMe`) is an echo.
    /// - The channel's id (`instanceId`) is the `phoneNumberID` of ``ReceivingNumber``.
    /// - Statuses carry no time: theirs is `receivedAt`, and ``MessageStatus/isTimeOfReceipt`` says so. A failed one has a
    ///   text instead of a code; the code is the platform's own where the text tells which one it is.
    /// - A tap on a row or a button comes with its label and without its id, as the body of an `interactive` message: it
    ///   is decoded as ``InboundMessage/Content/button(_:)``. Set the channel to raw payloads (`rawHooks`) for ids.
    /// - A reaction names its message in `quotedMsgId`, a place has its degrees in `body`, north first; both are observed,
    ///   not documented.
    ///
    /// It lives here, beside the reader of JSON and the other decoder, since both are one module's.
    ///
    /// - Parameters:
    ///   - body: the delivery's body.
    ///   - receivedAt: the time that statuses get.
    ///   - instanceID: the id of the channel, where deliveries of others are refused: they become a problem.
    ///   - limits: what is refused before or while it is decoded.
    /// - Throws: ``WebhookError`` when the body is not JSON or is over a limit. Odd elements are problems of the delivery.
    ///
    /// Source: Chat API reference §9 (August 2026).
    public init(
        decodingChatAPI body: [UInt8], receivedAt: Date, instanceID: String? = nil, limits: DecodingLimits = .default
    ) throws(WebhookError) {
        guard body.count <= limits.maximumBytes else {
            throw WebhookError(
                code: .tooLarge, message: "the body has \(body.count) bytes, \(limits.maximumBytes) are allowed")
        }
        do throws(JSONError) {
            self = try JSONReader.read(body, maximumDepth: limits.maximumDepth) { root in
                var decoder = ChatDeliveryDecoder(
                    DeliveryDecoder(buffer: body, limits: limits), receivedAt: receivedAt, instanceID: instanceID)
                decoder.decode(root)
                return Delivery(events: decoder.platform.events, problems: decoder.platform.problems)
            }
        } catch {
            throw WebhookError(error)
        }
    }
}
