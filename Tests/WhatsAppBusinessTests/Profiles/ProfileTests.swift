import Testing
import WhatsAppBusiness

@Suite("Changes of a business profile")
struct ProfileTests {
    private func violations(
        _ update: BusinessProfileUpdate, limits: ProfileLimits = .platform
    ) -> [ValidationError.Violation] {
        do {
            try update.validate(limits: limits)
            return []
        } catch {
            return error.violations
        }
    }

    private static func text(_ length: Int) -> String { String(repeating: "a", count: length) }

    @Test(
        "keep to the limits of each text",
        arguments: [
            (BusinessProfileUpdate(about: text(139)), nil), (.init(about: text(140)), ("about", 139)),
            (.init(address: text(256)), nil), (.init(address: text(257)), ("address", 256)),
            (.init(profileDescription: text(512)), nil),
            (.init(profileDescription: text(513)), ("description", 512)),
            (.init(email: text(122) + "@b.com"), nil), (.init(email: text(123) + "@b.com"), ("email", 128)),
            (.init(websites: ["https://" + text(248)]), nil),
            (.init(websites: ["https://" + text(249)]), ("websites[0]", 256)),
            (.init(websites: ["https://a.example", "http://b.example"]), nil),
            (.init(websites: ["https://a.example", "http://b.example", "https://c.example"]), ("websites", 2)),
        ] as [(BusinessProfileUpdate, (String, Int)?)])
    func limits(update: BusinessProfileUpdate, expected: (path: String, limit: Int)?) {
        let found = violations(update)
        #expect(found.map(\.path) == (expected.map { [$0.path] } ?? []))
        #expect(found.first?.limit == expected?.limit)
        if let expected { #expect(found.first?.actual == expected.limit + 1) }
    }

    @Test("keep to the smaller limits of another provider")
    func otherLimits() {
        let update = BusinessProfileUpdate(profileDescription: Self.text(257))
        #expect(violations(update).isEmpty)
        #expect(violations(update, limits: .chatAPI).first?.limit == 256)
    }

    @Test(
        "have addresses for e-mail of the usual form",
        arguments: [
            ("shop@example.com", true), ("a.b+c@sub.example.org", true), ("grüße@exämple.de", true), ("", true),
            ("shop", false), ("shop@", false), ("@example.com", false), ("shop@example", false), ("a@b@c.de", false),
            ("a b@c.de", false), ("a@b..de", false), (".a@b.de", false), ("a@-b.de", false), ("a@b.de\n", false),
            ("Shop <a@b.de>", false),
        ])
    func email(text: String, isGood: Bool) {
        #expect(violations(BusinessProfileUpdate(email: text)).isEmpty == isGood)
    }

    @Test("have websites with a scheme", arguments: ["example.com", "ftp://example.com", "", "https://", "https:// a"])
    func websites(text: String) {
        #expect(violations(BusinessProfileUpdate(websites: [text])).first?.path == "websites[0]")
    }

    @Test("cannot empty what the platform does not let be emptied")
    func emptied() {
        #expect(violations(BusinessProfileUpdate(about: "")).map(\.rule) == [.required])
        #expect(violations(BusinessProfileUpdate(about: " \u{200B}")).map(\.rule) == [.required])
        #expect(violations(BusinessProfileUpdate(address: "", profileDescription: "", email: "", websites: [])).isEmpty)
        #expect(violations(BusinessProfileUpdate(vertical: .init(rawValue: ""))).map(\.rule) == [.notAllowed])
        for vertical in [BusinessVertical.undefined, .notABusiness] {
            #expect(violations(BusinessProfileUpdate(vertical: vertical)).map(\.path) == ["vertical"])
        }
        #expect(violations(BusinessProfileUpdate(vertical: .init(rawValue: "NEW_ONE"))).isEmpty)
    }

    @Test("name only what differs between two profiles")
    func changes() {
        let old = BusinessProfile(
            about: "Open", address: "Main St", email: "a@b.de", websites: ["https://a.example"], vertical: .retail)
        var new = old
        #expect(old.changes(to: new).isEmpty)
        new.about = "Closed"
        new.email = nil
        new.websites = []
        new.pictureURL = "https://pictures.example/1"
        #expect(old.changes(to: new) == BusinessProfileUpdate(about: "Closed", email: "", websites: []))
        new = old
        new.vertical = nil
        new.about = nil
        #expect(violations(old.changes(to: new)).map(\.path) == ["about", "vertical"])
        #expect(BusinessProfile(vertical: .undefined).changes(to: BusinessProfile()).isEmpty)
    }

    @Test("can leave out what a profile says already")
    func unchanged() {
        let profile = BusinessProfile(about: "Open", websites: ["https://a.example"], vertical: .retail)
        let update = BusinessProfileUpdate(
            about: "Open", address: "", email: "a@b.de", websites: ["https://a.example"], vertical: .retail,
            picture: "4::aW")
        #expect(update.removing(unchangedIn: profile) == BusinessProfileUpdate(email: "a@b.de", picture: "4::aW"))
    }

    @Test("find each line of business by its name and its word")
    func verticals() {
        #expect(BusinessVertical.choices.count == 21)
        for vertical in BusinessVertical.choices {
            #expect(vertical.displayName.flatMap { BusinessVertical(displayName: $0.uppercased()) } == vertical)
            #expect(BusinessVertical(displayName: vertical.rawValue) == vertical)
        }
        #expect(BusinessVertical.grocery.displayName == "Food and Grocery")
        #expect(BusinessVertical(displayName: "Telepathy") == nil && BusinessVertical(displayName: "") == nil)
        #expect(BusinessVertical.undefined.displayName == nil)
    }
}
