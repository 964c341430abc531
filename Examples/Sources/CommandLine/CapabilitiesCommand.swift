import ArgumentParser
import WhatsApp

/// `whatsapp capabilities`: what each provider can do.
struct CapabilitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capabilities", abstract: "Prints what each provider can do, as a table in Markdown.",
        discussion: "The table of the documentation is this one; a test compares them.")

    func run() throws {
        // Nobody is called: the transport is never used.
        let transport = CURLTransport.curl
        print(
            Capabilities.table(of: [
                "Cloud API": CloudAPI(phoneNumberID: "0", accessToken: "", transport: transport).capabilities,
                "360dialog": Dialog360.capabilities(of: .cloud),
                "360dialog's sandbox": Dialog360.capabilities(of: .sandbox),
                "Chat API": ChatAPI(baseURL: "https://localhost", token: "", transport: transport).capabilities,
            ]))
    }
}
