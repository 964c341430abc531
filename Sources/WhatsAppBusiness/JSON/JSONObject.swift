/// The members of a JSON object in their order.
///
/// A key stands once: where a text repeats one, the last value counts, at the place of the first (as in JavaScript;
/// RFC 8259 §4 leaves it open). Two objects are equal when they hold equal values under the same keys, whatever the
/// order.
public struct JSONObject: Sendable {
    /// A key and its value.
    public struct Member: Hashable, Sendable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSONValue

        /// Creates a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members in their order.
    public private(set) var members: [Member]
    /// Where each key stands, kept for objects that are too long to be searched.
    private var places: [String: Int]?

    /// How many members are searched one by one.
    private static let searchLimit = 16

    /// Creates an object; of members with one key the last value counts.
    public init(_ members: some Sequence<Member> = []) {
        self.members = []
        for member in members { self[member.key] = member.value }
    }

    /// The keys in their order.
    public var keys: [String] { members.map(\.key) }

    /// The number of members.
    public var count: Int { members.count }

    /// The value under a key. Setting a new key appends it; setting `nil` removes the member.
    public subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil):
                members.remove(at: place)
                places = nil
                indexIfLong()
            case (nil, let value?):
                places?[key] = members.count
                members.append(Member(key: key, value: value))
                if places == nil { indexIfLong() }
            case (nil, nil): break
            }
        }
    }

    private func place(of key: String) -> Int? {
        if let places { return places[key] }
        return members.firstIndex { $0.key == key }
    }

    private mutating func indexIfLong() {
        guard members.count > Self.searchLimit else { return }
        var places: [String: Int] = [:]
        for (place, member) in members.enumerated() { places[member.key] = place }
        self.places = places
    }
}

extension JSONObject: Hashable {
    /// Whether both hold equal values under the same keys, in whatever order.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.count == right.count else { return false }
        return left.members.allSatisfy { right[$0.key] == $0.value }
    }

    /// Hashes the members regardless of their order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var each = Hasher()
            member.hash(into: &each)
            sum &+= each.finalize()
        }
        hasher.combine(members.count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Takes members that are written in the program; of equal keys the last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { Member(key: $0.0, value: $0.1) })
    }
}

extension JSONObject: CustomStringConvertible, CustomReflectable {
    /// The number of members: keys and values can be personal.
    public var description: String { "object of \(count) members" }

    /// A mirror that shows the number of members only.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}

extension JSONObject.Member: CustomStringConvertible, CustomReflectable {
    /// Says only that this is a member: key and value can be personal.
    public var description: String { "member" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
