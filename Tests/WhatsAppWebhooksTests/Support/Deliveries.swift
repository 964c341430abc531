import HTTPTypes
import WhatsAppBusiness
import WhatsAppWebhooks

/// Deliveries with invented data (shapes: webhooks reference §2.1, §3.3, §4.1).
enum Deliveries {
    static let secret: Secret = "s3cr3t-app-key"

    static func message(
        _ id: String, from: String = "16505551234", text: String = "hi", number: String = "106540352242922"
    ) -> String {
        change(
            number: number,
            #""messages":[{"id":"\#(id)","from":"\#(from)","timestamp":"1760000000","type":"text","text":{"body":"\#(text)"}}]"#
        )
    }

    static func messages(_ ids: [String], from: String = "16505551234", number: String = "106540352242922") -> String {
        let all = ids.map {
            #"{"id":"\#($0)","from":"\#(from)","timestamp":"1760000000","type":"text","text":{"body":"\#($0)"}}"#
        }
        return change(number: number, #""messages":[\#(all.joined(separator: ","))]"#)
    }

    static func status(
        _ id: String, _ state: String, to: String = "16505551234", at time: Int = 1_760_000_000, members: String = ""
    ) -> String {
        change(
            number: "106540352242922",
            #""statuses":[{"id":"\#(id)","status":"\#(state)","timestamp":"\#(time)","recipient_id":"\#(to)"\#(members)}]"#
        )
    }

    static func change(number: String, field: String = "messages", _ members: String) -> String {
        #"{"field":"\#(field)","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"\#(number)"},\#(members)}}"#
    }

    static func body(_ changes: String..., account: String = "102290129340398", time: Int? = nil) -> [UInt8] {
        let time = time.map { #","time":\#($0)"# } ?? ""
        return Array(
            #"{"object":"whatsapp_business_account","entry":[{"id":"\#(account)"\#(time),"changes":[\#(changes.joined(separator: ","))]}]}"#
                .utf8)
    }

    /// A signed request.
    static func request(_ body: [UInt8], secret: Secret = secret) -> WebhookRequest {
        WebhookRequest(
            method: .post, path: "/hook",
            headers: [.hubSignature256: SignatureSigner(secret: secret).signature(for: body)], body: body)
    }

    /// The events of changes.
    static func events(_ changes: String...) throws -> [WebhookEvent] {
        try changes.flatMap { try Delivery(decoding: body($0)).events }
    }
}

/// A clock on which waits end only when they are cancelled.
struct HaltedClock: Clock {
    struct Instant: InstantProtocol {
        func advanced(by duration: Duration) -> Self { self }
        func duration(to other: Self) -> Duration { .zero }
        static func < (left: Self, right: Self) -> Bool { false }
    }

    var now: Instant { Instant() }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        continuation.finish()
        try Task.checkCancellation()
    }
}
