#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something happened to a group: an element of `groups[]` (webhooks reference §2.9).
public struct GroupEvent: Hashable, Sendable {
    /// What happened to a group; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It was created, or could not be.
        public static let created = Self(rawValue: "group_create")
        /// It was deleted, or could not be.
        public static let deleted = Self(rawValue: "group_delete")
        /// Members joined.
        public static let participantsAdded = Self(rawValue: "group_participants_add")
        /// Members left or were removed.
        public static let participantsRemoved = Self(rawValue: "group_participants_remove")
        /// Somebody asks to join.
        public static let joinRequested = Self(rawValue: "group_join_request_created")
        /// Somebody no longer asks to join.
        public static let joinRequestRevoked = Self(rawValue: "group_join_request_revoked")
        /// Picture, subject or description changed, or could not be.
        public static let settingsChanged = Self(rawValue: "group_settings_update")
        /// The platform suspended it.
        public static let suspended = Self(rawValue: "group_suspend")
        /// It is no longer suspended.
        public static let suspensionCleared = Self(rawValue: "group_suspend_cleared")
    }
    /// A member of a group, or somebody who was one or wants to be.
    public struct Participant: Hashable, Sendable {
        /// What the program named the member by.
        public var input: String?
        /// The id of the WhatsApp account.
        public var waID: WhatsAppID?
        /// The business-scoped user id.
        public var userID: BusinessScopedUserID?
        /// The user id that is shared by linked business portfolios.
        public var parentUserID: BusinessScopedUserID?
        /// The user name.
        public var username: String?
        /// Why the member could not be removed.
        public var errors: [PlatformError]

        /// Creates a participant.
        public init(
            input: String? = nil, waID: WhatsAppID? = nil, userID: BusinessScopedUserID? = nil,
            parentUserID: BusinessScopedUserID? = nil, username: String? = nil, errors: [PlatformError] = []
        ) {
            self.input = input
            self.waID = waID
            self.userID = userID
            self.parentUserID = parentUserID
            self.username = username
            self.errors = errors
        }

        init(_ node: JSONNode, buffer: [UInt8]) {
            self.init(
                input: node.member("input")?.text, waID: node.member("wa_id")?.text.map { WhatsAppID(rawValue: $0) },
                userID: node.member("user_id")?.text.map { BusinessScopedUserID(rawValue: $0) },
                parentUserID: node.member("parent_user_id")?.text.map { BusinessScopedUserID(rawValue: $0) },
                username: WebhookContact.username(node.member("username")?.text),
                errors: node.member("errors").map { PlatformError.list($0, buffer: buffer) } ?? [])
        }
    }

    /// The group; can be missing where it could not be created.
    public var groupID: GroupID?
    /// What happened.
    public var kind: Kind
    /// When it happened.
    public var timestamp: Date?
    /// The request of the program that caused it, if one did.
    public var requestID: String?
    /// The subject of a new group.
    public var subject: String?
    /// The description of a new group.
    public var details: String?
    /// The link to join a new group.
    public var inviteLink: String?
    /// Whether joining needs approval.
    public var joinApprovalMode: JoinApprovalMode?
    /// How members joined.
    public var reason: Reason?
    /// Who removed members, read in the group and beside it.
    public var initiatedBy: Initiator?
    /// The request to join.
    public var joinRequestID: String?
    /// Who asks to join.
    public var applicant: Participant?
    /// Who joined.
    public var added: [Participant]
    /// Who left or was removed.
    public var removed: [Participant]
    /// Who could not be removed.
    public var failed: [Participant]
    /// The change of the picture.
    public var picture: Setting?
    /// The change of the subject.
    public var newSubject: Setting?
    /// The change of the description.
    public var newDetails: Setting?
    /// What went wrong.
    public var errors: [PlatformError]
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        groupID: GroupID?, kind: Kind, timestamp: Date? = nil, requestID: String? = nil, subject: String? = nil,
        details: String? = nil, inviteLink: String? = nil, joinApprovalMode: JoinApprovalMode? = nil,
        reason: Reason? = nil,
        initiatedBy: Initiator? = nil, joinRequestID: String? = nil, applicant: Participant? = nil,
        added: [Participant] = [], removed: [Participant] = [], failed: [Participant] = [], picture: Setting? = nil,
        newSubject: Setting? = nil, newDetails: Setting? = nil, errors: [PlatformError] = [], origin: EventOrigin
    ) {
        self.groupID = groupID
        self.kind = kind
        self.timestamp = timestamp
        self.requestID = requestID
        self.subject = subject
        self.details = details
        self.inviteLink = inviteLink
        self.joinApprovalMode = joinApprovalMode
        self.reason = reason
        self.initiatedBy = initiatedBy
        self.joinRequestID = joinRequestID
        self.applicant = applicant
        self.added = added
        self.removed = removed
        self.failed = failed
        self.picture = picture
        self.newSubject = newSubject
        self.newDetails = newDetails
        self.errors = errors
        self.origin = origin
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin, buffer: [UInt8]) throws(ElementFault) {
        var groupID: GroupID?
        var kind: Kind?
        var timestamp: Date?
        var requestID: String?
        var subject: String?
        var details: String?
        var inviteLink: String?
        var joinApprovalMode: JoinApprovalMode?
        var reason: Reason?
        var initiatedBy: Initiator?
        var joinRequestID: String?
        var applicant: Participant?
        var added: [Participant] = []
        var removed: [Participant] = []
        var failed: [Participant] = []
        var picture: Setting?
        var newSubject: Setting?
        var newDetails: Setting?
        var errors: [PlatformError] = []
        for member in node.members {
            let value = member.value
            switch member.key {
            case "group_id": groupID = value.text.map { GroupID(rawValue: $0) }
            case "timestamp": timestamp = value.time
            case "request_id": requestID = value.text
            case "subject": subject = value.text
            case "description": details = value.text
            case "invite_link": inviteLink = value.text
            case "join_approval_mode": joinApprovalMode = value.text.map { JoinApprovalMode(rawValue: $0) }
            case "reason": reason = value.text.map { Reason(rawValue: $0) }
            case "initiated_by": initiatedBy = value.text.map { Initiator(rawValue: $0) }
            case "join_request_id": joinRequestID = value.text
            case "added_participants": added = value.objects.map { Participant($0, buffer: buffer) }
            case "removed_participants": removed = value.objects.map { Participant($0, buffer: buffer) }
            case "failed_participants": failed = value.objects.map { Participant($0, buffer: buffer) }
            case "profile_picture": picture = Setting(value, buffer: buffer)
            case "group_subject": newSubject = Setting(value, buffer: buffer)
            case "group_description": newDetails = Setting(value, buffer: buffer)
            case "errors": errors = PlatformError.list(value, buffer: buffer)
            case "type":
                // The platform's specification has other words for two of them.
                switch value.text {
                case "group_add_participants": kind = .participantsAdded
                case "group_remove_participants": kind = .participantsRemoved
                default: kind = value.text.map { Kind(rawValue: $0) }
                }
            default: break
            }
        }
        if kind == .joinRequested || kind == .joinRequestRevoked { applicant = Participant(node, buffer: buffer) }
        // A group that could not be created may have no id: then the request says which one it would have been.
        guard groupID != nil || requestID != nil else {
            throw .unusable("group_id", in: node, "group_id", "an id is a string or a number")
        }
        guard let kind else { throw .unusable("type", in: node, "type", "a type is a string") }
        self.init(
            groupID: groupID, kind: kind, timestamp: timestamp, requestID: requestID, subject: subject,
            details: details, inviteLink: inviteLink, joinApprovalMode: joinApprovalMode, reason: reason,
            initiatedBy: initiatedBy, joinRequestID: joinRequestID, applicant: applicant, added: added,
            removed: removed, failed: failed, picture: picture, newSubject: newSubject, newDetails: newDetails,
            errors: errors, origin: origin)
    }
}

extension GroupEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "group event \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension GroupEvent.Participant: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "participant" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
