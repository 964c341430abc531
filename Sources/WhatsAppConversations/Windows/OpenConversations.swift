/// The latest beginning of a billing conversation of each kind: a fixed number of instants.
///
/// Until 2023-05-31 there was one conversation at a time, so that its two kinds share an instant.
struct OpenConversations: Hashable, Sendable {
    typealias Kind = BillingConversation.Kind

    /// A conversation's beginning, and whether it is certain: told by a quote, or by the end that the platform
    /// reported. One that was only seen by a message of the conversation may still move back.
    struct Slot: Hashable, Sendable {
        var start = Instant.none
        var isCertain = false

        var end: Instant { start + BillingConversation.duration }

        func isOpen(at instant: Instant) -> Bool { start <= instant && instant < end }

        /// A conversation begins: the latest is kept, whatever the order in which they become known.
        mutating func open(at instant: Instant) {
            guard instant >= start || (!isCertain && start < instant + BillingConversation.duration) else { return }
            start = instant
            isCertain = true
        }

        /// A message was delivered in a conversation whose beginning is not told: it lies in the known one, or shows
        /// another.
        mutating func join(at instant: Instant) {
            if instant >= end {
                self = Slot(start: instant)
            } else if !isCertain, instant < start, start < instant + BillingConversation.duration {
                start = instant
            }
        }
    }

    private var uncategorized = Instant.none
    private var marketing = Instant.none
    private var utility = Instant.none
    private var authentication = Instant.none
    private var service = Instant.none
    private var certain: UInt8 = 0
    private var isBusinessInitiated = false

    mutating func open(_ kind: Kind, at instant: Instant) {
        var slot = self[kind]
        slot.open(at: instant)
        self[kind] = slot
    }

    mutating func join(_ kind: Kind, at instant: Instant) {
        var slot = self[kind]
        slot.join(at: instant)
        self[kind] = slot
    }

    /// The kind of the conversation of before June 2023.
    var uncategorizedKind: Kind { isBusinessInitiated ? .businessInitiated : .userInitiated }

    /// The open conversation with a category that began last.
    func latestCategory(at instant: Instant) -> Kind? {
        var found: Kind?
        var latest = Instant.none
        func consider(_ kind: Kind, _ start: Instant) {
            guard Slot(start: start).isOpen(at: instant), start > latest else { return }
            found = kind
            latest = start
        }
        consider(.marketing, marketing)
        consider(.utility, utility)
        consider(.authentication, authentication)
        consider(.service, service)
        return found
    }

    /// The beginning of the latest conversation of a kind. A free entry point is not kept here.
    subscript(_ kind: Kind) -> Slot {
        get {
            switch kind.value {
            case .userInitiated, .businessInitiated: Slot(start: uncategorized, isCertain: certain & 1 != 0)
            case .marketing: Slot(start: marketing, isCertain: certain & 2 != 0)
            case .utility: Slot(start: utility, isCertain: certain & 4 != 0)
            case .authentication: Slot(start: authentication, isCertain: certain & 8 != 0)
            case .service: Slot(start: service, isCertain: certain & 16 != 0)
            case .referralConversion: Slot()
            }
        }
        set {
            switch kind.value {
            case .userInitiated, .businessInitiated:
                if newValue.start != uncategorized { isBusinessInitiated = kind == .businessInitiated }
                uncategorized = newValue.start
                mark(1, newValue.isCertain)
            case .marketing:
                marketing = newValue.start
                mark(2, newValue.isCertain)
            case .utility:
                utility = newValue.start
                mark(4, newValue.isCertain)
            case .authentication:
                authentication = newValue.start
                mark(8, newValue.isCertain)
            case .service:
                service = newValue.start
                mark(16, newValue.isCertain)
            case .referralConversion: break
            }
        }
    }

    private mutating func mark(_ bit: UInt8, _ isCertain: Bool) {
        certain = isCertain ? certain | bit : certain & ~bit
    }
}
