import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The parts of a check of the connection, each of which adds to the report.
struct ConnectionCheck {
    let management: CloudAPIManagement
    let options: RequestOptions
    private(set) var report = ConnectionReport()
    private(set) var isTokenGood = true

    init(management: CloudAPIManagement, options: RequestOptions) {
        self.management = management
        self.options = options
    }

    mutating func add(
        _ level: ConnectionReport.Finding.Level, _ subject: String, _ text: String,
        remedy: String? = nil,
        item: String? = nil
    ) {
        report.findings.append(
            .init(level: level, subject: subject, text: text, remedy: remedy, item: item))
    }

    /// Reads a part; what the platform refuses becomes a finding.
    private mutating func read<Value>(
        _ subject: String, _ what: String, _ body: () async throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value? {
        do throws(WhatsAppError) {
            return try await body()
        } catch {
            let isRefused = error.outcome == .refused && (error.code != .rateLimited || error.platform != nil)
            guard isRefused || error.code == .decoding else { throw error }
            if let problem = error.platform?.tokenProblem, problem != .permissionMissing {
                guard isTokenGood else { return nil }
                isTokenGood = false
                add(
                    .problem, "token",
                    "the token was refused: " + (error.platform?.meaning ?? "it is not good"),
                    remedy: error.platform?.advice.sentence)
                return nil
            }
            add(
                .warning, subject, "\(what) could not be read: \(error.message)",
                remedy: error.platform?.advice.sentence)
            return nil
        }
    }

    // MARK: Token

    mutating func checkToken() async throws(WhatsAppError) -> TokenFacts? {
        let (management, options) = (management, options)
        let facts = try await read("token", "what the token may do") { () async throws(WhatsAppError) in
            try await management.tokenFacts(options: options)
        }
        guard let facts else { return nil }
        guard facts.isValid else {
            isTokenGood = false
            add(
                .problem, "token", "the token is not valid" + (facts.problem.map { ": \($0)" } ?? ""),
                remedy: "make a new token; that of a system user does not expire")
            return facts
        }
        if let end = facts.expiresAt {
            add(
                .warning, "token", "the token is valid until \(end.formatted(.iso8601))",
                remedy: "use the token of a system user, which does not expire")
        } else {
            add(.good, "token", "the token is valid and does not expire")
        }
        for permission in [TokenFacts.Permission.messaging, .management] where !facts.has(permission) {
            add(
                .problem, "permission", "the token lacks the permission \(permission.rawValue)",
                remedy: "grant it to the app and make a new token", item: permission.rawValue)
        }
        return facts
    }

    // MARK: Number

    mutating func checkNumber(_ id: PhoneNumberID) async throws(WhatsAppError) {
        let (management, options) = (management, options)
        let number = try await read("number", "the number") { () async throws(WhatsAppError) in
            try await management.phoneNumber(id, options: options)
        }
        guard let number else {
            guard isTokenGood else { return }
            return add(
                .problem, "number", "the token does not reach this number",
                remedy: "check the id (not the number itself), and assign the account to the token's user")
        }
        report.displayPhoneNumber = number.displayPhoneNumber
        report.verifiedName = number.verifiedName
        checkStatus(number)
        checkName(number)
        checkQuality(number)
        checkPlace(number)
        checkWebhook(number)
    }

    private mutating func checkStatus(_ number: BusinessNumber) {
        switch number.status {
        case "CONNECTED"?: add(.good, "status", "the number is connected")
        case let status?:
            add(
                .problem, "status", "the number is \(status.rawValue)",
                remedy: ["PENDING", "UNVERIFIED", "DISCONNECTED", "MIGRATED"].contains(status)
                    ? "verify the number by a code and register it with a PIN"
                    : "see the account's notices in WhatsApp Manager")
        case nil: add(.warning, "status", "the platform does not say whether the number is connected")
        }
        switch number.verification {
        case "NOT_VERIFIED"?, "UNVERIFIED"?:
            add(
                .warning, "verification", "the number was not verified by a code",
                remedy: "request a code and verify it, then register the number")
        case "EXPIRED"?:
            // That of a registered number expires without harm.
            add(.good, "verification", "the number was verified; the verification has expired since")
        default: break
        }
        if number.isPINEnabled == false {
            add(
                .warning, "pin", "two-step verification has no PIN",
                remedy: "set one: whoever knows none cannot be locked out")
        }
    }

    private mutating func checkName(_ number: BusinessNumber) {
        switch number.nameStatus {
        case "APPROVED"?, "AVAILABLE_WITHOUT_REVIEW"?:
            add(.good, "name_status", "the display name is approved")
        case "DECLINED"?, "EXPIRED"?:
            add(
                .problem, "name_status", "the display name is not approved",
                remedy: "ask for another display name, and register the number again when it is approved")
        case "PENDING_REVIEW"?:
            add(
                .warning, "name_status", "the display name is under review",
                remedy: "wait; the webhook field phone_number_name_update tells the decision")
        case "NONE"?:
            add(.warning, "name_status", "the number has no display name", remedy: "ask for one")
        default: break
        }
        if number.newNameStatus == "APPROVED" {
            add(
                .warning, "new_name_status", "a new display name was approved but is not shown",
                remedy: "register the number again")
        }
    }

    private mutating func checkQuality(_ number: BusinessNumber) {
        switch number.quality {
        case "RED"?:
            add(
                .warning, "quality_rating", "the quality is low",
                remedy: "write to fewer people who did not ask for it")
        case "YELLOW"?:
            add(
                .warning, "quality_rating", "the quality is medium",
                remedy: "write to fewer people who did not ask for it")
        case let rating?: add(.good, "quality_rating", "the quality is \(rating.rawValue)")
        case nil: break
        }
        if let level = number.throughput {
            add(.good, "throughput", "the throughput level is \(level.rawValue)")
        }
        if let limit = number.messagingLimit {
            add(
                .good, "messaging_limit",
                "the messaging limit is \(limit.rawValue)"
                    + (limit.recipients.map { ": \($0) new recipients in 24 hours" } ?? ""))
        }
    }

    private mutating func checkPlace(_ number: BusinessNumber) {
        if let platform = number.platform, platform != "CLOUD_API" {
            add(
                .problem, "platform_type", "the number is on \(platform.rawValue), not on Cloud API",
                remedy: "register the number on Cloud API")
        }
        if number.isOnBusinessApp == true {
            add(
                .warning, "is_on_biz_app",
                "the number is in use in the WhatsApp Business app too: 20 messages a second, and the app sees them",
                remedy: "if that is not wanted, delete the account in the app and register the number here")
        }
        if number.mode == "SANDBOX" {
            add(
                .warning, "account_mode",
                "this is a test number: it reaches its allow-listed recipients only",
                remedy: "add each recipient in the app's dashboard (at most 5), or use a number of your own"
            )
        }
    }

    private mutating func checkWebhook(_ number: BusinessNumber) {
        guard let address = number.webhook.effective.first else {
            return add(
                .problem, "webhook", "no webhook address is known for this number",
                remedy: "set the callback of the app, of the account or of the number")
        }
        add(.good, "webhook", "webhooks go to \(address.url) (set for the \(address.level.rawValue))")
    }

    // MARK: What sending hangs on

    mutating func checkHealth(_ id: PhoneNumberID) async throws(WhatsAppError) {
        guard isTokenGood else { return }
        let (management, options) = (management, options)
        let health = try await read("health", "the platform's verdict") {
            () async throws(WhatsAppError) in
            try await management.health(of: id, options: options)
        }
        guard let health else { return }
        switch health.availability {
        case .available?: add(.good, "health", "the platform says that messages can be sent")
        case .limited?: add(.warning, "health", "the platform says that sending is limited")
        case .blocked?: add(.problem, "health", "the platform says that messages cannot be sent")
        case let other?: add(.warning, "health", "the platform says of sending: \(other.rawValue)")
        case nil: break
        }
        for entity in health.entities {
            for problem in entity.problems {
                let code = problem.code.map { " (\($0.rawValue))" } ?? ""
                add(
                    entity.availability == .blocked ? .problem : .warning,
                    problem.code.map(Self.isPayment) == true ? "payment" : "health",
                    "\(entity.kind): \(problem.text)\(code)",
                    remedy: problem.solution ?? problem.code.map(\.advice.sentence), item: entity.kind)
            }
        }
    }

    /// Whether a number of the verdict is about payment: 141006, and the codes that sends are refused with.
    private static func isPayment(_ code: PlatformErrorCode) -> Bool {
        [141_006, 131_042, 131_044].contains(code.rawValue)
    }

    // MARK: Subscriptions

    mutating func checkSubscribedApps(_ account: BusinessAccountID, app: String?)
        async throws(WhatsAppError)
    {
        guard isTokenGood else { return }
        let (management, options) = (management, options)
        let apps = try await read("subscribed_apps", "the apps of the account") {
            () async throws(WhatsAppError) in
            try await management.subscribedApps(of: account, options: options)
        }
        guard let apps else { return }
        let remedy = "subscribe the app to the account"
        if apps.isEmpty {
            add(
                .problem, "subscribed_apps", "no app is subscribed to the account: no webhooks arrive",
                remedy: remedy)
        } else if let app, !apps.contains(where: { $0.id == app }),
            apps.contains(where: { $0.id != nil })
        {
            add(
                .problem, "subscribed_apps",
                "other apps are subscribed to the account, but not that of the token",
                remedy: remedy)
        } else {
            let names = apps.map { $0.name ?? $0.id ?? "an app without a name" }
            add(.good, "subscribed_apps", "subscribed to the account: \(names.joined(separator: ", "))")
        }
    }

    mutating func checkFields() async throws(WhatsAppError) {
        guard isTokenGood else { return }
        guard management.application != nil else {
            return add(
                .warning, "webhook_fields", "the fields of the app's subscription were not looked at",
                remedy: "give the id of the app and its secret")
        }
        let (management, options) = (management, options)
        let wasGood = isTokenGood
        let found = try await read("webhook_fields", "the app's subscription") {
            () async throws(WhatsAppError) in
            [try await management.appSubscription(options: options)]
        }
        guard let found else {
            if wasGood, !isTokenGood {
                report.findings.removeAll { $0.subject == "token" && $0.level == .problem }
                isTokenGood = true
                add(
                    .problem, "app_secret", "the platform refuses the app's id with its secret",
                    remedy: "check both")
            }
            return
        }
        guard let subscription = found.first ?? nil else {
            return add(
                .problem, "webhook_fields", "the app is not subscribed to anything",
                remedy: "set the app's callback and subscribe its fields")
        }
        if !subscription.isActive {
            add(
                .problem, "webhook_fields", "the app's subscription is not active",
                remedy: "set the app's callback again")
        }
        let missing = WebhookField.recommended.filter { !subscription.fields.contains($0) }
        for field in missing {
            add(
                field == .messages ? .problem : .warning, "webhook_fields",
                "the app is not subscribed to the field \(field.rawValue)",
                remedy: "subscribe the app to it",
                item: field.rawValue)
        }
        if missing.isEmpty {
            add(.good, "webhook_fields", "the app is subscribed to all recommended fields")
        }
    }
}
