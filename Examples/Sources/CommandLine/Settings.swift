import ArgumentParser
import Foundation
import WhatsApp

/// The account that a command works with, from the environment.
///
/// | Provider (`WHATSAPP_PROVIDER`) | Its variables |
/// |---|---|
/// | `cloud`, the default | `WHATSAPP_TOKEN`, `WHATSAPP_PHONE_NUMBER_ID`; for some calls `WHATSAPP_BUSINESS_ACCOUNT_ID`, `WHATSAPP_APP_ID`, `WHATSAPP_APP_SECRET`, `WHATSAPP_VERIFY_TOKEN` |
/// | `360dialog`, `360dialog-sandbox` | `D360_API_KEY` |
/// | `chat-api` | `CHAT_API_URL`, `CHAT_API_TOKEN` |
///
/// `WHATSAPP_BASE_URL` is another address, such as that of `whatsapp simulate`.
enum Settings {
    /// The provider for the account of the environment.
    /// - Throws: a validation error that names the variable which is missing.
    static func provider() throws -> any WhatsAppProvider {
        switch optional("WHATSAPP_PROVIDER") ?? "cloud" {
        case "cloud", "cloud-api": return try cloud()
        case "360dialog": return try dialog360(.cloud)
        case "360dialog-sandbox": return try dialog360(.sandbox)
        case "chat-api":
            return ChatAPI(
                baseURL: try required("CHAT_API_URL", "the \"API URL\" of the channel"),
                token: .fixed(Secret(try required("CHAT_API_TOKEN", "the token of the channel"))), transport: .curl)
        default:
            throw ValidationError(
                "Set WHATSAPP_PROVIDER to cloud, 360dialog, 360dialog-sandbox or chat-api; it is cloud where it is not set."
            )
        }
    }

    /// Cloud API, for what only it can do.
    /// - Throws: a validation error that names the variable which is missing.
    static func cloud() throws -> CloudAPI {
        let token = Secret(try required("WHATSAPP_TOKEN", "an access token of the account"))
        let id = try required("WHATSAPP_PHONE_NUMBER_ID", "the id of the business number (not the number itself)")
        var configuration = CloudAPI.Configuration()
        if let base = optional("WHATSAPP_BASE_URL") { configuration.baseURL = base }
        if let version = optional("WHATSAPP_GRAPH_VERSION") { configuration.graphVersion = version }
        configuration.applicationID = optional("WHATSAPP_APP_ID")
        return CloudAPI(
            phoneNumberID: PhoneNumberID(id),
            businessAccountID: optional("WHATSAPP_BUSINESS_ACCOUNT_ID").map { BusinessAccountID($0) },
            accessToken: .fixed(token), appSecret: optional("WHATSAPP_APP_SECRET").map { Secret($0) },
            verifyToken: optional("WHATSAPP_VERIFY_TOKEN").map { Secret($0) }, transport: .curl,
            configuration: configuration)
    }

    private static func dialog360(_ flavor: Dialog360.Flavor) throws -> Dialog360 {
        Dialog360(
            apiKey: .fixed(Secret(try required("D360_API_KEY", "the API key of the number"))), transport: .curl,
            configuration: .init(flavor: flavor, baseURL: optional("WHATSAPP_BASE_URL")))
    }

    private static func optional(_ name: String) -> String? {
        let value = ProcessInfo.processInfo.environment[name]?.trimmingCharacters(in: .whitespacesAndNewlines)
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func required(_ name: String, _ meaning: String) throws -> String {
        guard let value = optional(name) else { throw ValidationError("Set \(name) to \(meaning).") }
        return value
    }

    /// Prints an error for a person and ends the command.
    static func fail(_ error: WhatsAppError) -> ExitCode {
        Output.complain(error.description)
        if let advice = advice(error) { Output.complain(advice) }
        return .failure
    }

    private static func advice(_ error: WhatsAppError) -> String? {
        if error.validation?.violations.contains(where: { $0.path == "businessAccountID" }) == true {
            return "Set WHATSAPP_BUSINESS_ACCOUNT_ID to the id of the account (WABA)."
        }
        // The platform's reason for refusing a template is here.
        if let message = error.platform?.userMessage, !message.isEmpty { return message }
        switch error.platform?.code {
        case .accessTokenExpired?: return "Make a new token in the app's dashboard, and set WHATSAPP_TOKEN."
        case .recipientNotAllowed?:
            return "A test number writes to allow-listed recipients only: add this one in the app's dashboard."
        case .reEngagement?: return "Send a template: whatsapp send --to … --template NAME --language CODE."
        default: return nil
        }
    }
}

/// ArgumentParser has a type of the same name as the library's error.
typealias ValidationError = ArgumentParser.ValidationError
