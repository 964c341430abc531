#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TemplateDefinition {
    /// A message of this template with values in its slots.
    ///
    /// Lengths are checked after the values are put in: 60 characters for the header, 1,024 for the body (32,768 where
    /// nothing but the body is filled), 2,000 for an address.
    ///
    /// - Parameter values: the values; see ``TemplateValues`` for their keys.
    /// - Throws: ``TemplateFillingError`` with everything that is missing, surplus, of the wrong kind or too long.
    ///
    /// Source: Cloud API reference §2.3, §2.17 (December 2025).
    public func filling(_ values: TemplateValues = [:]) throws(TemplateFillingError) -> TemplateMessage {
        let filled = FilledTemplate(self, values)
        guard filled.violations.isEmpty else {
            throw TemplateFillingError(name: name, language: language, violations: filled.violations)
        }
        return filled.message
    }

    /// What the platform may refuse about values, and what is not confirmed: line ends, tabs and more than four spaces in a
    /// row in a placeholder's value, spaces in an address. ``filling(_:)`` accepts them.
    ///
    /// Source: Cloud API reference §4.2 (unconfirmed).
    public func warnings(about values: TemplateValues) -> [ValidationError.Violation] {
        FilledTemplate(self, values).warnings
    }
}

extension Template {
    /// A message of this template with values in its slots.
    ///
    /// ```swift
    /// let message = try template.filling(["first_name": "Ana"], synchronized: fetchedAt, at: now)
    /// try await provider.send(.template(message), to: customer)
    /// ```
    ///
    /// A catalogue fills by name and language: ``TemplateCatalogue/filling(_:language:_:fallback:at:ignoringStatus:)``.
    ///
    /// - Parameters:
    ///   - values: the values; see ``TemplateValues`` for their keys.
    ///   - synchronized: when this copy of the template was fetched.
    ///   - now: the present time: with `synchronized` it gives the age of the copy, which a refusal tells.
    ///   - ignoringStatus: whether a template is filled that is not approved as far as this copy knows.
    /// - Throws: ``TemplateFillingError``: with a ``TemplateFillingError/refusal`` where the template is not approved, and
    ///   with everything that is wrong with the values.
    public func filling(
        _ values: TemplateValues = [:], synchronized: Date? = nil, at now: Date? = nil, ignoringStatus: Bool = false
    ) throws(TemplateFillingError) -> TemplateMessage {
        let filled = FilledTemplate(definition, values)
        var refusal: TemplateFillingError.Refusal?
        if !ignoringStatus, !reviewState.isSendable {
            refusal = .init(
                state: reviewState,
                ageOfCopy: now.flatMap { now in synchronized.map { now.timeIntervalSince($0) } })
        }
        guard refusal == nil, filled.violations.isEmpty else {
            throw TemplateFillingError(
                name: name, language: language, refusal: refusal, violations: filled.violations)
        }
        return filled.message
    }
}

extension FilledTemplate {
    /// The message as it is sent.
    var message: TemplateMessage {
        TemplateMessage(name: definition.name, language: definition.language, components: components)
    }

    private var components: [TemplateComponent] {
        guard let message = scopes.first else { return [] }
        var components = parts(of: message)
        let buttons = buttons(of: message)
        if case .offerEnd(let milliseconds)? = message.slot(.offerEnd).flatMap({ values[$0.path] }) {
            components.append(.limitedTimeOffer(expirationMilliseconds: milliseconds))
        }
        let cards = scopes.dropFirst()
        if !cards.isEmpty {
            components.append(
                .carousel(
                    cards.map { scope in
                        TemplateCard(index: scope.card ?? 0, components: parts(of: scope) + self.buttons(of: scope))
                    }))
        }
        components += buttons
        if case .orderStatus(let update)? = message.slot(.orderStatus).flatMap({ values[$0.path] }) {
            components.append(.orderStatus(update))
        }
        if case .tapTargets(let targets)? = message.slot(.tapTargets).flatMap({ values[$0.path] }) {
            components.append(.tapTarget(targets))
        }
        return components
    }

    /// The values of the header and the body.
    private func parts(of scope: TemplateScope) -> [TemplateComponent] {
        var parts: [TemplateComponent] = []
        if let slot = scope.headerSlot, let value = values[slot.path],
            let header = slot.headerValue(value, isNamed: scope.isNamed)
        {
            parts.append(.header(header))
        }
        let parameters = scope.bodySlots.compactMap { slot in
            values[slot.path].flatMap { slot.bodyParameter($0, isNamed: scope.isNamed) }
        }
        if !parameters.isEmpty { parts.append(.body(parameters)) }
        return parts
    }

    private func buttons(of scope: TemplateScope) -> [TemplateComponent] {
        scope.slots.compactMap { slot in
            guard let index = slot.button, let value = values[slot.path], let button = slot.buttonValue(value) else {
                return nil
            }
            return .button(button, at: index)
        }
    }
}
