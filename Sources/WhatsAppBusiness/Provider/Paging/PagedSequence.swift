/// The elements of a list, page after page: a page is asked for when its first element is wanted.
///
/// Pages without elements do not end the list, and a cursor that comes a second time does. Cancellation of the task ends
/// it by an error.
///
/// ```swift
/// for try await template in provider.templates(TemplateQuery(category: [.utility])) { … }
///
/// let page = try await provider.templates().page()          // by hand
/// let more = try await provider.templates().page(after: page.next)
/// ```
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
    private let fetch: @Sendable (PageCursor?) async throws(WhatsAppError) -> Page<Element>

    /// Creates a list.
    /// - Parameter fetch: fetches the page that begins at a cursor; the first page at `nil`.
    public init(_ fetch: @escaping @Sendable (PageCursor?) async throws(WhatsAppError) -> Page<Element>) {
        self.fetch = fetch
    }

    /// Fetches one page.
    /// - Parameter cursor: where it begins; the first page where none is given.
    /// - Throws: ``WhatsAppError``.
    public func page(after cursor: PageCursor? = nil) async throws(WhatsAppError) -> Page<Element> {
        try await fetch(cursor)
    }

    /// The list in pages, which also tell of elements that could not be read.
    public var pages: Pages { Pages(fetch: fetch) }

    /// Fetches everything, onto one page that has none after it.
    ///
    /// - Parameter maximum: the most elements; where there are more, the page tells where they begin: after the last
    ///   whole page.
    /// - Throws: ``WhatsAppError``; nothing of what was fetched before is kept.
    public func collect(maximum: Int = .max) async throws(WhatsAppError) -> Page<Element> {
        var all = Page<Element>([])
        var iterator = pages.makeAsyncIterator()
        while let page = try await iterator.next() {
            let offset = all.elements.count + all.problems.count
            all.elements += page.elements
            all.problems += page.problems.map { problem in
                PageProblem(index: offset + problem.index, violations: problem.violations, json: problem.json)
            }
            all.next = iterator.isAtEnd ? nil : page.next
            if all.elements.count >= maximum { break }
        }
        return all
    }

    /// Begins at the first element.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: pages.makeAsyncIterator()) }

    /// Goes through the elements.
    public struct Iterator: AsyncIteratorProtocol {
        private var pages: Pages.Iterator
        private var elements: [Element] = []
        private var index = 0

        fileprivate init(pages: Pages.Iterator) {
            self.pages = pages
        }

        /// The next element; `nil` at the end.
        /// - Throws: ``WhatsAppError``.
        public mutating func next() async throws(WhatsAppError) -> Element? {
            while index == elements.count {
                guard let page = try await pages.next() else { return nil }
                (elements, index) = (page.elements, 0)
            }
            defer { index += 1 }
            return elements[index]
        }
    }

    /// A list in pages.
    public struct Pages: AsyncSequence, Sendable {
        /// A page of the list.
        public typealias Element = Page<PagedSequence.Element>

        fileprivate let fetch: @Sendable (PageCursor?) async throws(WhatsAppError) -> Page<PagedSequence.Element>

        /// Begins at the first page.
        public func makeAsyncIterator() -> Iterator { Iterator(fetch: fetch) }

        /// Goes through the pages.
        public struct Iterator: AsyncIteratorProtocol {
            private let fetch: @Sendable (PageCursor?) async throws(WhatsAppError) -> Page<PagedSequence.Element>
            private var cursor: PageCursor?
            private var seen: Set<PageCursor> = []
            /// Whether there are no more pages.
            public private(set) var isAtEnd = false

            fileprivate init(
                fetch: @escaping @Sendable (PageCursor?) async throws(WhatsAppError) -> Page<PagedSequence.Element>
            ) {
                self.fetch = fetch
            }

            /// The next page; `nil` at the end, and after an error.
            /// - Throws: ``WhatsAppError``.
            public mutating func next() async throws(WhatsAppError) -> Page<PagedSequence.Element>? {
                guard !isAtEnd else { return nil }
                isAtEnd = true
                guard !Task.isCancelled else {
                    throw WhatsAppError(
                        code: .cancelled, outcome: .notSent, message: "the calling task was cancelled")
                }
                let page = try await fetch(cursor)
                if let next = page.next, seen.insert(next).inserted {
                    cursor = next
                    isAtEnd = false
                }
                return page
            }
        }
    }
}
