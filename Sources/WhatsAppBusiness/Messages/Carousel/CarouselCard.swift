/// A card of a carousel: a picture or a video with a link, or with one to three quick replies.
///
/// Source: Cloud API reference §2.3, §2.10 ("Interactive media carousel messages", December 2025).
public struct CarouselCard: Hashable, Sendable {
    /// What a card shows.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Header: Hashable, Sendable {
        /// A picture.
        case image(MediaReference)
        /// A video.
        case video(MediaReference)
    }

    /// What the customer can do.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Action: Hashable, Sendable {
        /// One button that opens an address.
        case link(LinkButton)
        /// One to three buttons that answer.
        case quickReplies(OneOrMore<ReplyButton>)

        /// Kind and number of buttons.
        var shape: Int {
            switch self {
            case .link: return 0
            case .quickReplies(let buttons): return buttons.count
            }
        }
    }

    /// The picture or video.
    public var header: Header
    /// What is said, at most ``maximumBodyLength`` characters with at most ``maximumLineBreaks`` line breaks.
    public var body: String?
    /// The buttons.
    public var action: Action
    /// The name that the platform's pages give every card, `cta_url`; some write `quick_reply` on cards with replies.
    var type = "cta_url"

    /// The most characters of ``body``: 160 (Cloud API reference §2.3).
    public static let maximumBodyLength = 160
    /// The most line breaks of ``body``: 2 (Cloud API reference §2.3).
    public static let maximumLineBreaks = 2
    /// The most quick replies: 3 (Cloud API reference §2.10).
    public static let maximumReplyCount = 3

    /// Creates a card.
    public init(header: Header, body: String? = nil, action: Action) {
        self.header = header
        self.body = body
        self.action = action
    }

    init(reading object: WireObject, type: String) {
        self.type = type
        header = object.within("header") { header in
            switch header.keyword("type") {
            case "image": return .image(header.value("image"))
            case "video": return .video(header.value("video"))
            default:
                header.fail("type", .notAllowed, "a card shows an image or a video")
                header.abandon()
                return .image(.link(""))
            }
        }
        body = InteractiveText.readOptional(object, "body")
        let actionObject = object.child("action")
        defer { actionObject.finish() }
        guard actionObject.has("buttons") else {
            action = .link(LinkButton(reading: actionObject))
            return
        }
        let buttons = actionObject.list("buttons") { button -> ReplyButton in
            button.constant("type", "quick_reply")
            return button.within("quick_reply") { ReplyButton(id: $0.text("id"), title: $0.text("title")) }
        }
        if buttons.isEmpty { actionObject.fail("buttons", .minCount, "a card needs a button") }
        action = .quickReplies(OneOrMore(buttons) ?? [ReplyButton(id: "", title: "")])
    }

    func json(at index: Int) -> JSONValue {
        let header: JSONValue
        switch self.header {
        case .image(let media): header = ["type": "image", "image": media.json]
        case .video(let media): header = ["type": "video", "video": media.json]
        }
        let action: JSONValue
        switch self.action {
        case .link(let button): action = button.json
        case .quickReplies(let buttons):
            action = [
                "buttons": .array(
                    buttons.elements.map {
                        ["type": "quick_reply", "quick_reply": ["id": .string($0.id), "title": .string($0.title)]]
                    })
            ]
        }
        return .members([
            "card_index": .number(JSONNumber(index)), "type": .string(type), "header": header,
            "body": InteractiveText.json(body), "action": action,
        ])
    }

    func check(_ check: inout Check, at path: String) {
        switch header {
        case .image(let media): media.check(&check, at: path + ".header.image")
        case .video(let media): media.check(&check, at: path + ".header.video")
        }
        check.text(body, at: path + ".body.text", maximum: Self.maximumBodyLength)
        let lineBreaks = body?.unicodeScalars.filter { $0 == "\n" }.count ?? 0
        if lineBreaks > Self.maximumLineBreaks {
            check.fail(
                at: path + ".body.text", .maxCount, "the text of a card has at most two line breaks",
                limit: Self.maximumLineBreaks, actual: lineBreaks)
        }
        switch action {
        case .link(let button): button.check(&check, at: path + ".action")
        case .quickReplies(let buttons):
            let path = path + ".action.buttons"
            check.count(buttons.count, at: path, maximum: Self.maximumReplyCount)
            for (index, button) in buttons.enumerated() {
                button.check(&check, at: "\(path)[\(index)]", member: "quick_reply")
            }
            check.unique(buttons.lazy.map(\.id)) { "\(path)[\($0)].quick_reply.id" }
        }
    }
}
