import ArgumentParser
import WhatsApp

/// `whatsapp send`: sends a text or a template.
struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sends a text or a template.",
        discussion: """
            Settings come from the environment: WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID, and for another address \
            WHATSAPP_BASE_URL.
            """)

    @Option(help: "The recipient: a number with its country code, or a business-scoped user id.")
    var to: String

    @Option(help: "A free-form text; needs an open customer service window.")
    var text: String?

    @Option(help: "The name of a template.")
    var template: String?

    @Option(help: "The language of the template.")
    var language = "en_US"

    @Option(name: .customLong("param"), help: "A text for a placeholder of the template's body; repeat in order.")
    var parameters: [String] = []

    @Option(help: "The id of the message to quote.")
    var replyTo: String?

    func validate() throws {
        guard (text == nil) != (template == nil) else { throw ValidationError("Give either --text or --template.") }
    }

    func run() async throws {
        let recipient: Recipient
        do {
            recipient = try Recipient(parsing: to)
        } catch {
            throw ValidationError("--to: \(error)")
        }
        var message: Message
        if let text {
            message = .text(text)
        } else {
            message = .template(template ?? "", language: LanguageCode(rawValue: language), body: parameters)
        }
        message.replyTo = replyTo.map { MessageID($0) }
        let cloud = try Settings.cloud()
        do throws(WhatsAppError) {
            let sent = try await cloud.send(message, to: recipient)
            Output.line(
                .compact([
                    ("id", .string(sent.id.rawValue)), ("wa_id", .text(sent.whatsAppID?.rawValue)),
                    ("user_id", .text(sent.userID?.rawValue)), ("state", .string(sent.state.rawValue)),
                    ("callback_data", .text(sent.callbackData)),
                ]))
        } catch {
            if error.outcome == .unknown, let tag = error.callbackData {
                Output.complain("Statuses of this message will carry the tag \(tag).")
            }
            throw Settings.fail(error)
        }
    }
}
