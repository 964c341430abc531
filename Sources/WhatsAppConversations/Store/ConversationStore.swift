public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The conversations of an account, or of many: a pure value that finds each by business number and customer.
///
/// Feed it what arrives and what was sent, in any order and as often as it comes:
///
/// ```swift
/// var store = ConversationStore()
/// for event in delivery.events { store.apply(event) }
/// store[ConversationKey(businessNumber: number, customer: customer)].permission(at: now)
/// ```
///
/// A customer who is known by number and by user id has one conversation, found under both from the first event on that
/// names both. A conversation takes less than 200 bytes where customers are known by their numbers; a user id beside
/// the number costs as much again as its text. ``removeConversations(overAt:)`` bounds the whole.
public struct ConversationStore: Sendable {
    /// How open questions about free entry points are answered in conversations that begin here.
    public var policy: FreeEntryPointPolicy

    /// A key in 16 bytes.
    struct Key: Hashable, Sendable {
        /// A number's digits, or the place of a text.
        var value: UInt64
        /// The place of the business number's id, shifted by two bits that say what `value` is.
        var line: UInt32
    }

    struct Entry: Sendable {
        var key: Key
        var conversation: Conversation
    }

    /// Conversations in pieces of a fixed size: growing never copies them.
    private var chunks: [ContiguousArray<Entry>] = []
    /// Open addressing: the place of an entry, plus 1; 0 for none. Its size is a power of two, and the bits above those of
    /// a place hold a part of the hash, so that another key's entry is rarely looked at.
    private var slots: [UInt32] = []
    /// The entries of user ids whose number is known.
    private var aliases: [Key: UInt32] = [:]
    private var texts = TextTable()
    private var businessNumbers = TextTable()

    private static let chunkSize = 1 << 10

    /// Creates an empty store.
    public init(policy: FreeEntryPointPolicy = .standard) {
        self.policy = policy
    }

    private var entryCount = 0
    /// Entries whose conversation turned out to be another's.
    private var emptied = 0

    /// How many conversations there are.
    public var count: Int { entryCount - emptied }

    /// The conversation of a key: one in which nothing has happened where it is not known.
    public subscript(key: ConversationKey) -> Conversation {
        guard let packed = known(key), let place = place(of: packed) else { return Conversation(policy: policy) }
        return self[place].conversation
    }

    /// Takes an event of the platform into account.
    /// - Returns: whether it matters for a conversation.
    @discardableResult
    public mutating func apply(_ event: WebhookEvent) -> Bool {
        guard let change = ConversationEvent(event) else { return false }
        let parties = Parties(event)
        guard let counterpart = parties.counterpart else { return false }
        let key = pack(.init(businessNumber: parties.businessNumber, counterpart: counterpart))
        let entry = parties.group == nil ? linked(key, parties) : insert(key)
        self[entry].conversation.apply(change)
        return true
    }

    /// Takes an event into account.
    public mutating func apply(_ event: ConversationEvent, to key: ConversationKey) {
        let entry = insert(pack(key))
        self[entry].conversation.apply(event)
    }

    /// Takes in a conversation that is kept elsewhere.
    public mutating func merge(_ conversation: Conversation, into key: ConversationKey) {
        let entry = insert(pack(key))
        self[entry].conversation.merge(conversation)
    }

    /// Calls a function with every conversation, for a store that outlives the process; ``merge(_:into:)`` takes them
    /// back. A customer who is known by number and by user id comes once, by number.
    public func forEach(_ body: (ConversationKey, Conversation) throws -> Void) rethrows {
        for place in 0..<UInt32(entryCount) {
            let entry = self[place]
            if isAlias(entry.key) { continue }
            try body(unpack(entry.key), entry.conversation)
        }
    }

    /// Drops the conversations of which nothing can matter any more at an instant (``Conversation/isOver(at:)``).
    public mutating func removeConversations(overAt instant: Date) {
        var rest = ConversationStore(policy: policy)
        rest.texts = texts
        rest.businessNumbers = businessNumbers
        var moved: [UInt32: UInt32] = [:]
        for old in 0..<UInt32(entryCount)
        where !isAlias(self[old].key) && !self[old].conversation.isOver(at: instant) {
            let new = rest.insert(self[old].key)
            rest[new].conversation = self[old].conversation
            moved[old] = new
        }
        for (key, old) in aliases { rest.aliases[key] = moved[old] }
        rest.compactTexts()
        self = rest
    }

    // MARK: Entries

    private subscript(place: UInt32) -> Entry {
        get { chunks[Int(place) / Self.chunkSize][Int(place) % Self.chunkSize] }
        _modify { yield &chunks[Int(place) / Self.chunkSize][Int(place) % Self.chunkSize] }
    }

    /// The slot of a key, or the free one where it would stand, with the part of the hash that is kept there.
    private func slot(of key: Key) -> (index: Int, mark: UInt32) {
        // Seeded by the process: nobody can choose numbers that collide.
        var hasher = Hasher()
        hasher.combine(key.value)
        hasher.combine(key.line)
        let hash = UInt(bitPattern: hasher.finalize())
        let mask = slots.count - 1
        let mark = UInt32(truncatingIfNeeded: hash >> 32) << UInt32(slots.count.trailingZeroBitCount)
        var index = Int(truncatingIfNeeded: hash) & mask
        // At least a quarter of the slots is free.
        while slots[index] != 0 {
            let value = slots[index]
            if value & ~UInt32(truncatingIfNeeded: mask) == mark, self[place(in: index)].key == key { break }
            index = (index + 1) & mask
        }
        return (index, mark)
    }

    /// The place of the entry in a slot that is not free.
    private func place(in index: Int) -> UInt32 {
        (slots[index] & UInt32(truncatingIfNeeded: slots.count - 1)) - 1
    }

    private func place(of key: Key) -> UInt32? {
        if key.line & 3 == KeyKind.user.rawValue, let entry = aliases[key] { return entry }
        guard !slots.isEmpty else { return nil }
        let (index, _) = slot(of: key)
        return slots[index] == 0 ? nil : place(in: index)
    }

    private func isAlias(_ key: Key) -> Bool {
        key.line & 3 == KeyKind.user.rawValue && aliases[key] != nil
    }

    private mutating func insert(_ key: Key) -> UInt32 {
        if key.line & 3 == KeyKind.user.rawValue, let entry = aliases[key] { return entry }
        if slots.isEmpty { slots = [UInt32](repeating: 0, count: 16) }
        var slot = slot(of: key)
        if slots[slot.index] != 0 { return place(in: slot.index) }
        if (entryCount + 1) * 4 > slots.count * 3 {
            grow()
            slot = self.slot(of: key)
        }
        let place = UInt32(entryCount)
        if entryCount % Self.chunkSize == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        chunks[chunks.count - 1].append(Entry(key: key, conversation: Conversation(policy: policy)))
        entryCount += 1
        slots[slot.index] = slot.mark | (place + 1)
        return place
    }

    private mutating func grow() { index(slots.count * 2) }

    /// Builds the index anew.
    private mutating func index(_ size: Int) {
        slots = [UInt32](repeating: 0, count: size)
        for place in 0..<UInt32(entryCount) {
            let slot = slot(of: self[place].key)
            slots[slot.index] = slot.mark | (place + 1)
        }
    }

    /// The entry of an event that may name a number and a user id: from then on both find it.
    private mutating func linked(_ key: Key, _ parties: Parties) -> UInt32 {
        let entry = insert(key)
        guard let userID = parties.userID, key.line & 3 != KeyKind.user.rawValue else { return entry }
        let userKey = pack(.init(businessNumber: parties.businessNumber, counterpart: .user(userID)))
        let separate = place(of: userKey)
        guard separate != entry else { return entry }
        if let separate, aliases[userKey] == nil {
            // Two that turn out to be one: the other's entry is not found any more.
            self[entry].conversation.merge(self[separate].conversation)
            self[separate].conversation = Conversation(policy: policy)
            emptied += 1
        }
        // A customer may come with another number: the newest is the one that counts.
        aliases[userKey] = entry
        return entry
    }

    // MARK: Keys

    private enum KeyKind: UInt32 { case digits = 0, text, user, group }

    private mutating func pack(_ key: ConversationKey) -> Key {
        let line = businessNumbers.insert(key.businessNumber?.rawValue ?? "") << 2
        switch key.counterpart.value {
        case .phoneNumber(let number):
            if let digits = Self.digits(number.rawValue) {
                return Key(value: digits, line: line | KeyKind.digits.rawValue)
            }
            return Key(value: UInt64(texts.insert(number.rawValue)), line: line | KeyKind.text.rawValue)
        case .user(let id): return Key(value: UInt64(texts.insert(id.rawValue)), line: line | KeyKind.user.rawValue)
        case .group(let id): return Key(value: UInt64(texts.insert(id.rawValue)), line: line | KeyKind.group.rawValue)
        }
    }

    /// The key where everything in it is known already.
    private func known(_ key: ConversationKey) -> Key? {
        guard let number = businessNumbers[key.businessNumber?.rawValue ?? ""] else { return nil }
        let line = number << 2
        func text(_ text: String, _ kind: KeyKind) -> Key? {
            texts[text].map { Key(value: UInt64($0), line: line | kind.rawValue) }
        }
        switch key.counterpart.value {
        case .phoneNumber(let number):
            if let digits = Self.digits(number.rawValue) {
                return Key(value: digits, line: line | KeyKind.digits.rawValue)
            }
            return text(number.rawValue, .text)
        case .user(let id): return text(id.rawValue, .user)
        case .group(let id): return text(id.rawValue, .group)
        }
    }

    private func unpack(_ key: Key) -> ConversationKey {
        let number = businessNumbers.text(key.line >> 2)
        let text = key.line & 3 == KeyKind.digits.rawValue ? String(key.value) : texts.text(UInt32(key.value))
        let counterpart: ConversationKey.Counterpart.Value =
            switch key.line & 3 {
            case KeyKind.user.rawValue: .user(BusinessScopedUserID(text))
            case KeyKind.group.rawValue: .group(GroupID(text))
            default: .phoneNumber(PhoneNumber.MatchingKey(rawValue: text))
            }
        return ConversationKey(
            businessNumber: number.isEmpty ? nil : PhoneNumberID(number), counterpart: .init(value: counterpart))
    }

    /// The value of up to 18 digits that do not begin with 0.
    static func digits(_ text: String) -> UInt64? {
        var value: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            guard byte &- UInt8(ascii: "0") < 10, count < 18, count > 0 || byte != UInt8(ascii: "0") else { return nil }
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
            count += 1
        }
        return count > 0 ? value : nil
    }

    /// Keeps only the texts that keys still name.
    private mutating func compactTexts() {
        var kept = TextTable()
        func moved(_ key: Key, _ kept: inout TextTable) -> Key {
            guard key.line & 3 != KeyKind.digits.rawValue else { return key }
            return Key(value: UInt64(kept.insert(texts.text(UInt32(key.value)))), line: key.line)
        }
        for place in 0..<UInt32(entryCount) { self[place].key = moved(self[place].key, &kept) }
        var renamed: [Key: UInt32] = [:]
        for (key, place) in aliases { renamed[moved(key, &kept)] = place }
        aliases = renamed
        texts = kept
        index(slots.count)
    }
}
