import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// `POST /{phone-number-id}/messages`: a send, or a read mark.
    func postMessages(_ bytes: [UInt8]) throws(GraphFault) -> GraphReply {
        guard let body = try? JSONValue(parsing: bytes), body.object != nil else { throw .notJSON }
        guard body["messaging_product"]?.string == "whatsapp" else {
            throw GraphFault(code: 100, message: "The parameter messaging_product is required.")
        }
        if let status = body["status"] {
            return try markAsRead(status: status, body)
        }
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
            kind = .template(template.category)
            templateName = name
        case .other(let content):
            text = content.shownText
            kind = .freeForm
        }
        let quote = quote(kind, to: customer, at: now)
        let id = nextMessageID()
        if !quote.isAllowed {
            guard configuration.windowRefusal == .failedStatus else { throw .windowClosed }
            outbound[id] = Outbound(
                customer: customer.number.matchingKey, callbackData: request.callbackData, quote: quote)
            emitStatus("failed", of: id, fault: .windowClosed)
            return accepted(id, request, customer, isTemplate: false)
        }
        outbound[id] = Outbound(customer: customer.number.matchingKey, callbackData: request.callbackData, quote: quote)
        waiting[id] = CustomerMessage(
            id: id, text: text, message: request.message, replyTo: request.replyTo, template: templateName, sentAt: now)
        emitStatus("sent", of: id)
        if customer.isReachable { deliver(id) }
        return accepted(id, request, customer, isTemplate: templateName != nil)
    }

    private func accepted(
        _ id: MessageID, _ request: ReceivedRequest, _ customer: Customer, isTemplate: Bool
    ) -> GraphReply {
        var contact: [(String, JSONValue)] = [("input", .string(request.input))]
        if request.userID == nil {
            contact.append(("wa_id", .string(customer.number.digits)))
        } else {
            contact.append(("user_id", .string(customer.userID.rawValue)))
        }
        var message: [(String, JSONValue)] = [("id", .string(id.rawValue))]
        if isTemplate { message.append(("message_status", "accepted")) }
        return .success([
            "messaging_product": "whatsapp", "contacts": [.members(contact)],
            "messages": [.members(message)],
        ])
    }

    private func markAsRead(status: JSONValue, _ body: JSONValue) throws(GraphFault) -> GraphReply {
        guard status.string == "read" else { throw .invalid("status", "only read is known") }
        guard let id = body["message_id"]?.string else { throw .missing("message_id") }
        guard inbound.contains(MessageID(id)) else { throw .invalid("message_id", "no inbound message has this id") }
        if let indicator = body["typing_indicator"], indicator["type"]?.string != "text" {
            throw .invalid("typing_indicator.type", "only text is known")
        }
        readMarks.insert(MessageID(id))
        return .done
    }

    private func customer(of request: ReceivedRequest) throws(GraphFault) -> Customer {
        if let number = request.number {
            guard number.matchingKey != configuration.phoneNumber.matchingKey else {
                throw GraphFault(code: 131021, message: "Recipient cannot be sender")
            }
            return updateCustomer(number)
        }
        guard let customer = customers.values.first(where: { $0.userID == request.userID }) else {
            throw GraphFault(code: 131026, message: "Message undeliverable")
        }
        return customer
    }

    private func template(_ name: String, _ language: LanguageCode) throws(GraphFault) -> SimulatedTemplate {
        let found = configuration.templates.first { $0.name == name && $0.language == language }
        guard let found else {
            throw GraphFault(
                status: 404, code: 132001, message: "Template name does not exist in the translation",
                details: "No approved template has this name and language.")
        }
        return found
    }

    private func fill(
        _ template: SimulatedTemplate, _ values: [ReceivedRequest.TemplateValue]
    ) throws(GraphFault) -> String {
        let placeholders = template.placeholders
        guard values.count == placeholders.count else {
            throw GraphFault(
                code: 132000, message: "Number of parameters does not match the expected number of params",
                details:
                    "body: number of localizable_params (\(values.count)) does not match the expected number of params (\(placeholders.count))"
            )
        }
        let isNamed = placeholders.contains { Int($0) == nil }
        var texts: [String: String] = [:]
        for (index, value) in values.enumerated() {
            guard isNamed == (value.name != nil), isNamed ? placeholders.contains(value.name ?? "") : true else {
                throw GraphFault(
                    code: 132012, message: "Parameter format does not match format in the created template",
                    details: isNamed
                        ? "A parameter name is missing or unknown." : "The template's parameters have no names.")
            }
            texts[value.name ?? "\(index + 1)"] = value.text
        }
        return template.rendered(texts)
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
    func emitStatus(_ state: String, of id: MessageID, fault: GraphFault? = nil) {
        guard let record = outbound[id], let customer = customers[record.customer] else { return }
        var status: [(String, JSONValue)] = [
            ("id", .string(id.rawValue)), ("status", .string(state)), ("timestamp", .string(timestamp)),
            ("recipient_id", .string(customer.number.digits)),
        ]
        if let tag = record.callbackData { status.append(("biz_opaque_callback_data", .string(tag))) }
        if let fault {
            status.append(
                (
                    "errors",
                    [
                        [
                            "code": .number(JSONNumber(fault.code)), "title": .string(fault.message),
                            "message": .string(fault.message), "error_data": ["details": .string(fault.details ?? "")],
                        ]
                    ]
                ))
            emit("messages", [("statuses", [.members(status)])])
            return
        }
        status.append(("recipient_user_id", .string(customer.userID.rawValue)))
        if state != "read", let pricing = pricing(of: record.quote) { status.append(("pricing", pricing)) }
        emit("messages", [("contacts", [contact(customer)]), ("statuses", [.members(status)])])
    }
}
