public import WhatsAppBusiness

/// The three templates that the sandbox has. It takes no others.
///
/// ```swift
/// try await sandbox.send(SandboxTemplate.firstWelcome(name: "Ada"), to: ownNumber)
/// ```
///
/// Source: 360dialog reference §1.1 ("Sandbox").
public enum SandboxTemplate {
    /// Their language.
    public static let language: LanguageCode = "en"

    /// A text about the sandbox.
    public static var disclaimer: Message {
        template("disclaimer", [])
    }

    /// A welcome with a name. (The template's own name really has three `s`.)
    public static func firstWelcome(name: String) -> Message {
        .template("first_welcome_messsage", language: language, body: [name])
    }

    /// A question with two buttons.
    ///
    /// - Parameters:
    ///   - first: what comes back when the first button is tapped.
    ///   - second: what comes back when the second button is tapped.
    public static func interactive(payloads first: String, _ second: String) -> Message {
        template(
            "interactive_template_sandbox",
            [.button(.quickReply(first), at: 0), .button(.quickReply(second), at: 1)])
    }

    private static func template(_ name: String, _ components: [TemplateComponent]) -> Message {
        .template(TemplateMessage(name: name, language: language, components: components))
    }
}
