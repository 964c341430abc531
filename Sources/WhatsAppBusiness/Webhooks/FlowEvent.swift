/// The state or the health of a flow changed: the field `flows` (webhooks reference §2.7).
///
/// Answers to flows are messages: ``InboundMessage/Content/flowReply(_:)``.
public struct FlowEvent: Hashable, Sendable {
    /// What happened.
    public var event: Kind
    /// The flow.
    public var flowID: String?
    /// The same in words.
    public var message: String?
    /// The state before.
    public var oldStatus: Status?
    /// The state now.
    public var newStatus: Status?
    /// Whether an alert stands.
    public var alertState: AlertState?
    /// The threshold of an alert.
    public var threshold: Double?
    /// The share of errors.
    public var errorRate: Double?
    /// The latency that half of the requests stay below, in milliseconds.
    public var medianLatency: Double?
    /// The latency that nine of ten requests stay below, in milliseconds.
    public var highLatency: Double?
    /// The availability.
    public var availability: Double?
    /// The number of requests.
    public var requestCount: Int?
    /// What goes wrong, and how often.
    public var errors: [Failure]
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        event: Kind, flowID: String? = nil, message: String? = nil, oldStatus: Status? = nil,
        newStatus: Status? = nil, alertState: AlertState? = nil, threshold: Double? = nil, errorRate: Double? = nil,
        medianLatency: Double? = nil, highLatency: Double? = nil, availability: Double? = nil, requestCount: Int? = nil,
        errors: [Failure] = [], origin: EventOrigin
    ) {
        self.event = event
        self.flowID = flowID
        self.message = message
        self.oldStatus = oldStatus
        self.newStatus = newStatus
        self.alertState = alertState
        self.threshold = threshold
        self.errorRate = errorRate
        self.medianLatency = medianLatency
        self.highLatency = highLatency
        self.availability = availability
        self.requestCount = requestCount
        self.errors = errors
        self.origin = origin
    }

    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin) {
        guard node.kind == .object else { return nil }
        guard let event: Kind = node.read("event") else { return nil }
        self.init(event: event, origin: origin)
        for member in node.members {
            let value = member.value
            switch member.key {
            case "flow_id": flowID = value.text
            case "message": message = value.string
            case "old_status": oldStatus = value.text.map { Status(rawValue: $0) }
            case "new_status": newStatus = value.text.map { Status(rawValue: $0) }
            case "alert_state": alertState = value.text.map { AlertState(rawValue: $0) }
            case "threshold": threshold = value.double
            case "error_rate": errorRate = value.double
            case "p50_latency": medianLatency = value.double
            case "p90_latency": highLatency = value.double
            case "availability": availability = value.double
            case "requests_count": requestCount = value.integer
            case "errors": errors = value.objects.map { Failure($0) }
            default: break
            }
        }
    }
}

extension FlowEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "flow event \(event.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
