import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp send`: sends a message of any kind.
struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sends a text, a template, or a message of any kind from JSON on standard input.",
        discussion: """
            Without --text and --template the body of a send is read from standard input, in the platform's JSON: \
            {"to":"+…","type":"image","image":{"id":"…"}}. Its recipient may be left to --to. A read mark is sent too, and \
            a template with product_policy or message_activity_sharing goes to the marketing messages endpoint.

            Settings come from the environment: WHATSAPP_PROVIDER (cloud, 360dialog, 360dialog-sandbox or chat-api) and what \
            that provider needs: WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID, or D360_API_KEY, or CHAT_API_URL and \
            CHAT_API_TOKEN. For another address WHATSAPP_BASE_URL.
            """)

    @Option(help: "The recipient: a number with its country code, or a business-scoped user id.")
    var to: String?

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

    @Flag(help: "Send a template by the marketing messages endpoint.")
    var marketing = false

    /// The longest body that is read.
    private static let maximumBytes = 8 * 1024 * 1024

    func validate() throws {
        guard text == nil || template == nil else { throw ValidationError("Give either --text or --template.") }
        guard to != nil || (text == nil && template == nil) else { throw ValidationError("Give --to, the recipient.") }
    }

    func run() async throws {
        var recipient: Recipient?
        if let to {
            do {
                recipient = try Recipient(parsing: to)
            } catch {
                throw ValidationError("--to: \(error)")
            }
        }
        let provider = try Settings.provider()
        var message: Message
        var options = marketing ? MarketingOptions() : nil
        if let text {
            message = .text(text)
        } else if let template {
            message = .template(template, language: LanguageCode(rawValue: language), body: parameters)
        } else {
            let json = try readBody()
            if json["status"] != nil, json["type"] == nil {
                return try await markAsRead(ReadReceipt(json: json), provider)
            }
            let request = SendRequest(json: json)
            message = request.message
            options = request.marketing ?? options
            // What says nothing of a recipient is refused when it is validated.
            recipient = recipient ?? request.recipient
        }
        if let replyTo { message.replyTo = MessageID(replyTo) }
        guard let recipient else { throw ValidationError("Give --to, the recipient.") }
        do throws(WhatsAppError) {
            let sent: SentMessage
            if let options, case .template(let template) = message.content {
                switch provider {
                case let cloud as CloudAPI:
                    sent = try await cloud.sendMarketing(
                        template, to: recipient, marketing: options, replyingTo: message.replyTo,
                        callbackData: message.callbackData)
                case let dialog as Dialog360:
                    sent = try await dialog.sendMarketing(
                        template, to: recipient, marketing: options, replyingTo: message.replyTo,
                        callbackData: message.callbackData)
                default: throw .unsupported(.sendMarketing, by: provider.name)
                }
            } else {
                sent = try await provider.send(message, to: recipient)
            }
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

    private func readBody() throws -> JSONValue {
        let data = try FileHandle.standardInput.read(upToCount: Self.maximumBytes + 1) ?? Data()
        guard data.count <= Self.maximumBytes else { throw ValidationError("The body is longer than 8 MiB.") }
        do throws(JSONError) {
            return try JSONValue(parsing: [UInt8](data))
        } catch {
            throw ValidationError("Standard input is no JSON: \(error)")
        }
    }

    private func markAsRead(_ receipt: ReadReceipt, _ provider: any WhatsAppProvider) async throws {
        do {
            try receipt.validate()
        } catch {
            throw ValidationError("\(error)")
        }
        do throws(WhatsAppError) {
            try await provider.markAsRead(receipt.messageID, showingTypingIndicator: receipt.showsTypingIndicator)
            Output.line(["success": true])
        } catch {
            throw Settings.fail(error)
        }
    }
}
