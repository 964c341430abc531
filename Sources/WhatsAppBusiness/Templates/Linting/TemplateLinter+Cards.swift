extension TemplateLinter {
    mutating func lint(_ carousel: TemplateDefinition.Carousel, at path: String) {
        node(carousel, at: path)
        requireMarketing(path)
        let list = path + ".cards"
        let range = rules.cardCount
        check(.components) {
            $0.count(carousel.cards.count, at: list, minimum: range.lowerBound, maximum: range.upperBound)
        }
        let shape = carousel.cards.first.map(Shape.init)
        for (index, card) in carousel.cards.enumerated() {
            let path = "\(list)[\(index)]"
            lint(card, at: path)
            if let shape, Shape(card) != shape {
                refuse(
                    path, .consistency, "all cards have the same components, header format and kinds of buttons",
                    .components)
            }
        }
    }

    private mutating func lint(_ card: TemplateDefinition.Card, at path: String) {
        node(card, at: path)
        var seen: Set<String> = []
        for (index, component) in card.components.enumerated() {
            let path = "\(path).components[\(index)]"
            if !seen.insert(component.type).inserted, !component.type.isEmpty {
                refuse(path, .unique, "a card has one component of each type", .components)
            }
            switch component {
            case .header(let header): lint(header, at: path, inCard: true)
            case .body(let body): lint(body, at: path, maximum: rules.maximumCardBodyLength)
            case .buttons(let buttons): lint(buttons, at: path, inCard: true)
            case .unrecognized(let value): unrecognized(value, at: path, "component")
            default: refuse(path + ".type", .notAllowed, "a card has a header, a body and buttons", .components)
            }
        }
        for type in ["HEADER", "BUTTONS"] where !seen.contains(type) {
            refuse(path + ".components", .required, "a card has a component \(type)", .components)
        }
    }

    /// What all cards have in common.
    private struct Shape: Hashable {
        var types: Set<String>
        var format: String?
        var buttons: [TemplateButtonKind]

        init(_ card: TemplateDefinition.Card) {
            types = Set(card.components.map(\.type))
            format = card.header?.format
            buttons = card.buttons.map(\.kind)
        }
    }
}
