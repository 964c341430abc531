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
    /// Checking the connection and the number's state.
    public static let checkConnection = Self(rawValue: "checkConnection")
    /// Calling what the library does not model.
    public static let execute = Self(rawValue: "execute")
}

/// What a provider can do, said before a call instead of by its failure.
public struct Capabilities: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var members: Set<Capability>

    /// Creates a set of capabilities.
    public init(_ capabilities: some Sequence<Capability>) {
        members = Set(capabilities)
    }

    /// Creates a set of capabilities.
    public init(arrayLiteral elements: Capability...) {
        members = Set(elements)
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
}
