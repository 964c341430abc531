/// A message or a card, as far as it takes values.
struct TemplateScope {
    /// The card, counted from 0; `nil` for the message.
    let card: Int?
    let header: TemplateDefinition.Header?
    /// The body's text; of an authentication template the platform's, as far as it is known.
    let bodyText: String?
    let buttons: [TemplateDefinition.Button]
    let slots: [TemplateSlot]
    /// Whether placeholders are names.
    let isNamed: Bool
    /// Whether the definition tells what the template consists of.
    let isKnown: Bool

    /// What stands before the paths of its slots.
    var prefix: String { TemplateSlot.prefix(card: card) }

    /// The slots of the body, in the order in which numbered values are sent.
    var bodySlots: [TemplateSlot] {
        slots.filter { $0.button == nil && ($0.kind == .bodyText || $0.kind == .oneTimeCode) }
    }

    /// The slot of the header.
    var headerSlot: TemplateSlot? {
        slots.first { slot in
            switch slot.kind {
            case .headerText, .image, .video, .gif, .document, .location, .product, .unrecognizedHeader: true
            default: false
            }
        }
    }

    /// The slot of a button.
    func buttonSlot(_ index: Int) -> TemplateSlot? { slots.first { $0.button == index } }

    /// The slot of a kind.
    func slot(_ kind: TemplateSlot.Kind) -> TemplateSlot? { slots.first { $0.kind == kind } }
}

extension TemplateDefinition {
    /// The places that take a value when the template is sent, in their order: those of the message, then those of each
    /// card of a carousel.
    ///
    /// Every template takes a `tap_target` too, and an `order_status`; neither is listed where the template does not need
    /// it. Source: Cloud API reference §2.17 (December 2025).
    public var slots: [TemplateSlot] {
        scopes.flatMap(\.slots).filter { $0.isRequired || ($0.kind != .orderStatus && $0.kind != .tapTargets) }
    }

    /// Whether placeholders have names: because the definition says so, or because it says nothing and they do.
    var hasNamedPlaceholders: Bool {
        if let parameterFormat { return parameterFormat.rawValue.uppercased() == ParameterFormat.named.rawValue }
        let texts = ([components] + cards.map(\.components)).flatMap { components in
            components.flatMap { [$0.header?.text, $0.body?.text] }
        }
        return texts.contains { text in
            TemplatePlaceholder.all(in: text ?? "").contains { if case .name = $0.key { true } else { false } }
        }
    }

    /// Whether the template carries a one-time code.
    var isAuthentication: Bool {
        category.rawValue.uppercased() == TemplateCategory.authentication.rawValue
            || buttons.contains { $0.kind == .oneTimePassword }
    }

    /// The message and its cards.
    var scopes: [TemplateScope] {
        let isNamed = hasNamedPlaceholders
        let message = scope(components, card: nil, isNamed: isNamed)
        return [message] + cards.enumerated().map { scope($1.components, card: $0, isNamed: isNamed) }
    }

    private func scope(_ components: [Component], card: Int?, isNamed: Bool) -> TemplateScope {
        let header = components.lazy.compactMap(\.header).first
        let body = components.lazy.compactMap(\.body).first
        let buttons = components.lazy.compactMap(\.buttons).first ?? []
        let isCode = card == nil && isAuthentication
        let text = body?.text ?? (isCode && body != nil ? AuthenticationWording.body(body) : nil)
        let placeholders = Self.placeholders(of: text ?? "", isNamed: isNamed)
        let carriesCode = isCode && placeholders.count == 1 && buttons.contains { Self.takesCode($0) }
        var slots: [TemplateSlot] = []
        if let header { slots += Self.slot(of: header, card: card).map { [$0] } ?? [] }
        slots += placeholders.map { placeholder in
            TemplateSlot(
                carriesCode ? .oneTimeCode : .bodyText, card: card, placeholder: placeholder.name,
                sample: body?.samples?[placeholder])
        }
        if card == nil, let offer = components.lazy.compactMap(\.limitedTimeOffer).first {
            slots.append(TemplateSlot(.offerEnd, isRequired: offer.hasExpiration == true))
        }
        for (index, button) in buttons.enumerated() {
            if let slot = Self.slot(of: button, at: index, card: card, carriesCode: carriesCode) { slots.append(slot) }
        }
        if card == nil {
            slots.append(TemplateSlot(.orderStatus, isRequired: subCategory == .orderStatus))
            slots.append(TemplateSlot(.tapTargets, isRequired: false))
        }
        return TemplateScope(
            card: card, header: header, bodyText: text, buttons: buttons, slots: slots, isNamed: isNamed,
            isKnown: !self.components.isEmpty)
    }

    /// The placeholders of a text, each once: numbers in their order, names in that of their first use.
    private static func placeholders(of text: String, isNamed: Bool) -> [TemplatePlaceholder] {
        var seen: Set<String> = []
        let placeholders = TemplatePlaceholder.all(in: text).filter { seen.insert($0.name).inserted }
        guard !isNamed else { return placeholders }
        return placeholders.enumerated().sorted { left, right in
            switch (left.element.key, right.element.key) {
            case (.position(let a), .position(let b)): a < b
            case (.position, .name): true
            case (.name, .position): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    private static func takesCode(_ button: Button) -> Bool {
        switch button {
        case .oneTimeCode: true
        case .url(let link): link.placeholder != nil
        default: false
        }
    }

    private static func slot(of header: Header, card: Int?) -> TemplateSlot? {
        switch header.content {
        case .text(let text, let samples):
            return TemplatePlaceholder.all(in: text).first.map {
                TemplateSlot(.headerText, card: card, placeholder: $0.name, sample: samples?[$0])
            }
        case .image(let sample): return TemplateSlot(.image, card: card, sample: sample?.text)
        case .video(let sample): return TemplateSlot(.video, card: card, sample: sample?.text)
        case .document(let sample): return TemplateSlot(.document, card: card, sample: sample?.text)
        case .gif(let sample): return TemplateSlot(.gif, card: card, sample: sample?.text)
        case .location: return TemplateSlot(.location, card: card)
        case .product: return TemplateSlot(.product, card: card)
        case .unrecognized: return TemplateSlot(.unrecognizedHeader, card: card, isRequired: false)
        }
    }

    private static func slot(of button: Button, at index: Int, card: Int?, carriesCode: Bool) -> TemplateSlot? {
        func slot(_ kind: TemplateSlot.Kind, _ isRequired: Bool, sample: String? = nil) -> TemplateSlot {
            TemplateSlot(kind, card: card, button: index, isRequired: isRequired, sample: sample)
        }
        switch button {
        case .quickReply: return slot(.payload, false)
        case .url(let link):
            guard let placeholder = link.placeholder else { return nil }
            return TemplateSlot(
                carriesCode ? .oneTimeCode : .url, card: card, button: index, placeholder: placeholder.name,
                sample: link.sample)
        case .oneTimeCode:
            return TemplateSlot(.oneTimeCode, card: card, button: index, placeholder: "1")
        case .copyCode(let code): return slot(.couponCode, true, sample: code.sample)
        case .flow: return slot(.flow, false)
        case .catalog: return slot(.catalogThumbnail, false)
        case .multiProduct: return slot(.products, true)
        case .voiceCall: return slot(.voiceCall, false)
        case .orderDetails: return slot(.orderDetails, true)
        case .unrecognized: return slot(.unrecognizedButton, false)
        case .phoneNumber, .singleProduct, .requestContactInformation: return nil
        }
    }
}
