extension ChatAPI {
    /// How the token travels; there is never more than one of them in a request.
    ///
    /// Source: Chat API reference §1.
    public struct Authentication: Hashable, Sendable {
        private enum Kind: Hashable, Sendable {
            case query, bearer
        }

        private let kind: Kind

        /// In the query of every request, as `token`: every host of the service takes it. Addresses then hold the token:
        /// servers and proxies on the way may log them.
        public static let query = Self(kind: .query)
        /// In the header field `Authorization`: known of `api.1msg.io` (2026), and kept out of addresses.
        public static let bearer = Self(kind: .bearer)

        /// What the host is known to take: the header field on `api.1msg.io`, the query everywhere else.
        static func standard(forHost host: String) -> Self {
            host == "api.1msg.io" ? .bearer : .query
        }
    }
}
