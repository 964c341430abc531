import WhatsAppBusiness

extension SimulatedPlatform {
    /// The profile with the service's names for lines of business (Chat API reference §11).
    var chatProfile: JSONValue {
        let shared = profile
        var members: [(String, JSONValue)] = ["about", "address", "description", "email"].map {
            ($0, shared[$0] ?? .null)
        }
        let vertical = shared["vertical"]?.string.map { code in
            Self.verticals.first { $0.code == code }?.name ?? code
        }
        members.append(("vertical", .string(vertical ?? "")))
        members.append(("websites", shared["websites"] ?? []))
        members.append(("phone", .string(configuration.phoneNumber.digits)))
        members.append(("photo", chatAPI.photo.map { .string($0) } ?? .null))
        return .members(members)
    }

    /// Changes what is given; a change of nothing is refused.
    func updateChatProfile(_ body: JSONValue) throws(PlatformFault) {
        var changes: [(String, JSONValue)] = []
        for member in body.object?.members ?? [] {
            switch member.key {
            case "about", "address", "description", "email", "websites":
                if member.key == "description", member.value.string?.unicodeScalars.count ?? 0 > 256 {
                    throw .invalid("description", "at most 256 characters")
                }
                changes.append((member.key, member.value))
            case "vertical":
                guard let code = Self.verticals.first(where: { $0.name == member.value.string })?.code else {
                    throw .invalid("vertical", "no such name")
                }
                changes.append(("vertical", .string(code)))
            case "photo": chatAPI.photo = member.value.string
            default: break
            }
        }
        guard !changes.isEmpty || body["photo"] != nil else {
            throw PlatformFault(status: 422, code: 100, message: "nothing to update")
        }
        try updateProfile(.members(changes))
    }

    private static let verticals: [(code: String, name: String)] = [
        ("AUTO", "Automotive"), ("BEAUTY", "Beauty, Spa and Salon"), ("APPAREL", "Clothing and Apparel"),
        ("EDU", "Education"), ("ENTERTAIN", "Entertainment"), ("EVENT_PLAN", "Event Planning and Service"),
        ("FINANCE", "Finance and Banking"), ("GROCERY", "Food and Grocery"), ("GOVT", "Public Service"),
        ("HOTEL", "Hotel and Lodging"), ("HEALTH", "Medical and Health"), ("NONPROFIT", "Non-profit"),
        ("PROF_SERVICES", "Professional Services"), ("RETAIL", "Shopping and Retail"),
        ("TRAVEL", "Travel and Transportation"), ("RESTAURANT", "Restaurant"), ("OTHER", "Other"),
    ]
}
