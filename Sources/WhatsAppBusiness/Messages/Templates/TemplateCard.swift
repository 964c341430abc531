/// Values for one card of a template's carousel.
///
/// Source: Cloud API reference §2.17.
public struct TemplateCard: PlatformValue {
    /// The card's place, counted from 0.
    public var index: Int
    /// Values of the card's header, body and buttons.
    public var components: [TemplateComponent]

    /// Creates a card.
    public init(index: Int, components: [TemplateComponent]) {
        self.index = index
        self.components = components
    }

    package init(reading object: WireObject) {
        let index = object.looseInteger("card_index")
        if index == nil { object.fail("card_index", .required, "a card needs its place") }
        self.init(index: index ?? 0, components: object.list("components"))
    }

    package var json: JSONValue {
        ["card_index": .number(JSONNumber(index)), "components": .list(components)]
    }

    package func check(_ check: inout Check, at path: String) {
        check.number(index, at: path + ".card_index", in: 0...(CarouselMessage.maximumCardCount - 1))
        for (place, component) in components.enumerated() {
            let path = "\(path).components[\(place)]"
            switch component {
            case .header, .body, .button: component.check(&check, at: path)
            default: check.fail(at: path + ".type", .notAllowed, "a card has a header, a body and buttons only")
            }
        }
    }
}
