/// Everything that is known about the platform's error codes, as one sorted table that is built once.
enum ErrorCatalogue {
    /// What is known about one code.
    struct Entry: Sendable {
        var code: Int
        var family: PlatformErrorCode.Family
        var action: RetryAdvice.Action
        var seconds: Int?
        var growth: Int?
        /// Whether this is a limit on how much may be done, although its family is another one.
        var isRateLimit: Bool
        var meaning: String
        var sentence: String

        init(
            _ code: Int, _ family: PlatformErrorCode.Family, _ action: RetryAdvice.Action, seconds: Int? = nil,
            growth: Int? = nil, isRateLimit: Bool = false, _ meaning: String, _ sentence: String
        ) {
            self.code = code
            self.family = family
            self.action = action
            self.seconds = seconds
            self.growth = growth
            self.isRateLimit = isRateLimit
            self.meaning = meaning
            self.sentence = sentence
        }

        var advice: RetryAdvice {
            RetryAdvice(action: action, minimumWait: seconds.map { .seconds($0) }, growth: growth, sentence: sentence)
        }
    }

    /// What is known about a number of the on-premises client.
    struct OnPremisesEntry: Sendable {
        var code: Int
        /// The number of Cloud API that says the same, where there is one.
        var equivalent: Int?
        var meaning: String
        /// What is known where there is no equivalent.
        var entry: Entry?

        init(_ code: Int, like equivalent: Int, _ meaning: String) {
            self.code = code
            self.equivalent = equivalent
            self.meaning = meaning
        }

        init(_ entry: Entry) {
            code = entry.code
            meaning = entry.meaning
            self.entry = entry
        }
    }

    /// All codes of Cloud API, sorted.
    static let entries: [Entry] = [
        graphErrors, limitErrors, messageErrors, templateErrors, flowErrors, registrationErrors, migrationErrors,
        callErrors, groupErrors,
    ].flatMap(\.self).sorted { $0.code < $1.code }

    private static let onPremisesByCode = onPremises.sorted { $0.code < $1.code }

    /// What is known about a code of Cloud API.
    static func entry(_ code: Int) -> Entry? { find(code, in: entries, by: \.code) }

    /// What is known about a number of the on-premises client.
    static func onPremises(_ code: Int) -> OnPremisesEntry? { find(code, in: onPremisesByCode, by: \.code) }

    private static func find<Element>(_ code: Int, in sorted: [Element], by key: (Element) -> Int) -> Element? {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if key(sorted[middle]) < code { low = middle + 1 } else { high = middle }
        }
        guard low < sorted.count, key(sorted[low]) == code else { return nil }
        return sorted[low]
    }
}
