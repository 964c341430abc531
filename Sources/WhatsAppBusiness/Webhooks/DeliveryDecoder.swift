#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Walks an indexed delivery: entries, changes, values, elements.
///
/// Everything ends up in ``events`` or in ``problems``: what is not understood as an event with its JSON, what is
/// broken as a problem with its JSON.
struct DeliveryDecoder {
    let buffer: [UInt8]
    let limits: DecodingLimits
    var events: [WebhookEvent] = []
    var problems: [DeliveryProblem] = []
    /// Where the current change stands; made into text only for a problem.
    private var entryPlace: Int?
    private var changePlace: Int?

    init(buffer: [UInt8], limits: DecodingLimits) {
        self.buffer = buffer
        self.limits = limits
    }

    /// Decodes a whole body.
    mutating func decodeDelivery(_ root: JSONNode) {
        guard root.kind == .object else {
            return report(.wrongType, "", "a delivery is an object", root)
        }
        if let object = root.member("object"), !object.isNull, object.string != "whatsapp_business_account" {
            return report(.unexpectedObject, "object", "it is not whatsapp_business_account", root)
        }
        var hasEntries = false
        for member in root.members where "entry" ~= member.key {
            guard !member.value.isNull else { continue }
            hasEntries = true
            guard member.value.kind == .array else {
                report(.wrongType, "entry", "entries are an array", member.value)
                continue
            }
            for (place, entry) in member.value.elements.enumerated() {
                entryPlace = place
                guard decodeEntry(entry) else { return reportTooMany(root) }
            }
            entryPlace = nil
        }
        guard !hasEntries else { return }
        if root.member("value") != nil {
            decodeBareChange(root, businessAccountID: nil)
        } else {
            report(.missing, "entry", "there are no entries", root)
        }
    }

    /// Decodes a change that has no envelope.
    mutating func decodeBareChange(_ change: JSONNode, businessAccountID: BusinessAccountID?) {
        var scope = ChangeScope(field: "", businessAccountID: businessAccountID)
        if !decodeChange(change, entryField: nil, &scope) { reportTooMany(change) }
    }

    /// - Returns: `false` when the limit of events is reached.
    private mutating func decodeEntry(_ entry: JSONNode) -> Bool {
        guard hasRoom else { return false }
        guard entry.kind == .object else {
            report(.wrongType, "", "an entry is an object", entry)
            return true
        }
        var businessAccountID: BusinessAccountID?
        var entryTime: Date?
        var entryField: JSONNode?
        var hasChanges = false
        for member in entry.members {
            switch member.key {
            case "id": businessAccountID = member.value.text.map { BusinessAccountID(rawValue: $0) }
            case "time": entryTime = member.value.time
            case "field": entryField = member.value
            case "changes": hasChanges = hasChanges || !member.value.isNull
            default: break
            }
        }
        guard hasChanges else {
            report(.missing, "changes", "there are no changes", entry, account: businessAccountID)
            return true
        }
        for member in entry.members where "changes" ~= member.key {
            guard !member.value.isNull else { continue }
            guard member.value.kind == .array else {
                report(.wrongType, "changes", "changes are an array", member.value, account: businessAccountID)
                continue
            }
            for (place, change) in member.value.elements.enumerated() {
                changePlace = place
                var scope = ChangeScope(field: "", businessAccountID: businessAccountID, entryTime: entryTime)
                guard decodeChange(change, entryField: entryField, &scope) else { return false }
            }
            changePlace = nil
        }
        return true
    }

    /// - Returns: `false` when the limit of events is reached.
    private mutating func decodeChange(_ change: JSONNode, entryField: JSONNode?, _ scope: inout ChangeScope) -> Bool {
        guard hasRoom else { return false }
        guard change.kind == .object else {
            report(.wrongType, "", "a change is an object", change, account: scope.businessAccountID)
            return true
        }
        var field: JSONNode?
        var value: JSONNode?
        var hasOtherValues = false
        for member in change.members {
            switch member.key {
            case "field": field = member.value
            case "value":
                hasOtherValues = value != nil
                value = member.value
            default: break
            }
        }
        scope.field = field?.text ?? entryField?.text ?? ""
        guard let value, !value.isNull else {
            report(.missing, "value", "there is no value", change, scope.field, account: scope.businessAccountID)
            return true
        }
        guard value.kind == .object else {
            report(
                .wrongType, "value", "a value is an object", change, scope.field, account: scope.businessAccountID)
            return true
        }
        if hasOtherValues { return decodeValues(of: change, scope) }
        return decodeValue(value, &scope)
    }

    /// Decodes a change that has its value more than once: none of them is lost.
    @inline(never)
    private mutating func decodeValues(of change: JSONNode, _ scope: borrowing ChangeScope) -> Bool {
        for member in change.members where "value" ~= member.key && !member.value.isNull {
            guard hasRoom else { return false }
            guard member.value.kind == .object else {
                report(
                    .wrongType, "value", "a value is an object", member.value, scope.field,
                    account: scope.businessAccountID)
                continue
            }
            var own = copy scope
            guard decodeValue(member.value, &own) else { return false }
        }
        return true
    }

    /// Whether another event or problem may be added.
    @inline(__always)
    var hasRoom: Bool { events.count &+ problems.count < limits.maximumEvents }

    /// Adds a problem at a place below the current change or entry.
    @inline(never)
    mutating func report(
        _ code: DeliveryProblem.Code, _ path: String, _ reason: String, _ node: JSONNode, _ field: String? = nil,
        account: BusinessAccountID? = nil
    ) {
        var full: [String] = []
        if let entryPlace { full.append("entry[\(entryPlace)]") }
        if let changePlace { full.append("changes[\(changePlace)]") }
        if !path.isEmpty { full.append(path) }
        problems.append(
            DeliveryProblem(
                code: code, path: full.joined(separator: "."), reason: reason,
                field: field.flatMap { $0.isEmpty ? nil : $0 }, businessAccountID: account,
                raw: RawJSON(buffer: buffer, range: node.range)))
    }

    mutating func reportTooMany(_ root: JSONNode) {
        report(
            .tooManyEvents, "", "there are more than \(limits.maximumEvents) events; decoding stopped here", root)
    }
}
