/// Something that a provider may be able to do; an open set.
public struct Capability: RawRepresentable, Hashable, Sendable, Codable {
    /// The capability's name.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Sending text messages.
    public static let sendText = Self(rawValue: "send.text")
    /// Sending template messages.
    public static let sendTemplate = Self(rawValue: "send.template")
    /// Quoting a message in a reply.
    public static let reply = Self(rawValue: "send.reply")
    /// Writing to business-scoped user ids.
    public static let sendToUserID = Self(rawValue: "send.toUserID")
    /// A tag that statuses echo.
    public static let callbackData = Self(rawValue: "send.callbackData")
    /// Marking messages as read.
    public static let markAsRead = Self(rawValue: "markAsRead")
    /// Showing the customer that an answer is being typed.
    public static let typingIndicator = Self(rawValue: "typingIndicator")
    /// Fetching the bytes of media.
    public static let downloadMedia = Self(rawValue: "downloadMedia")
    /// Sending media that was uploaded before, by its id.
    public static let sendMediaID = Self(rawValue: "send.mediaID")
    /// Uploading files.
    public static let uploadMedia = Self(rawValue: "uploadMedia")
    /// Deleting uploaded files.
    public static let deleteMedia = Self(rawValue: "deleteMedia")
    /// Reading the business profile.
    public static let readProfile = Self(rawValue: "profile.read")
    /// Changing the business profile.
    public static let updateProfile = Self(rawValue: "profile.update")
    /// Asking where webhooks are delivered.
    public static let readWebhook = Self(rawValue: "webhook.read")
    /// Setting where webhooks are delivered.
    public static let setWebhook = Self(rawValue: "webhook.set")
    /// Taking the webhook address away.
    public static let removeWebhook = Self(rawValue: "webhook.remove")
    /// Checking the connection and the number's state.
    public static let checkConnection = Self(rawValue: "checkConnection")
    /// Calling what the library does not model.
    public static let execute = Self(rawValue: "execute")
}

/// What a provider can do, said before a call instead of by its failure.
public struct Capabilities: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// How a provider stands to the platform; an open set.
    public struct Standing: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The platform's own API, or that of one of its partners.
        public static let official = Self(rawValue: "official")
        /// A service that the platform does not know of, such as one that drives a phone.
        public static let unofficial = Self(rawValue: "unofficial")
    }

    private var members: Set<Capability>
    /// How the provider stands to the platform.
    public var standing: Standing
    /// Whether the platform's 24-hour customer service window holds here. Where it does not, nothing enforces one.
    public var hasCustomerServiceWindow: Bool

    /// Creates a set of capabilities.
    ///
    /// - Parameters:
    ///   - capabilities: what the provider can do.
    ///   - standing: how it stands to the platform.
    ///   - hasCustomerServiceWindow: whether the 24-hour window holds.
    public init(
        _ capabilities: some Sequence<Capability>, standing: Standing = .official, hasCustomerServiceWindow: Bool = true
    ) {
        members = Set(capabilities)
        self.standing = standing
        self.hasCustomerServiceWindow = hasCustomerServiceWindow
    }

    /// Creates a set of capabilities of an official provider.
    public init(arrayLiteral elements: Capability...) {
        self.init(elements)
    }

    /// Whether the provider can do this.
    public func contains(_ capability: Capability) -> Bool {
        members.contains(capability)
    }

    /// All capabilities, by name.
    public var all: [Capability] { members.sorted { $0.rawValue < $1.rawValue } }
}

/// The name of a provider in logs and errors; an open set.
public struct ProviderName: RawRepresentable, Hashable, Sendable, Codable {
    /// The name.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Meta's Cloud API.
    public static let cloudAPI = Self(rawValue: "cloud-api")
    /// 360dialog.
    public static let dialog360 = Self(rawValue: "360dialog")
    /// Chat API, today 1msg.io.
    public static let chatAPI = Self(rawValue: "chat-api")
}
