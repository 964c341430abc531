import ArgumentParser
import WhatsApp

/// The program `whatsapp`: the library's work from a shell.
@main
struct WhatsAppCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatsapp",
        abstract:
            "Webhooks, messages, prices, bills, a simulated platform, and sends through the WhatsApp Business Platform.",
        subcommands: [
            Inspect.self, Lint.self, LintTemplate.self, Preview.self, Price.self, Rate.self, Rates.self,
            BillCommand.self, Simulate.self, Send.self, Check.self, Profile.self,
            TemplatesCommand.self, CapabilitiesCommand.self,
        ])
}
