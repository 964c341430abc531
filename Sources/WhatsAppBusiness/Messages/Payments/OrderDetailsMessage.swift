/// A bill that the customer reviews and pays; India and Brazil.
///
/// Source: Cloud API reference §2.9, §2.11.
public struct OrderDetailsMessage: PlatformValue {
    /// A picture or a document above the body.
    public var header: OrderHeader?
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The bill.
    public var order: OrderDetails

    /// Creates the message.
    public init(header: OrderHeader? = nil, body: String, footer: String? = nil, order: OrderDetails) {
        self.header = header
        self.body = body
        self.footer = footer
        self.order = order
    }

    package init(reading object: WireObject) {
        object.constant("type", "order_details")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        order = object.within("action") { action in
            action.constant("name", "review_and_pay")
            return action.value("parameters")
        }
    }

    package var json: JSONValue {
        .members([
            "type": "order_details",
            "header": header?.json,
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": ["name": "review_and_pay", "parameters": order.json],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        order.check(&check, at: path + ".action.parameters")
    }
}
