public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Dialog360Partner {
    /// A client: a business that owns channels.
    ///
    /// Everything but the id may be missing; ``json`` holds what has no property. Source: 360dialog reference §5.3.
    public struct Client: Hashable, Sendable, Identifiable {
        /// 360dialog's id; it ends in `CL`.
        public var id: String
        /// The name.
        public var name: String?
        /// How it stands, such as `active`.
        public var status: String?
        /// The most channels that it may have.
        public var maximumChannels: Int?
        /// The organisation.
        public var organisation: String?
        /// What the partner has noted with the client.
        public var partnerPayload: String?
        /// The e-mail address of its contact.
        public var email: String?
        /// The country of its contact.
        public var country: String?
        /// When it was created.
        public var created: Date?
        /// When it was changed.
        public var modified: Date?
        /// The client as it came.
        public var json: JSONValue

        /// Reads a client; `nil` where it has no id.
        public init?(json: JSONValue) {
            guard let id = json.word("id") else { return nil }
            let contact = json.part("contact_info")
            self.id = id
            name = json.word("name")
            status = json.word("status")
            maximumChannels = json.word("max_channels").flatMap { Int($0) }
            organisation = json.word("organisation")
            partnerPayload = json.word("partner_payload")
            email = contact?.word("email") ?? json.part("contact_user")?.word("email")
            country = contact?.word("country")
            created = json.time("created_at")
            modified = json.time("modified_at")
            self.json = json
        }
    }
}

extension Dialog360Partner.Client: CustomStringConvertible, CustomReflectable {
    /// The id and the state; nothing personal.
    public var description: String { "client \(id)" + (status.map { " (\($0))" } ?? "") }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["client": description]) }
}
