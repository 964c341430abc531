/// Takes the components of a send apart into values of a template's slots, and tells what does not match.
///
/// Components without parameters say nothing and are passed over. Unknown members are left to the check of the message
/// itself.
///
/// Source: Cloud API reference §2.17 (December 2025); errors 132000 and 132012.
struct SentTemplateReader {
    private let definition: TemplateDefinition
    private let scopes: [TemplateScope]
    private var values: [String: TemplateValue] = [:]
    private var violations: [ValidationError.Violation] = []
    /// Paths about which enough was said.
    private var covered: Set<String> = []
    /// Parts that came already.
    private var seen: Set<String> = []

    /// The most components, cards and parameters that are looked at in one array; the platform takes far fewer.
    private static let maximumCount = 1000

    static func read(_ components: JSONValue?, of definition: TemplateDefinition) -> FilledTemplate {
        var reader = SentTemplateReader(definition: definition, scopes: definition.scopes)
        reader.readMessage(components)
        let covered = reader.covered
        return FilledTemplate(
            definition, scopes: reader.scopes, values: reader.values, violations: reader.violations,
            covered: { path in
                covered.contains(path)
                    || path.indices.contains { index in
                        (path[index] == "." || path[index] == "[") && covered.contains(String(path[..<index]))
                    }
            })
    }

    private init(definition: TemplateDefinition, scopes: [TemplateScope]) {
        self.definition = definition
        self.scopes = scopes
    }

    private mutating func fail(
        at path: String, _ rule: ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil
    ) {
        violations.append(.init(path: path, rule: rule, explanation: explanation, limit: limit, actual: actual))
    }

    /// Reads a value; what is wrong with it is reported, and its slot covered.
    private mutating func value<T>(_ json: JSONValue, at path: String, _ read: (WireObject) -> T) -> T? {
        let log = ReadingLog()
        let value = read(WireObject(json, at: path, log: log))
        let found = log.violations.filter { $0.rule != .unknownMember }
        guard !found.isEmpty else { return value }
        violations += found
        covered.insert(path)
        return nil
    }

    private mutating func elements(_ json: JSONValue?, at path: String) -> [JSONValue] {
        guard let json, !json.isNull else { return [] }
        guard let elements = json.array else {
            fail(at: path, .type, "an array belongs here")
            return []
        }
        if elements.count > Self.maximumCount {
            fail(
                at: path, .maxCount, "there are too many elements", limit: Self.maximumCount, actual: elements.count)
        }
        return Array(elements.prefix(Self.maximumCount))
    }

    private mutating func readMessage(_ components: JSONValue?) {
        guard let message = scopes.first else { return }
        read(elements(components, at: "components"), in: message, at: "components")
        let cards = scopes.count - 1
        for card in 0..<max(cards, 0) where !seen.contains("card \(card)") && !covered.contains("carousel") {
            let path = "carousel.cards[\(card)]"
            covered.insert(path)
            fail(
                at: path, .required, "as many cards are sent as the template has", limit: cards,
                actual: seen.count(where: { $0.hasPrefix("card ") }))
        }
    }

    private mutating func read(_ components: [JSONValue], in scope: TemplateScope, at place: String) {
        for (index, component) in components.enumerated() {
            let place = "\(place)[\(index)]"
            guard component.object != nil else {
                fail(at: place, .type, "an object belongs here")
                continue
            }
            guard let type = component["type"]?.string?.lowercased() else {
                fail(at: place + ".type", .required, "a component needs its type")
                continue
            }
            let parameters = elements(component["parameters"], at: place + ".parameters")
            switch type {
            case "button": readButton(component, isEmpty: parameters.isEmpty, in: scope, at: place)
            case "carousel" where scope.card == nil: readCarousel(component, at: place)
            case "header", "body", "limited_time_offer", "order_status", "tap_target_configuration":
                guard !parameters.isEmpty else { continue }
                guard seen.insert(scope.prefix + type).inserted else {
                    fail(at: place, .unique, "a component of this type came already")
                    continue
                }
                switch type {
                case "header": readHeader(parameters, in: scope)
                case "body": readBody(parameters, in: scope)
                default:
                    if scope.card == nil {
                        readWhole(component, type: type, in: scope)
                    } else {
                        fail(at: place + ".type", .notAllowed, "a card has a header, a body and buttons only")
                    }
                }
            case "footer":
                if !parameters.isEmpty { fail(at: place + ".type", .notAllowed, "a footer takes no values") }
            default: fail(at: place + ".type", .notAllowed, "a sent template has no component of this type")
            }
        }
    }

    private mutating func put(_ value: TemplateValue, in slot: TemplateSlot) {
        values[slot.path] = value
    }

    // MARK: Header

    private mutating func readHeader(_ parameters: [JSONValue], in scope: TemplateScope) {
        let path = scope.prefix + "header"
        guard let slot = scope.headerSlot else {
            guard scope.isKnown else { return }
            fail(
                at: path, .notAllowed, "the template's header takes no value", limit: 0, actual: parameters.count)
            return
        }
        if parameters.count > 1 {
            fail(at: path, .maxCount, "a header takes one value", limit: 1, actual: parameters.count)
        }
        let type = parameters[0]["type"]?.string?.lowercased() ?? ""
        let expected = slot.placeholder == nil ? slot.kind.rawValue : "text"
        guard type == expected || slot.kind == .unrecognizedHeader else {
            fail(at: slot.path, .type, slot.kind.demand)
            covered.insert(slot.path)
            return
        }
        guard let header = value(parameters[0], at: slot.path, { TemplateHeader(reading: $0) }) else { return }
        switch header {
        case .text(let text, let name):
            put(.text(text), in: slot)
            guard let placeholder = slot.placeholder else { return }
            checkName(name, of: placeholder, at: slot.path, in: scope)
        case .image(let media): put(.image(media), in: slot)
        case .video(let media): put(.video(media), in: slot)
        case .gif(let media): put(.gif(media), in: slot)
        case .document(let document): put(.document(document), in: slot)
        case .location(let location): put(.location(location), in: slot)
        case .product(let product): put(.product(product), in: slot)
        }
    }

    /// The name of the header's value.
    private mutating func checkName(
        _ name: String?, of placeholder: String, at path: String, in scope: TemplateScope
    ) {
        if scope.isNamed {
            if name == nil {
                fail(at: path + ".parameter_name", .required, "the template's placeholders have names")
            } else if name != placeholder {
                fail(at: path + ".parameter_name", .consistency, "the template's header has another placeholder")
            }
        } else if name != nil {
            fail(at: path + ".parameter_name", .notAllowed, "the template's placeholders are numbers")
        }
    }

    // MARK: Body

    private mutating func readBody(_ parameters: [JSONValue], in scope: TemplateScope) {
        let slots = scope.bodySlots
        var unnamed = 0
        for (index, parameter) in parameters.enumerated() {
            let name = parameter["parameter_name"]?.string
            let slot: TemplateSlot?
            var path: String
            if scope.isNamed, let name {
                slot = slots.first { $0.placeholder == name }
                path = "\(scope.prefix)body.\(TemplatePlaceholder.spelled(name))"
                if slot == nil, scope.isKnown {
                    fail(at: path, .notAllowed, "the template's body has no placeholder of this name")
                }
            } else if scope.isNamed {
                unnamed += 1
                slot = nil
                path = "\(scope.prefix)body.parameters[\(index)]"
                if scope.isKnown, !slots.isEmpty {
                    fail(at: path + ".parameter_name", .required, "the template's placeholders have names")
                }
            } else {
                slot = slots.indices.contains(index) ? slots[index] : nil
                path = slot?.path ?? "\(scope.prefix)body.\(TemplatePlaceholder.spelled("\(index + 1)"))"
                if name != nil, scope.isKnown, slot != nil {
                    fail(at: path + ".parameter_name", .notAllowed, "the template's placeholders are numbers")
                }
                if slot == nil, scope.isKnown {
                    fail(
                        at: path, .notAllowed, "the template's body has fewer placeholders", limit: slots.count,
                        actual: parameters.count)
                }
            }
            guard let read = value(parameter, at: path, { TemplateParameter(reading: $0) }), let slot else { continue }
            guard values[slot.path] == nil else {
                fail(at: slot.path, .unique, "two values are given for this slot")
                continue
            }
            switch read.value {
            case .text(let text): put(.text(text), in: slot)
            case .currency(let amount): put(.amount(amount), in: slot)
            case .dateTime(let date): put(.dateTime(date), in: slot)
            case .group(let id): put(.group(id), in: slot)
            }
        }
        if scope.isNamed, unnamed > 0, slots.isEmpty, scope.isKnown {
            fail(
                at: scope.prefix + "body", .notAllowed, "the template's body takes no values", limit: 0,
                actual: parameters.count)
        }
        guard !scope.isNamed else { return }
        for slot in slots.dropFirst(parameters.count) {
            covered.insert(slot.path)
            fail(
                at: slot.path, .required, "the template needs a value here", limit: slots.count,
                actual: parameters.count)
        }
    }

    // MARK: Buttons

    private mutating func readButton(_ component: JSONValue, isEmpty: Bool, in scope: TemplateScope, at place: String) {
        let index: Int
        if let number = component["index"]?.integer ?? component["index"]?.string.flatMap({ Int($0) }) {
            index = number
        } else {
            guard !isEmpty else { return }
            fail(at: place + ".index", .required, "a button needs its place in the template")
            return
        }
        guard !isEmpty else { return }
        let path = "\(scope.prefix)buttons[\(index)]"
        guard seen.insert(path).inserted else {
            fail(at: path, .unique, "values for this button came already")
            return
        }
        guard scope.buttons.indices.contains(index) else {
            if scope.isKnown {
                fail(at: path, .notAllowed, "the template has no button here", limit: scope.buttons.count)
            }
            return
        }
        guard let slot = scope.buttonSlot(index) else {
            fail(at: path, .notAllowed, "the template's button takes no value", limit: 0)
            return
        }
        let subType = component["sub_type"]?.string?.lowercased() ?? ""
        guard slot.kind == .unrecognizedButton || slot.kind.subTypes.contains(subType) else {
            fail(at: path + ".sub_type", .type, "the template's button is of another kind")
            covered.insert(path)
            return
        }
        guard let button = value(component, at: path, { TemplateButton(component: $0) }) else { return }
        switch button {
        case .url(let text): put(.text(text), in: slot)
        case .copyCode(let code): put(.text(code), in: slot)
        case .quickReply(let payload?): put(.text(payload), in: slot)
        default: put(.button(button), in: slot)
        }
    }

    // MARK: Cards

    private mutating func readCarousel(_ component: JSONValue, at place: String) {
        let cards = elements(component["cards"], at: place + ".cards")
        let count = scopes.count - 1
        guard count > 0 else {
            if scopes[0].isKnown, !cards.isEmpty {
                fail(at: "carousel", .notAllowed, "the template has no carousel", limit: 0, actual: cards.count)
            }
            return
        }
        guard seen.insert("carousel").inserted else {
            fail(at: place, .unique, "a component of this type came already")
            return
        }
        for (position, card) in cards.enumerated() {
            let number = card["card_index"]?.integer ?? card["card_index"]?.string.flatMap { Int($0) }
            guard card.object != nil, let number else {
                let path = "\(place).cards[\(position)]"
                fail(at: card.object == nil ? path : path + ".card_index", .required, "a card needs its place")
                covered.insert("carousel")
                continue
            }
            let path = "carousel.cards[\(number)]"
            guard (0..<count).contains(number) else {
                fail(at: path, .notAllowed, "the template has fewer cards", limit: count, actual: cards.count)
                continue
            }
            guard seen.insert("card \(number)").inserted else {
                fail(at: path, .unique, "a card of this place came already")
                continue
            }
            let components = elements(card["components"], at: path + ".components")
            read(components, in: scopes[number + 1], at: path + ".components")
        }
    }

    // MARK: Others

    /// Reads a component that holds one value: the end of an offer, the state of an order, addresses.
    private mutating func readWhole(_ component: JSONValue, type: String, in scope: TemplateScope) {
        let kind: TemplateSlot.Kind
        switch type {
        case "limited_time_offer": kind = .offerEnd
        case "order_status": kind = .orderStatus
        default: kind = .tapTargets
        }
        guard let slot = scope.slot(kind) else {
            if scope.isKnown { fail(at: type, .notAllowed, "the template has no part of this kind", limit: 0) }
            return
        }
        guard let read = value(component, at: slot.path, { TemplateComponent(reading: $0) }) else { return }
        switch read {
        case .limitedTimeOffer(let milliseconds): put(.offerEnd(milliseconds: milliseconds), in: slot)
        case .orderStatus(let update): put(.orderStatus(update), in: slot)
        case .tapTarget(let targets): put(.tapTargets(targets), in: slot)
        default: break
        }
    }
}

extension TemplateSlot.Kind {
    /// The `sub_type`s that fill a button of this kind. Templates that exist already show the buttons of one-time codes
    /// as addresses, so that either word is taken for a code.
    var subTypes: [String] {
        switch self {
        case .url: return ["url"]
        case .oneTimeCode: return ["url", "copy_code"]
        case .payload: return ["quick_reply"]
        case .couponCode: return ["copy_code"]
        case .flow: return ["flow"]
        case .catalogThumbnail: return ["catalog"]
        case .products: return ["mpm"]
        case .voiceCall: return ["voice_call"]
        case .orderDetails: return ["order_details"]
        default: return []
        }
    }
}
