extension InboundMessage {
    /// A tap on a button of an interactive message (webhooks reference §3.3, `button_reply`).
    public struct ButtonReply: Hashable, Sendable {
        /// The id that the program gave the button.
        public var id: String
        /// What stood on the button.
        public var title: String?

        /// Creates the value.
        public init(id: String, title: String? = nil) {
            self.id = id
            self.title = title
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var id: String?
            var title: String?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "id": id = value.text
                case "title": title = value.string
                default: break
                }
            }
            guard let id else {
                throw .unusable("interactive.button_reply.id", in: node, "id", "an id is a string or a number")
            }
            self.init(id: id, title: title)
        }
    }
}

extension InboundMessage.ButtonReply: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "tap on a button" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
