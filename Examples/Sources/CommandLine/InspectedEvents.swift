import Foundation
import WhatsApp

extension TemplateEvent {
    /// The change as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        var fields: [(String, JSONValue)] = [("name", .text(name)), ("language", .text(language))]
        switch change {
        case .status(let status):
            fields += [
                ("event", .string(status.state.rawValue)), ("reason", .text(status.reason)),
                ("category", .text(status.category)),
                ("disable_date", .text(status.disableDate.map(Output.timestamp))), ("title", .text(status.title)),
                ("details", .text(status.details)),
                ("rejection_reason", .text(status.rejectionReason)), ("recommendation", .text(status.recommendation)),
            ]
        case .quality(let previous, let current):
            fields += [("previous_quality", .text(previous)), ("quality", .string(current))]
        case .components(let components):
            let buttons = components.buttons.map { button in
                JSONValue.compact([
                    ("type", .text(button.type)), ("text", .text(button.text)), ("url", .text(button.url)),
                    ("phone_number", .text(button.phoneNumber)),
                ])
            }
            fields += [
                ("body", .string(components.body)), ("header", .text(components.header)),
                ("footer", .text(components.footer)), ("buttons", .list(buttons)),
            ]
        case .category(let previous, let current):
            fields += [("previous_category", .text(previous)), ("category", .string(current))]
        case .upcomingCategory(let current, let upcoming, let date):
            fields += [
                ("category", .text(current)), ("upcoming_category", .string(upcoming)),
                ("from", .text(date.map(Output.timestamp))),
            ]
        case .detectedCategory(let sent, let correct):
            fields += [("category", .text(sent)), ("correct_category", .string(correct))]
        @unknown default: break
        }
        return .compact(fields)
    }
}

extension AccountEvent {
    /// The event as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        let restrictions = self.restrictions.map { restriction in
            JSONValue.compact([
                ("type", .string(restriction.type)),
                ("expiration", .text(restriction.expiration.map(Output.timestamp))),
                ("remediation", .text(restriction.remediation)),
            ])
        }
        return .compact([
            ("event", .string(event.rawValue)), ("phone_number", .text(phoneNumber?.digits)),
            ("entity_type", .text(entityType)), ("entity_id", .text(entityID)),
            ("severity", .text(severity)), ("status", .text(alertStatus)), ("details", .text(details)),
            ("verified_name", .text(verifiedName)), ("rejection_reason", .text(rejectionReason)),
            ("current_limit", .text(currentLimit)), ("old_limit", .text(oldLimit)),
            ("daily_conversations", .text(dailyConversations)),
            ("daily_conversations_per_number", .whole(dailyConversationsPerNumber)),
            ("numbers_per_business", .whole(numbersPerBusiness)), ("numbers_per_account", .whole(numbersPerAccount)),
            ("username", .text(username)), ("requester", .text(requester)), ("business_id", .text(businessID)),
            ("solution_id", .text(solutionID)), ("country", .text(country)),
            ("configuration", .text(configurationName)), ("payment_provider", .text(providerName)),
            ("restrictions", .list(restrictions)), ("violation", .text(violation)), ("remediation", .text(remediation)),
            ("ban_state", .text(banState)), ("ban_date", .text(banDate)),
            ("waba_id", .text(sharedAccountID?.rawValue)), ("owner_business_id", .text(ownerBusinessID)),
            ("partner_app_id", .text(partnerAppID)),
            ("disconnection_reason", .text(disconnectionReason)), ("disconnected_by", .text(disconnectedBy)),
            ("certification_status", .text(certificationStatus)), ("tier", .text(volumeTier?.tier)),
            ("tier_month", .text(volumeTier?.month)),
        ])
    }
}

extension CallEvent {
    /// The call as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("direction", .text(direction?.rawValue)), ("to", .text(to?.digits)), ("user_id", .text(userID?.rawValue)),
            ("sdp_type", .text(sdpType)), ("status", .text(result)), ("start", .text(start.map(Output.timestamp))),
            ("end", .text(end.map(Output.timestamp))), ("duration", .whole(duration)),
            ("deeplink_payload", .text(deeplinkPayload)),
            ("button_payload", .text(buttonPayload)), ("callback_data", .text(callbackData)),
            ("phone_number_id", .text(origin.receivedOn?.phoneNumberID?.rawValue)),
            ("errors", .list(errors.map(\.inspected))),
        ])
    }
}

extension GroupEvent {
    /// The event as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("request_id", .text(requestID)), ("subject", .text(subject ?? newSubject?.text)),
            ("description", .text(details ?? newDetails?.text)),
            ("invite_link", .text(inviteLink)), ("join_approval_mode", .text(joinApprovalMode)),
            ("reason", .text(reason)),
            ("initiated_by", .text(initiatedBy)), ("join_request_id", .text(joinRequestID)),
            ("applicant", applicant?.inspected ?? .null),
            ("added", .list(added.map(\.inspected))), ("removed", .list(removed.map(\.inspected))),
            ("failed", .list(failed.map(\.inspected))),
            ("errors", .list(errors.map(\.inspected))),
        ])
    }
}

extension GroupEvent.Participant {
    fileprivate var inspected: JSONValue {
        .compact([
            ("input", .text(input)), ("wa_id", .text(waID?.rawValue)), ("user_id", .text(userID?.rawValue)),
            ("username", .text(username)),
            ("errors", .list(errors.map(\.inspected))),
        ])
    }
}

extension FlowEvent {
    /// The event as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("message", .text(message)), ("old_status", .text(oldStatus)), ("new_status", .text(newStatus)),
            ("alert_state", .text(alertState)),
            ("threshold", .measure(threshold)), ("error_rate", .measure(errorRate)),
            ("p50_latency", .measure(medianLatency)),
            ("p90_latency", .measure(highLatency)), ("availability", .measure(availability)),
            ("requests_count", .whole(requestCount)),
        ])
    }
}
