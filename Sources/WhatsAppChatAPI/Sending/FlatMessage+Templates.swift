import WhatsAppBusiness

extension FlatMessage {
    /// A template; its namespace is added later where the message names none (Chat API reference §5.1).
    ///
    /// Components are the platform's own, all of them: the reference shows headers, bodies and buttons; what becomes of
    /// others, such as the cards of a carousel, is the platform's decision.
    static func template(_ template: TemplateMessage) -> Self {
        var message = Self(
            "sendTemplate",
            [
                "template": .string(template.name),
                "language": [
                    "policy": .string(template.languagePolicy ?? "deterministic"),
                    "code": .string(template.language.rawValue),
                ],
                "namespace": .text(template.namespace),
                "params": template.components.isEmpty ? nil : .list(template.components),
            ])
        if template.namespace == nil { message.templateInNeed = template }
        return message
    }
}
