import Foundation
import WhatsApp

extension AccountEvent {
    /// The event as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([("event", .text(word)), ("phone_number", .text(phoneNumber?.digits))] + detail.inspected)
    }
}

extension AccountEvent.Detail {
    fileprivate var inspected: [(String, JSONValue)] {
        switch self {
        case .update(let update): return update.inspected
        case .alert(let alert):
            return [
                ("severity", .text(alert.severity?.rawValue)), ("status", .text(alert.state?.rawValue)),
                ("details", .text(alert.details)), ("entity_type", .text(alert.entityType?.rawValue)),
                ("entity_id", .text(alert.entityID)),
            ]
        case .settingsUpdate(let update):
            return [
                ("phone_number_id", .text(update.phoneNumberID?.rawValue)),
                ("calling", update.calling?.inspected ?? .null),
            ]
        case .capability(let capability):
            return [
                ("daily_conversations", .text(capability.businessLimit?.rawValue)),
                ("daily_conversations_per_number", .text(capability.numberLimit?.rawValue)),
                ("numbers_per_business", .whole(capability.numbersPerBusiness)),
                ("numbers_per_account", .whole(capability.numbersPerAccount)),
            ]
        case .businessStatus(let status): return [("business_id", .text(status.businessID))]
        case .nameUpdate(let update):
            return [
                ("verified_name", .text(update.requestedName)),
                ("rejection_reason", .text(update.rejectionReason?.rawValue)),
            ]
        case .qualityUpdate(let update):
            return [
                ("current_limit", .text(update.currentLimit?.rawValue)),
                ("old_limit", .text(update.previousLimit?.rawValue)),
                ("daily_conversations", .text(update.businessLimit?.rawValue)),
            ]
        case .usernameUpdate(let update): return [("username", .text(update.username))]
        case .securityUpdate(let update): return [("requester", .text(update.requester))]
        case .paymentConfiguration(let configuration):
            return [
                ("configuration", .text(configuration.name)),
                ("payment_provider", .text(configuration.provider?.rawValue)),
                ("merchant_id", .text(configuration.merchantID)),
                ("created", .text(configuration.created.map(Output.timestamp))),
                ("updated", .text(configuration.updated.map(Output.timestamp))),
            ]
        case .partnerSolution(let solution):
            return [("solution_id", .text(solution.solutionID)), ("status", .text(solution.status?.rawValue))]
        case .partnerNotice(let notice):
            return [
                ("channel_id", .text(notice.channelID)), ("client_id", .text(notice.clientID)),
                ("status", .text(notice.status)), ("name", .text(notice.name)), ("event_id", .text(notice.eventID)),
            ]
        case .review: return []
        @unknown default: return []
        }
    }
}

extension AccountEvent.Update {
    fileprivate var inspected: [(String, JSONValue)] {
        [
            ("waba_id", .text(account?.accountID?.rawValue)),
            ("owner_business_id", .text(account?.ownerBusinessID)), ("ad_account_id", .text(account?.adAccountID)),
            ("partner_app_id", .text(account?.partnerAppID)), ("solution_id", .text(account?.solutionID)),
            ("solution_partner_business_ids", .list((account?.solutionPartnerIDs ?? []).map { .string($0) })),
            ("restrictions", .list(restrictions.map(\.inspected))),
            ("violation", .text(violation?.kind?.rawValue)), ("remediation", .text(violation?.remediation)),
            ("ban_state", .text(ban?.state?.rawValue)), ("ban_date", .text(ban?.date)),
            ("disconnection_reason", .text(disconnection?.reason?.rawValue)),
            ("disconnected_by", .text(disconnection?.initiator?.rawValue)),
            ("authentication_rates", authenticationRates?.inspected ?? .null),
            ("client_business_id", .text(certification?.clientBusinessID)),
            ("certification_status", .text(certification?.status?.rawValue)),
            ("rejection_reasons", .list((certification?.rejectionReasons ?? []).map { .string($0.rawValue) })),
            ("tier", volumeTier?.inspected ?? .null), ("country", .text(country)),
        ]
    }
}

extension AccountEvent.Restriction {
    fileprivate var inspected: JSONValue {
        .compact([
            ("type", .string(kind.rawValue)), ("expiration", .text(expiration.map(Output.timestamp))),
            ("remediation", .text(remediation)),
        ])
    }
}

extension AccountEvent.AuthenticationRates {
    fileprivate var inspected: JSONValue {
        let exceptions = exceptions.map { exception in
            JSONValue.compact([
                ("country", .text(exception.country)), ("start", .text(exception.start.map(Output.timestamp))),
            ])
        }
        return .compact([("start", .text(start.map(Output.timestamp))), ("exceptions", .list(exceptions))])
    }
}

extension AccountEvent.VolumeTier {
    fileprivate var inspected: JSONValue {
        .compact([
            ("tier", .text(tier)), ("category", .text(category?.rawValue)), ("month", .text(month)),
            ("region", .text(region)), ("updated", .text(updated.map(Output.timestamp))),
        ])
    }
}

extension AccountEvent.CallingSettings {
    fileprivate var inspected: JSONValue {
        let hours = weeklyHours.map { hours in
            JSONValue.compact([("day", .text(hours.day)), ("open", .text(hours.open)), ("close", .text(hours.close))])
        }
        let holidays = holidays.map { holiday in
            JSONValue.compact([
                ("date", .text(holiday.date)), ("start", .text(holiday.start)), ("end", .text(holiday.end)),
            ])
        }
        let servers = sipServers.map { server in
            JSONValue.compact([("hostname", .text(server.hostname)), ("port", .whole(server.port))])
        }
        return .compact([
            ("status", .text(status?.rawValue)), ("call_icon_visibility", .text(iconVisibility?.rawValue)),
            ("callback_permission_status", .text(callbackPermission?.rawValue)),
            ("call_hours_status", .text(hoursStatus?.rawValue)), ("timezone_id", .text(timeZone)),
            ("weekly_hours", .list(hours)), ("holidays", .list(holidays)), ("sip_status", .text(sipStatus?.rawValue)),
            ("sip_servers", .list(servers)),
        ])
    }
}
