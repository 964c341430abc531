/// Who or what `chatId` and `author` name: `12020721369@c.us`, a group (`…@g.us`), a user id (`…@lid`).
///
/// Source: Chat API reference §2, §17.
struct ChatName {
    var number: PhoneNumber?
    var userID: BusinessScopedUserID?
    var groupID: GroupID?

    init(_ text: String) {
        if text.hasSuffix("@g.us") {
            groupID = GroupID(rawValue: text)
        } else if text.hasSuffix("@lid") {
            userID = BusinessScopedUserID(rawValue: String(text.dropLast(4)))
        } else if let at = text.firstIndex(of: "@") {
            let ending = text[text.index(after: at)...]
            if ending == "c.us" || ending == "s.whatsapp.net" {
                number = PhoneNumber(rawValue: Self.digits(String(text[..<at])))
            }
        } else if Recipient.hasFormOfUserID(text) {
            userID = BusinessScopedUserID(rawValue: text)
        } else if !text.isEmpty {
            number = PhoneNumber(rawValue: Self.digits(text))
        }
    }

    /// A number without its plus sign.
    static func digits(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "+") ? String(text.dropFirst()) : text
    }
}
