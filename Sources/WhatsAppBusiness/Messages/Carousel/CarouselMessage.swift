/// Two to ten cards side by side: pictures or videos with buttons, or products.
///
/// Source: Cloud API reference §2.3, §2.9, §2.10 ("Interactive media carousel messages", December 2025).
public struct CarouselMessage: PlatformValue {
    /// The cards; all of one kind.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Cards: Hashable, Sendable {
        /// Pictures or videos, all with the same kind and number of buttons.
        case media(OneOrMore<CarouselCard>)
        /// Products, all of one catalog.
        case products(OneOrMore<ProductReference>)
    }

    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// The cards, ``minimumCardCount`` to ``maximumCardCount``.
    public var cards: Cards

    /// The fewest cards: 2 (Cloud API reference §2.3).
    public static let minimumCardCount = 2
    /// The most cards: 10 (Cloud API reference §2.3).
    public static let maximumCardCount = 10

    /// Creates a carousel.
    public init(body: String, cards: Cards) {
        self.body = body
        self.cards = cards
    }

    package init(reading object: WireObject) {
        object.constant("type", "carousel")
        object.refuse("header", "a carousel has no header; its cards have")
        object.refuse("footer", "a carousel has no footer")
        body = InteractiveText.read(object, "body")
        cards = object.within("action") { action in
            var types: Set<String> = []
            var index = 0
            let read = action.list("cards") { card -> (CarouselCard?, ProductReference?) in
                defer { index += 1 }
                let place = card.looseInteger("card_index")
                if place == nil {
                    card.fail("card_index", .required, "a card needs its place")
                } else if place != index {
                    card.fail("card_index", .consistency, "cards are counted from 0 in their order")
                }
                let type = card.keyword("type")
                types.insert(type)
                if types.count > 1 { card.fail("type", .consistency, "all cards are of one kind") }
                switch type {
                case "product": return (nil, card.value("action"))
                case "cta_url", "quick_reply", "": return (CarouselCard(reading: card, type: type), nil)
                default:
                    card.fail("type", .notAllowed, "a card is of type cta_url or product")
                    card.abandon()
                    return (nil, nil)
                }
            }
            if types.count > 1 { action.log.cover(action.path("cards")) }
            if read.isEmpty {
                action.fail("cards", action.has("cards") ? .minCount : .required, "a carousel needs its cards")
            }
            if let products = OneOrMore(read.compactMap(\.1)) { return .products(products) }
            if let cards = OneOrMore(read.compactMap(\.0)) { return .media(cards) }
            return .products([ProductReference(catalogID: "", retailerID: "")])
        }
    }

    package var json: JSONValue {
        let cards: [JSONValue]
        switch self.cards {
        case .media(let media): cards = media.elements.enumerated().map { $1.json(at: $0) }
        case .products(let products):
            cards = products.elements.enumerated().map { index, product in
                ["card_index": .number(JSONNumber(index)), "type": "product", "action": product.json]
            }
        }
        return [
            "type": "carousel", "body": ["text": .string(body)], "action": ["cards": .array(cards)],
        ]
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, &check, at: path)
        let path = path + ".action.cards"
        switch cards {
        case .media(let cards):
            check.count(cards.count, at: path, minimum: Self.minimumCardCount, maximum: Self.maximumCardCount)
            for (index, card) in cards.enumerated() {
                card.check(&check, at: "\(path)[\(index)]")
                if card.action.shape != cards[0].action.shape {
                    check.fail(
                        at: "\(path)[\(index)].action", .consistency,
                        "all cards have the same kind and number of buttons")
                }
            }
        case .products(let products):
            check.count(products.count, at: path, minimum: Self.minimumCardCount, maximum: Self.maximumCardCount)
            for (index, product) in products.enumerated() {
                product.check(&check, at: "\(path)[\(index)].action")
                if product.catalogID != products[0].catalogID {
                    check.fail(
                        at: "\(path)[\(index)].action.catalog_id", .consistency, "all products are of one catalog")
                }
            }
        }
    }
}
