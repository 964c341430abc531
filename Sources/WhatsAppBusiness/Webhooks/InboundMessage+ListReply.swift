extension InboundMessage {
    /// A choice from a list (webhooks reference §3.3, `list_reply`).
    public struct ListReply: Hashable, Sendable {
        /// The id that the program gave the row.
        public var id: String
        /// The title of the row.
        public var title: String?
        /// The second line of the row.
        public var rowDescription: String?

        /// Creates the value.
        public init(id: String, title: String? = nil, rowDescription: String? = nil) {
            self.id = id
            self.title = title
            self.rowDescription = rowDescription
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var id: String?
            var title: String?
            var rowDescription: String?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "id": id = value.text
                case "title": title = value.string
                case "description": rowDescription = value.string
                default: break
                }
            }
            guard let id else {
                throw .unusable("interactive.list_reply.id", in: node, "id", "an id is a string or a number")
            }
            self.init(id: id, title: title, rowDescription: rowDescription)
        }
    }
}

extension InboundMessage.ListReply: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "choice from a list" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
