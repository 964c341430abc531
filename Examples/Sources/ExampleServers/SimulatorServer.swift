import HTTPTypes
import WhatsApp
public import WhatsAppSimulator

/// The simulated platform on a port: what its transport seam takes, over real HTTP, and
/// paths below `/simulator/` that play the customer's phone and move the clock.
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
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await platform.run() }
            group.addTask {
                try await LoopbackServer.run(port: port, onRunning: onRunning) { request, body in
                    if let answer = await SimulatorControls.answer(request, body: body, platform: platform) {
                        return answer
                    }
                    do {
                        let (response, content) = try await platform.send(
                            request, body: HTTPBody(body), options: TransportOptions())
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
}
