extension InboundMessage {
    /// A kind of message that the platform does not relay (webhooks reference §3.3, `unsupported`, `unknown`, `ephemeral`).
    ///
    /// ``InboundMessage/errors`` says why.
    public struct UnsupportedContent: Hashable, Sendable {
        /// What it is, such as `poll_creation`, where the platform says it.
        public var type: String?
        /// The payload as it arrived, where there is one.
        public var payload: RawJSON?

        /// Creates the value.
        public init(type: String? = nil, payload: RawJSON? = nil) {
            self.type = type
            self.payload = payload
        }
    }
}

extension InboundMessage.UnsupportedContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "unsupported message (\(type ?? "no kind said"))" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
