public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The categories of an account's templates through time.
///
/// A template is priced by the category that it has when it is sent, and the platform changes categories by itself: since
/// 2025-04-09 a template that was submitted as utility but is marketing is approved as marketing at once, and approved
/// templates are recategorised with a day's notice, or without one (pricing reference §2, November 2026). In Egypt that
/// makes a message 18 times as dear.
///
/// ```swift
/// var categories = TemplateCategories()
/// categories.set(.utility, for: "order_shipped", language: "en_US", from: approvedAt)
/// for event in delivery.events { categories.apply(event) }
/// categories.category(of: "order_shipped", language: "en_US", at: now).upcoming     // an alert, a day ahead
/// ```
///
/// Events may come late, twice and in any order.
public struct TemplateCategories: Hashable, Sendable, Codable {
    /// A template's category at an instant.
    public struct Assignment: Hashable, Sendable {
        /// The category that prices the template.
        public var category: Pricing.Category
        /// How the category is known.
        public var basis: Pricing.Message.CategoryBasis
        /// The category before, where the platform changed it.
        public var previous: Pricing.Category?
        /// The change that the platform has announced and that is still to come.
        public var upcoming: Announcement?
    }

    /// A change of category that the platform has announced.
    public struct Announcement: Hashable, Sendable, Codable {
        /// The category to come.
        public var category: Pricing.Category
        /// When it comes, where the platform says so.
        public var date: Date?
        /// When it was announced.
        public var announcedAt: Date

        /// Creates an announcement.
        public init(category: Pricing.Category, date: Date?, announcedAt: Date) {
            self.category = category
            self.date = date
            self.announcedAt = announcedAt
        }
    }

    struct Change: Hashable, Codable {
        var from: Date
        var category: Pricing.Category
        /// Whether the platform changed a category that was another before.
        var isRecategorization: Bool
    }

    struct History: Hashable, Codable {
        /// In order of time, at most ``TemplateCategories/maximumChanges``.
        var changes: [Change] = []
        var announcement: Announcement?
    }

    /// How many changes of one template are kept; older ones are forgotten.
    public static let maximumChanges = 16

    private var histories: [String: History] = [:]

    /// Creates an empty list.
    public init() {}

    /// Notes the category of a template.
    /// - Parameters:
    ///   - category: the category, as the list of templates or their creation gives it.
    ///   - name: the template's name.
    ///   - language: its language, such as `en_US`.
    ///   - date: from when on it has the category.
    public mutating func set(
        _ category: Pricing.Category, for name: String, language: LanguageCode, from date: Date
    ) {
        note(Change(from: date, category: category, isRecategorization: false), Self.key(name, language.rawValue))
    }

    /// Takes an event of the platform into account: changes of categories and their announcements.
    /// - Returns: whether the event was one, and named the template and a time.
    @discardableResult
    public mutating func apply(_ event: WebhookEvent) -> Bool {
        guard case .template(let change) = event, let name = change.name, let language = change.language,
            let date = change.origin.entryTime
        else { return false }
        let key = Self.key(name, language)
        switch change.change {
        case .category(_, let current):
            note(Change(from: date, category: Self.category(current.rawValue), isRecategorization: true), key)
        case .upcomingCategory(let current, let upcoming, let at):
            if let current, histories[key] == nil {
                note(Change(from: date, category: Self.category(current.rawValue), isRecategorization: false), key)
            }
            let announcement = Announcement(category: Self.category(upcoming.rawValue), date: at, announcedAt: date)
            if histories[key]?.announcement.map({ $0.announcedAt < date }) ?? true {
                histories[key, default: History()].announcement = announcement
            }
        default: return false
        }
        return true
    }

    /// The category of a template at an instant.
    ///
    /// A template whose category is not known counts as marketing, the dearest. Before the first known change the first
    /// category holds. An announced change holds from its day on, where the platform named one, even if no webhook came.
    public func category(of name: String, language: LanguageCode, at instant: Date) -> Assignment {
        guard let history = histories[Self.key(name, language.rawValue)], let first = history.changes.first else {
            return Assignment(category: .marketing, basis: .assumed, previous: nil, upcoming: nil)
        }
        let index = history.changes.lastIndex { $0.from <= instant } ?? 0
        let change = history.changes[index]
        let previous = index > 0 ? history.changes[index - 1].category : nil
        var assignment = Assignment(
            category: instant < first.from ? first.category : change.category,
            basis: change.isRecategorization && instant >= change.from ? .recategorized : .given,
            previous: change.isRecategorization ? previous : nil, upcoming: nil)
        guard let announcement = history.announcement, announcement.announcedAt <= instant,
            change.from <= announcement.announcedAt || instant < change.from
        else { return assignment }
        if let date = announcement.date, date <= instant {
            assignment.previous = assignment.category
            assignment.category = announcement.category
            assignment.basis = .recategorized
        } else {
            assignment.upcoming = announcement
        }
        return assignment
    }

    private mutating func note(_ change: Change, _ key: String) {
        var history = histories[key] ?? History()
        if let known = history.changes.firstIndex(where: { $0.from == change.from }) {
            // One instant, two reports: that of the platform's own change counts.
            if change.isRecategorization { history.changes[known] = change }
        } else {
            history.changes.append(change)
            history.changes.sort { $0.from < $1.from }
            if history.changes.count > Self.maximumChanges { history.changes.removeFirst() }
        }
        histories[key] = history
    }

    private static func key(_ name: String, _ language: String) -> String { "\(name)/\(language)" }

    /// Templates spell categories in capitals.
    private static func category(_ word: String) -> Pricing.Category { Pricing.Category(rawValue: word.lowercased()) }
}
