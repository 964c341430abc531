#if AsyncHTTPClient
import WhatsAppBusiness

/// The exchanges of a transport that are not over.
final class Calls: Sendable {
    private struct State: Sendable {
        var exchanges: [ObjectIdentifier: Exchange] = [:]
        var isClosed = false
    }

    private let state = Locked(State())

    /// Takes an exchange in.
    /// - Returns: `false` where the transport has been shut down.
    func insert(_ exchange: Exchange) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.exchanges[ObjectIdentifier(exchange)] = exchange
            return true
        }
    }

    /// Lets an exchange go.
    func remove(_ exchange: Exchange) {
        state.withLock { _ = $0.exchanges.removeValue(forKey: ObjectIdentifier(exchange)) }
    }

    /// Fails what is in flight and takes nothing in any more.
    func close() {
        let exchanges = state.withLock { state in
            state.isClosed = true
            defer { state.exchanges = [:] }
            return state.exchanges
        }
        for exchange in exchanges.values { exchange.fail(TransportError.shutDown) }
    }
}
#endif
