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
        if marketing { try checkMarketing(body) }
        let request = try ReceivedRequest(body)
        let customer = try customer(of: request)
        let now = clock.now

        let text: String
        let kind: Pricing.Message
        var templateName: String?
        switch request.content {
        case .text(let body):
            text = body
            kind = .freeForm
        case .template(let name, let language, let values):
            let template = try template(name, language)
            text = try fill(template, values)
            kind = .template(Pricing.Category(rawValue: template.category.lowercased()))
            templateName = name
        case .other(let content):
            text = content.shownText
            kind = .freeForm
        }
        let quote = quote(kind, to: customer, at: now)
        let id = nextMessageID()
        let accepted = AcceptedMessage(
            id: id, input: request.input, recipient: customer.identity, isToUserID: request.userID != nil,
            template: templateName)
        if !quote.isAllowed {
            guard configuration.windowRefusal == .failedStatus else { throw .windowClosed }
            outbound[id] = Outbound(
                customer: customer.number.matchingKey, callbackData: request.callbackData, quote: quote)
            emitStatus("failed", of: id, fault: .windowClosed)
            return accepted
        }
        outbound[id] = Outbound(customer: customer.number.matchingKey, callbackData: request.callbackData, quote: quote)
        waiting[id] = CustomerMessage(
            id: id, text: text, message: request.message, replyTo: request.replyTo, template: templateName, sentAt: now)
        emitStatus("sent", of: id)
        if customer.isReachable { deliver(id) }
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
    func markAsRead(_ id: MessageID, showsTyping: Bool = false) throws(PlatformFault) {
        guard inbound.contains(id) else { throw .invalid("message_id", "no inbound message has this id") }
        readMarks.insert(id)
    }

    private func checkMarketing(_ body: JSONValue) throws(PlatformFault) {
        guard body["type"]?.string == "template" else {
            throw PlatformFault(code: 131055, message: "Method not allowed", details: "Only templates are sent here.")
        }
        let name = body["template"]?["name"]?.string ?? ""
        let language = LanguageCode(rawValue: body["template"]?["language"]?["code"]?.string ?? "")
        guard try template(name, language).category == "MARKETING" else {
            throw PlatformFault(
                code: 134100, message: "Only marketing messages are supported",
                details: "The template is of another category.")
        }
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

    private func template(_ name: String, _ language: LanguageCode) throws(PlatformFault) -> TemplateRecord {
        let found = templates.first { $0.name == name && $0.language == language && $0.status == "APPROVED" }
        guard let found else {
            throw PlatformFault(
                status: 404, code: 132001, message: "Template name does not exist in the translation",
                details: "No approved template has this name and language.")
        }
        return found
    }

    private func fill(
        _ template: TemplateRecord, _ values: [ReceivedRequest.TemplateValue]
    ) throws(PlatformFault) -> String {
        let body = PlaceholderText(template.body)
        let placeholders = body.names
        guard values.count == placeholders.count else {
            throw PlatformFault(
                code: 132000, message: "Number of parameters does not match the expected number of params",
                details:
                    "body: number of localizable_params (\(values.count)) does not match the expected number of params (\(placeholders.count))"
            )
        }
        let isNamed = placeholders.contains { Int($0) == nil }
        var texts: [String: String] = [:]
        for (index, value) in values.enumerated() {
            guard isNamed == (value.name != nil), isNamed ? placeholders.contains(value.name ?? "") : true else {
                throw PlatformFault(
                    code: 132012, message: "Parameter format does not match format in the created template",
                    details: isNamed
                        ? "A parameter name is missing or unknown." : "The template's parameters have no names.")
            }
            texts[value.name ?? "\(index + 1)"] = value.text
        }
        return body.rendered(texts)
    }

    /// Puts a message on the customer's phone.
    func deliver(_ id: MessageID) {
        guard let message = waiting.removeValue(forKey: id), var record = outbound[id] else { return }
        record.isDelivered = true
        outbound[id] = record
        customers[record.customer]?.inbox.append(message)
        applyDelivery(of: record, id: id)
        emitStatus("delivered", of: id)
    }

    /// Queues a status of an outbound message.
    func emitStatus(_ state: String, of id: MessageID, fault: PlatformFault? = nil) {
        guard let record = outbound[id], let customer = customers[record.customer] else { return }
        var status = SimulatedEvent.Status(
            id: id, state: state, recipients: [customer.identity], at: clock.now, callbackData: record.callbackData,
            fault: fault)
        if fault == nil, state != "read" { status.pricing = pricing(of: record.quote) }
        emit(.status(status))
    }
}
