/// What to do about an error: what to correct, whether to repeat the request, and after how long.
///
/// ```swift
/// let advice = error.advice
/// switch advice.action {
/// case .backOff, .wait: retryLater(after: advice.wait(beforeRetry: attempt) ?? .seconds(3600))
/// case .afterFix: show(advice.sentence)
/// default: giveUp()
/// }
/// ```
///
/// The provider repeats by itself what is safe and promising within seconds (``RetryPolicy``); the advice is for what the
/// program does afterwards. Source: webhooks reference §5, column "Retry".
public struct RetryAdvice: Hashable, Sendable {
    /// The kind of advice; may grow.
    public struct Action: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case never, afterFix, backOff, wait, inspectItems, findOut
        }

        private let kind: Kind

        /// Repeating this request does not help.
        public static let never = Self(kind: .never)
        /// Repeat after the request or a setting was corrected.
        public static let afterFix = Self(kind: .afterFix)
        /// Repeat the same request after waits that grow.
        public static let backOff = Self(kind: .backOff)
        /// Repeat the same request, but only after a certain time or event.
        public static let wait = Self(kind: .wait)
        /// Some parts succeeded: look at the error of each item.
        public static let inspectItems = Self(kind: .inspectItems)
        /// The request may have been carried out: find that out before repeating it.
        public static let findOut = Self(kind: .findOut)

        /// The name of the action.
        public var description: String { kind.rawValue }
    }

    /// The kind of advice.
    public var action: Action
    /// The shortest wait before the first repetition, where it is known.
    public var minimumWait: Duration?
    /// The factor by which each further wait grows.
    public var growth: Int
    /// What to do, in a sentence for people without personal data.
    public var sentence: String

    /// Creates advice.
    ///
    /// - Parameters:
    ///   - action: the kind of advice.
    ///   - minimumWait: the shortest wait before the first repetition, where it is known.
    ///   - growth: the factor by which each further wait grows; 2 for ``Action/backOff`` and 1 for all others by default.
    ///   - sentence: what to do, without personal data.
    public init(action: Action, minimumWait: Duration? = nil, growth: Int? = nil, sentence: String) {
        self.action = action
        self.minimumWait = minimumWait
        self.growth = growth ?? (action == .backOff ? 2 : 1)
        self.sentence = sentence
    }

    /// Whether the same request may succeed later without a change.
    public var isRepeatable: Bool { action == .backOff || action == .wait }

    /// How long to wait at least before a repetition.
    ///
    /// A ``Action/backOff`` begins with ``minimumWait`` or one second and stays below one hour, a ``Action/wait`` below
    /// 30 days. After 131056 (pair rate) the waits are 1, 4, 16, … seconds (webhooks reference §5.9).
    ///
    /// - Parameter retry: the number of the repetition, counted from 1.
    /// - Returns: the wait; `nil` where the same request is not to be repeated, or where only the error's details or an
    ///   event tell how long to wait.
    public func wait(beforeRetry retry: Int) -> Duration? {
        guard isRepeatable, var wait = minimumWait ?? (action == .backOff ? .seconds(1) : nil) else { return nil }
        let longest: Duration = max(wait, action == .backOff ? .seconds(3600) : .seconds(30 * 86_400))
        guard growth > 1, wait > .zero else { return wait }
        var left = retry - 1
        while left > 0 && wait < longest {
            wait = wait > longest / growth ? longest : wait * growth
            left -= 1
        }
        return wait
    }
}

extension RetryAdvice: CustomStringConvertible {
    /// The action, the shortest wait and the sentence.
    public var description: String {
        "\(action)\(minimumWait.map { ", after \($0) at least" } ?? ""): \(sentence)"
    }
}

extension RetryAdvice {
    /// What an HTTP status alone says; `nil` where it says nothing beyond a refusal.
    static func forStatus(_ status: Int?) -> RetryAdvice? {
        guard let status else { return nil }
        switch status {
        case 408, 429, 500...599: return RetryAdvice(action: .backOff, sentence: "Repeat with growing waits.")
        case 401, 403: return RetryAdvice(action: .afterFix, sentence: "Check the access token and its permissions.")
        default: return nil
        }
    }
}
