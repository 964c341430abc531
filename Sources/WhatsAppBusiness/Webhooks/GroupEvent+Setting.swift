extension GroupEvent {
    /// A setting of a group that was to be changed.
    public struct Setting: Hashable, Sendable {
        /// The new text; `nil` for a picture.
        public var text: String?
        /// The kind of file of a new picture.
        public var mimeType: String?
        /// The SHA-256 of a new picture.
        public var sha256: String?
        /// Whether it was changed.
        public var isSuccessful: Bool?
        /// Why it was not.
        public var errors: [PlatformError]

        /// Creates the value.
        public init(
            text: String? = nil, mimeType: String? = nil, sha256: String? = nil, isSuccessful: Bool? = nil,
            errors: [PlatformError] = []
        ) {
            self.text = text
            self.mimeType = mimeType
            self.sha256 = sha256
            self.isSuccessful = isSuccessful
            self.errors = errors
        }

        init?(_ node: JSONNode, buffer: [UInt8]) {
            guard node.kind == .object else { return nil }
            self.init(
                text: node.member("text")?.string, mimeType: node.member("mime_type")?.text,
                sha256: node.member("sha256")?.text, isSuccessful: node.member("update_successful")?.bool,
                errors: node.member("errors").map { PlatformError.list($0, buffer: buffer) } ?? [])
        }
    }

    /// Whether joining a group needs approval; an open set.
    public struct JoinApprovalMode: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Everybody with the link joins.
        public static let automatic = Self(rawValue: "auto_approve")
        /// The business decides.
        public static let required = Self(rawValue: "approval_required")
    }

    /// How members joined a group; an open set.
    public struct Reason: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// They followed the link.
        public static let inviteLink = Self(rawValue: "invite_link")
    }

    /// Who removed members of a group; an open set.
    public struct Initiator: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The business removed them.
        public static let business = Self(rawValue: "business")
        /// They left.
        public static let participant = Self(rawValue: "participant")
    }
}

extension GroupEvent.Setting: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "setting of a group" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
