import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ChatAPI {
    /// Which messages of the channel's history are wanted.
    public struct HistoryQuery: Hashable, Sendable {
        /// The number after which messages are wanted; 0 for all, oldest first.
        public var after: Int
        /// The chat with one number, where only that is wanted.
        public var customer: PhoneNumber?
        /// The earliest time.
        public var from: Date?
        /// The latest time.
        public var until: Date?
        /// The most messages of one page, at least 1. The service would take 0 for all of them at once.
        public var pageSize: Int

        /// Creates a query.
        public init(
            after: Int = 0, customer: PhoneNumber? = nil, from: Date? = nil, until: Date? = nil, pageSize: Int = 100
        ) {
            self.after = after
            self.customer = customer
            self.from = from
            self.until = until
            self.pageSize = pageSize
        }
    }

    /// A message of the history.
    public struct HistoryEntry: Hashable, Sendable {
        /// The message's place in the one sequence of the channel, where the service names it: where to go on later.
        public var number: Int?
        /// The message: one of a customer, an echo of the business's own, or one that is not recognized.
        public var event: WebhookEvent

        /// Creates an entry.
        public init(number: Int? = nil, event: WebhookEvent) {
            self.number = number
            self.event = event
        }
    }

    /// A page of the history.
    public struct HistoryPage: Sendable {
        /// The messages, in the order of their numbers. For showing them, sort by time.
        public var entries: [HistoryEntry]
        /// The number after which the next page begins; `nil` at the end.
        public var next: Int?
        /// What the service says about its history, such as that none is stored for the channel.
        public var notice: String?
    }

    /// All messages of the channel's history that a query wants, page by page as they are read.
    ///
    /// ```swift
    /// for try await entry in chat.history(.init(after: lastSeen)) {
    ///     store(entry.event)
    ///     lastSeen = entry.number ?? lastSeen
    /// }
    /// ```
    ///
    /// The channel must store its history: nothing in it proves nothing (Chat API reference §7).
    public func history(_ query: HistoryQuery = HistoryQuery(), options: RequestOptions = .standard) -> History {
        History(chat: self, query: query, options: options)
    }

    /// One page of the history.
    ///
    /// - Parameters:
    ///   - query: which messages are wanted.
    ///   - options: how the call is made.
    /// - Returns: the page. `GET messages`, Chat API reference §7.
    /// - Throws: `WhatsAppError`.
    public func historyPage(
        _ query: HistoryQuery, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> HistoryPage {
        guard query.pageSize >= 1 else {
            throw .invalid(
                at: "limit", .minimum, "a page holds at least one message", limit: 1, actual: query.pageSize)
        }
        if let violation = query.customer?.violation(at: "chatId") {
            throw .invalid(ValidationError([violation]))
        }
        func seconds(_ date: Date?) -> String? {
            date.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded()) }.map { String($0) }
        }
        let call = try get(
            "history", "messages",
            query: [
                "lastMessageNumber": String(query.after), "limit": String(query.pageSize),
                "chatId": query.customer.map { ((try? PhoneNumber($0.rawValue)) ?? $0).digits + "@c.us" },
                "min_time": seconds(query.from), "max_time": seconds(query.until),
            ])
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            guard let page = ChatHistoryReader(response.body) else { throw ChatAnswer.notUnderstood(response) }
            let greatest = page.rows.compactMap(\.number).max() ?? page.lastMessageNumber
            // A short page is the last one; so is one that does not lead on.
            let next = page.rows.count < query.pageSize ? nil : greatest.flatMap { $0 > query.after ? $0 : nil }
            return HistoryPage(
                entries: page.rows.map { HistoryEntry(number: $0.number, event: $0.event) }, next: next,
                notice: page.notice)
        }
    }

    /// The messages of the history, read page by page.
    public struct History: AsyncSequence, Sendable {
        /// A message.
        public typealias Element = HistoryEntry

        let chat: ChatAPI
        let query: HistoryQuery
        let options: RequestOptions

        /// Starts reading at the query's beginning.
        public func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(chat: chat, query: query, options: options)
        }

        /// Reads message by message.
        public struct AsyncIterator: AsyncIteratorProtocol {
            let chat: ChatAPI
            var query: HistoryQuery
            let options: RequestOptions
            private var entries: ArraySlice<HistoryEntry> = []
            private var isAtEnd = false

            init(chat: ChatAPI, query: HistoryQuery, options: RequestOptions) {
                self.chat = chat
                self.query = query
                self.options = options
            }

            /// The next message, or `nil` at the end.
            /// - Throws: `WhatsAppError`.
            public mutating func next() async throws(WhatsAppError) -> HistoryEntry? {
                while entries.isEmpty {
                    guard !isAtEnd else { return nil }
                    let page = try await chat.historyPage(query, options: options)
                    entries = page.entries[...]
                    if let next = page.next { query.after = next } else { isAtEnd = true }
                }
                return entries.popFirst()
            }
        }
    }
}
