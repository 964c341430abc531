import Crypto
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What makes two deliveries of an event the same event.
///
/// The platform delivers again for up to seven days, in other batches and with other neighbours, and gives no delivery a
/// name. The keys follow from what the event is about (webhooks reference §1.5):
///
/// | Event | Key |
/// |---|---|
/// | message, echo of a message of the business | its id |
/// | media of a history, what arrives on standby | the same, apart from the ones above |
/// | status of a message | id, status and recipient (in groups the member) |
/// | call | id and event |
/// | everything else, statuses of payments among it | account, time, field, number and SHA-256 of the canonical element |
///
/// A key is short text without personal data other than what an id holds; stores may keep it as it is.
public struct EventKey: RawRepresentable, Hashable, Sendable, Codable {
    /// The key as text, such as `message:wamid.…`.
    public let rawValue: String

    /// Takes a stored key as it is.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The key of an event.
    public init(_ event: WebhookEvent) {
        switch event {
        case .message(let message):
            self.init(rawValue: "message:" + message.id.rawValue)
        case .status(let status) where status.kind == .message:
            self.init(rawValue: Self.key(of: status))
        case .call(let call):
            self.init(rawValue: "call:" + call.id.rawValue + ":" + call.event.rawValue)
        case .echo(let echo):
            self.init(rawValue: "echo:" + echo.id.rawValue)
        case .history(.message(let message)):
            self.init(rawValue: "history:" + message.id.rawValue)
        case .history(.echo(let echo)):
            self.init(rawValue: "history:" + echo.id.rawValue)
        case .standby(.message(let message)):
            self.init(rawValue: "standby:" + message.id.rawValue)
        case .standby(.echo(let echo)):
            self.init(rawValue: "standby:" + echo.id.rawValue)
        case .standby(.status(let status)) where status.kind == .message:
            self.init(rawValue: "standby:" + Self.key(of: status))
        default:
            self.init(hashing: event)
        }
    }

    /// The key of something that could not be read: its place in the kind of change, and its bytes.
    public init(_ problem: DeliveryProblem) {
        var digest = FieldDigest()
        digest.add(problem.businessAccountID?.rawValue)
        digest.add(problem.field)
        digest.add(problem.bytes)
        self.init(rawValue: "problem:" + digest.finish())
    }

    private init(hashing event: WebhookEvent) {
        var digest = FieldDigest()
        digest.add(event.businessAccountID?.rawValue)
        digest.add(event.field)
        digest.add(event.timestamp.map { String(Int64($0.timeIntervalSince1970)) })
        digest.add(event.receivedOn?.phoneNumberID?.rawValue)
        digest.add(CanonicalJSON.bytes(of: event.raw))
        self.init(rawValue: "event:" + digest.finish())
    }

    private static func key(of status: MessageStatus) -> String {
        let recipient =
            status.participantUserID?.rawValue ?? status.participant?.rawValue ?? status.groupID?.rawValue
            ?? status.recipient?.rawValue ?? status.recipientUserID?.rawValue ?? ""
        return "status:" + status.id.rawValue + ":" + status.state.rawValue + ":" + recipient
    }
}

extension EventKey: CustomStringConvertible {
    /// The kind of event; ids can lead to a person.
    public var description: String { String(rawValue.prefix { $0 != ":" }) + " key" }
}

/// SHA-256 over texts that cannot run into each other.
private struct FieldDigest {
    private var hash = SHA256()

    mutating func add(_ text: String?) {
        add(text.map { Array($0.utf8) } ?? [])
    }

    mutating func add(_ bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: bytes)
    }

    consuming func finish() -> String {
        // Half of the digest: 128 bits are as good against chance as 256.
        String(hexadecimal: hash.finalize().prefix(16))
    }
}
