/// Tells the customer what became of an order; India and Brazil.
///
/// Source: Cloud API reference §2.9, §2.11.
public struct OrderStatusMessage: PlatformValue {
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The new state.
    public var update: OrderStatusUpdate

    /// Creates the message.
    public init(body: String, footer: String? = nil, update: OrderStatusUpdate) {
        self.body = body
        self.footer = footer
        self.update = update
    }

    package init(reading object: WireObject) {
        object.constant("type", "order_status")
        object.refuse("header", "a message of this kind has no header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        update = object.within("action") { action in
            action.constant("name", "review_order")
            return action.value("parameters")
        }
    }

    package var json: JSONValue {
        .members([
            "type": "order_status",
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": ["name": "review_order", "parameters": update.json],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        update.check(&check, at: path + ".action.parameters")
    }
}
