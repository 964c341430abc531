import WhatsAppBusiness

/// What a token reaches: accounts with their numbers, as an application offers them for a choice.
public struct ReachableAccounts: Hashable, Sendable {
    /// An account with its numbers.
    public struct Choice: Hashable, Sendable {
        /// The account.
        public var account: BusinessAccount
        /// Its numbers.
        public var numbers: [BusinessNumber]

        /// Creates a value.
        public init(account: BusinessAccount, numbers: [BusinessNumber]) {
            self.account = account
            self.numbers = numbers
        }
    }

    /// A part that could not be read; the others are there all the same.
    public struct Gap: Sendable, Hashable {
        /// What was asked for, such as `businesses` or the id of an account.
        public var subject: String
        /// Why it could not be read: the description of the error.
        public var reason: String

        /// Creates a value.
        public init(subject: String, reason: String) {
            self.subject = subject
            self.reason = reason
        }
    }

    /// The token, where the platform says something of it.
    public var token: TokenFacts?
    /// The accounts, each once.
    public var accounts: [Choice]
    /// What could not be read.
    public var gaps: [Gap]
    /// Whether there are more accounts or numbers than were asked for.
    public var isCut: Bool

    /// Creates a value.
    public init(
        token: TokenFacts? = nil, accounts: [Choice] = [], gaps: [Gap] = [], isCut: Bool = false
    ) {
        self.token = token
        self.accounts = accounts
        self.gaps = gaps
        self.isCut = isCut
    }
}
