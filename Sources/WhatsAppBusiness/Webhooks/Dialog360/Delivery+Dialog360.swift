extension Delivery {
    /// Decodes a delivery of 360dialog, in whichever of its forms. Its origin must have been checked before.
    ///
    /// - The messaging host hands on the platform's own envelope.
    /// - The sandbox, and deliveries that a store has kept from the retired on-premises client, have `contacts` with
    ///   `messages`, `statuses` or `errors` and no envelope. Such deliveries name neither account nor number; `voice` is
    ///   a recording whose ``InboundMessage/MediaContent/isVoice`` is set.
    /// - Partners get `{"id":…,"event":…,"data":…}`, or an array of those. Changes of templates are ``WebhookEvent/template(_:)``,
    ///   violations, restrictions and what happens to channels and clients ``WebhookEvent/account(_:)``; chats and contacts
    ///   from before the number joined come as they do from the platform.
    ///
    /// The events are the same as those of the other providers. What no form fits becomes a problem with its bytes.
    ///
    /// It lives here, beside the reader of JSON and the other decoder, since both are one module's.
    ///
    /// - Parameters:
    ///   - body: the bytes as they were received.
    ///   - limits: how much the delivery may hold.
    /// - Throws: ``WebhookError`` when the body is too large or is not JSON. JSON of any other content never throws.
    ///
    /// Source: 360dialog reference §3.4, §4, §5.4 (2026).
    public init(decoding360Dialog body: [UInt8], limits: DecodingLimits = .default) throws(WebhookError) {
        guard body.count <= limits.maximumBytes else {
            throw WebhookError(
                code: .tooLarge, message: "the body has \(body.count) bytes, \(limits.maximumBytes) are allowed")
        }
        do throws(JSONError) {
            self = try JSONReader.read(body, maximumDepth: limits.maximumDepth) { root in
                var decoder = Dialog360DeliveryDecoder(DeliveryDecoder(buffer: body, limits: limits))
                decoder.decode(root)
                return Delivery(events: decoder.platform.events, problems: decoder.platform.problems)
            }
        } catch {
            throw WebhookError(error)
        }
    }
}
