extension TemplateDefinition {
    /// The message without values: placeholders are shown as such.
    public func preview() -> TemplatePreview {
        FilledTemplate(self).preview
    }

    /// The message with values.
    ///
    /// Values in the body are formatted as its text is: `*Ana*` is shown bold. What is wrong with them is in
    /// ``TemplatePreview/violations``, and the rest is shown nevertheless.
    public func preview(_ values: TemplateValues) -> TemplatePreview {
        FilledTemplate(self, values).preview
    }

    /// The message as a send fills the template.
    ///
    /// Where number, kind or names of the parameters do not match the template, ``TemplatePreview/violations`` say so by
    /// the paths of slots: what the platform refuses with 132000 and 132012.
    public func preview(of message: TemplateMessage) -> TemplatePreview {
        SentTemplateReader.read(.array(message.components.map(\.json)), of: self).preview
    }

    /// The message as a send fills the template.
    /// - Parameter components: the `components` of a send in the platform's JSON; `nil` for a send without any.
    public func preview(components: JSONValue?) -> TemplatePreview {
        SentTemplateReader.read(components, of: self).preview
    }

    /// Checks that a message fits the template: name, language, and every parameter.
    /// - Throws: ``ValidationError`` with every violation, by the paths of slots (``TemplateSlot/path``).
    ///
    /// Source: Cloud API reference §2.17; errors 132000, 132001, 132005 and 132012.
    public func validate(_ message: TemplateMessage) throws(ValidationError) {
        var violations: [ValidationError.Violation] = []
        if message.name != name {
            violations.append(.init(path: "name", rule: .consistency, explanation: "the template has another name"))
        }
        if message.language != language {
            violations.append(
                .init(path: "language", rule: .consistency, explanation: "the template is in another language"))
        }
        violations += SentTemplateReader.read(.array(message.components.map(\.json)), of: self).violations
        guard violations.isEmpty else { throw ValidationError(violations) }
    }
}

extension FilledTemplate {
    /// The message as a person sees it.
    var preview: TemplatePreview {
        let message = scopes[0]
        let body = definition.body
        let footer = definition.footer
        let usesOwnWords =
            (body != nil && body?.text == nil) || (footer?.text == nil && footer?.codeExpirationMinutes != nil)
            || scopes.contains { $0.buttons.contains { $0.text == nil } }
        let offer = definition.components.lazy.compactMap(\.limitedTimeOffer).first
        let isQuestion = definition.components.contains {
            if case .callPermissionRequest = $0 { true } else { false }
        }
        return TemplatePreview(
            header: header(of: message), body: formatted(message),
            footer: footer?.text ?? footer?.codeExpirationMinutes.map { AuthenticationWording.footer(minutes: $0) },
            offer: offer.map { self.offer($0, in: message) }, buttons: buttonPreviews(of: message),
            cards: scopes.dropFirst().map { scope in
                .init(header: header(of: scope), body: formatted(scope), buttons: buttonPreviews(of: scope))
            },
            asksForCallPermission: isQuestion, unfilled: unfilled.map(\.path), violations: violations,
            warnings: warnings, isApproximate: usesOwnWords)
    }

    private func formatted(_ scope: TemplateScope) -> FormattedText? {
        bodyText(of: scope).map { FormattedText($0.text, placeholders: $0.unfilled) }
    }

    private func offer(_ offer: TemplateDefinition.LimitedTimeOffer, in scope: TemplateScope) -> TemplatePreview.Offer {
        guard case .offerEnd(let end)? = scope.slot(.offerEnd).flatMap({ values[$0.path] }) else {
            return .init(text: offer.text)
        }
        return .init(text: offer.text, endMilliseconds: end)
    }

    private func header(of scope: TemplateScope) -> TemplatePreview.Header? {
        guard let header = scope.header else { return nil }
        let value = scope.headerSlot.flatMap { values[$0.path] }
        switch header.content {
        case .text: return .text(headerText(of: scope) ?? "")
        case .image:
            if case .image(let media)? = value { return .image(media) }
            return .image(nil)
        case .video:
            if case .video(let media)? = value { return .video(media) }
            return .video(nil)
        case .gif:
            if case .gif(let media)? = value { return .gif(media) }
            return .gif(nil)
        case .document:
            if case .document(let document)? = value { return .document(document) }
            return .document(nil)
        case .location:
            if case .location(let location)? = value { return .location(location) }
            return .location(nil)
        case .product:
            if case .product(let product)? = value { return .product(product) }
            return .product(nil)
        case .unrecognized(let format): return .unrecognized(format)
        }
    }

    private func buttonPreviews(of scope: TemplateScope) -> [TemplatePreview.Button] {
        scope.buttons.enumerated().map { index, button in
            let value = scope.buttonSlot(index).flatMap { values[$0.path] }
            var preview = TemplatePreview.Button(kind: button.kind, text: button.text ?? button.kind.label)
            switch button {
            case .url(let link): preview.url = address(of: link, at: index, in: scope)
            case .phoneNumber(let call): preview.phoneNumber = call.phoneNumber
            case .copyCode: preview.code = value?.text
            case .oneTimeCode(let code):
                preview.code = value?.text
                if code.kind != .copyCode {
                    preview.text = code.autofillText ?? AuthenticationWording.autofill
                }
            case .quickReply: preview.payload = value?.text
            case .flow:
                if case .button(.flow(let token, _))? = value {
                    preview.payload = token
                } else {
                    preview.payload = value?.text
                }
            case .voiceCall:
                if case .button(.voiceCall(_, let payload))? = value { preview.payload = payload }
            default: break
            }
            return preview
        }
    }
}

extension TemplateButtonKind {
    /// What stands on a button for which the template has no words, in English; approximately.
    var label: String {
        switch self {
        case .copyCode: return "Copy offer code"
        case .oneTimePassword: return AuthenticationWording.copyCode
        case .catalog: return "View catalog"
        case .multiProduct: return "View items"
        case .singleProduct: return "View"
        case .requestContactInformation: return "Share Contact Info"
        case .voiceCall: return "Call now"
        case .orderDetails: return "Review and Pay"
        default: return ""
        }
    }
}
