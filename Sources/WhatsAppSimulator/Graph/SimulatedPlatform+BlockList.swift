import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// `/{phone-number-id}/block_users` (Cloud API reference §6.7).
    func answerBlockList(_ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        if request.method == .get {
            let blocked = blocked.compactMap { customers[$0] }.sorted { $0.number.digits < $1.number.digits }
            return try page(
                blocked.map { ["messaging_product": "whatsapp", "wa_id": .string($0.number.digits)] }, request)
        }
        guard request.method == .post || request.method == .delete else { throw .unknownObject("block_users") }
        let body = try request.json()
        guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
        guard let entries = body["block_users"]?.array, !entries.isEmpty, entries.count <= 1_000 else {
            throw PlatformFault(code: 100, message: "The parameter block_users is required.")
        }
        var done: [JSONValue] = []
        var failed: [JSONValue] = []
        for entry in entries {
            let input = entry["user"]?.string ?? entry["user_id"]?.string ?? ""
            guard let customer = customer(named: entry), request.method == .delete || hasWritten(customer) else {
                failed.append([
                    "input": .string(input),
                    "errors": [
                        [
                            "message": "Failed to block/unblock users", "code": 131_047,
                            "error_data": ["details": "The user has not written within the last 24 hours."],
                        ]
                    ],
                ])
                continue
            }
            if request.method == .post {
                blocked.insert(customer.number.matchingKey)
            } else {
                blocked.remove(customer.number.matchingKey)
            }
            done.append(["input": .string(input), "wa_id": .string(customer.number.digits)])
        }
        var lists: [(String, JSONValue)] = [
            (request.method == .post ? "added_users" : "removed_users", .array(done))
        ]
        guard !failed.isEmpty else {
            return .json(["messaging_product": "whatsapp", "block_users": .members(lists)])
        }
        lists.append(("failed_users", .array(failed)))
        let fault = PlatformFault(code: 139_100, message: "Failed to block/unblock some or all users")
        return .json(
            [
                "messaging_product": "whatsapp", "block_users": .members(lists),
                "error": fault.graphError(traceID: "SimTrace\(nextNumber())"),
            ], status: 400)
    }

    /// The customer that `{"user": …}` or `{"user_id": …}` names.
    func customer(named entry: JSONValue) -> Customer? {
        if let text = entry["user"]?.string, let number = try? PhoneNumber(text) {
            return customers[number.matchingKey]
        }
        guard let id = entry["user_id"]?.string else { return nil }
        return customers.values.first { $0.userID.rawValue == id }
    }

    private func hasWritten(_ customer: Customer) -> Bool {
        customer.lastWrote.map { clock.now.timeIntervalSince($0) < 24 * 3600 } ?? false
    }
}
