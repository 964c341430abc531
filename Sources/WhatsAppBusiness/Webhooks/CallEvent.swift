#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A call began, ended or has another state: an element of `calls[]`, or of `statuses[]` under the field `calls`
/// (webhooks reference §2.8).
///
/// The key against duplicates is ``id`` and ``event`` together (reference §1.5).
public struct CallEvent: Hashable, Sendable {
    /// What happened to a call; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It begins: answer within half a minute.
        public static let connect = Self(rawValue: "connect")
        /// It ended, or was never picked up.
        public static let terminate = Self(rawValue: "terminate")
        /// It was created; listed by other libraries and not documented.
        public static let created = Self(rawValue: "call_created")
        /// It rings at the customer.
        public static let ringing = Self(rawValue: "RINGING")
        /// The customer picked it up.
        public static let accepted = Self(rawValue: "ACCEPTED")
        /// The customer refused it.
        public static let rejected = Self(rawValue: "REJECTED")
    }
    /// Who called; an open set.
    public struct Direction: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The customer.
        public static let userInitiated = Self(rawValue: "USER_INITIATED")
        /// The business.
        public static let businessInitiated = Self(rawValue: "BUSINESS_INITIATED")
    }

    /// The call.
    public var id: CallID
    /// What happened to it.
    public var event: Kind
    /// Who called.
    public var direction: Direction?
    /// When it happened.
    public var timestamp: Date?
    /// The number that called, where it is not hidden.
    public var from: PhoneNumber?
    /// The number that was called, where it is not hidden.
    public var to: PhoneNumber?
    /// The customer's business-scoped user id.
    public var userID: BusinessScopedUserID?
    /// The customer's user id that is shared by linked business portfolios.
    public var parentUserID: BusinessScopedUserID?
    /// Whether ``sdp`` offers or answers: an offer where the customer calls, an answer where the business does.
    public var sdpType: SessionType?
    /// The description of the session.
    public var sdp: String?
    /// What the program gave the link that was used.
    public var deeplinkPayload: String?
    /// What the program gave the button that was used.
    public var buttonPayload: String?
    /// How an ended call went.
    public var result: Result?
    /// When it was picked up.
    public var start: Date?
    /// When it ended, if it was picked up.
    public var end: Date?
    /// How many seconds it took.
    public var duration: Int?
    /// What the program gave along.
    public var callbackData: String?
    /// What went wrong.
    public var errors: [PlatformError]
    /// The customer's profile, from the delivery's contacts.
    public var contact: WebhookContact?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        id: CallID, event: Kind, direction: Direction? = nil, timestamp: Date? = nil, from: PhoneNumber? = nil,
        to: PhoneNumber? = nil, userID: BusinessScopedUserID? = nil, parentUserID: BusinessScopedUserID? = nil,
        sdpType: SessionType? = nil, sdp: String? = nil, deeplinkPayload: String? = nil, buttonPayload: String? = nil,
        result: Result? = nil, start: Date? = nil, end: Date? = nil, duration: Int? = nil, callbackData: String? = nil,
        errors: [PlatformError] = [], contact: WebhookContact? = nil, origin: EventOrigin
    ) {
        self.id = id
        self.event = event
        self.direction = direction
        self.timestamp = timestamp
        self.from = from
        self.to = to
        self.userID = userID
        self.parentUserID = parentUserID
        self.sdpType = sdpType
        self.sdp = sdp
        self.deeplinkPayload = deeplinkPayload
        self.buttonPayload = buttonPayload
        self.result = result
        self.start = start
        self.end = end
        self.duration = duration
        self.callbackData = callbackData
        self.errors = errors
        self.contact = contact
        self.origin = origin
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin, buffer: [UInt8]) throws(ElementFault) {
        var id: CallID?
        var event: Kind?
        var direction: Direction?
        var timestamp: Date?
        var from: PhoneNumber?
        var to: PhoneNumber?
        var userID: BusinessScopedUserID?
        var parentUserID: BusinessScopedUserID?
        var sdpType: SessionType?
        var sdp: String?
        var deeplinkPayload: String?
        var buttonPayload: String?
        var status: String?
        var start: Date?
        var end: Date?
        var duration: Int?
        var callbackData: String?
        var errors: [PlatformError] = []
        for member in node.members {
            let value = member.value
            switch member.key {
            case "id": id = value.text.map { CallID(rawValue: $0) }
            case "direction": direction = value.text.map { Direction(rawValue: $0) }
            case "timestamp": timestamp = value.time
            case "from": from = value.text.map { PhoneNumber(rawValue: $0) }
            case "to": to = value.text.map { PhoneNumber(rawValue: $0) }
            case "from_user_id": userID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "from_parent_user_id": parentUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "deeplink_payload": deeplinkPayload = value.text
            case "cta_payload": buttonPayload = value.text
            case "status": status = value.text
            case "start_time": start = value.time
            case "end_time": end = value.time
            case "duration": duration = value.integer
            case "biz_opaque_callback_data": callbackData = value.string
            case "errors": errors = PlatformError.list(value, buffer: buffer)
            case "to_user_id", "recipient_user_id":
                userID = userID ?? value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "to_parent_user_id", "recipient_parent_user_id":
                parentUserID = parentUserID ?? value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "recipient_id": to = to ?? value.text.map { PhoneNumber(rawValue: $0) }
            case "session":
                sdpType = value.read("sdp_type")
                sdp = value.member("sdp")?.string
            case "event": event = value.text.map { Kind(rawValue: $0) }
            default: break
            }
        }
        // A status of a call says in `status` what an event of one says in `event`.
        var result: Result?
        if event == nil {
            event = status.map { Kind(rawValue: $0) }
        } else {
            // A sample of the platform spells it in small letters.
            result = status.map { Result(rawValue: $0.uppercased()) }
        }
        guard let id else { throw .unusable("id", in: node, "id", "an id is a string or a number") }
        guard let event else { throw .unusable("event", in: node, "event", "an event is a string") }
        self.init(
            id: id, event: event, direction: direction, timestamp: timestamp, from: from, to: to, userID: userID,
            parentUserID: parentUserID, sdpType: sdpType, sdp: sdp, deeplinkPayload: deeplinkPayload,
            buttonPayload: buttonPayload, result: result, start: start, end: end, duration: duration,
            callbackData: callbackData, errors: errors, origin: origin)
    }
}

extension CallEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "call event \(event.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
