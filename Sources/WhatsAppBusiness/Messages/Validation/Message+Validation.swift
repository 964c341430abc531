extension Message {
    /// The most characters of ``callbackData``: 512 (Cloud API reference §2.1).
    public static let maximumCallbackDataLength = 512

    /// Checks the message against the platform's limits, without network.
    ///
    /// Lengths are counted in Unicode scalars: the platform's documentation says "characters" without naming a unit, and
    /// a scalar count never refuses what a count of UTF-16 units would accept. An emoji of one code point counts once, a
    /// family of seven code points seven times, a letter with a combining mark twice.
    ///
    /// - Throws: ``ValidationError`` with every violation, each with path, rule, limit and actual size.
    public func validate() throws(ValidationError) {
        let violations = self.violations
        guard violations.isEmpty else { throw ValidationError(violations) }
    }

    /// Every violation; empty for a valid message.
    package var violations: [ValidationError.Violation] {
        var check = Check()
        var violations: [ValidationError.Violation] = []
        switch content {
        case .text(let text): text.check(&check, at: "text")
        case .unmodelled(let content): violations = content.violations
        default: content.check(&check)
        }
        if let replyTo {
            check.required(replyTo.rawValue, at: "context.message_id")
            if case .reaction = content {
                check.fail(at: "context", .notAllowed, "a reaction names its message itself and quotes none")
            }
        }
        if let callbackData {
            check.length(callbackData, at: "biz_opaque_callback_data", maximum: Self.maximumCallbackDataLength)
        }
        if let identityKeyHash { check.required(identityKeyHash, at: "recipient_identity_key_hash") }
        return violations + unheld.violations + check.violations
    }
}
