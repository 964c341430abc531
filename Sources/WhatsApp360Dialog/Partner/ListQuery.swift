import WhatsAppBusiness

extension Dialog360Partner {
    /// Which elements of a list are wanted, and in which order.
    ///
    /// ```swift
    /// partner.channels(.init(filters: ["status": "ready"], sort: "-created_at"))
    /// ```
    ///
    /// Source: 360dialog reference §5.2, §5.3.
    public struct ListQuery: Hashable, Sendable {
        /// What must hold, by the names of the reference, such as `status` or `setup_info.phone_number`.
        public var filters: [String: String]
        /// The member by which the list is sorted; with `-` before it, the greatest comes first.
        public var sort: String?
        /// How many elements a page has.
        public var pageSize: Int

        /// Creates a query.
        public init(filters: [String: String] = [:], sort: String? = nil, pageSize: Int = 100) {
            self.filters = filters
            self.sort = sort
            self.pageSize = pageSize
        }

        /// Everything.
        public static let all = Self()

        /// The query of the page that begins at an offset.
        func text(offset: Int) -> String? {
            let filters: String? =
                filters.isEmpty
                ? nil
                : String(
                    decoding: JSONValue.object(
                        JSONObject(
                            self.filters.sorted { $0.key < $1.key }.map {
                                JSONObject.Member(key: $0.key, value: .string($0.value))
                            })
                    ).serialized(), as: UTF8.self)
            return PathSegment.query([
                ("limit", String(max(1, pageSize))), ("offset", String(offset)), ("sort", sort), ("filters", filters),
            ])
        }
    }
}
