/// The contacts of one change, and whose they are.
///
/// A message is matched to its contact by user id, then by `wa_id`, then by its place (webhooks reference §3.1). The
/// place does not count where both sides name a user id and the ids differ: a wrong name is worse than none.
struct ContactIndex {
    private var contacts: [WebhookContact?] = []
    private var byUserID: [BusinessScopedUserID: Int]?
    private var byWhatsAppID: [String: Int]?

    /// How many contacts are searched one by one.
    private static let searchLimit = 8

    init() {}

    /// Adds the contacts of an array. An element that is no contact keeps its place.
    /// - Returns: whether everything in it was a contact.
    mutating func add(_ node: JSONNode) -> Bool {
        var isWhole = node.kind == .array || node.isNull
        for element in node.elements {
            let contact = WebhookContact(element)
            if contact == nil { isWhole = false }
            contacts.append(contact)
        }
        if contacts.count > Self.searchLimit { makeIndex() }
        return isWhole
    }

    @inline(never)
    private mutating func makeIndex() {
        var byUserID: [BusinessScopedUserID: Int] = [:]
        var byWhatsAppID: [String: Int] = [:]
        for (place, contact) in contacts.enumerated() {
            if let id = contact?.userID, byUserID[id] == nil { byUserID[id] = place }
            if let id = contact?.waID?.rawValue, byWhatsAppID[id] == nil { byWhatsAppID[id] = place }
        }
        self.byUserID = byUserID
        self.byWhatsAppID = byWhatsAppID
    }

    /// The contact of a person.
    @inline(__always)
    func contact(userID: BusinessScopedUserID?, number: PhoneNumber?, place: Int) -> WebhookContact? {
        guard !contacts.isEmpty else { return nil }
        return find(userID: userID, number: number, place: place)
    }

    @inline(never)
    private func find(userID: BusinessScopedUserID?, number: PhoneNumber?, place: Int) -> WebhookContact? {
        if let userID {
            if let byUserID {
                if let found = byUserID[userID] { return contacts[found] }
            } else if let found = contacts.first(where: { $0?.userID == userID }) {
                return found
            }
        }
        if let number {
            if let byWhatsAppID {
                if let found = byWhatsAppID[number.rawValue], !contradicts(found, userID) { return contacts[found] }
            } else if let found = contacts.indices.first(where: { contacts[$0]?.waID?.rawValue == number.rawValue }),
                !contradicts(found, userID)
            {
                return contacts[found]
            }
        }
        guard place < contacts.count, !contradicts(place, userID) else { return nil }
        return contacts[place]
    }

    private func contradicts(_ place: Int, _ userID: BusinessScopedUserID?) -> Bool {
        guard let userID, let other = contacts[place]?.userID else { return false }
        return userID != other
    }
}
