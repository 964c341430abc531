import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// Takes a message, whatever face it came to: checks it, its template, the window, gives it an id and sends it on its
    /// way with its statuses.
    ///
    /// - Parameters:
    ///   - body: the send in Cloud API's JSON, as `POST /messages` has it; `messaging_product` is not looked at.
    ///   - marketing: whether it came to the marketing messages endpoint, which takes marketing templates only.
    /// - Returns: what was taken. A message that the window refuses is taken too, where the platform is set so, and its
    ///   status `failed` follows.
    /// - Throws: the refusal.
    func accept(_ body: JSONValue, marketing: Bool = false) throws(PlatformFault) -> AcceptedMessage {
        guard number.isRegistered else {
            throw PlatformFault(code: 133_010, message: "Phone number not registered")
        }
        if marketing, body["type"]?.string != "template" {
            throw PlatformFault(code: 131055, message: "Method not allowed", details: "Only templates are sent here.")
        }
        let request = try ReceivedRequest(body)
        let message = try compose(request, marketing: marketing)
        if let group = request.groupID { return try accept(message, request, inGroup: group) }
        let customer = try customer(of: request)
        guard !blocked.contains(customer.number.matchingKey) else {
            throw PlatformFault(code: 130_403, message: "User is blocked by the business")
        }
        customers[customer.number.matchingKey]?.typingUntil = nil
        let quote = quote(message.kind, to: customer, at: clock.now)
        if !quote.isAllowed, configuration.windowRefusal == .refusedRequest { throw .windowClosed }
        let id = message.shown.id
        outbound[id] = Outbound(
            members: [customer.number.matchingKey], callbackData: request.callbackData, quote: quote)
        let accepted = AcceptedMessage(
            id: id, input: request.input, recipient: customer.identity, isToUserID: request.userID != nil,
            template: message.shown.template)
        guard quote.isAllowed else {
            emitStatus("failed", of: id, for: [customer], fault: .windowClosed)
            return accepted
        }
        waiting[id] = message.shown
        emitStatus("sent", of: id, for: [customer])
        if customer.isReachable { deliver(id, to: [customer]) }
        return accepted
    }

    /// Takes a message that is built from the library's values.
    func accept(_ request: SendRequest) throws(PlatformFault) -> AcceptedMessage {
        guard let bytes = try? JSONEncoder().encode(request), let body = try? JSONValue(parsing: Array(bytes)) else {
            throw .notJSON
        }
        return try accept(body)
    }

    /// Marks a message of a customer, and those before it, as read.
    ///
    /// - Parameters:
    ///   - id: the message.
    ///   - showsTyping: whether the customer sees that somebody writes, for 25 seconds or until something is sent.
    func markAsRead(_ id: MessageID, showsTyping: Bool = false) throws(PlatformFault) {
        guard let key = inbound[id], let written = customers[key]?.written else {
            throw .invalid("message_id", "no inbound message has this id")
        }
        for earlier in written {
            readMarks.insert(earlier)
            if earlier == id { break }
        }
        if showsTyping { customers[key]?.typingUntil = clock.now + 25 }
    }

    /// A message that is ready to go.
    struct Composed {
        var shown: CustomerMessage
        var kind: Pricing.Message
    }

    /// Makes what the phone will show, with a new id.
    private func compose(_ request: ReceivedRequest, marketing: Bool) throws(PlatformFault) -> Composed {
        var shown = request.message.content.shown
        var kind = Pricing.Message.freeForm
        var name: String?
        if case .template(let template, let language, let components) = request.content {
            let index = try sendableTemplate(template, language)
            let record = templates[index]
            if marketing, record.category != "MARKETING" {
                throw PlatformFault(
                    code: 134100, message: "Only marketing messages are supported",
                    details: "The template is of another category.")
            }
            if record.category == "AUTHENTICATION", request.userID != nil {
                throw PlatformFault(
                    code: 131_062, message: "Business-scoped user ids are not supported for this message")
            }
            shown = try TemplateFiller.fill(record, with: components)
            templates[index].sent += 1
            kind = .template(Pricing.Category(rawValue: record.category.lowercased()))
            name = template
        }
        let message = CustomerMessage(
            id: nextMessageID(), text: shown.body, shown: shown, message: request.message, replyTo: request.replyTo,
            template: name, groupID: request.groupID, sentAt: clock.now)
        return Composed(shown: message, kind: kind)
    }

    private func customer(of request: ReceivedRequest) throws(PlatformFault) -> Customer {
        if let number = request.number {
            guard number.matchingKey != configuration.phoneNumber.matchingKey else {
                throw PlatformFault(code: 131021, message: "Recipient cannot be sender")
            }
            return updateCustomer(number)
        }
        guard let customer = customers.values.first(where: { $0.userID == request.userID }) else {
            throw PlatformFault(code: 131026, message: "Message undeliverable")
        }
        return customer
    }

    /// The template, where it may be sent (webhooks reference §5.5).
    private func sendableTemplate(_ name: String, _ language: LanguageCode) throws(PlatformFault) -> Int {
        guard let index = index(name, language) else {
            throw PlatformFault(
                status: 404, code: 132001, message: "Template name does not exist in the translation",
                details: "template name (\(name)) does not exist in \(language.rawValue)")
        }
        switch templates[index].status {
        case "APPROVED": return index
        case "PAUSED":
            throw PlatformFault(
                code: 132_015, message: "Template is Paused",
                details: "Template is paused due to low quality so it cannot be sent in a template message.")
        case "DISABLED":
            throw PlatformFault(
                code: 132_016, message: "Template is Disabled",
                details: "Template has been paused too many times due to low quality and is now permanently disabled.")
        default:
            throw PlatformFault(
                status: 404, code: 132001, message: "Template name does not exist in the translation",
                details: "template name (\(name)) is not approved in \(language.rawValue)")
        }
    }

    /// Puts a message on customers' phones.
    func deliver(_ id: MessageID, to reached: [Customer]) {
        guard let message = waiting[id], var record = outbound[id], !reached.isEmpty else { return }
        let keys = reached.map(\.number.matchingKey)
        record.delivered.formUnion(keys)
        outbound[id] = record
        for key in keys { customers[key]?.inbox.append(message) }
        if record.groupID == nil, let key = keys.first { applyDelivery(of: record, to: key, id: id) }
        if record.delivered.count == record.members.count { waiting[id] = nil }
        emitStatus("delivered", of: id, for: reached)
    }

    /// Queues a status of an outbound message.
    func emitStatus(_ state: String, of id: MessageID, for recipients: [Customer], fault: PlatformFault? = nil) {
        guard let record = outbound[id] else { return }
        var status = SimulatedEvent.Status(
            id: id, state: state, recipients: recipients.map(\.identity), groupID: record.groupID, at: clock.now,
            callbackData: record.callbackData, fault: fault)
        if fault == nil, state != "read" { status.pricing = record.quote.flatMap { pricing(of: $0) } }
        emit(.status(status))
    }
}
