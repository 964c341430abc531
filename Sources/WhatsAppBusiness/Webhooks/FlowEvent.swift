/// The state or the health of a flow changed: the field `flows` (webhooks reference §2.7).
///
/// Answers to flows are messages: ``InboundMessage/Content/flowReply(_:)``.
public struct FlowEvent: Hashable, Sendable {
    /// What happened, such as `FLOW_STATUS_CHANGE` or `ENDPOINT_LATENCY`.
    public var event: String
    /// The flow.
    public var flowID: String?
    /// The same in words.
    public var message: String?
    /// The state before.
    public var oldStatus: String?
    /// The state now, such as `THROTTLED`.
    public var newStatus: String?
    /// Whether an alert is `ACTIVATED` or `DEACTIVATED`.
    public var alertState: String?
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
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        event: String, flowID: String? = nil, message: String? = nil, oldStatus: String? = nil,
        newStatus: String? = nil, alertState: String? = nil, threshold: Double? = nil, errorRate: Double? = nil,
        medianLatency: Double? = nil, highLatency: Double? = nil, availability: Double? = nil, requestCount: Int? = nil,
        origin: EventOrigin
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
        self.origin = origin
    }

    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin) {
        guard node.kind == .object else { return nil }
        var event: String?
        var flowID: String?
        var message: String?
        var oldStatus: String?
        var newStatus: String?
        var alertState: String?
        var threshold: Double?
        var errorRate: Double?
        var medianLatency: Double?
        var highLatency: Double?
        var availability: Double?
        var requestCount: Int?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "event": event = value.text
            case "flow_id": flowID = value.text
            case "message": message = value.text
            case "old_status": oldStatus = value.text
            case "new_status": newStatus = value.text
            case "alert_state": alertState = value.text
            case "threshold": threshold = value.double
            case "error_rate": errorRate = value.double
            case "p50_latency": medianLatency = value.double
            case "p90_latency": highLatency = value.double
            case "availability": availability = value.double
            case "requests_count": requestCount = value.integer
            default: break
            }
        }
        guard let event else { return nil }
        self.init(
            event: event, flowID: flowID, message: message, oldStatus: oldStatus, newStatus: newStatus,
            alertState: alertState, threshold: threshold, errorRate: errorRate, medianLatency: medianLatency,
            highLatency: highLatency, availability: availability, requestCount: requestCount, origin: origin)
    }
}

extension FlowEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "flow event \(event)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
