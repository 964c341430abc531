public import WhatsAppBusiness

/// What a customer can send beside texts and files, in the form of the platform's webhooks (webhooks reference §3.3).
///
/// ```swift
/// await platform.customerSends(.location(latitude: 38.7, longitude: -9.1, name: "Home"), from: customer)
/// ```
public struct CustomerContent: Sendable {
    var members: [(String, JSONValue)]

    private init(_ type: String, _ value: JSONValue?, _ more: [(String, JSONValue)] = []) {
        members = [("type", .string(type))]
        if let value { members.append((type, value)) }
        members += more
    }

    /// A text.
    public static func text(_ body: String) -> Self { Self("text", ["body": .string(body)]) }

    /// A place.
    public static func location(
        latitude: Double, longitude: Double, name: String? = nil, address: String? = nil
    ) -> Self {
        var members: [(String, JSONValue)] = [
            ("latitude", JSONNumber(latitude).map { .number($0) } ?? 0),
            ("longitude", JSONNumber(longitude).map { .number($0) } ?? 0),
        ]
        if let name { members.append(("name", .string(name))) }
        if let address { members.append(("address", .string(address))) }
        return Self("location", .members(members))
    }

    /// Cards of contacts, in the platform's JSON.
    public static func contacts(_ cards: [JSONValue]) -> Self { Self("contacts", .array(cards)) }

    /// A reaction; `nil` takes it back.
    public static func reaction(_ emoji: String?, to id: MessageID) -> Self {
        var members: [(String, JSONValue)] = [("message_id", .string(id.rawValue))]
        if let emoji { members.append(("emoji", .string(emoji))) }
        return Self("reaction", .members(members))
    }

    /// An order from the catalogue.
    public static func order(catalogID: String, items: [OrderItem], text: String = "") -> Self {
        Self(
            "order",
            [
                "catalog_id": .string(catalogID), "text": .string(text),
                "product_items": .array(
                    items.map { item in
                        [
                            "product_retailer_id": .string(item.productID),
                            "quantity": .number(JSONNumber(item.quantity)),
                            "item_price": JSONNumber(item.price).map { .number($0) } ?? 0,
                            "currency": .string(item.currency),
                        ]
                    }),
            ])
    }

    /// A line of an order.
    public struct OrderItem: Hashable, Sendable {
        /// The product's id in the catalogue.
        public var productID: String
        /// How many.
        public var quantity: Int
        /// The price of one, as it is spelled, such as `7.99`.
        public var price: String
        /// The currency.
        public var currency: String

        /// Creates a line.
        public init(productID: String, quantity: Int, price: String, currency: String) {
            self.productID = productID
            self.quantity = quantity
            self.price = price
            self.currency = currency
        }
    }

    /// The answer to a flow.
    /// - Parameters:
    ///   - answers: what was filled in, an object.
    ///   - name: `flow`, or `address_message`.
    public static func flowReply(_ answers: JSONValue, name: String = "flow") -> Self {
        Self(
            "interactive",
            [
                "type": "nfm_reply",
                "nfm_reply": [
                    "name": .string(name), "body": "Sent",
                    "response_json": .string(String(decoding: answers.serialized(), as: UTF8.self)),
                ],
            ])
    }

    /// The answer to a request to call.
    public static func callPermission(accepts: Bool) -> Self {
        Self(
            "interactive",
            [
                "type": "call_permission_reply",
                "call_permission_reply": [
                    "response": accepts ? "accept" : "reject", "is_permanent": false, "response_source": "user_action",
                ],
            ])
    }

    /// The customer opens the chat for the first time, where the number greets.
    public static let requestWelcome = Self("request_welcome", nil)

    /// Something that the platform cannot show, such as a poll.
    public static func unsupported(_ kind: String = "poll_creation") -> Self {
        Self(
            "unsupported", ["type": .string(kind)],
            [
                (
                    "errors",
                    [
                        [
                            "code": 131_051, "title": "Message type unknown", "message": "Message type unknown",
                            "error_data": ["details": "Message type is currently not supported."],
                        ]
                    ]
                )
            ])
    }

    /// The customer has another number now.
    public static func numberChanged(to number: PhoneNumber) -> Self {
        Self(
            "system",
            [
                "type": "user_changed_number", "body": .string("The number changed"),
                "wa_id": .string(number.digits),
            ])
    }

    /// Any other kind, in the platform's JSON: also one that the platform does not have yet.
    /// - Parameters:
    ///   - type: the value of `type`.
    ///   - value: the member of that name.
    public static func other(_ type: String, _ value: JSONValue?) -> Self { Self(type, value) }

    /// The same as an answer to a message.
    public func replying(to id: MessageID, of author: PhoneNumber) -> Self {
        var copy = self
        copy.members.insert(
            ("context", ["from": .string(author.digits), "id": .string(id.rawValue)]), at: 0)
        return copy
    }

    /// The same, forwarded.
    /// - Parameter often: whether it was forwarded more than five times.
    public func forwarded(often: Bool = false) -> Self {
        var copy = self
        copy.members.insert(("context", [often ? "frequently_forwarded" : "forwarded": true]), at: 0)
        return copy
    }
}

extension SimulatedPlatform {
    /// The customer sends something. The webhook is queued.
    ///
    /// - Parameters:
    ///   - content: what is sent.
    ///   - number: who sends; a customer that was not known is made.
    ///   - name: the name in the customer's profile.
    /// - Returns: the message's id.
    @discardableResult
    public func customerSends(
        _ content: CustomerContent, from number: PhoneNumber, name: String = "Ana"
    ) -> MessageID {
        emitMessage(content.members, from: number, name: name)
    }

    /// A file that the platform keeps, by its id: what the phone shows of a picture.
    public func file(_ id: MediaID) -> (bytes: [UInt8], mimeType: String)? {
        media[id.rawValue].map { ($0.bytes, $0.mimeType) }
    }
}
