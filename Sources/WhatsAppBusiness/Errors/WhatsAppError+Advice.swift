import HTTPTypes

extension WhatsAppError {
    /// The group that the platform's error belongs to; `nil` where the platform said nothing.
    ///
    /// ```swift
    /// } catch where error.family == .template { …
    /// ```
    public var family: PlatformErrorCode.Family? { platform?.family }

    /// What to do about it: what to correct, whether to repeat the call, and after how long.
    ///
    /// It respects what is certain (``outcome-swift.property``): where the call may have been carried out, it says to find
    /// that out first, whatever the platform's code says. ``retryAfter`` counts where it is longer than the known wait.
    public var advice: RetryAdvice {
        guard outcome != .unknown else {
            return RetryAdvice(
                action: .findOut,
                sentence: callbackData == nil
                    ? "The call may have been carried out. Repeat it only if doing it twice does no harm."
                    : "The message may have been sent. Wait for a status that carries the callback data.")
        }
        var advice = adviceWhenCertain
        if let retryAfter, advice.isRepeatable, retryAfter > advice.minimumWait ?? .zero {
            advice.minimumWait = retryAfter
        }
        return advice
    }

    private var adviceWhenCertain: RetryAdvice {
        // A cancelled wait keeps what the platform said before it.
        if let platform { return platform.advice(httpStatus: response.map { Int($0.status.code) }) }
        switch code {
        case .invalid:
            return RetryAdvice(action: .afterFix, sentence: "Correct what the violations name.")
        case .unsupported:
            return RetryAdvice(action: .never, sentence: "Use another provider, or do without.")
        case .unauthorized:
            return RetryAdvice(action: .afterFix, sentence: "Check the access token and its permissions.")
        case .rateLimited, .unavailable:
            return RetryAdvice(action: .backOff, sentence: "Repeat with growing waits.")
        case .transport:
            return RetryAdvice(action: .backOff, sentence: "Check the connection, and repeat with growing waits.")
        case .cancelled:
            return RetryAdvice(action: .never, sentence: "The program itself gave the call up.")
        default:
            return RetryAdvice.forStatus(response.map { Int($0.status.code) })
                ?? RetryAdvice(action: .never, sentence: "Look at the answer, and do not repeat the call unchanged.")
        }
    }
}
