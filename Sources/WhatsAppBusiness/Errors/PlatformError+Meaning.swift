extension PlatformError {
    /// Where an error stood; an open set.
    ///
    /// The numbers of the retired on-premises client (400–501, 1000–2069) count only inside of an `errors` array
    /// (webhooks reference §5.8).
    public struct Source: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case answer, errorsArray
        }

        private let kind: Kind

        /// The `error` object of an answer of the Graph API.
        public static let answer = Self(kind: .answer)
        /// An `errors` array: of a webhook's value, message, status, call or group, or of an answer in the style of the
        /// on-premises client.
        public static let errorsArray = Self(kind: .errorsArray)

        /// The name of the place.
        public var description: String { kind.rawValue }
    }

    /// The code by which the error is understood: the best number to branch on.
    ///
    /// - A subcode that is documented, or lies in the range of documented ones, says more than its code: 100 with subcode 2388040 is 2388040 (a field of a template is too
    ///   long), 100 with subcode 33 is 33 (the object was deleted), 100 with 2207051 is 133010 (not registered).
    /// - A number of the on-premises client in an `errors` array becomes that of Cloud API: 470 is 131047.
    /// - Otherwise it is ``code``.
    ///
    /// Source: webhooks reference §5.1, §5.8.
    public var resolvedCode: PlatformErrorCode {
        if let refined = refiningSubcode { return refined }
        if let equivalent = onPremises?.equivalent { return PlatformErrorCode(rawValue: equivalent) }
        return code
    }

    /// The group that the error belongs to.
    public var family: PlatformErrorCode.Family {
        onPremises?.entry?.family ?? resolvedCode.family
    }

    /// What the error means, with every cause that is known, in sentences for people without personal data.
    public var meaning: String {
        if refiningSubcode == nil, let onPremises { return onPremises.meaning }
        if refiningSubcode == nil, let refined = tokenProblem?.refinement { return refined.meaning }
        return resolvedCode.meaning
    }

    /// What to do about it: what to correct, whether to repeat the request, and after how long.
    ///
    /// A failure that the platform calls a passing one (``isTransient``) may be repeated with growing waits, whatever
    /// its code.
    public var advice: RetryAdvice { advice(httpStatus: nil) }

    /// What exactly is wrong with the access token or its permissions; `nil` where the error is about something else.
    public var tokenProblem: TokenProblem? {
        guard onPremises == nil else { return nil }
        return TokenProblem(code: code.rawValue, subcode: subcode)
            ?? refiningSubcode.flatMap { $0.family == .authorization ? .permissionMissing : nil }
    }

    /// Lets a family stand as a pattern; it matches the ``resolvedCode``.
    public static func ~= (family: PlatformErrorCode.Family, error: PlatformError) -> Bool {
        error.family == family || family.contains(error.resolvedCode) && error.onPremises?.entry == nil
    }

    /// The advice, with the HTTP status as a hint for codes that are not documented.
    func advice(httpStatus: Int?) -> RetryAdvice {
        var advice = onPremises?.entry?.advice ?? resolvedCode.advice(httpStatus: httpStatus)
        if refiningSubcode == nil, let refined = tokenProblem?.refinement { advice.sentence = refined.sentence }
        if isTransient == true, advice.action != .backOff {
            return RetryAdvice(
                action: .backOff, minimumWait: advice.minimumWait,
                sentence: "The platform calls this a passing failure: repeat with growing waits.")
        }
        return advice
    }

    private var onPremises: ErrorCatalogue.OnPremisesEntry? {
        guard source == .errorsArray else { return nil }
        return ErrorCatalogue.onPremises(code.rawValue)
    }

    /// The code that the subcode stands for, where it says more than ``code``.
    private var refiningSubcode: PlatformErrorCode? {
        guard let subcode else { return nil }
        switch (code.rawValue, subcode) {
        case (100, 33): return .objectDeleted
        case (_, 2_207_051): return .numberNotRegistered
        // Shorter subcodes belong to their code alone, and some are codes of other errors.
        case (_, 200_005...): break
        default: return nil
        }
        let number = PlatformErrorCode(rawValue: subcode)
        if number.isDocumented { return number }
        // The range of an unknown subcode says more than a code that says nothing.
        return !code.isDocumented || code == .invalidParameter
            ? number.family == .unknown ? nil : number : nil
    }
}
