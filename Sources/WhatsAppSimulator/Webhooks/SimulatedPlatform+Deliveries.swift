import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// How often a delivery is tried before it is given up.
    static let maximumDeliveryAttempts = 10

    /// How many deliveries wait for an endpoint at most; the oldest make room.
    static let maximumPendingDeliveries = 10_000

    /// Delivers what is queued, each delivery once. What an endpoint did not take stays queued, up to ten attempts.
    ///
    /// - Returns: how many deliveries are still queued.
    @discardableResult
    public func deliverPending() async -> Int {
        catchUp()
        for key in endpoints.map({ ($0.face, $0.name) }) {
            guard let index = endpointIndex(key) else { continue }
            let batch = arranged(endpoints[index].pending)
            endpoints[index].pending = []
            var failed: [PendingDelivery] = []
            for var delivery in batch {
                guard let index = endpointIndex(key) else { break }
                delivery.attempts += 1
                let left = await deliver(delivery, to: endpoints[index])
                guard !left.isEmpty else { continue }
                delivery.webhooks = left
                if delivery.attempts < Self.maximumDeliveryAttempts { failed.append(delivery) }
            }
            if let index = endpointIndex(key) { endpoints[index].pending = failed + endpoints[index].pending }
        }
        return pendingCount
    }

    /// Delivers webhooks as they come, until the task is cancelled. Refused deliveries are repeated after 1, 2, 4, …
    /// seconds of the given clock.
    ///
    /// - Parameter clock: what waits between repetitions.
    public func run(clock: any Clock<Duration> = ContinuousClock()) async {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wake?.finish()
        wake = continuation
        if pendingCount > 0 { continuation.yield() }
        for await _ in signals {
            var delay = 1
            while !endpoints.isEmpty, await deliverPending() > 0 {
                guard (try? await clock.sleep(for: .seconds(delay))) != nil else { return }
                delay = min(delay * 2, 64)
            }
        }
    }

    /// Sets how deliveries come: in batches, repeated, reordered, with unknown members.
    public func setDeliveryHabits(_ habits: DeliveryHabits) {
        self.habits = habits
        habitChances = SeededChances(seed: habits.seed)
    }

    /// Puts what waits into the deliveries that the habits want. What was tried before stays as it is.
    private func arranged(_ pending: [PendingDelivery]) -> [PendingDelivery] {
        guard habits != DeliveryHabits(seed: habits.seed) else { return pending }
        var arranged = pending.filter { $0.attempts > 0 }
        var events = pending.filter { $0.attempts == 0 }.flatMap(\.events)
        if habits.reorders { events.shuffle(using: &habitChances) }
        for start in stride(from: 0, to: events.count, by: habits.batchSize) {
            let delivery = PendingDelivery(events: Array(events[start..<min(start + habits.batchSize, events.count)]))
            arranged.append(delivery)
            if habitChances.nextFraction() < habits.duplicates { arranged.append(delivery) }
        }
        return arranged
    }

    /// Queues an event for every endpoint that it concerns.
    func emit(_ event: SimulatedEvent) {
        recordChatHistory(event)
        let delivery = PendingDelivery(events: [event])
        if endpoints.isEmpty {
            Self.append(delivery, to: &unclaimed)
        } else {
            for index in endpoints.indices where concerns(endpoints[index], event) {
                Self.append(delivery, to: &endpoints[index].pending)
            }
        }
        wake?.yield()
    }

    /// Queues a change of the account, or of the number where the value names it.
    func emitChange(_ field: String, _ members: [(String, JSONValue)], ofNumber isOfNumber: Bool = false) {
        emit(.change(.init(field: field, members: members, isOfNumber: isOfNumber, at: clock.now)))
    }

    /// How many deliveries wait.
    var pendingCount: Int {
        endpoints.isEmpty ? unclaimed.count : endpoints.reduce(0) { $0 + $1.pending.count }
    }

    private static func append(_ delivery: PendingDelivery, to queue: inout [PendingDelivery]) {
        if queue.count == maximumPendingDeliveries { queue.removeFirst() }
        queue.append(delivery)
    }

    /// Of Cloud API's callbacks the nearest to the number gets the messages, and the application's all other fields
    /// (webhooks reference §1.8).
    private func concerns(_ connected: ConnectedEndpoint, _ event: SimulatedEvent) -> Bool {
        guard connected.face == .cloudAPI else { return true }
        guard isSubscribed, subscribedFields?.contains(event.field) ?? true else { return false }
        let overrides = ["phone_number", "whatsapp_business_account"]
        guard connected.name == Face.cloudAPI.name || overrides.contains(connected.name) else { return true }
        guard event.field == "messages",
            let nearest = overrides.first(where: { callback(as: .cloudAPI, named: $0) != nil })
        else { return connected.name == Face.cloudAPI.name }
        return connected.name == nearest
    }

    private func endpointIndex(_ key: (face: Face, name: String)) -> Int? {
        endpoints.firstIndex { $0.face == key.face && $0.name == key.name }
    }

    /// Delivers once, and gives back what was not taken.
    private func deliver(_ delivery: PendingDelivery, to connected: ConnectedEndpoint) async -> [SimulatedWebhook] {
        let webhooks = delivery.webhooks ?? connected.face.face.render(delivery.events, on: self)
        var left: [SimulatedWebhook] = []
        for webhook in webhooks {
            var headers = webhook.headers
            for field in connected.headers { headers[field.name] = field.value }
            let call = WebhookEndpoint.Call(method: .post, query: nil, headers: headers, body: webhook.body)
            let answer = try? await connected.endpoint?.handle(call)
            if answer?.status != 200 { left.append(webhook) }
        }
        return left
    }
}
