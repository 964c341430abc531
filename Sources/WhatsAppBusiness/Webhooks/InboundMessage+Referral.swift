extension InboundMessage {
    /// The advertisement or post from which a customer wrote (webhooks reference §3.5).
    ///
    /// It opens the free entry point. It appears on the first message only.
    public struct Referral: Hashable, Sendable {
        /// Where a customer came from; an open set.
        public struct Source: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// An advertisement.
            public static let ad = Self(rawValue: "ad")
            /// A post.
            public static let post = Self(rawValue: "post")
        }

        /// Where the customer came from.
        public var sourceType: Source?
        /// The id of the advertisement or post.
        public var sourceID: String?
        /// The address of the advertisement or post.
        public var sourceURL: String?
        /// Its headline.
        public var headline: String?
        /// Its text.
        public var body: String?
        /// The kind of its media: `image` or `video`.
        public var mediaType: String?
        /// The address of its picture.
        public var imageURL: String?
        /// The address of its film.
        public var videoURL: String?
        /// The address of the preview of its film.
        public var thumbnailURL: String?
        /// The id of the click, for the platform's measurements. Absent for advertisements in WhatsApp Status.
        public var clickID: String?
        /// The greeting that the advertisement showed.
        public var welcomeMessage: String?
        /// The object as it arrived.
        public var raw: RawJSON?

        /// Creates a referral.
        public init(
            sourceType: Source? = nil, sourceID: String? = nil, sourceURL: String? = nil, headline: String? = nil,
            body: String? = nil, mediaType: String? = nil, imageURL: String? = nil, videoURL: String? = nil,
            thumbnailURL: String? = nil, clickID: String? = nil, welcomeMessage: String? = nil, raw: RawJSON? = nil
        ) {
            self.sourceType = sourceType
            self.sourceID = sourceID
            self.sourceURL = sourceURL
            self.headline = headline
            self.body = body
            self.mediaType = mediaType
            self.imageURL = imageURL
            self.videoURL = videoURL
            self.thumbnailURL = thumbnailURL
            self.clickID = clickID
            self.welcomeMessage = welcomeMessage
            self.raw = raw
        }

        @inline(never)
        init?(_ node: JSONNode, buffer: [UInt8]) {
            guard node.kind == .object else { return nil }
            self.init(raw: RawJSON(buffer: buffer, range: node.range))
            for member in node.members {
                let value = member.value
                switch member.key {
                case "source_type": sourceType = value.text.map { Source(rawValue: $0) }
                case "source_id": sourceID = value.text
                case "source_url": sourceURL = value.text
                case "headline": headline = value.string
                case "body": body = value.string
                case "media_type": mediaType = value.text
                case "image_url": imageURL = value.text
                case "video_url": videoURL = value.text
                case "thumbnail_url": thumbnailURL = value.text
                case "ctwa_clid": clickID = value.text
                case "welcome_message": welcomeMessage = value.member("text")?.string
                default: break
                }
            }
        }
    }
}

extension InboundMessage.Referral: CustomStringConvertible, CustomReflectable {
    /// Where the customer came from; none of the texts and ids.
    public var description: String { "referral from \(sourceType?.rawValue ?? "an unnamed source")" }

    /// A mirror that shows where the customer came from only.
    public var customMirror: Mirror { Mirror(self, children: ["source": sourceType?.rawValue ?? ""]) }
}
