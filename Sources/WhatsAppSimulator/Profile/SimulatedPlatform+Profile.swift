import WhatsAppBusiness

extension SimulatedPlatform {
    /// The profile as Cloud API gives it: the members that are set, and `messaging_product` (Cloud API reference §5).
    var profile: JSONValue { .object(profileMembers) }

    /// Changes the members of the profile that are given.
    ///
    /// - Throws: the refusal of a member that breaks its limit; nothing is changed then.
    func updateProfile(_ changes: JSONValue) throws(PlatformFault) {
        var profile = profileMembers
        for member in changes.object?.members ?? [] where member.key != "messaging_product" {
            switch member.key {
            case "about":
                guard let text = member.value.string, (1...139).contains(text.count) else {
                    throw .badProfile("about", "a text of 1 to 139 characters")
                }
                profile[member.key] = member.value
            case "address": try Self.set(member, upTo: 256, in: &profile)
            case "description": try Self.set(member, upTo: 512, in: &profile)
            case "email":
                if let text = member.value.string, !text.isEmpty {
                    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
                    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
                        !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), !text.contains(" ")
                    else { throw .badProfile("email", "an address for e-mail") }
                }
                try Self.set(member, upTo: 128, in: &profile)
            case "websites":
                guard let sites = member.value.array, sites.count <= 2 else {
                    throw .badProfile("websites", "a list of at most 2 addresses")
                }
                for site in sites {
                    guard let url = site.string, url.count <= 256,
                        url.hasPrefix("http://") || url.hasPrefix("https://")
                    else { throw .badProfile("websites", "addresses with http or https of at most 256 characters") }
                }
                profile["websites"] = sites.isEmpty ? JSONValue?.none : member.value
            case "vertical":
                guard let word = member.value.string, Self.verticals.contains(word) else {
                    throw .badProfile("vertical", "a line of business; it cannot be set back to none")
                }
                profile["vertical"] = member.value
            case "profile_picture_handle":
                guard let handle = member.value.string, let upload = upload(handle: handle),
                    upload.mimeType.hasPrefix("image/")
                else { throw .badProfile("profile_picture_handle", "the handle of an uploaded picture") }
                profile["profile_picture_url"] = .string("https://simulated.example/pictures/\(nextNumber()).jpg")
            default: throw .badProfile(member.key, "a member of the profile")
            }
        }
        profileMembers = profile
    }

    private static func set(
        _ member: JSONObject.Member, upTo limit: Int, in profile: inout JSONObject
    ) throws(PlatformFault) {
        guard let text = member.value.string, text.count <= limit else {
            throw .badProfile(member.key, "a text of at most \(limit) characters")
        }
        profile[member.key] = text.isEmpty ? JSONValue?.none : member.value
    }

    /// What can be written (Cloud API reference §5, November 2025).
    private static let verticals: Set<String> = [
        "OTHER", "AUTO", "BEAUTY", "APPAREL", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE", "GROCERY", "GOVT", "HOTEL",
        "HEALTH", "NONPROFIT", "PROF_SERVICES", "RETAIL", "TRAVEL", "RESTAURANT", "ALCOHOL", "ONLINE_GAMBLING",
        "PHYSICAL_GAMBLING", "OTC_DRUGS",
    ]
}

extension PlatformFault {
    fileprivate static func badProfile(_ key: String, _ rule: String) -> Self {
        Self(code: 100, message: "Invalid parameter", details: "Param \(key) must be \(rule).")
    }
}
