import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// The users that the business has blocked, page after page.
    ///
    /// - Parameters:
    ///   - pageSize: how many a page has; the platform's choice where nothing is said.
    ///   - options: how each call is made.
    /// - Returns: the users. `GET /block_users`, 360dialog reference §2.8; both forms of its answer are read.
    public func blockedUsers(
        pageSize: Int? = nil, options: RequestOptions = .standard
    ) -> PagedSequence<BlockedUser> {
        PagedSequence { [self] cursor throws(WhatsAppError) in
            try require(.blockUsers)
            let query = PathSegment.query([("limit", pageSize.map { String($0) }), ("after", cursor?.rawValue)])
            return try await perform(
                .blockUsers, try client.call("blockedUsers", .get, "block_users", query: query), options
            ) { (response) throws(WhatsAppError) in
                let answer = try GraphAnswer.object(response)
                let users = answer.objects("data").flatMap { element in
                    element["block_users"] == nil ? [element] : element.objects("block_users")
                }
                let paging = answer.part("paging")
                let next = paging?["next"] == nil ? nil : paging?.part("cursors")?.word("after")
                return Page(users.map { BlockedUser($0) }, next: next.map { PageCursor($0) })
            }
        }
    }

    /// Blocks users: their messages no longer arrive, and none is sent to them.
    ///
    /// - Parameters:
    ///   - users: numbers or business-scoped user ids.
    ///   - options: how the call is made.
    /// - Returns: for whom it was done and for whom it was not. `POST /block_users`, 360dialog reference §2.8.
    /// - Throws: `WhatsAppError`, where nothing is known of single users.
    public func blockUsers(
        _ users: [Recipient], options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> BlockOutcome {
        try await changeBlocks(.post, "blockUsers", users, options)
    }

    /// Lets blocked users write again.
    ///
    /// - Parameters:
    ///   - users: numbers or business-scoped user ids.
    ///   - options: how the call is made.
    /// - Returns: for whom it was done and for whom it was not. `DELETE /block_users`, 360dialog reference §2.8.
    /// - Throws: `WhatsAppError`, where nothing is known of single users.
    public func unblockUsers(
        _ users: [Recipient], options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> BlockOutcome {
        try await changeBlocks(.delete, "unblockUsers", users, options)
    }

    /// The most users of one call: 1,000 (the platform's limit is unconfirmed through 360dialog).
    private static let maximumBlockedAtOnce = 1000

    private func changeBlocks(
        _ method: HTTPRequest.Method, _ operation: String, _ users: [Recipient], _ options: RequestOptions
    ) async throws(WhatsAppError) -> BlockOutcome {
        try require(.blockUsers)
        var check = Check()
        check.count(users.count, at: "block_users", maximum: Self.maximumBlockedAtOnce)
        var list: [JSONValue] = []
        for (place, user) in users.enumerated() {
            let path = "block_users[\(place)].user"
            if let number = user.phoneNumber {
                if let violation = number.violation(at: path) {
                    check.fail(at: path, violation.rule, violation.explanation, actual: violation.actual)
                }
                list.append(["user": .string(number.digits)])
            } else if let id = user.userID {
                list.append(["user": .string(id.rawValue)])
            } else {
                check.fail(at: path, .notAllowed, "people are blocked, not groups")
            }
        }
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        let body: JSONValue = ["messaging_product": "whatsapp", "block_users": .array(list)]
        var call = try client.call(operation, method, "block_users", body: HTTPBody(body.serialized()))
        // Blocking twice is the same as blocking once.
        call.isRepeatable = true
        do throws(WhatsAppError) {
            return try await perform(.blockUsers, call, options) { (response) throws(WhatsAppError) in
                guard let outcome = BlockOutcome(response) else { throw GraphAnswer.notUnderstood(response) }
                return outcome
            }
        } catch {
            // Where some users failed, the answer is an error that tells of each of them.
            guard error.outcome == .refused, let response = error.response, let outcome = BlockOutcome(response),
                !outcome.failed.isEmpty
            else { throw error }
            return outcome
        }
    }
}
