import WhatsAppBusiness

/// What Chat API keeps beside the shared state.
struct ChatAPIState: Sendable {
    /// The addresses of the channel in the order in which they were set, the service's own first.
    var webhooks = [Self.vendorWebhook]
    /// Whether statuses are delivered.
    var notifiesAcks = true
    /// Whether deliveries are the platform's own envelopes.
    var hasRawHooks = false
    /// Whether sends are only put into a queue, from which they leave at once; their answer then names no message.
    var queuesSends = false
    /// Where the picture of the profile is.
    var photo: String?
    /// Messages in both directions, oldest first.
    private(set) var history: [HistoryRow] = []
    private var lastNumber = 0

    /// The address of the service's own site, which stands in every channel's list.
    static let vendorWebhook = "https://app.simulated.example/service/webhook/1"
    /// The most rows of the history; the oldest make room.
    private static let maximumRows = 10_000

    /// A message of the history.
    struct HistoryRow: Sendable {
        /// What is told of it is made when it is asked for, since addresses of files live for minutes only.
        enum Content: Sendable {
            case inbound(SimulatedEvent.Message)
            case outbound(JSONObject)
        }

        /// Its place in the channel's one sequence.
        var number: Int
        var content: Content
    }

    /// Adds a message to the history.
    mutating func record(_ content: HistoryRow.Content) {
        lastNumber += 1
        if history.count == Self.maximumRows { history.removeFirst() }
        history.append(HistoryRow(number: lastNumber, content: content))
    }
}
