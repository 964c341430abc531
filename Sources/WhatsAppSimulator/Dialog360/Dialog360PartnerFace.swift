import HTTPTypes
import WhatsAppBusiness
import WhatsAppWebhooks

/// 360dialog's partner webhook: signed events in an envelope of their own (360dialog reference §5.4).
struct Dialog360PartnerFace: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        await Dialog360Face().answer(request, on: platform)
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        events.compactMap { event in
            guard case .change(let change) = event, let content = content(change, on: platform) else { return nil }
            let body = JSONValue.members([
                ("id", .string("SimEvent\(platform.nextNumber())")), ("event", .string(content.name)),
                ("data", content.data),
            ]).serialized()
            let signer = SignatureSigner(secret: platform.dialog360.settings.platformSecret, prefix: "")
            return SimulatedWebhook(headers: [.dialog360Signature: signer.signature(for: body)], body: body)
        }
    }

    /// The name of an event and what it tells; `nil` for what partners are not told.
    private func content(
        _ change: SimulatedEvent.Change, on platform: isolated SimulatedPlatform
    ) -> (name: String, data: JSONValue)? {
        func member(_ name: String) -> JSONValue? { change.members.last { $0.0 == name }?.1 }
        func text(_ value: JSONValue?) -> String { value?.string ?? value?.number?.text ?? "" }
        let id = text(member("message_template_id"))
        var template: [(String, JSONValue)] = [
            ("id", .string("Sim\(id)WT")), ("external_id", .string(id)),
            ("name", member("message_template_name") ?? nil), ("language", member("message_template_language") ?? nil),
        ]
        let name: String
        switch change.field {
        case "message_template_status_update":
            name = "waba_template_status_changed"
            template.append(("new_status", member("event") ?? nil))
            template.append(("rejected_reason", member("reason") ?? "NONE"))
        case "template_category_update":
            name = "waba_template_category_changed"
            template.append(("previous_category", member("previous_category") ?? nil))
            template.append(("category", member("new_category") ?? nil))
        default: return nil
        }
        return (name, ["id": .string(platform.dialog360.settings.accountID), "template": .members(template)])
    }
}
