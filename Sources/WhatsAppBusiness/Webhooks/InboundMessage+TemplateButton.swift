extension InboundMessage {
    /// A tap on a quick reply of a template (webhooks reference §3.3, `button`).
    public struct TemplateButton: Hashable, Sendable {
        /// What the program gave along when it sent the template.
        public var payload: String?
        /// What stood on the button.
        public var text: String?

        /// Creates the value.
        public init(payload: String? = nil, text: String? = nil) {
            self.payload = payload
            self.text = text
        }

        init(_ node: JSONNode) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "payload": payload = value.string
                case "text": text = value.string
                default: break
                }
            }
        }
    }
}

extension InboundMessage.TemplateButton: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "tap on a button of a template" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
