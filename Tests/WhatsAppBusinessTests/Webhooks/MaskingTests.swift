import Foundation
import Testing
import WhatsAppBusiness

@Suite("Nothing personal is printed")
struct MaskingTests {
    @Test("of any event, problem or part of them", arguments: Fixture.all)
    func fixtures(fixture: Fixture) throws {
        let delivery = try Delivery(decoding: fixture.bytes)
        var values: [Any] = [delivery, delivery.events]
        for event in delivery.events { values += [event, event.raw] }
        for message in delivery.messages {
            values += [
                message, message.content, message.context as Any, message.contact as Any, message.referral as Any,
                message.identity as Any, message.content.parts, message.conversationContext as Any,
            ]
            values += [message.errors, message.receivedOn as Any, message.sender as Any]
        }
        values += delivery.templates + delivery.templates.map(\.change) + delivery.templates.map(\.origin)
        values += delivery.accounts + delivery.errors + delivery.calls + delivery.groups + delivery.preferences
        values += delivery.userIDs + delivery.flows + delivery.clicks
        values += delivery.echoes + delivery.histories + delivery.contactSyncs + delivery.automatics
        values += delivery.handovers + delivery.standbys
        for handover in delivery.handovers { values += [handover.conversationContext as Any] }
        for echo in delivery.echoes { values += [echo.content, echo.contact as Any, echo.origin] }
        for thread in delivery.chunks.flatMap(\.threads) {
            values += [thread, thread.contact as Any]
            for message in thread.messages { values += [message, message.content] }
        }
        for account in delivery.accounts { values += [account.detail] + account.parts }
        for flow in delivery.flows { values += flow.errors }
        for group in delivery.groups {
            values += group.added + group.removed + group.failed
            values += [group.applicant as Any, group.picture as Any, group.newSubject as Any, group.newDetails as Any]
        }
        for status in delivery.statuses {
            values += [status, status.contact as Any, status.errors, status.pricing as Any, status.conversation as Any]
            values += [status.payment as Any, status.payment?.transaction as Any, status.payment?.refunds as Any]
        }
        expectMasked(values)
    }

    @Test("of problems")
    func problems() throws {
        let broken = #"{"id":"","from":"16505551234","text":{"body":"Is the shop open?"}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [broken]))
        expectMasked([delivery, delivery.problems, delivery.problems.first as Any])
        let error = WebhookError(code: .notJSON, message: "a value is expected", offset: 3)
        let undecodable = DeliveryProblem(undecodable: Array("16505551234".utf8), error: error)
        #expect(undecodable.bytes == Array("16505551234".utf8))
        #expect(undecodable.raw == nil)
        expectMasked([undecodable])
    }

    private func expectMasked(_ values: [Any], _ location: SourceLocation = #_sourceLocation) {
        let personal = [
            "16505551234", "5511987654321", "15550783881", "US.1349", "BR.7781", "Ada", "Bia", "ada.l", "shop open",
            "wamid.",
            "hello", "hi all", "Leak", "Summer", "Aff-1", "order-17", "Healthy", "Main St", "12195555358", "US.222",
            "Express", "sku1", "Engineer", "BEGIN", "37.44", "pg-", "21000", "angry", "kitchen", "Leak", "leak.",
            "Ask Ada", "2329417887457253", "Lovelace",
        ]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                for word in personal { #expect(!text.contains(word), "\(text)", sourceLocation: location) }
            }
        }
    }
}

extension AccountEvent {
    /// What the detail holds, and what that holds.
    fileprivate var parts: [Any] {
        switch detail {
        case .update(let update):
            var parts: [Any] = [update, update.restrictions, update.certification?.rejectionReasons as Any]
            parts += [update.account as Any, update.ban as Any, update.violation as Any, update.disconnection as Any]
            return parts + [update.authenticationRates as Any, update.certification as Any, update.volumeTier as Any]
        case .alert(let alert): return [alert]
        case .review(let decision): return [decision]
        case .settingsUpdate(let update): return [update, update.calling as Any, update.calling?.sipServers as Any]
        case .capability(let capability): return [capability]
        case .businessStatus(let status): return [status]
        case .nameUpdate(let update): return [update]
        case .qualityUpdate(let update): return [update]
        case .usernameUpdate(let update): return [update]
        case .securityUpdate(let update): return [update]
        case .paymentConfiguration(let configuration): return [configuration]
        case .partnerSolution(let solution): return [solution]
        case .partnerNotice(let notice): return [notice]
        @unknown default: return []
        }
    }
}

extension InboundMessage.Content {
    /// What a case holds, and what that holds.
    fileprivate var parts: [Any] {
        switch self {
        case .text(let text): return [text]
        case .image(let media), .video(let media), .audio(let media), .document(let media), .sticker(let media):
            return [media]
        case .location(let location): return [location]
        case .contacts(let cards):
            return cards.flatMap { card -> [Any] in
                let parts: [Any] = [card, card.phones, card.emails, card.addresses, card.urls]
                return parts + [card.name as Any, card.organization as Any]
            }
        case .button(let button): return [button]
        case .buttonReply(let reply): return [reply]
        case .listReply(let reply): return [reply]
        case .flowReply(let reply): return [reply, reply.response as Any]
        case .addressReply(let reply): return [reply]
        case .callPermissionReply(let reply): return [reply]
        case .order(let order): return [order] + order.items
        case .reaction(let reaction): return [reaction]
        case .system(let notice): return [notice]
        case .edit(let edit): return [edit] + edit.content.parts
        case .revoke(let deletion): return [deletion]
        case .unsupported(let content): return [content]
        default: return []
        }
    }
}
