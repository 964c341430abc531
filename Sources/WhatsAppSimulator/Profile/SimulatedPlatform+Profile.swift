import WhatsAppBusiness

extension SimulatedPlatform {
    /// The profile as Cloud API gives it: the members that are set, and `messaging_product` (Cloud API reference §5).
    var profile: JSONValue { .object(profileMembers) }

    /// Changes the members of the profile that are given.
    func updateProfile(_ changes: JSONValue) throws(PlatformFault) {
        var profile = profileMembers
        for member in changes.object?.members ?? [] where Self.profileKeys.contains(member.key) {
            profile[member.key] = member.value
        }
        profileMembers = profile
    }

    private static let profileKeys: Set<String> = ["about", "address", "description", "email", "websites", "vertical"]
}
