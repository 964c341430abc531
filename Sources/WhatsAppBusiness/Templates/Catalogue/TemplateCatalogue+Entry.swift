#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TemplateCatalogue {
    /// A template as the catalogue knows it, and since when.
    public struct Entry: Hashable, Sendable {
        /// The template.
        public internal(set) var template: Template
        /// When the whole of it was last seen at the provider.
        public internal(set) var asOf: Date
        /// Whether the provider has more than the copy holds: a webhook told of a change without all of it, or the template
        /// was submitted here and not read since.
        public internal(set) var isOutdated: Bool
        /// What happened to it as far as the catalogue saw it, the latest last; at most ``TemplateCatalogue/historyLength``
        /// items.
        public internal(set) var history: [HistoryItem]
        var times: Times
        var searchable: SearchableText

        /// When webhooks told of the parts of the template, as far as that was after the copy was made.
        struct Times: Hashable, Sendable {
            var status: Date?
            var quality: Date?
            var category: Date?
            var content: Date?
        }

        init(_ template: Template, asOf instant: Date, isOutdated: Bool = false, history: [HistoryItem] = []) {
            self.template = template
            self.asOf = TemplateCatalogue.storable(instant)
            self.isOutdated = isOutdated
            self.history = history
            times = Times()
            searchable = SearchableText(template)
        }

        /// The name and the language.
        public var key: TemplateKey { TemplateKey(template) }

        /// As of when the status is known: of a list, or of a webhook after it.
        public var statusAsOf: Date { max(times.status ?? asOf, asOf) }

        /// How old the knowledge of the status is, in seconds; 0 where it is from the future of `instant`.
        public func age(at instant: Date) -> TimeInterval { max(0, instant.timeIntervalSince(statusAsOf)) }

        /// Whether a message can be sent with the template, as far as is known.
        public var isSendable: Bool { template.reviewState.isSendable }

        /// When its content changed, as far as the catalogue saw it: how often a template may be edited depends on it.
        public var contentChanges: [Date] { history.compactMap { $0.event == .content ? $0.at : nil } }

        mutating func add(_ item: HistoryItem) {
            history.append(item)
            if history.count > TemplateCatalogue.historyLength {
                history.removeFirst(history.count - TemplateCatalogue.historyLength)
            }
        }
    }

    /// How many items a template's history has at most.
    public static let historyLength = 32

    /// Something that happened to a template.
    public struct HistoryItem: Hashable, Sendable {
        /// What happened.
        #if hasAttribute(nonexhaustive)
        @nonexhaustive
        #endif
        public enum Event: Hashable, Sendable {
            /// It stood so from then on.
            case status(TemplateStatus, TemplateRejectionReason?)
            /// Customers liked it so from then on.
            case quality(TemplateQuality?)
            /// It had this category from then on.
            case category(TemplateCategory)
            /// Its content changed.
            case content
        }

        /// What happened.
        public var event: Event
        /// When: as the platform tells it in a webhook, or when it was seen.
        public var at: Date

        /// Creates an item.
        public init(_ event: Event, at instant: Date) {
            self.event = event
            self.at = instant
        }
    }
}

extension TemplateCatalogue.Entry: CustomStringConvertible, CustomReflectable {
    /// The name, the language and the status; nothing of the content.
    public var description: String { "\(key): \(template.status.rawValue)" }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["template": description]) }
}
