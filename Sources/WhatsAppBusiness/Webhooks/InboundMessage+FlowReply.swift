extension InboundMessage {
    /// The answer to a flow, or to another form of the platform (webhooks reference §3.3, `nfm_reply`).
    ///
    /// ```swift
    /// case .flowReply(let reply):
    /// let rating = try reply.response?.value["rating"]?.string
    /// ```
    public struct FlowReply: Hashable, Sendable {
        /// Which form it was: `flow` for flows.
        public var name: String?
        /// The text that the chat shows, such as `Sent`.
        public var body: String?
        /// The answer as it came, JSON as text; empty where there is none.
        public var responseText: String

        /// Creates the value.
        public init(name: String? = nil, body: String? = nil, responseText: String = "") {
            self.name = name
            self.body = body
            self.responseText = responseText
        }

        /// The answer as JSON: what ``responseText`` spells.
        public var response: RawJSON? { try? RawJSON(parsing: Array(responseText.utf8)) }

        /// The token that the program gave the flow, where the answer has it.
        public var flowToken: String? { (try? response?.value)?["flow_token"]?.text }

        init(_ node: JSONNode, buffer: [UInt8]) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "name": name = value.text
                case "body": body = value.string
                // JSON inside of a string; an object in its place is taken as it is.
                case "response_json":
                    responseText =
                        value.string ?? (value.isNull ? "" : String(decoding: buffer[value.range], as: UTF8.self))
                default: break
                }
            }
        }
    }
}

extension InboundMessage.FlowReply: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "answer to a form (\(responseText.utf8.count) bytes)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
