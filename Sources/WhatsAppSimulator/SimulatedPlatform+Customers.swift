public import WhatsAppBusiness
import WhatsAppConversations

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
        receive("text", ["body": .string(text)], from: number, name: name, adID: adID)
    }

    /// Queues the webhook of a message from a customer.
    func receive(
        _ type: String, _ content: JSONValue, from number: PhoneNumber, name: String? = nil, adID: String? = nil,
        context: MessageID? = nil
    ) -> MessageID {
        let id = nextMessageID()
        inbound.insert(id)
        let now = clock.now
        let customer = updateCustomer(number) { customer in
            if let name { customer.name = name }
            customer.conversation.apply(
                .customerMessage(at: now, entryPoint: adID == nil ? nil : EntryPoint(kind: .ad), id: id))
        }
        var message: [(String, JSONValue)] = []
        if let context {
            message.append(
                (
                    "context",
                    ["from": .string(configuration.phoneNumber.digits), "id": .string(context.rawValue)]
                ))
        }
        message += [
            ("from", .string(customer.number.digits)), ("from_user_id", .string(customer.userID.rawValue)),
            ("id", .string(id.rawValue)), ("timestamp", .string(timestamp)), ("type", .string(type)), (type, content),
        ]
        if let adID {
            message.append(
                ("referral", ["source_type": "ad", "source_id": .string(adID), "headline": "Visit the shop"]))
        }
        emit("messages", [("contacts", [contact(customer)]), ("messages", [.members(message)])])
        return id
    }

    /// The customer opens the chat and reads every message that was delivered.
    public func customerReads(_ number: PhoneNumber) {
        let key = number.matchingKey
        let unread = outbound.filter { $0.value.customer == key && $0.value.isDelivered && !$0.value.isRead }
        for id in unread.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            outbound[id]?.isRead = true
            emitStatus("read", of: id)
        }
    }

    /// Takes the customer's phone off the network or puts it back; what was sent meanwhile is delivered then.
    public func setReachable(_ isReachable: Bool, _ number: PhoneNumber) {
        updateCustomer(number) { $0.isReachable = isReachable }
        guard isReachable else { return }
        let key = number.matchingKey
        let waiting = outbound.filter { $0.value.customer == key && !$0.value.isDelivered }
        for id in waiting.keys.sorted(by: { $0.rawValue < $1.rawValue }) { deliver(id) }
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

    /// The customer as webhooks name them.
    func contact(_ customer: Customer) -> JSONValue {
        [
            "profile": ["name": .string(customer.name)], "wa_id": .string(customer.number.digits),
            "user_id": .string(customer.userID.rawValue),
        ]
    }
}
