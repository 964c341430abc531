/// What the platform itself says about a failure: in the answer to a call, in a status or in a webhook.
///
/// ```swift
/// for error in status.errors {
///     log("\(error): \(error.meaning) \(error.advice.sentence)")
/// }
/// ```
///
/// ``resolvedCode``, ``family``, ``meaning``, ``advice`` and ``tokenProblem`` say what is known about it, and nothing
/// personal. Only codes and the trace id are shown by ``description``: the texts can quote what was sent.
///
/// Shapes: Cloud API reference §1.4, webhooks reference §5.1.
public struct PlatformError: Hashable, Sendable {
    /// The number to branch on.
    public var code: PlatformErrorCode
    /// A refinement of the code; officially no longer sent since Graph v16, in practice still seen.
    public var subcode: Int?
    /// The kind of exception, such as `OAuthException`.
    public var type: String?
    /// The title, in webhooks.
    public var title: String?
    /// The platform's sentence. It may quote what was sent.
    public var message: String?
    /// What exactly is wrong. It may quote what was sent.
    public var details: String?
    /// The reason for people, in the answers of management calls.
    public var userTitle: String?
    /// The explanation for people, in the answers of management calls.
    public var userMessage: String?
    /// The platform's trace id, for its support.
    public var traceID: String?
    /// Whether the platform calls the failure a passing one.
    public var isTransient: Bool?
    /// A page about the error.
    public var helpURL: String?
    /// Where the error stood; it decides whether numbers of the on-premises client count.
    public var source: Source
    /// The error as it arrived.
    public var raw: RawJSON?

    /// Creates an error.
    public init(
        code: PlatformErrorCode, subcode: Int? = nil, type: String? = nil, title: String? = nil, message: String? = nil,
        details: String? = nil, userTitle: String? = nil, userMessage: String? = nil, traceID: String? = nil,
        isTransient: Bool? = nil, helpURL: String? = nil, source: Source = .answer, raw: RawJSON? = nil
    ) {
        self.code = code
        self.subcode = subcode
        self.type = type
        self.title = title
        self.message = message
        self.details = details
        self.userTitle = userTitle
        self.userMessage = userMessage
        self.traceID = traceID
        self.isTransient = isTransient
        self.helpURL = helpURL
        self.source = source
        self.raw = raw
    }
}

extension PlatformError: CustomStringConvertible, CustomReflectable {
    /// The numbers and the trace id; none of the texts.
    public var description: String {
        var text = "code \(code)"
        if let subcode { text += ", subcode \(subcode)" }
        if let traceID { text += ", trace \(traceID)" }
        return text
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}
