import Foundation
import HTTPTypes
import WhatsApp

/// Verifies and decodes deliveries, beside `JSONDecoder` on the same bytes into structs with the same fields.
enum DecodeBenchmark {
    static func run() throws {
        print("Decoding deliveries: microseconds (times as fast as JSONDecoder alone)")
        let secret: Secret = "benchmark-app-secret"
        let receiver = WebhookReceiver(appSecrets: [secret], verifyToken: nil)
        let decoder = JSONDecoder()
        for (name, body, calls) in [
            ("message", BenchmarkBodies.message, 2_000), ("batch of 20", BenchmarkBodies.batch, 300),
        ] {
            let data = Data(body)
            let headers: HTTPFields = [.hubSignature256: SignatureSigner(secret: secret).signature(for: body)]
            try compare(
                try decoder.decode(PlainDelivery.self, from: data),
                try receiver.receive(body, headers: headers).delivery)
            let times = try microseconds([
                ("JSONDecoder", calls, { keep(try decoder.decode(PlainDelivery.self, from: data)) }),
                ("decode", calls * 4, { keep(try Delivery(decoding: body)) }),
                ("verify", calls * 4, { keep(try receiver.verifier.verify(body, headers: headers)) }),
                ("verify and decode", calls * 4, { keep(try receiver.receive(body, headers: headers)) }),
            ])
            print("  \(name), \(body.count) bytes")
            for (index, label) in ["JSONDecoder", "decode", "verify", "verify and decode"].enumerated() {
                print(
                    "    \(column(label, 18)) \(column(fixed(times[index], 2), 8, right: true))"
                        + (index == 0 ? "" : " (\(fixed(times[0] / times[index], 2)))"))
            }
        }
    }

    /// The median time of one call of each body: rounds are interleaved, so that whatever else runs on the machine meets
    /// all of them.
    private static func microseconds(
        _ bodies: [(name: String, calls: Int, body: () throws -> Void)]
    ) throws -> [Double] {
        var times: [[Double]] = bodies.map { _ in [] }
        for _ in 0..<21 {
            for (index, entry) in bodies.enumerated() {
                let start = ContinuousClock.now
                for _ in 0..<entry.calls { try entry.body() }
                times[index].append((ContinuousClock.now - start).seconds * 1e6 / Double(entry.calls))
            }
        }
        return times.map { $0.sorted()[$0.count / 2] }
    }

    /// Ends the benchmark when the two did not find the same.
    private static func compare(_ plain: PlainDelivery, _ delivery: Delivery) throws {
        let value = plain.entry?.first?.changes?.first?.value
        var expected: [[String?]] = []
        for message in value?.messages ?? [] {
            let contact = value?.contacts?.first
            expected.append([
                message.id, message.from, message.fromUserID, message.timestamp, message.type, message.text?.body,
                message.context?.id, message.context?.from, contact?.profile?.name, contact?.profile?.username,
                contact?.waID, contact?.userID, value?.metadata?.phoneNumberID, plain.entry?.first?.id,
            ])
        }
        for status in value?.statuses ?? [] {
            expected.append([
                status.id, status.status, status.timestamp, status.recipientID, status.recipientUserID,
                status.callbackData, status.conversation?.id, status.conversation?.expirationTimestamp,
                status.conversation?.origin?.type, status.pricing?.category, status.pricing?.type,
                status.pricing?.pricingModel, status.pricing?.billable.map { "\($0)" },
                status.errors?.first?.code.map { "\($0)" }, status.errors?.first?.title, status.errors?.first?.message,
                status.errors?.first?.errorData?.details, status.errors?.first?.href,
            ])
        }
        let found = delivery.events.map(fields)
        guard found == expected, delivery.problems.isEmpty, !found.isEmpty else {
            throw CocoaError(.coderReadCorrupt)
        }
    }

    private static func fields(_ event: WebhookEvent) -> [String?] {
        func seconds(_ date: Date?) -> String? { date.map { "\(Int64($0.timeIntervalSince1970))" } }
        switch event {
        case .message(let message):
            var body: String?
            if case .text(let text) = message.content { body = text.body }
            return [
                message.id.rawValue, message.from?.rawValue, message.fromUserID?.rawValue, seconds(message.timestamp),
                message.type.rawValue, body, message.context?.messageID?.rawValue, message.context?.from?.rawValue,
                message.contact?.name, message.contact?.username, message.contact?.waID?.rawValue,
                message.contact?.userID?.rawValue, message.receivedOn?.phoneNumberID?.rawValue,
                message.businessAccountID?.rawValue,
            ]
        case .status(let status):
            let failure = status.errors.first
            return [
                status.id.rawValue, status.state.rawValue, seconds(status.timestamp), status.recipient?.rawValue,
                status.recipientUserID?.rawValue, status.callbackData, status.conversation?.id?.rawValue,
                seconds(status.conversation?.expiration), status.conversation?.origin?.rawValue,
                status.pricing?.category?.rawValue, status.pricing?.type?.rawValue, status.pricing?.model?.rawValue,
                status.pricing?.billable.map { "\($0)" }, failure.map { "\($0.code)" }, failure?.title,
                failure?.message, failure?.details, failure?.helpURL,
            ]
        default:
            return []
        }
    }
}
