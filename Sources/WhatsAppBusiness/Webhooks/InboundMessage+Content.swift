extension InboundMessage {
    /// What a message says.
    ///
    /// New cases will come: switch with a `default`. What has no case of its own is in ``InboundMessage/raw``.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Content: Hashable, Sendable {
        /// A text.
        case text(TextContent)
        /// A picture.
        indirect case image(MediaContent)
        /// A film.
        indirect case video(MediaContent)
        /// A recording or a voice message.
        indirect case audio(MediaContent)
        /// A file.
        indirect case document(MediaContent)
        /// A sticker.
        indirect case sticker(MediaContent)
        /// A place.
        indirect case location(LocationContent)
        /// Contact cards.
        case contacts([ContactCard])
        /// A tap on a quick reply of a template.
        indirect case button(TemplateButton)
        /// A tap on a button of an interactive message.
        indirect case buttonReply(ButtonReply)
        /// A choice from a list.
        indirect case listReply(ListReply)
        /// The answer to a flow or to another form.
        indirect case flowReply(FlowReply)
        /// An address.
        indirect case addressReply(AddressReply)
        /// Whether the customer may be called.
        indirect case callPermissionReply(CallPermissionReply)
        /// A shopping cart.
        indirect case order(OrderContent)
        /// An emoji on a message, or its removal.
        indirect case reaction(ReactionContent)
        /// A notice of the platform about the customer.
        indirect case system(SystemContent)
        /// The customer opened the chat for the first time.
        case requestWelcome
        /// A message that the customer changed.
        indirect case edit(EditContent)
        /// A message that the customer deleted.
        indirect case revoke(RevokeContent)
        /// A kind that the platform does not relay.
        indirect case unsupported(UnsupportedContent)
        /// Media of an old chat, whose bytes come in another delivery.
        case mediaPlaceholder
        /// A kind that this version has no type for, or a message whose content the platform left out.
        case unrecognized(type: String)

        /// Whether this version has a type for the content.
        public var isRecognized: Bool {
            switch self {
            case .unrecognized: return false
            case .edit(let edit): return edit.content.isRecognized
            default: return true
            }
        }
    }

    /// A text (webhooks reference §3.3).
    public struct TextContent: Hashable, Sendable {
        /// What the customer wrote.
        public var body: String

        /// Creates a text.
        public init(body: String) {
            self.body = body
        }
    }
}

extension InboundMessage.TextContent: CustomStringConvertible, CustomReflectable {
    /// The length; none of the text.
    public var description: String { "text of \(body.utf8.count) bytes" }

    /// A mirror that shows the length only.
    public var customMirror: Mirror { Mirror(self, children: ["bytes": body.utf8.count]) }
}

extension InboundMessage.Content: CustomStringConvertible, CustomReflectable {
    /// The kind of content; none of what it says.
    public var description: String {
        switch self {
        case .text(let text): return text.description
        case .image(let media), .video(let media), .audio(let media), .document(let media), .sticker(let media):
            return media.description
        case .location(let location): return location.description
        case .contacts(let cards): return "\(cards.count) contact cards"
        case .button(let button): return button.description
        case .buttonReply(let reply): return reply.description
        case .listReply(let reply): return reply.description
        case .flowReply(let reply): return reply.description
        case .addressReply(let reply): return reply.description
        case .callPermissionReply(let reply): return reply.description
        case .order(let order): return order.description
        case .reaction(let reaction): return reaction.description
        case .system(let notice): return notice.description
        case .requestWelcome: return "first opening of the chat"
        case .edit(let edit): return edit.description
        case .revoke(let deletion): return deletion.description
        case .unsupported(let content): return content.description
        case .mediaPlaceholder: return "placeholder of media"
        case .unrecognized(let type): return "unrecognized content of type \(type)"
        }
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
