public import WhatsAppBusiness

extension Dialog360 {
    /// A user that the business has blocked.
    public struct BlockedUser: Hashable, Sendable {
        /// What was asked for, such as a number.
        public var input: String?
        /// The user's WhatsApp account.
        public var whatsAppID: WhatsAppID?
        /// The user's business-scoped id.
        public var userID: BusinessScopedUserID?
        /// Why the user could not be blocked or unblocked.
        public var errors: [PlatformError]

        /// Creates a value.
        public init(
            input: String? = nil, whatsAppID: WhatsAppID? = nil, userID: BusinessScopedUserID? = nil,
            errors: [PlatformError] = []
        ) {
            self.input = input
            self.whatsAppID = whatsAppID
            self.userID = userID
            self.errors = errors
        }

        init(_ value: JSONValue) {
            self.init(
                input: value.word("input"), whatsAppID: value.word("wa_id").map { WhatsAppID(rawValue: $0) },
                userID: value.word("user_id").map { BusinessScopedUserID(rawValue: $0) },
                errors: value.objects("errors").compactMap { error in
                    guard let code = error.word("code").flatMap({ Int($0) }) else { return nil }
                    return PlatformError(
                        code: PlatformErrorCode(rawValue: code), title: error.word("title"),
                        message: error.word("message"), details: error.part("error_data")?.word("details"),
                        source: .errorsArray)
                })
        }
    }

    /// What became of blocking or unblocking some users: each for itself.
    public struct BlockOutcome: Hashable, Sendable {
        /// Those for whom it was done.
        public var succeeded: [BlockedUser]
        /// Those for whom it was not, each with its errors: a user can be blocked only within 24 hours after their last
        /// message, for instance.
        public var failed: [BlockedUser]

        /// Creates an outcome.
        public init(succeeded: [BlockedUser] = [], failed: [BlockedUser] = []) {
            self.succeeded = succeeded
            self.failed = failed
        }

        init?(_ response: ResponseMetadata) {
            guard let answer = try? JSONValue(parsing: response.body), let users = answer.part("block_users") else {
                return nil
            }
            succeeded = (users.objects("added_users") + users.objects("removed_users")).map { BlockedUser($0) }
            failed = users.objects("failed_users").map { BlockedUser($0) }
        }
    }
}

extension Dialog360.BlockedUser: CustomStringConvertible, CustomReflectable {
    /// How many errors there are: who it is stays unsaid.
    public var description: String { errors.isEmpty ? "user •••" : "user ••• with \(errors.count) errors" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}
