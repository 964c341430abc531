import ArgumentParser
import Foundation
import WhatsApp

/// The account that a command works with, from the environment.
enum Settings {
    /// A provider for the account of the environment.
    /// - Throws: a validation error that names the variable which is missing.
    static func cloud() throws -> CloudAPI {
        let environment = ProcessInfo.processInfo.environment
        func required(_ name: String, _ meaning: String) throws -> String {
            guard let value = environment[name]?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty else {
                throw ValidationError("Set \(name) to \(meaning).")
            }
            return value
        }
        let token = Secret(try required("WHATSAPP_TOKEN", "an access token of the account"))
        let id = try required("WHATSAPP_PHONE_NUMBER_ID", "the id of the business number (not the number itself)")
        var configuration = CloudAPI.Configuration()
        if let base = environment["WHATSAPP_BASE_URL"], !base.isEmpty { configuration.baseURL = base }
        if let version = environment["WHATSAPP_GRAPH_VERSION"], !version.isEmpty {
            configuration.graphVersion = version
        }
        func optional(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        configuration.applicationID = optional("WHATSAPP_APP_ID")
        return CloudAPI(
            phoneNumberID: PhoneNumberID(id),
            businessAccountID: optional("WHATSAPP_BUSINESS_ACCOUNT_ID").map { BusinessAccountID($0) },
            accessToken: .fixed(token), appSecret: optional("WHATSAPP_APP_SECRET").map { Secret($0) },
            verifyToken: optional("WHATSAPP_VERIFY_TOKEN").map { Secret($0) }, transport: .curl,
            configuration: configuration)
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
