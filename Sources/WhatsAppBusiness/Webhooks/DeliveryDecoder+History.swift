extension DeliveryDecoder {
    /// Decodes `history[]`: an event for each chunk, a problem for each thing in one that is broken.
    /// - Returns: `false` when the limit of events is reached.
    @inline(never)
    mutating func decodeHistory(_ array: JSONNode, _ scope: borrowing ChangeScope) -> Bool {
        for (place, node) in array.elements.enumerated() {
            guard hasRoom else { return false }
            let path = "value.history[\(place)]"
            guard node.kind == .object else {
                report(.wrongType, path, "a chunk is an object", node, scope.field, account: scope.businessAccountID)
                continue
            }
            guard ["threads", "errors", "metadata"].contains(where: { node.member($0).map { !$0.isNull } == true })
            else {
                report(
                    .missing, "\(path).threads", "there are neither threads nor errors", node, scope.field,
                    account: scope.businessAccountID)
                continue
            }
            let metadata = node.member("metadata")
            var chunk = HistoryEvent.Chunk(
                phase: metadata?.member("phase")?.integer.map { .init(rawValue: $0) },
                order: metadata?.member("chunk_order")?.integer, progress: metadata?.member("progress")?.integer,
                errors: node.member("errors").map { PlatformError.list($0, buffer: buffer) } ?? [],
                origin: origin(node, scope))
            let isComplete = decodeThreads(node, path, scope, into: &chunk)
            events.append(.history(.chunk(chunk)))
            guard isComplete else { return false }
        }
        return true
    }

    /// Whether a problem inside of a chunk may be added, so that there is still room for the chunk.
    private var hasRoomInside: Bool { events.count &+ problems.count &+ 1 < limits.maximumEvents }

    private mutating func decodeThreads(
        _ node: JSONNode, _ path: String, _ scope: borrowing ChangeScope, into chunk: inout HistoryEvent.Chunk
    ) -> Bool {
        for member in node.members where "threads" ~= member.key && !member.value.isNull {
            guard member.value.kind == .array else {
                guard reportInside("\(path).threads", "threads are an array", member.value, scope) else { return false }
                continue
            }
            for (place, thread) in member.value.elements.enumerated() {
                let path = "\(path).threads[\(place)]"
                guard thread.kind == .object else {
                    guard reportInside(path, "a thread is an object", thread, scope) else { return false }
                    continue
                }
                var read = HistoryEvent.Thread(number: thread.member("id")?.text.map { PhoneNumber(rawValue: $0) })
                read.contact = contact(of: thread, number: read.number, scope)
                let isComplete = decodeMessages(thread, path, scope, into: &read)
                chunk.threads.append(read)
                guard isComplete else { return false }
            }
        }
        return true
    }

    private mutating func decodeMessages(
        _ node: JSONNode, _ path: String, _ scope: borrowing ChangeScope, into thread: inout HistoryEvent.Thread
    ) -> Bool {
        for member in node.members where "messages" ~= member.key && !member.value.isNull {
            guard member.value.kind == .array else {
                guard reportInside("\(path).messages", "messages are an array", member.value, scope) else {
                    return false
                }
                continue
            }
            for (place, message) in member.value.elements.enumerated() {
                do throws(ElementFault) {
                    thread.messages.append(
                        try HistoryEvent.Message(
                            message, business: scope.receivedOn?.displayPhoneNumber, buffer: buffer))
                    let path = "\(path).messages[\(place)]"
                    // There is to be room for the chunk as well.
                    guard reportParts(of: message, at: path, scope, leaving: 1) else { return false }
                } catch {
                    guard hasRoomInside else { return false }
                    report(error, at: "\(path).messages[\(place)]", message, scope)
                }
            }
        }
        return true
    }

    /// Who the customer of a thread is: its context, completed by the contact of the delivery.
    private func contact(
        of thread: JSONNode, number: PhoneNumber?, _ scope: borrowing ChangeScope
    ) -> WebhookContact? {
        let node = thread.member("context")
        let context = node.flatMap { WebhookContact($0) }
        // No place: threads and contacts need not stand in the same order.
        let number = number ?? context?.waID.map { PhoneNumber(rawValue: $0.rawValue) }
        let profile = scope.contacts.contact(userID: context?.userID, number: number, place: .max)
        guard let context else { return profile ?? number.map { WebhookContact(phoneNumber: $0) } }
        return WebhookContact(
            name: profile?.name,
            username: WebhookContact.username(node?.member("username")?.text) ?? profile?.username,
            waID: context.waID ?? profile?.waID, userID: context.userID ?? profile?.userID,
            parentUserID: context.parentUserID ?? profile?.parentUserID, identityKeyHash: profile?.identityKeyHash,
            phoneNumber: number ?? profile?.phoneNumber)
    }

    /// - Returns: `false` when the limit of events is reached.
    private mutating func reportInside(
        _ path: String, _ reason: String, _ node: JSONNode, _ scope: borrowing ChangeScope
    ) -> Bool {
        guard hasRoomInside else { return false }
        report(.wrongType, path, reason, node, scope.field, account: scope.businessAccountID)
        return true
    }
}
