/// A contact card.
///
/// Source: Cloud API reference §2.7 ("Contacts messages", November 2025).
public struct Contact: PlatformValue {
    /// The name.
    public var name: Name
    /// The birthday, as `YYYY-MM-DD`.
    public var birthday: String?
    /// Where the person works.
    public var organization: Organization?
    /// Phone numbers.
    public var phones: [Phone]
    /// Mail addresses.
    public var emails: [Email]
    /// Web addresses.
    public var urls: [WebAddress]
    /// Postal addresses.
    public var addresses: [PostalAddress]

    /// The most cards of a message: 257 (Cloud API reference §0.1, row 4).
    public static let maximumCount = 257

    /// Creates a card.
    public init(
        name: Name, phones: [Phone] = [], emails: [Email] = [], urls: [WebAddress] = [],
        addresses: [PostalAddress] = [], organization: Organization? = nil, birthday: String? = nil
    ) {
        self.name = name
        self.phones = phones
        self.emails = emails
        self.urls = urls
        self.addresses = addresses
        self.organization = organization
        self.birthday = birthday
    }

    package init(reading object: WireObject) {
        self.init(
            name: object.value("name"), phones: object.list("phones"), emails: object.list("emails"),
            urls: object.list("urls"), addresses: object.list("addresses"), organization: object.optionalValue("org"),
            birthday: object.optionalText("birthday"))
    }

    package var json: JSONValue {
        .members([
            "name": name.json, "birthday": .text(birthday), "org": organization?.json,
            "phones": phones.isEmpty ? nil : .list(phones), "emails": emails.isEmpty ? nil : .list(emails),
            "urls": urls.isEmpty ? nil : .list(urls), "addresses": addresses.isEmpty ? nil : .list(addresses),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        name.check(&check, at: path + ".name")
        if let birthday, !Self.isDate(birthday) {
            check.fail(
                at: path + ".birthday", .pattern, "a birthday is written YYYY-MM-DD", actual: birthday.utf8.count)
        }
        for (index, phone) in phones.enumerated() { phone.check(&check, at: "\(path).phones[\(index)]") }
        for (index, email) in emails.enumerated() { email.check(&check, at: "\(path).emails[\(index)]") }
        for (index, url) in urls.enumerated() { url.check(&check, at: "\(path).urls[\(index)]") }
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(isDigit) }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}

extension Contact: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
