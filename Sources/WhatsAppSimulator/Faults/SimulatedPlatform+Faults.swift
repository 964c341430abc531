public import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// A fault that waits for its calls.
    struct OrderedFault: Sendable {
        var fault: SimulatedFault
        var times: Int
        var path: String?
        var method: HTTPRequest.Method?
    }

    /// Lets the next calls fail.
    ///
    /// - Parameters:
    ///   - fault: what goes wrong.
    ///   - times: for how many calls.
    ///   - path: only for calls whose path holds this text.
    ///   - method: only for calls with this method.
    public func injectFault(
        _ fault: SimulatedFault, times: Int = 1, path: String? = nil, method: HTTPRequest.Method? = nil
    ) {
        guard times > 0 else { return }
        orderedFaults.append(OrderedFault(fault: fault, times: times, path: path, method: method))
    }

    /// Lets calls fail at random, but the same ones for the same seed.
    ///
    /// - Parameters:
    ///   - faults: what can go wrong; each is as likely as the others.
    ///   - probability: how likely a call is to fail, from 0 to 1; with 0 it ends.
    ///   - seed: where the chances begin.
    public func injectFaults(_ faults: [SimulatedFault], probability: Double, seed: UInt64) {
        randomFaults = probability > 0 ? faults : []
        faultProbability = min(max(probability, 0), 1)
        faultChances = SeededChances(seed: seed)
    }

    /// Forgets all faults that were ordered.
    public func clearFaults() {
        orderedFaults = []
        randomFaults = []
    }

    /// The fault of this call, if it has one.
    private func nextFault(for request: SimulatedRequest) -> SimulatedFault? {
        let place = orderedFaults.firstIndex { ordered in
            (ordered.path.map { (request.http.path ?? "").contains($0) } ?? true)
                && (ordered.method.map { $0 == request.method } ?? true)
        }
        if let place {
            let fault = orderedFaults[place].fault
            orderedFaults[place].times -= 1
            if orderedFaults[place].times == 0 { orderedFaults.remove(at: place) }
            return fault
        }
        guard !randomFaults.isEmpty, faultChances.nextFraction() < faultProbability else { return nil }
        return randomFaults[Int(faultChances.next() % UInt64(randomFaults.count))]
    }

    /// Answers a request as the face does that it speaks to, or as a fault has it.
    func reply(to request: SimulatedRequest) async throws -> SimulatedReply {
        let face = face(of: request)
        guard let fault = nextFault(for: request) else { return await answer(request, face) }
        switch fault.kind {
        case .refusal(let refusal, let retryAfter):
            var reply = face.refusal(refusal, on: self)
            if let retryAfter, let name = HTTPField.Name("Retry-After") { reply.headers[name] = String(retryAfter) }
            return reply
        case .page(let status):
            return SimulatedReply(
                status: status, contentType: "text/html", body: Array("<html><body>Bad gateway</body></html>".utf8))
        case .bytes(let status, let bytes):
            return SimulatedReply(status: status, contentType: "application/json", body: bytes)
        case .lost(let moment):
            if moment == .afterTaking { _ = await answer(request, face) }
            throw TransportError(
                code: moment == .beforeSending ? .connectionFailed : .connectionLost,
                delivery: moment == .beforeSending ? .notSent : .unknown, message: "the connection broke")
        case .timeout(let moment):
            if moment == .afterTaking { _ = await answer(request, face) }
            throw TransportError(
                code: moment == .beforeSending ? .connectTimedOut : .timedOut,
                delivery: moment == .beforeSending ? .notSent : .unknown, message: "no answer came in time")
        case .brokenUpload(let count):
            _ = await answer(SimulatedRequest(request.http, body: Array(request.body.prefix(count))), face)
            throw TransportError(code: .connectionLost, delivery: .unknown, message: "the connection broke")
        }
    }

    private func answer(_ request: SimulatedRequest, _ face: any SimulatedFace) async -> SimulatedReply {
        request.path.first == "simulated-files" ? openFile(request) : await face.answer(request, on: self)
    }
}
