public import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// The customer writes. The webhook is queued: ``deliverPending()`` or ``run(clock:)`` delivers it.
    ///
    /// - Parameters:
    ///   - text: what the customer writes.
    ///   - number: who writes; a customer that was not known is made.
    ///   - name: the name in the customer's profile.
    ///   - adID: the advertisement that the customer came from, which begins a free entry point.
    /// - Returns: the message's id.
    @discardableResult
    public func customerSends(
        _ text: String, from number: PhoneNumber, name: String = "Ana", adID: String? = nil
    ) -> MessageID {
        var content: [(String, JSONValue)] = [("type", "text"), ("text", ["body": .string(text)])]
        if let adID {
            content.append(
                ("referral", ["source_type": "ad", "source_id": .string(adID), "headline": "Visit the shop"]))
        }
        return emitMessage(content, from: number, name: name, entryPoint: adID == nil ? nil : EntryPoint(kind: .ad))
    }

    /// The customer taps a button, or chooses a row, of the last message that has one with this id.
    ///
    /// ```swift
    /// try await cloud.send(.choices("Which size?", sizes), to: .phoneNumber(customer))
    /// await platform.customerTaps(sizes.id(at: 1) ?? "", from: customer)
    /// ```
    /// - Parameters:
    ///   - id: the id of the button or row.
    ///   - number: who taps.
    /// - Returns: the message's id; `nil` where the phone shows no such button.
    @discardableResult
    public func customerTaps(_ id: String, from number: PhoneNumber) -> MessageID? {
        guard let customer = customers[number.matchingKey] else { return nil }
        for message in customer.inbox.reversed() {
            guard let content = message.reply(to: id) else { continue }
            let context: JSONValue = [
                "from": .string(configuration.phoneNumber.digits), "id": .string(message.id.rawValue),
            ]
            return emitMessage(
                [("context", context)] + content, from: number, name: customer.name, entryPoint: nil,
                inGroup: message.groupID?.rawValue)
        }
        return nil
    }

    /// Queues the webhook of a message from a customer.
    func emitMessage(
        _ content: [(String, JSONValue)], from number: PhoneNumber, name: String? = nil,
        entryPoint: EntryPoint? = nil, inGroup groupID: String? = nil
    ) -> MessageID {
        let id = nextMessageID()
        inbound[id] = number.matchingKey
        let now = clock.now
        let customer = updateCustomer(number) { customer in
            if let name { customer.name = name }
            customer.written.append(id)
            customer.notes.append(Self.note(id, content, at: now))
            // What is written in a group opens no window for the person.
            guard groupID == nil else { return }
            customer.lastWrote = now
            customer.conversation.apply(.customerMessage(at: now, entryPoint: entryPoint, id: id))
        }
        emit(.message(.init(id: id, from: customer.identity, at: now, groupID: groupID, content: content)))
        return id
    }

    private static func note(_ id: MessageID, _ content: [(String, JSONValue)], at instant: Date) -> Note {
        let type = content.first { $0.0 == "type" }?.1.string ?? ""
        let value = content.first { $0.0 == type }?.1
        var text: String?
        for key in ["body", "caption", "emoji", "text", "name"] where text == nil { text = value?[key]?.string }
        for key in ["button_reply", "list_reply"] where text == nil { text = value?[key]?["title"]?.string }
        return Note(id: id, text: text ?? "", type: type, at: instant)
    }

    /// The customer opens the chat and reads every message that was delivered.
    public func customerReads(_ number: PhoneNumber) {
        let key = number.matchingKey
        guard let customer = customers[key] else { return }
        let unread = outbound.filter { $0.value.delivered.contains(key) && !$0.value.read.contains(key) }
        for id in unread.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            outbound[id]?.read.insert(key)
            emitStatus("read", of: id, for: [customer])
        }
    }

    /// Takes the customer's phone off the network or puts it back; what was sent meanwhile is delivered then.
    public func setReachable(_ isReachable: Bool, _ number: PhoneNumber) {
        let customer = updateCustomer(number) { $0.isReachable = isReachable }
        guard isReachable else { return }
        let key = number.matchingKey
        let late = outbound.filter {
            $0.value.members.contains(key) && !$0.value.delivered.contains(key) && waiting[$0.key] != nil
        }
        for id in late.keys.sorted(by: { $0.rawValue < $1.rawValue }) { deliver(id, to: [customer]) }
    }

    /// Whether the customer sees that somebody writes.
    public func isTyping(to number: PhoneNumber) -> Bool {
        customers[number.matchingKey]?.typingUntil.map { clock.now < $0 } ?? false
    }

    /// What the customer's phone shows, in order.
    public func messages(of number: PhoneNumber) -> [CustomerMessage] {
        customers[number.matchingKey]?.inbox ?? []
    }

    /// Whether the business has marked an inbound message as read.
    public func isMarkedAsRead(_ id: MessageID) -> Bool {
        readMarks.contains(id)
    }

    @discardableResult
    func updateCustomer(_ number: PhoneNumber, _ change: (inout Customer) -> Void = { _ in }) -> Customer {
        let key = number.matchingKey
        var customer =
            customers[key]
            ?? Customer(
                number: number, name: "Customer", userID: BusinessScopedUserID("ZZ.\(1_000_000 + customers.count)"))
        change(&customer)
        customers[key] = customer
        return customer
    }
}
