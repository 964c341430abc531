public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What was delivered, what the platform said about it, and what was quoted before: the account of an account.
///
/// A ledger is filled from webhooks, and from quotes where the program asked for some. It keeps one record per message id,
/// so that a message counts once however often `delivered` and `read` arrive, and records only ever grow: ledgers of
/// several numbers, processes or machines are merged in any order, as often as one likes, with one result.
///
/// ```swift
/// var ledger = Ledger()
/// ledger.record(quote, of: sent.id, to: customer, from: number, at: now)        // before, if at all
/// for event in delivery.events { ledger.apply(event) }                          // afterwards
/// let statement = try ledger.statement(for: month, pricing: pricing)
/// statement.total                                                               // what the month costs
/// statement.usage(of: number)                                                   // for the next quote
/// ledger.disagreements()                                                        // quotes the platform contradicts
/// ```
///
/// No record holds a phone number or a name: of the recipient it keeps the country code with the area code, or the country
/// of the user id. Message ids can hold numbers in an encoded form; ``forget(before:in:)`` removes old months.
///
/// The statement is an estimate from published rates; the invoice is the only binding figure (pricing reference §1.8,
/// November 2026).
public struct Ledger: Hashable, Sendable, Codable {
    /// The records by message id; those of a group by message id and member.
    var records: [String: Record] = [:]

    /// Stands between a message id and the member of a group; no id holds it.
    static let memberSeparator: Character = "\u{1F}"

    /// Creates an empty ledger.
    public init() {}

    /// How many messages are known, delivered or not; in a group, each member counts.
    public var messageCount: Int { records.count }

    /// Takes a status into account; every other event changes nothing.
    /// - Returns: whether the event was the status of a message.
    @discardableResult
    public mutating func apply(_ event: WebhookEvent) -> Bool {
        switch event {
        case .status(let status), .standby(.status(let status)): return apply(status)
        default: return false
        }
    }

    /// Takes a status into account: that the message was delivered (the first of `delivered` and `read`, since one of
    /// them may be missing, §1.8), what it is charged as, and in which billing conversation.
    /// - Returns: whether it was the status of a message.
    @discardableResult
    public mutating func apply(_ status: MessageStatus) -> Bool {
        guard status.kind == .message else { return false }
        var record = Record()
        record.number = status.receivedOn?.phoneNumberID?.rawValue
        record.displayNumber = status.receivedOn?.displayPhoneNumber?.rawValue
        switch status.state {
        case .delivered, .read, .played: record.deliveredAt = status.timestamp
        default: break
        }
        record.report = ReportedPricing(status).map {
            Report(rank: Report.rank(of: status.state), at: status.timestamp, pricing: $0)
        }
        record.conversation = status.conversation?.id?.rawValue
        var key = status.id.rawValue
        if status.groupID != nil {
            let member = status.participant?.matchingKey.rawValue ?? status.participantUserID?.rawValue ?? ""
            key += String(Self.memberSeparator) + member
            record.origin = Origin(status.participant, status.participantUserID)
        } else {
            record.origin = Origin(status.recipient, status.recipientUserID)
        }
        records[key, default: Record()].merge(record)
        return true
    }

    /// Notes what was quoted for a message, so that ``disagreements()`` can compare, and so that a message has a price
    /// even if its statuses name none.
    /// - Parameters:
    ///   - quote: the quote.
    ///   - id: the message.
    ///   - recipient: to whom it goes.
    ///   - number: the business number that sends it.
    ///   - date: when it was quoted.
    public mutating func record(
        _ quote: Quote, of id: MessageID, to recipient: Recipient, from number: PhoneNumberID? = nil, at date: Date
    ) {
        guard quote.isAllowed else { return }
        var record = Record()
        record.number = number?.rawValue
        record.origin = Origin(recipient.phoneNumber, recipient.userID)
        record.prediction = Prediction(quote, at: date)
        records[id.rawValue, default: Record()].merge(record)
    }

    /// Notes that a message was delivered, for programs that learn it otherwise than from a status.
    public mutating func recordDelivery(of id: MessageID, at date: Date) {
        var record = Record()
        record.deliveredAt = date
        records[id.rawValue, default: Record()].merge(record)
    }

    /// Takes in another ledger: of another number of the account, of another process, of another machine.
    ///
    /// The order of merging, and merging twice, make no difference.
    public mutating func merge(_ other: Ledger) {
        records.merge(other.records) { one, another in
            var record = one
            record.merge(another)
            return record
        }
    }

    /// The ledger with another taken in.
    public func merging(_ other: Ledger) -> Ledger {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// Forgets the messages that were delivered before a month. Those whose delivery is not known are kept: keep the month
    /// before the present one, whose billing conversations may reach into it.
    public mutating func forget(before month: BillingMonth, in zone: BusinessTimeZone) {
        records = records.filter { _, record in record.deliveredAt.map { zone.month(at: $0) >= month } ?? true }
    }
}

extension Ledger: CustomStringConvertible, CustomReflectable {
    /// How many messages there are; no ids.
    public var description: String { "ledger of \(records.count) messages" }

    /// A mirror that shows the number of messages only.
    public var customMirror: Mirror { Mirror(self, children: ["messages": records.count]) }
}
