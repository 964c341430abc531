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

extension CallEvent {
    /// The call as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("direction", .text(direction?.rawValue)), ("to", .text(to?.digits)), ("user_id", .text(userID?.rawValue)),
            ("sdp_type", .text(sdpType?.rawValue)), ("status", .text(result?.rawValue)),
            ("start", .text(start.map(Output.timestamp))),
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
            ("invite_link", .text(inviteLink)), ("join_approval_mode", .text(joinApprovalMode?.rawValue)),
            ("reason", .text(reason?.rawValue)),
            ("initiated_by", .text(initiatedBy?.rawValue)), ("join_request_id", .text(joinRequestID)),
            ("applicant", applicant?.inspected ?? .null),
            ("added", .list(added.map(\.inspected))), ("removed", .list(removed.map(\.inspected))),
            ("failed", .list(failed.map(\.inspected))), ("profile_picture", picture?.inspected ?? .null),
            ("group_subject", newSubject?.inspected ?? .null), ("group_description", newDetails?.inspected ?? .null),
            ("phone_number_id", .text(origin.receivedOn?.phoneNumberID?.rawValue)),
            ("errors", .list(errors.map(\.inspected))),
        ])
    }
}

extension GroupEvent.Setting {
    fileprivate var inspected: JSONValue {
        .compact([
            ("text", .text(text)), ("mime_type", .text(mimeType)), ("sha256", .text(sha256)),
            ("successful", isSuccessful.map { .bool($0) } ?? .null), ("errors", .list(errors.map(\.inspected))),
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
            ("message", .text(message)), ("old_status", .text(oldStatus?.rawValue)),
            ("new_status", .text(newStatus?.rawValue)),
            ("alert_state", .text(alertState?.rawValue)),
            ("threshold", .measure(threshold)), ("error_rate", .measure(errorRate)),
            ("p50_latency", .measure(medianLatency)),
            ("p90_latency", .measure(highLatency)), ("availability", .measure(availability)),
            ("requests_count", .whole(requestCount)),
            (
                "errors",
                .list(
                    errors.map {
                        .compact([
                            ("type", .text($0.kind?.rawValue)), ("rate", .measure($0.rate)),
                            ("count", .whole($0.count)),
                        ])
                    })
            ),
        ])
    }
}
