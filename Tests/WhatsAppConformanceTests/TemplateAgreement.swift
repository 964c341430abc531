import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppSimulator

/// What the package says about a template, and what the platform does with it.
@Suite("Any template")
struct TemplateAgreement {
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
    private static let count = 30

    @Test("is created, filled and sent, and the customer sees what its preview shows", arguments: seeds)
    func shown(_ seed: UInt64) async throws {
        let scene = await Scene(.cloudAPI)
        var templates = RandomTemplates(seed: seed)
        var sent: [String: TemplateMessage] = [:]
        for index in 0..<Self.count {
            let definition = try await scene.create(templates.next(), index)
            let values = definition.valuesOfAllSlots()
            let message = try definition.filling(values)
            try await scene.provider.send(.template(message), to: Scene.recipient)
            let shown = try #require(await scene.phone().last)
            #expect(shown.template == definition.name)
            let preview = definition.preview(values)
            #expect(preview.isValid && preview.unfilled == [])
            #expect(shown.shown.lines == preview.lines, "\(definition.json)")
            #expect(definition.preview(of: message) == preview)
            sent[definition.name] = message
        }
        // What the platform gives back is filled in the same way.
        var read = 0
        for try await template in scene.provider.templates() {
            guard let message = sent[template.name] else { continue }
            #expect(try template.filling(template.definition.valuesOfAllSlots()) == message)
            read += 1
        }
        #expect(read == Self.count)
    }

    @Test("is refused here and there when a value that it needs is left out", arguments: seeds)
    func missing(_ seed: UInt64) async throws {
        let scene = await Scene(.cloudAPI)
        var templates = RandomTemplates(seed: seed)
        var refused = 0
        for index in 0..<Self.count {
            let definition = try await scene.create(templates.next(), index)
            let values = definition.valuesOfAllSlots()
            let full = try definition.filling(values)
            for slot in definition.slots where values[slot.path] != nil {
                // A one-time code stands twice and is one value.
                let left = slot.kind == .oneTimeCode ? definition.slots.filter { $0.kind == slot.kind } : [slot]
                var fewer = values
                for slot in left { fewer[slot.path] = nil }
                let message = full.without(slot, definition)
                try #require(message != full, "\(slot.path)")
                let before = await scene.phone().count
                do throws(TemplateFillingError) {
                    let filled = try definition.filling(fewer)
                    #expect(!slot.isRequired && filled == message)
                    let error = await scene.failure { try await $0.send(.template(message), to: Scene.recipient) }
                    #expect(error == nil, "\(slot.path) \(definition.json)")
                    #expect(await scene.phone().last?.shown.lines == definition.preview(fewer).lines)
                } catch {
                    refused += 1
                    #expect(slot.isRequired && error.missing == left.map(\.path))
                    #expect(throws: ValidationError.self) { try definition.validate(message) }
                    let answer = await scene.failure {
                        try await $0.send(
                            .template(message), to: Scene.recipient, options: RequestOptions(validates: false))
                    }
                    let codes: [PlatformErrorCode?] = [.templateParameterCount, .templateParameterFormat]
                    #expect(codes.contains(answer?.platform?.resolvedCode), "\(slot.path) \(definition.json)")
                    #expect(await scene.phone().count == before)
                }
            }
        }
        #expect(refused > Self.count)
    }
}

extension Scene {
    /// Has a template reviewed, under a name of its own.
    fileprivate func create(_ definition: TemplateDefinition, _ index: Int) async throws -> TemplateDefinition {
        var definition = definition
        definition.name = "random_\(index)"
        try #require(definition.lint().isValid)
        let receipt = try await provider.createTemplate(definition)
        try #require(receipt.status == .approved)
        clock.advance(by: 60)
        return definition
    }
}

extension TemplateMessage {
    /// The message without the value of one slot, as a program would send it that fills templates by hand.
    fileprivate func without(_ slot: TemplateSlot, _ definition: TemplateDefinition) -> TemplateMessage {
        var message = self
        let isSibling = { (other: TemplateSlot) in
            other.card == slot.card && other.button == nil && (other.kind == .bodyText || other.kind == .oneTimeCode)
        }
        let place = definition.slots.filter(isSibling).firstIndex(of: slot)
        message.components = components.compactMap { component in
            guard let card = slot.card, case .carousel(var cards) = component else {
                return slot.card == nil ? component.without(slot, bodyPlace: place) : component
            }
            cards[card].components = cards[card].components.compactMap { $0.without(slot, bodyPlace: place) }
            return .carousel(cards)
        }
        return message
    }
}

extension TemplateComponent {
    fileprivate func without(_ slot: TemplateSlot, bodyPlace: Int?) -> TemplateComponent? {
        switch self {
        case .header:
            let kinds: [TemplateSlot.Kind] = [.headerText, .image, .video, .gif, .document, .location, .product]
            return kinds.contains(slot.kind) ? nil : self
        case .body(var parameters):
            guard let bodyPlace else { return self }
            parameters.remove(at: bodyPlace)
            return parameters.isEmpty ? nil : .body(parameters)
        case .button(_, let index): return slot.button == index ? nil : self
        case .limitedTimeOffer: return slot.kind == .offerEnd ? nil : self
        default: return self
        }
    }
}

extension ShownMessage {
    /// What the phone shows, line by line.
    fileprivate var lines: [String] {
        var lines = [Self.line(header), "body: \(body)", "footer: \(footer ?? "-")", "offer: \(offer ?? "-")"]
        lines += buttons.map(Self.line)
        for card in cards {
            lines += ["card", Self.line(card.header), "body: \(card.body ?? "-")"] + card.buttons.map(Self.line)
        }
        return lines
    }

    private static func line(_ header: Header?) -> String {
        guard let header else { return "header: -" }
        return "header: \(header.format) \(header.text ?? "-") \(header.media ?? "-")"
    }

    private static func line(_ button: Button) -> String {
        "button: \(button.kind) \(button.text) \(button.url ?? "-") \(button.phoneNumber ?? "-") \(button.code ?? "-")"
    }
}

extension TemplatePreview {
    /// What a phone shows, line by line.
    fileprivate var lines: [String] {
        var lines = [
            Self.line(header), "body: \(body?.text ?? "")", "footer: \(footer ?? "-")", "offer: \(offer?.text ?? "-")",
        ]
        lines += buttons.map(Self.line)
        for card in cards {
            lines += ["card", Self.line(card.header), "body: \(card.body?.text ?? "-")"] + card.buttons.map(Self.line)
        }
        return lines
    }

    private static func line(_ header: Header?) -> String {
        switch header {
        case nil: return "header: -"
        case .text(let text)?: return "header: TEXT \(text) -"
        case .image(let media)?: return "header: IMAGE - \(source(media))"
        case .video(let media)?: return "header: VIDEO - \(source(media))"
        case .gif(let media)?: return "header: GIF - \(source(media))"
        case .document(let document)?:
            return "header: DOCUMENT \(document?.filename ?? "-") \(source(document?.media))"
        case .location(let place)?: return "header: LOCATION \(place?.name ?? "-") -"
        case .product(let product)?: return "header: PRODUCT \(product?.retailerID ?? "-") -"
        default: return "header: ?"
        }
    }

    private static func source(_ media: MediaReference?) -> String {
        media?.link ?? media?.id?.rawValue ?? "-"
    }

    private static func line(_ button: Button) -> String {
        let parts = [button.url, button.phoneNumber, button.code].map { $0 ?? "-" }
        return "button: \(button.kind.rawValue) \(button.text) " + parts.joined(separator: " ")
    }
}
