import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension CloudAPI {
    /// Asks the platform about the token, the number, its account and its webhook, and says what stands in the way.
    ///
    /// It looks at: the token, until when it is good and its permissions; the number's state, name, quality, limit and
    /// platform, and whether the phone app uses it too; the platform's own verdict on sending, payment included; the apps
    /// of the account; where webhooks go, and with ``Configuration/applicationID`` and the app secret, which fields are
    /// subscribed.
    ///
    /// What the token may not read is a finding, not a failure; so is a token that the platform refuses.
    ///
    /// - Parameter options: how the calls are made.
    /// - Returns: what was found, each finding with its remedy. Cloud API reference §6.1, §6.9, §6.14.
    /// - Throws: `WhatsAppError` when the platform cannot be asked at all.
    public func checkConnection(options: RequestOptions) async throws(WhatsAppError)
        -> ConnectionReport
    {
        var check = ConnectionCheck(management: management, options: options)
        // What the number says is the heart of it; a number that is no id is a mistake of the program.
        _ = try client.path(nil, of: client.number)
        let facts = try await check.checkToken()
        guard check.isTokenGood else { return check.report }
        try await check.checkNumber(phoneNumberID)
        try await check.checkHealth(phoneNumberID)
        // Where the program has not said the account, and the token reaches one only, it is that one.
        let accounts = facts?.accounts ?? []
        if let account = businessAccountID ?? (accounts.count == 1 ? accounts.first : nil) {
            try await check.checkSubscribedApps(
                account, app: configuration.applicationID ?? facts?.applicationID)
        } else {
            check.add(
                .warning, "account", "the account of the number was not given: its apps were not looked at",
                remedy: "give the id of the WhatsApp Business Account")
        }
        try await check.checkFields()
        return check.report
    }
}
