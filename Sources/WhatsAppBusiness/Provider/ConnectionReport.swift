/// What a check of the connection found: facts about the number, and what stands in the way, each with its remedy.
public struct ConnectionReport: Hashable, Sendable {
    /// Something that was found.
    public struct Finding: Hashable, Sendable {
        /// How serious a finding is.
        public enum Level: String, Hashable, Sendable {
            /// As it should be.
            case good
            /// Works, but deserves attention.
            case warning
            /// Messages cannot be sent or received.
            case problem
        }

        /// How serious it is.
        public var level: Level
        /// What was looked at, such as `status`.
        public var subject: String
        /// The name of what it is about, where there are several: a permission that is missing, a webhook field.
        public var item: String?
        /// What was found.
        public var text: String
        /// What to do about it.
        public var remedy: String?

        /// Creates a finding.
        public init(level: Level, subject: String, text: String, remedy: String? = nil, item: String? = nil) {
            self.level = level
            self.subject = subject
            self.item = item
            self.text = text
            self.remedy = remedy
        }
    }

    /// The number as the platform shows it. Never parse it.
    public var displayPhoneNumber: String?
    /// The verified name of the business.
    public var verifiedName: String?
    /// The platform's id of the number, where the provider tells it.
    public var phoneNumberID: PhoneNumberID?
    /// The platform's id of the account, where the provider tells it.
    public var businessAccountID: BusinessAccountID?
    /// Everything that was found.
    public var findings: [Finding]

    /// Creates a report.
    public init(
        displayPhoneNumber: String? = nil, verifiedName: String? = nil, phoneNumberID: PhoneNumberID? = nil,
        businessAccountID: BusinessAccountID? = nil, findings: [Finding] = []
    ) {
        self.displayPhoneNumber = displayPhoneNumber
        self.verifiedName = verifiedName
        self.phoneNumberID = phoneNumberID
        self.businessAccountID = businessAccountID
        self.findings = findings
    }

    /// Whether nothing stands in the way.
    public var isHealthy: Bool { !findings.contains { $0.level == .problem } }
}
