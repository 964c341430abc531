/// An error that is about no message: one element of `value.errors` (webhooks reference §2.3, §5.1).
public struct ErrorEvent: Hashable, Sendable {
    /// What went wrong.
    public var error: PlatformError
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(error: PlatformError, origin: EventOrigin) {
        self.error = error
        self.origin = origin
    }
}

extension ErrorEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "error \(error.code.rawValue) of \(origin)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
