import WhatsAppBusiness

/// The one member that names the recipient: a number, a user id, or a group's chat.
///
/// Source: Chat API reference §2. Numbers are texts of digits; user ids and groups are known of 1msg since 2026, and a
/// channel's settings can refuse them.
struct RecipientFields {
    let members: JSONObject

    init(_ recipient: Recipient) throws(WhatsAppError) {
        if let violation = recipient.violation { throw .invalid(ValidationError([violation])) }
        if let number = recipient.phoneNumber {
            // Written with a plus or with spaces, it is the same number here.
            let digits = (try? PhoneNumber(number.rawValue))?.digits ?? number.digits
            members = ["phone": .string(digits)]
        } else if let user = recipient.userID {
            members = ["bsuid": .string(user.rawValue)]
        } else if let group = recipient.groupID?.rawValue {
            members = ["chatId": .string(try Self.chat(ofGroup: group))]
        } else {
            members = [:]
        }
    }

    /// `120363012345678901@g.us`: the suffix is added to bare digits, hyphens of older groups included.
    private static func chat(ofGroup group: String) throws(WhatsAppError) -> String {
        let name = group.hasSuffix("@g.us") ? group.dropLast(5) : group[...]
        let isPart: (UInt8) -> Bool = {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard !name.isEmpty, name.utf8.allSatisfy(isPart) else {
            throw .invalid(
                at: "to", .pattern, "a group is named by the digits of its chat here, with or without @g.us",
                actual: group.utf8.count)
        }
        return name + "@g.us"
    }
}
