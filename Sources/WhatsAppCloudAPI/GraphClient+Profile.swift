import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    private static let profileEdge = "whatsapp_business_profile"
    private static let profileFields =
        "about,address,description,email,profile_picture_url,websites,vertical"

    /// Reads what customers see of the business.
    package func businessProfile(options: RequestOptions) async throws(WhatsAppError)
        -> BusinessProfile
    {
        let call = try call(
            "businessProfile", .get, Self.profileEdge, query: "fields=\(Self.profileFields)")
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try GraphAnswer.object(response)
            // One element of a list; some hosts leave the list out, or wrap the element (reference §0.1 no. 12).
            let list = answer["data"]
            guard let element = list?.array?.first ?? list ?? answer["about"].map({ _ in answer }),
                element.object != nil
            else { throw GraphAnswer.notUnderstood(response) }
            let profile = element["business_profile"] ?? element
            func text(_ key: String) -> String? { profile[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }
            return BusinessProfile(
                about: text("about"), address: text("address"), profileDescription: text("description"),
                email: text("email"), websites: profile["websites"]?.array?.compactMap(\.string) ?? [],
                vertical: text("vertical").map { BusinessVertical(rawValue: $0) },
                pictureURL: text("profile_picture_url"))
        }
    }

    /// Changes what customers see of the business. A change of nothing is not sent.
    package func updateBusinessProfile(
        _ update: BusinessProfileUpdate, options: RequestOptions
    ) async throws(WhatsAppError) {
        if options.validates {
            do {
                try update.validate()
            } catch {
                throw .invalid(error)
            }
        }
        guard !update.isEmpty else { return }
        let body = JSONValue.members([
            "messaging_product": "whatsapp", "about": .text(update.about),
            "address": .text(update.address),
            "description": .text(update.profileDescription), "email": .text(update.email),
            "websites": update.websites.map { .array($0.map { .string($0) }) },
            "vertical": .text(update.vertical?.rawValue),
            "profile_picture_handle": .text(update.picture?.rawValue),
        ])
        var call = try call(
            "updateBusinessProfile", .post, Self.profileEdge, body: try Self.encode(body))
        // Setting twice is the same as setting once.
        call.isRepeatable = true
        try await engine.perform(call, options: options, decode: GraphAnswer.success)
    }
}
