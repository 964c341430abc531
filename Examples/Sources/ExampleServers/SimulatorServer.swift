import HTTPTypes
import WhatsApp
public import WhatsAppSimulator

/// The simulated platform on a port: what its transport seam takes, over real HTTP, in all of its interfaces, and
/// paths below `/simulator/` that play the customer's phone, move the clock and review templates. `GET /simulator/` is a
/// page for a person.
public enum SimulatorServer {
    /// Serves a simulated platform until the task is cancelled, and delivers its webhooks.
    ///
    /// - Parameters:
    ///   - platform: the simulated platform.
    ///   - port: the port; 0 for any free one.
    ///   - onRunning: is told the port as soon as connections are accepted.
    /// - Throws: when the port cannot be bound.
    public static func run(
        _ platform: SimulatedPlatform, port: Int = 0, onRunning: @escaping @Sendable (_ port: Int) async -> Void
    ) async throws {
        // Addresses that come through the interfaces are reached as the platform reaches them.
        await platform.reachAddresses(through: .curl)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await platform.run() }
            group.addTask {
                // Reviews and pauses end by the clock, also while nobody calls.
                while (try? await Task.sleep(for: .seconds(1))) != nil { await platform.catchUp() }
            }
            group.addTask {
                try await LoopbackServer.run(
                    port: port, maximumBodyBytes: 101 * 1024 * 1024, onRunning: onRunning
                ) { request, body in
                    if let answer = await SimulatorControls.answer(request, body: body, platform: platform) {
                        return answer
                    }
                    do {
                        let (response, content) = try await platform.send(
                            request, body: HTTPBody(body),
                            options: TransportOptions(responseBody: .collected(upTo: 101 * 1024 * 1024)))
                        return .init(
                            status: response.status.code, headers: response.headerFields, body: content.bytes ?? [])
                    } catch {
                        return .init(status: 500, body: Array("the simulator failed".utf8))
                    }
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// The interface of a name: `cloud`, `360dialog`, `360dialog-sandbox` or `chat-api`; `nil` for others.
    public static func face(named name: String) -> SimulatedPlatform.Face? {
        SimulatorControls.face(name)
    }
}
