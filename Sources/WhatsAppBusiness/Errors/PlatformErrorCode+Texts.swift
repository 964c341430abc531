extension PlatformErrorCode {
    /// The code that a text without a number of its own stands for: one that the text names, such as `(#131047)`, or the
    /// one that its words are known of; ``unspecified`` otherwise.
    ///
    /// Chat API passes reasons on as texts alone (Chat API reference §9.3, §16).
    package static func named(in text: String) -> PlatformErrorCode {
        let text = String(text.prefix(4096))
        for word in text.split(whereSeparator: { !("0"..."9").contains($0) }) where (6...7).contains(word.utf8.count) {
            let code = Int(word).map { PlatformErrorCode(rawValue: $0) }
            if let code, code.isDocumented { return code }
        }
        let lowered = text.lowercased()
        return phrases.first { lowered.contains($0.phrase) }?.code ?? .unspecified
    }

    private static let phrases: [(phrase: String, code: PlatformErrorCode)] = [
        ("dialog window is closed", .reEngagement), ("outside the allowed window", .reEngagement),
        ("re-engagement", .reEngagement), ("part of an experiment", .recipientInExperiment),
        ("not a valid whatsapp user", .undeliverable), ("template is not defined", .requiredParameterMissing),
        ("empty body", .requiredParameterMissing), ("wrong file", .mediaUploadFailed),
        ("bsuid routing is disabled", .userIDRecipientUnsupported),
    ]
}
