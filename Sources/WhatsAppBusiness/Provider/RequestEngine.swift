package import HTTPTypes
import Logging

/// Runs one call of a provider: credentials, attempts, waits, logging, and what is certain at the end.
///
/// A provider runs it exactly once per call, so that nothing above or below repeats anything.
package struct RequestEngine: Sendable {
    /// A call before it has a token.
    package struct Call: Sendable {
        /// The name of the operation, in logs.
        package var operation: String
        /// Method, address and header fields.
        package var request: HTTPRequest
        /// The body.
        package var body: HTTPBody?
        /// Whether the call may be repeated when its outcome is unknown.
        package var isRepeatable: Bool
        /// Takes the body of a successful answer piece by piece, where it is not to be held in memory; the answer's own
        /// body is empty then. Once it has been called, the call is not repeated: its pieces would come twice.
        package var receive: (@Sendable ([UInt8]) async throws -> Void)?

        package init(operation: String, request: HTTPRequest, body: HTTPBody? = nil, isRepeatable: Bool) {
            self.operation = operation
            self.request = request
            self.body = body
            self.isRepeatable = isRepeatable
        }
    }

    /// The provider's name.
    package var provider: ProviderName
    /// The way to the network.
    package var transport: any HTTPTransport
    /// Where tokens come from.
    package var credentials: CredentialSource
    /// How calls are repeated.
    package var retryPolicy: RetryPolicy
    /// Limits of one attempt.
    package var transportOptions: TransportOptions
    /// What waits.
    package var clock: any Clock<Duration>
    /// Puts a token into a request.
    package var authorize: @Sendable (inout HTTPRequest, Secret) -> Void
    /// What an answer says of a failure, or `nil` for a success.
    package var failure: @Sendable (ResponseMetadata) -> WhatsAppError?
    /// What is taken out of an answer before anybody sees it, where tokens come back in answers or stand in addresses.
    /// Then errors of the libraries below are not handed on either: they can hold the address. `nil` where tokens travel
    /// in header fields only and are never repeated to us.
    package var redact: (@Sendable (ResponseMetadata, Secret) -> ResponseMetadata)?
    /// What is counted; copies of the engine count together.
    let metrics = CallMetrics()

    package init(
        provider: ProviderName, transport: any HTTPTransport, credentials: CredentialSource, retryPolicy: RetryPolicy,
        transportOptions: TransportOptions, clock: any Clock<Duration>,
        authorize: @escaping @Sendable (inout HTTPRequest, Secret) -> Void,
        failure: @escaping @Sendable (ResponseMetadata) -> WhatsAppError?
    ) {
        self.provider = provider
        self.transport = transport
        self.credentials = credentials
        self.retryPolicy = retryPolicy
        self.transportOptions = transportOptions
        self.clock = clock
        self.authorize = authorize
        self.failure = failure
    }

    /// Makes the call until it succeeds, or until repeating it is not safe or not promising.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - options: the caller's settings.
    ///   - decode: reads the answer of the attempt that succeeded.
    /// - Returns: what `decode` returns.
    package func perform<Value>(
        _ call: Call, options: RequestOptions, decode: (ResponseMetadata) throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        let policy = options.retryPolicy ?? retryPolicy
        let timer = CallTimer(clock, deadline: policy.deadline)
        do throws(WhatsAppError) {
            let value = try await traced(call) { () async throws(WhatsAppError) -> Value in
                try await repeating(call, options: options, policy: policy, timer: timer, decode: decode)
            }
            metrics.recordCall(provider, call.operation, .ok, timer.elapsed())
            return value
        } catch {
            metrics.recordCall(provider, call.operation, .init(error), timer.elapsed())
            throw error
        }
    }

    private func repeating<Value>(
        _ call: Call, options: RequestOptions, policy: RetryPolicy, timer: CallTimer,
        decode: (ResponseMetadata) throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        var transportOptions = transportOptions
        if let timeout = options.timeout { transportOptions.timeout = timeout }
        let isReplayable = call.body?.isReplayable ?? true
        var token = try await credentials.token()
        var hasAskedForFreshToken = false
        var hasReceived = false
        var attempts = 0
        var retries = 0
        while true {
            attempts += 1
            var request = call.request
            for field in options.headers where field.name != .authorization {
                request.headerFields[field.name] = field.value
            }
            authorize(&request, token)
            var failure: WhatsAppError
            do throws(WhatsAppError) {
                let response = try await attempt(
                    request, call, token: token, options: timer.limiting(transportOptions), hasReceived: &hasReceived)
                if let refused = self.failure(response) { throw refused }
                let value = try decode(response)
                metrics.recordRequest(provider, call.operation, .ok)
                log(options, call, attempts, level: .debug, "answered", response: response)
                return value
            } catch {
                failure = error
            }
            failure.attempts = attempts
            metrics.recordRequest(provider, call.operation, .init(failure))
            log(options, call, attempts, level: .debug, "failed", error: failure)

            guard isReplayable, !hasReceived, policy.allows(failure) else { throw failure }
            if Self.needsFreshToken(failure), !hasAskedForFreshToken, timer.hasTime(for: .zero) {
                hasAskedForFreshToken = true
                let fresh: Secret
                do throws(WhatsAppError) {
                    fresh = try await credentials.token(refused: token)
                } catch {
                    var error = error
                    error.attempts = attempts
                    throw error
                }
                if fresh != token {
                    token = fresh
                    log(options, call, attempts, level: .info, "repeats with a fresh token")
                    continue
                }
            }
            guard Self.mayRepeat(failure, isRepeatable: call.isRepeatable) else { throw failure }
            retries += 1
            guard
                let delay = policy.delay(beforeRetry: retries, after: failure, chance: Double.random(in: 0...1)),
                timer.hasTime(for: delay)
            else { throw failure }
            log(options, call, attempts, level: .info, "repeats after a wait", error: failure)
            do {
                try await clock.sleep(for: delay)
            } catch {
                // What is certain about the attempts so far stays certain.
                failure.code = .cancelled
                failure.message = "the task was cancelled while it waited to repeat the call"
                throw failure
            }
        }
    }

    /// Whether the call was certainly refused for its token, and another token can help: a permission that is missing, or
    /// an app that has no access, is not a matter of the token.
    private static func needsFreshToken(_ error: WhatsAppError) -> Bool {
        guard error.outcome == .refused else { return false }
        guard let platform = error.platform else {
            // Without a code of the platform's, as gateways before it answer, 401 alone says that it is the token.
            return error.code == .unauthorized && error.response?.status == .unauthorized
        }
        guard let problem = platform.tokenProblem else { return false }
        return problem != .permissionMissing
    }

    /// Whether repeating is safe and has a chance.
    private static func mayRepeat(_ error: WhatsAppError, isRepeatable: Bool) -> Bool {
        switch error.outcome {
        case .notSent:
            guard error.code == .transport, let transport = error.underlying as? TransportError else { return false }
            // Whoever has waited for a free connection as long as they wanted to does not want to wait again.
            return [.connectionFailed, .connectTimedOut, .connectionLost, .timedOut].contains(transport.code)
        case .refused:
            // Limits that last for hours (spam 131048, registration 133016 and so on) do not pass within seconds.
            return error.code == .rateLimited && error.platform?.resolvedCode.advice.action != .wait
                || isRepeatable && error.platform?.isTransient == true
        case .unknown:
            guard isRepeatable else { return false }
            return error.code == .unavailable || error.code == .transport
        }
    }

    /// One request and its whole answer.
    private func attempt(
        _ request: HTTPRequest, _ call: Call, token: Secret, options: TransportOptions, hasReceived: inout Bool
    ) async throws(WhatsAppError) -> ResponseMetadata {
        do {
            let (head, content) = try await transport.send(request, body: call.body, options: options)
            let bytes: [UInt8]
            if let receive = call.receive, head.status.kind == .successful {
                bytes = []
                try await Self.hand(content, to: receive, options.responseBody.maximumBytes, &hasReceived)
            } else if let collected = content.bytes {
                bytes = collected
            } else if call.receive != nil {
                bytes = try await Self.beginning(of: content)
            } else {
                bytes = try await content.collect(upTo: options.responseBody.maximumBytes)
            }
            let response = ResponseMetadata(status: head.status, headers: head.headerFields, body: bytes)
            return redact.map { $0(response, token) } ?? response
        } catch var error as TransportError {
            if redact != nil { error.underlying = nil }
            throw WhatsAppError(
                code: error.code == .cancelled ? .cancelled : .transport,
                outcome: error.delivery == .notSent ? .notSent : .unknown, message: error.message, underlying: error)
        } catch let error as WhatsAppError {
            throw error
        } catch is CancellationError {
            throw WhatsAppError(
                code: .cancelled, outcome: .unknown, message: "the task was cancelled", underlying: CancellationError())
        } catch {
            throw WhatsAppError(
                code: .transport, outcome: .unknown, message: "the transport failed",
                underlying: redact == nil ? error : nil)
        }
    }

    /// The beginning of a body that tells why there is no other: the limit of the other is not for it.
    private static func beginning(of content: HTTPBody) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in content {
            bytes += chunk.prefix(maximumFailureBytes - bytes.count)
            if bytes.count == maximumFailureBytes { break }
        }
        return bytes
    }

    private static let maximumFailureBytes = 64 * 1024

    /// Hands a body on as it arrives, up to a limit.
    private static func hand(
        _ content: HTTPBody, to receive: @Sendable ([UInt8]) async throws -> Void, _ maximumBytes: Int,
        _ hasReceived: inout Bool
    ) async throws {
        var count = 0
        for try await chunk in content {
            guard chunk.count <= maximumBytes - count else { throw TransportError.responseTooLarge(maximumBytes) }
            count += chunk.count
            hasReceived = true
            do {
                try await receive(chunk)
            } catch {
                throw WhatsAppError(
                    code: error is CancellationError ? .cancelled : .rejected, outcome: .refused,
                    message: "the program did not take the bytes", underlying: error)
            }
        }
    }
}
