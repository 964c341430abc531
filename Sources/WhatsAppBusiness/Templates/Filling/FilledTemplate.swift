/// A template with values in its slots, and what is wrong with them.
struct FilledTemplate {
    let definition: TemplateDefinition
    let scopes: [TemplateScope]
    /// The values by the paths of their slots.
    private(set) var values: [String: TemplateValue] = [:]
    private(set) var violations: [ValidationError.Violation] = []

    /// Nothing is filled in, and nothing is wrong.
    init(_ definition: TemplateDefinition) {
        self.definition = definition
        scopes = definition.scopes
    }

    /// Puts values into the slots that their keys name.
    init(_ definition: TemplateDefinition, _ given: TemplateValues) {
        self.init(definition)
        for scope in scopes {
            var sources = [(entries: given.entries, prefixes: [scope.prefix])]
            if let card = scope.card {
                sources[0].prefixes.append("cards[\(card)].")
                if given.cards.indices.contains(card) { sources.append((given.cards[card].entries, [""])) }
            }
            let bare = Self.bareNames(of: scope)
            for slot in scope.slots {
                var found: [TemplateValue] = []
                let names = [slot.localPath] + slot.localAliases + [bare[slot.path]].compactMap { $0 }
                for source in sources {
                    found += source.prefixes.flatMap { prefix in names.compactMap { source.entries[prefix + $0] } }
                }
                take(found, for: slot)
            }
        }
        shareCode()
        for slot in scopes.flatMap(\.slots) { check(slot) }
        checkLengths()
        for key in Self.surplus(given, scopes) {
            violations.append(
                .init(path: key, rule: .notAllowed, explanation: "the template has no slot of this name"))
        }
    }

    /// Takes values whose slots are known, and what was found wrong with them.
    init(
        _ definition: TemplateDefinition, scopes: [TemplateScope], values: [String: TemplateValue],
        violations: [ValidationError.Violation], covered: (String) -> Bool
    ) {
        self.definition = definition
        self.scopes = scopes
        self.values = values
        for scope in scopes where scope.isKnown {
            for slot in scope.slots where !covered(slot.path) { check(slot) }
        }
        checkLengths()
        self.violations = violations + self.violations
    }

    /// The slots that have no value and need one.
    var unfilled: [TemplateSlot] {
        scopes.flatMap(\.slots).filter { $0.isRequired && values[$0.path] == nil }
    }

    // MARK: Keys

    /// Which slots a bare name fills: those of the body, or else that of the header, or else that of the only button.
    private static func bareNames(of scope: TemplateScope) -> [String: String] {
        var names: [String: String] = [:]
        var taken: Set<String> = []
        for slot in scope.bodySlots {
            guard let name = slot.placeholder else { continue }
            names[slot.path] = name
            taken.insert(name)
        }
        if let header = scope.headerSlot, let name = header.placeholder, scope.isNamed || !taken.contains(name) {
            names[header.path] = name
            taken.insert(name)
        }
        let links = scope.slots.filter { $0.button != nil && $0.placeholder != nil }
        if links.count == 1, let name = links[0].placeholder, !taken.contains(name) { names[links[0].path] = name }
        return names
    }

    private static func surplus(_ given: TemplateValues, _ scopes: [TemplateScope]) -> [String] {
        var known: Set<String> = []
        var knownOfCard: [Set<String>] = []
        for scope in scopes {
            var local: Set<String> = []
            for slot in scope.slots {
                local.insert(slot.localPath)
                local.formUnion(slot.localAliases)
            }
            local.formUnion(bareNames(of: scope).values)
            if let card = scope.card {
                for name in local {
                    known.insert(TemplateSlot.prefix(card: card) + name)
                    known.insert("cards[\(card)]." + name)
                }
                knownOfCard.append(local)
            } else {
                known.formUnion(local)
            }
        }
        var surplus = given.entries.keys.filter { !known.contains($0) }.sorted()
        for (index, card) in given.cards.enumerated() {
            guard knownOfCard.indices.contains(index) else {
                surplus.append("carousel.cards[\(index)]")
                continue
            }
            surplus += card.entries.keys.filter { !knownOfCard[index].contains($0) }.sorted()
                .map { TemplateSlot.prefix(card: index) + $0 }
        }
        return surplus
    }

    private mutating func take(_ found: [TemplateValue], for slot: TemplateSlot) {
        guard let value = found.first else { return }
        if found.contains(where: { $0 != value }) {
            violations.append(
                .init(path: slot.path, rule: .unique, explanation: "two values are given for this slot"))
        }
        values[slot.path] = value
    }

    /// A one-time code is given once, for the body and for the button.
    private mutating func shareCode() {
        let slots = scopes.first?.slots.filter { $0.kind == .oneTimeCode } ?? []
        guard let text = slots.compactMap({ values[$0.path]?.text }).first else { return }
        for slot in slots where values[slot.path] == nil { values[slot.path] = .text(text) }
    }

    // MARK: Checks

    private mutating func check(_ slot: TemplateSlot) {
        guard let value = values[slot.path] else {
            if slot.isRequired {
                violations.append(
                    .init(path: slot.path, rule: .required, explanation: "the template needs a value here"))
            }
            return
        }
        guard slot.takes(value) else {
            violations.append(.init(path: slot.path, rule: .type, explanation: slot.kind.demand))
            return
        }
        var check = Check()
        slot.check(value, &check, isInOffer: scopes[0].slot(.offerEnd) != nil)
        violations += check.violations
    }

    /// The lengths of what the customer sees (Cloud API reference §2.3, §4.3).
    private mutating func checkLengths() {
        var check = Check()
        let fillsBodyOnly = scopes.allSatisfy { scope in
            scope.slots.allSatisfy { values[$0.path] == nil || $0.kind == .bodyText }
        }
        for scope in scopes {
            if let slot = scope.headerSlot, slot.placeholder != nil, values[slot.path] != nil {
                check.length(
                    headerText(of: scope) ?? "", at: scope.prefix + "header",
                    maximum: TemplateHeader.maximumTextLength)
            }
            if scope.bodySlots.contains(where: { values[$0.path] != nil }) {
                check.length(
                    bodyText(of: scope)?.text ?? "", at: scope.prefix + "body",
                    maximum: fillsBodyOnly && scopes.count == 1
                        ? TemplateComponent.maximumBodyOnlyLength : TemplateComponent.maximumBodyLength)
            }
            for (index, button) in scope.buttons.enumerated() {
                guard case .url(let link) = button, let slot = scope.buttonSlot(index), values[slot.path] != nil else {
                    continue
                }
                check.length(
                    address(of: link, at: index, in: scope), at: "\(scope.prefix)buttons[\(index)].url",
                    maximum: TemplateButton.maximumURLLength)
            }
        }
        violations += check.violations
    }

    /// What the platform may refuse, which is not confirmed: line ends, tabs and more than four spaces in a row
    /// (Cloud API reference §4.2), and spaces in an address.
    var warnings: [ValidationError.Violation] {
        var warnings: [ValidationError.Violation] = []
        for slot in scopes.flatMap(\.slots) where slot.placeholder != nil {
            guard let text = values[slot.path]?.text else { continue }
            if text.contains(where: \.isNewline) || text.contains("\t") || text.contains("     ") {
                warnings.append(
                    .init(
                        path: slot.path, rule: .characters,
                        explanation: "values with line ends, tabs or more than four spaces in a row may be refused"))
            } else if slot.kind == .url, text.contains(where: \.isWhitespace) {
                warnings.append(
                    .init(path: slot.path, rule: .characters, explanation: "an address holds no spaces"))
            }
        }
        return warnings
    }

    // MARK: What the customer sees

    /// A text with its values; placeholders without one stay.
    struct Rendered {
        var text = ""
        var unfilled: [FormattedText.Placeholder] = []
    }

    func headerText(of scope: TemplateScope) -> String? {
        scope.header?.text.map { render($0, part: "header", scope: scope).text }
    }

    func bodyText(of scope: TemplateScope) -> Rendered? {
        scope.bodyText.map { render($0, part: "body", scope: scope) }
    }

    func address(of link: TemplateDefinition.Button.Link, at index: Int, in scope: TemplateScope) -> String {
        render(link.url, part: "buttons[\(index)].url", scope: scope).text
    }

    private func render(_ text: String, part: String, scope: TemplateScope) -> Rendered {
        var rendered = Rendered()
        for piece in TemplatePlaceholder.pieces(of: text) {
            switch piece {
            case .text(let text): rendered.text += text
            case .placeholder(let placeholder):
                if let value = values["\(scope.prefix)\(part).\(placeholder.spelled)"]?.text {
                    rendered.text += value
                } else {
                    let start = rendered.text.utf8.count
                    rendered.text += text[placeholder.range]
                    rendered.unfilled.append(
                        .init(range: start..<rendered.text.utf8.count, name: placeholder.name))
                }
            }
        }
        return rendered
    }
}
