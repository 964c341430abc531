import HTTPTypes
public import WhatsAppBusiness

extension Capability {
    /// Deleting a business number.
    public static let deleteNumber = Self(rawValue: "number.delete")
}

extension CloudAPIManagement {
    /// How the code arrives that proves that a number is the business's own.
    public struct CodeMethod: RawRepresentable, Hashable, Sendable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// As a text message.
        public static let sms = Self(rawValue: "SMS")
        /// As a call.
        public static let voice = Self(rawValue: "VOICE")
    }

    /// The characters of a display name: 2 to 75 (Cloud API reference §6.2).
    public static let displayNameLength = 2...75
    /// The digits of a PIN, and of a code: 6 (Cloud API reference §6.2).
    public static let codeLength = 6

    /// Adds a number to an account. Its display name is reviewed.
    ///
    /// - Parameters:
    ///   - countryCode: the country code without `+`, such as `55`.
    ///   - number: the rest of the number.
    ///   - displayName: the name that customers see, 2 to 75 characters.
    ///   - account: the account.
    ///   - options: how the call is made.
    /// - Returns: the id of the number. `POST /{waba-id}/phone_numbers`, Cloud API reference §6.2.
    /// - Throws: `WhatsAppError`.
    public func addNumber(
        countryCode: String, number: String, displayName: String, to account: BusinessAccountID,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> PhoneNumberID {
        var check = Check()
        for (text, path) in [(countryCode, "cc"), (number, "phone_number")] {
            check.required(text, at: path)
            if !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                check.fail(at: path, .characters, "digits belong here", actual: text.unicodeScalars.count)
            }
        }
        check.length(countryCode, at: "cc", maximum: 3)
        check.length(number, at: "phone_number", maximum: 14)
        Self.checkDisplayName(displayName, at: "verified_name", &check)
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        let body = JSONValue.members([
            "cc": .string(countryCode), "phone_number": .string(number),
            "verified_name": .string(displayName),
        ])
        let call = try client.call(
            "addNumber", .post, path: try accountPath(account, "phone_numbers"),
            body: try GraphClient.encode(body))
        return try await client.engine.perform(call, options: options) {
            response throws(WhatsAppError) in
            guard let id = try GraphAnswer.object(response)["id"]?.lenientText else {
                throw GraphAnswer.notUnderstood(response)
            }
            return PhoneNumberID(id)
        }
    }

    /// Asks for the code that proves that a number is the business's own.
    ///
    /// - Parameters:
    ///   - number: the number.
    ///   - method: how it arrives.
    ///   - language: the language of the message, such as `en_US`.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST /{phone-number-id}/request_code`, Cloud API reference §6.2.
    public func requestCode(
        for number: PhoneNumberID, by method: CodeMethod, language: LanguageCode = "en_US",
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let query = GraphClient.query([
            ("code_method", method.rawValue), ("language", language.rawValue),
        ])
        // A second code makes the first one worthless: it is never asked for twice by ourselves.
        try await change(
            "requestCode", .post, "\(try numberPath(number, "request_code"))?\(query)", nil,
            isRepeatable: false, options)
    }

    /// Gives the code back that arrived.
    ///
    /// - Parameters:
    ///   - code: six digits, also as `123-456`.
    ///   - number: the number.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST /{phone-number-id}/verify_code`, Cloud API reference §6.2.
    public func verifyCode(
        _ code: Secret, for number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let digits = Secret(code.withText { $0.filter { $0 != "-" && $0 != " " } })
        try await change(
            "verifyCode", .post, try numberPath(number, "verify_code"),
            ["code": try Self.digits(digits, at: "code")],
            isRepeatable: false, options)
    }

    /// Registers a number on Cloud API, so that it can send.
    ///
    /// The platform counts attempts: 10 for each number in 72 hours, registrations and deregistrations together (133016).
    ///
    /// - Parameters:
    ///   - number: a number whose code was verified.
    ///   - pin: the six digits of two-step verification; a new PIN where it has none.
    ///   - dataRegion: where message content is stored, such as `DE`; `nil` for the default. Newer versions set it by the
    ///     number's settings.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; 133005 for a wrong PIN, 133006 for a number to be verified anew.
    ///   `POST /{phone-number-id}/register`, Cloud API reference §6.2.
    public func register(
        _ number: PhoneNumberID, pin: Secret, dataRegion: String? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let body = JSONValue.members([
            "messaging_product": "whatsapp", "pin": try Self.digits(pin, at: "pin"),
            "data_localization_region": .text(dataRegion),
        ])
        try await change(
            "register", .post, try numberPath(number, "register"), body, isRepeatable: false, options)
    }

    /// Deregisters a number: it cannot send any more until it is registered again. Numbers that the WhatsApp Business app
    /// uses too cannot be deregistered.
    /// - Throws: `WhatsAppError`. `POST /{phone-number-id}/deregister`, Cloud API reference §6.2.
    public func deregister(
        _ number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await change(
            "deregister", .post, try numberPath(number, "deregister"), nil, isRepeatable: false, options)
    }

    /// Sets the PIN of two-step verification. It cannot be switched off by a call.
    /// - Throws: `WhatsAppError`. `POST /{phone-number-id}`, Cloud API reference §6.2.
    public func setPIN(
        _ pin: Secret, of number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await change(
            "setPIN", .post, try numberPath(number), ["pin": try Self.digits(pin, at: "pin")],
            isRepeatable: true, options
        )
    }

    /// Asks for another display name. It is reviewed; when it is approved, the number is registered again to show it.
    ///
    /// ``displayNameReview(of:options:)`` tells how the review stands, and webhooks of the field
    /// ``WebhookField/numberName`` tell its end.
    ///
    /// - Throws: `WhatsAppError`. `POST /{phone-number-id}`, Cloud API reference §6.2.
    public func requestDisplayName(
        _ name: String, for number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        var check = Check()
        Self.checkDisplayName(name, at: "new_display_name", &check)
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        try await change(
            "requestDisplayName", .post, try numberPath(number), ["new_display_name": .string(name)],
            isRepeatable: false, options)
    }

    /// How the review of a number's display name stands.
    /// - Returns: the names' states. Cloud API reference §6.1.
    /// - Throws: `WhatsAppError`.
    public func displayNameReview(
        of number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> DisplayNameReview {
        let number = try await phoneNumber(number, options: options)
        return DisplayNameReview(
            verifiedName: number.verifiedName, status: number.nameStatus,
            requestedStatus: number.newNameStatus)
    }

    /// Always throws `unsupported`: no call deletes a number.
    /// - Throws: `WhatsAppError`, whose message says where it is done.
    public func deleteNumber(_ number: PhoneNumberID) throws(WhatsAppError) {
        var error = WhatsAppError.unsupported(.deleteNumber, by: .cloudAPI)
        error.message += "; numbers are deleted in WhatsApp Manager, under phone numbers"
        throw error
    }

    private static func checkDisplayName(_ name: String, at path: String, _ check: inout Check) {
        check.text(name, at: path, maximum: displayNameLength.upperBound)
        let count = name.unicodeScalars.count
        if count == 1 {
            check.fail(
                at: path, .minLength, "the name is too short", limit: displayNameLength.lowerBound,
                actual: count)
        }
    }

    private static func digits(_ secret: Secret, at path: String) throws(WhatsAppError) -> JSONValue {
        let text = secret.withText { $0 }
        guard text.utf8.count == codeLength, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: path, rule: .pattern, explanation: "six digits belong here", limit: codeLength,
                        actual: text.unicodeScalars.count)
                ]))
        }
        return .string(text)
    }
}
