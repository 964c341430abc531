#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A copy of an account's templates: filled by a synchronisation, kept current by webhooks, searched without a call.
///
/// It is a pure value: no clock, no network. `TemplateRepository`, of the module WhatsAppMessenger, keeps one beside a
/// provider; a program that wants another way feeds it by itself:
///
/// ```swift
/// var catalogue = TemplateCatalogue()
/// let page = try await provider.templates().collect()
/// let changes = catalogue.synchronize(with: page.elements, problems: page.problems, startedAt: start)
///
/// catalogue["order_update", "pt_BR"]?.template.reviewState
/// catalogue.search("parcel today", in: TemplateQuery(category: [.utility]))
/// catalogue.apply(event)                                 // from a webhook
/// let bytes = catalogue.serialized()                     // and TemplateCatalogue(parsing: bytes)
/// ```
public struct TemplateCatalogue: Hashable, Sendable {
    /// When the list of the last synchronisation was asked for; `nil` before the first.
    public internal(set) var synchronizedAt: Date?
    /// The templates, by name and then by language.
    public internal(set) var entries: [Entry] = []
    var places: [TemplateKey: Int] = [:]
    var ids: [TemplateID: Int] = [:]
    /// Templates that are known to be deleted, until a list that was asked for later does not have them.
    var deletions: [TemplateKey: Deletion] = [:]
    /// Templates that webhooks told of and that are not here.
    var missing: [TemplateID: Date] = [:]

    struct Deletion: Hashable, Sendable {
        var id: TemplateID?
        var at: Date
    }

    /// How many templates that are not here are remembered, so that strange webhooks do not fill the memory.
    static let maximumMissing = 1000

    /// Creates an empty catalogue.
    public init() {}

    /// The number of templates.
    public var count: Int { entries.count }

    /// Whether there are none.
    public var isEmpty: Bool { entries.isEmpty }

    /// A template by the name and the language that messages use. See ``selection(_:language:fallback:)`` for other
    /// languages.
    public subscript(name: String, language: LanguageCode) -> Entry? {
        places[TemplateKey(name, language)].map { entries[$0] }
    }

    /// A template by its key.
    public subscript(key: TemplateKey) -> Entry? { places[key].map { entries[$0] } }

    /// A template by the provider's id or by the platform's.
    public subscript(id: TemplateID) -> Entry? { ids[id].map { entries[$0] } }

    /// All languages of a name, by language.
    public func languages(of name: String) -> ArraySlice<Entry> {
        // The first place whose name is not before this one.
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].template.name < name { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < entries.count, entries[end].template.name == name { end += 1 }
        return entries[low..<end]
    }

    /// The ids of templates of which the provider has more than the copy holds: of entries that are outdated, and of
    /// templates that webhooks told of and that are not here. Asking for each, or a synchronisation, settles it.
    public var outdatedIDs: [TemplateID] {
        entries.compactMap { $0.isOutdated ? $0.template.id : nil }
            + missing.keys.sorted { $0.rawValue < $1.rawValue }
    }

    /// Whether the copy is whole, as far as is known: it was synchronised, and nothing is outdated.
    public var isComplete: Bool { synchronizedAt != nil && missing.isEmpty && !entries.contains(where: \.isOutdated) }

    // MARK: Keeping the order

    /// Takes entries in any order.
    mutating func replaceEntries(_ new: some Sequence<Entry>) {
        entries = new.map { (key: $0.key, entry: $0) }.sorted { $0.key < $1.key }.map(\.entry)
        index()
    }

    /// Puts an entry in its place, instead of the one with its key.
    mutating func put(_ entry: Entry) {
        let key = entry.key
        missing[entry.template.id ?? ""] = nil
        missing[entry.template.externalID ?? ""] = nil
        if let place = places[key] {
            let old = entries[place].template
            entries[place] = entry
            guard old.id != entry.template.id || old.externalID != entry.template.externalID else { return }
            for id in [old.id, old.externalID] { if let id { ids[id] = nil } }
            for id in [entry.template.id, entry.template.externalID] { if let id { ids[id] = place } }
            return
        }
        let place = entries.firstIndex { key < $0.key } ?? entries.count
        entries.insert(entry, at: place)
        index()
    }

    /// Takes an entry out.
    mutating func take(_ place: Int) -> Entry {
        let entry = entries.remove(at: place)
        index()
        return entry
    }

    private mutating func index() {
        places = Dictionary(minimumCapacity: entries.count)
        ids = Dictionary(minimumCapacity: entries.count)
        for (place, entry) in entries.enumerated() {
            places[entry.key] = place
            if let id = entry.template.externalID { ids[id] = place }
            if let id = entry.template.id { ids[id] = place }
        }
    }

    /// A time that is equal to itself after it was stored as seconds since 1970.
    static func storable(_ instant: Date) -> Date { Date(timeIntervalSince1970: instant.timeIntervalSince1970) }
}

extension TemplateCatalogue: CustomStringConvertible, CustomReflectable {
    /// The number of templates.
    public var description: String { "catalogue of \(count) templates" }

    /// A mirror that shows the number only.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}
