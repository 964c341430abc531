import HTTPTypes
public import WhatsAppBusiness

extension ChatAPI {
    /// The most characters of a description: 256, half of the platform's own (Chat API reference §11).
    public static let maximumProfileDescriptionLength = ProfileLimits.chatAPI.profileDescription

    /// Reads what customers see of the business.
    /// - Throws: `WhatsAppError`. `GET me`, Chat API reference §11.
    public func businessProfile(options: RequestOptions) async throws(WhatsAppError) -> BusinessProfile {
        let me = try await engine.perform(
            try get("businessProfile", "me"), options: options, decode: ChatAnswer.object)
        let vertical = me["vertical"]?.lenientText.map { ProfileVertical.vertical(named: $0) }
        return BusinessProfile(
            about: me["about"]?.lenientText, address: me["address"]?.lenientText,
            profileDescription: me["description"]?.lenientText, email: me["email"]?.lenientText,
            websites: (me["websites"]?.array ?? []).compactMap(\.lenientText), vertical: vertical,
            pictureURL: me["photo"]?.lenientText, displayPhoneNumber: me["phone"]?.lenientText)
    }

    /// Changes what customers see of the business; what the update does not name stays.
    ///
    /// - Parameters:
    ///   - update: the change. A description has at most ``maximumProfileDescriptionLength`` characters here, a line of
    ///     business must be one that the service has a name for. Hosts before 2026 leave websites out.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST me`, Chat API reference §11; the service refuses while the subscription's limit is
    ///   exceeded.
    public func updateBusinessProfile(
        _ update: BusinessProfileUpdate, options: RequestOptions
    ) async throws(WhatsAppError) {
        if options.validates { try Self.check(update) }
        var body: JSONObject = [:]
        body["about"] = .text(update.about)
        body["address"] = .text(update.address)
        body["description"] = .text(update.profileDescription)
        body["email"] = .text(update.email)
        body["websites"] = update.websites.map { .array($0.map { .string($0) }) }
        body["vertical"] = update.vertical.map { .string(ProfileVertical.name(of: $0) ?? $0.rawValue) }
        // The service answers an empty change with an error, and there is nothing to do.
        guard body.count > 0 else { return }
        try await engine.perform(
            try post("updateBusinessProfile", "me", body, isRepeatable: true), options: options
        ) { _ in }
    }

    /// Sets the picture of the profile.
    ///
    /// - Parameters:
    ///   - url: an https address, or a `data:` URI for a small one; square, 640 × 640 as the platform recommends.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST me`, Chat API reference §11.
    public func setProfilePhoto(_ url: String, options: RequestOptions = .standard) async throws(WhatsAppError) {
        if options.validates, !url.hasPrefix("data:image/") {
            var check = Check()
            check.address(url, at: "photo")
            guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        }
        try await engine.perform(
            try post("setProfilePhoto", "me", ["photo": .string(url)], isRepeatable: true), options: options
        ) { _ in }
    }

    private static func check(_ update: BusinessProfileUpdate) throws(WhatsAppError) {
        var check = Check()
        if update.picture != nil {
            check.fail(
                at: "profile_picture_handle", .notAllowed, "the service takes a photo by its address, not by a handle")
        }
        if let vertical = update.vertical, ProfileVertical.name(of: vertical) == nil {
            check.fail(at: "vertical", .notAllowed, "the service has no name for this line of business")
        }
        var violations = check.violations
        do throws(ValidationError) {
            try update.validate(limits: .chatAPI)
        } catch {
            violations += error.violations.filter { violation in
                !violations.contains { $0.path == violation.path }
            }
        }
        guard violations.isEmpty else { throw .invalid(ValidationError(violations)) }
    }
}
