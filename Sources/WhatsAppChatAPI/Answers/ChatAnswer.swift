import HTTPTypes
import WhatsAppBusiness

/// Reads the answers of the service.
///
/// The HTTP status is a hint: a refusal comes with 200 as often as with 400 (Chat API reference §3, §16).
enum ChatAnswer {
    /// What an answer says of a failure, or `nil` for a success.
    @Sendable
    static func failure(_ response: ResponseMetadata) -> WhatsAppError? {
        let raw = try? RawJSON(parsing: response.body)
        let answer = raw.flatMap { try? $0.value } ?? .null
        let isSuccess = response.status.kind == .successful
        if isSuccess {
            guard isRefusal(answer) else { return nil }
        }
        let platform = platformError(response, answer, raw)
        let (code, outcome) = classify(response.status, platform)
        return WhatsAppError(
            code: code, outcome: outcome, message: sentence(code, response.status, platform), platform: platform,
            response: response, retryAfter: retryAfter(response))
    }

    /// Whether an answer of status 200 says no. A message that waits in the service's queue may say `sent: false` too.
    private static func isRefusal(_ answer: JSONValue) -> Bool {
        if RefusalText.error(answer) != nil { return true }
        return answer["sent"]?.lenientBool == false && jobID(answer) == nil
    }

    /// What the service has taken.
    static func sentMessage(_ response: ResponseMetadata) throws(WhatsAppError) -> SentMessage {
        let answer = try object(response)
        if let id = answer["id"]?.lenientText, answer["sent"]?.lenientBool ?? true {
            return SentMessage(id: MessageID(id), response: response)
        }
        if let job = jobID(answer) { return .queued(jobID: job, response: response) }
        throw WhatsAppError(
            code: .decoding, outcome: .unknown,
            message: "the service says that it has taken the message, and names none", response: response)
    }

    /// The answer as a JSON object.
    static func object(_ response: ResponseMetadata) throws(WhatsAppError) -> JSONValue {
        guard let value = try? JSONValue(parsing: response.body), value.object != nil else {
            throw notUnderstood(response)
        }
        return value
    }

    static func notUnderstood(_ response: ResponseMetadata) -> WhatsAppError {
        WhatsAppError(
            code: .decoding, outcome: .unknown, message: "the service's answer was not understood", response: response)
    }

    private static func jobID(_ answer: JSONValue) -> String? { answer["jobId"]?.lenientText }

    private static func platformError(
        _ response: ResponseMetadata, _ answer: JSONValue, _ raw: RawJSON?
    ) -> PlatformError? {
        var platform = RefusalText.platformError(answer, raw: raw)
        // A refused token has no number here: the platform's own for it makes programs ask for a fresh token.
        if response.status == .unauthorized {
            platform = platform ?? PlatformError(code: .unspecified, raw: raw)
            if platform?.code == .unspecified { platform?.code = .accessTokenExpired }
        }
        return platform
    }

    private static func classify(
        _ status: HTTPResponse.Status, _ platform: PlatformError?
    ) -> (WhatsAppError.Code, WhatsAppError.Outcome) {
        switch status.code {
        case 501: return (.rejected, .refused)
        case 500...: return (.unavailable, .unknown)
        case 408: return (.unavailable, .unknown)
        case 429: return (.rateLimited, .refused)
        case 401, 403: return (.unauthorized, .refused)
        case 200..<300, 400..<500:
            if let platform, .throttling ~= platform { return (.rateLimited, .refused) }
            if let platform, .authorization ~= platform { return (.unauthorized, .refused) }
            return (.rejected, .refused)
        // A redirect is never followed: the token belongs to this host.
        default: return (.decoding, .unknown)
        }
    }

    private static func sentence(
        _ code: WhatsAppError.Code, _ status: HTTPResponse.Status, _ platform: PlatformError?
    ) -> String {
        switch code {
        case .rateLimited: return "too many requests of this kind"
        case .unavailable: return "the service has a fault"
        case .unauthorized where status.code == 403:
            return "the service refused the request: the channel's plan or subscription does not allow it"
        case .unauthorized: return "the service refused the token, or this is another channel's"
        case .rejected where platform?.resolvedCode == .reEngagement:
            return "the customer service window is closed: only a template may be sent"
        case .rejected where status.code == 404: return "this host does not know the method, or there is no such object"
        case .rejected where status.code == 501: return "the service does not offer this yet"
        case .rejected:
            if let platform, platform.resolvedCode.isDocumented { return clause(platform.meaning) }
            return "the service refused the request"
        default:
            return status.kind == .redirection ? "the server redirects, which is not followed" : "an unexpected answer"
        }
    }

    /// A sentence without its full stop, to stand among others.
    private static func clause(_ sentence: String) -> String {
        sentence.last == "." ? String(sentence.dropLast()) : sentence
    }

    /// `Retry-After`, which the service does not promise: in seconds, or as a date measured against the answer's own.
    private static func retryAfter(_ response: ResponseMetadata) -> Duration? {
        guard let text = response.headers[.retryAfter]?.trimmingASCIIWhitespace() else { return nil }
        if let seconds = Int(text) { return seconds >= 0 ? .seconds(seconds) : nil }
        guard let date = HTTPDate(text), let now = response.headers[.date].flatMap({ HTTPDate($0) }) else {
            return nil
        }
        return .seconds(max(0, date.secondsSince1970 - now.secondsSince1970))
    }
}
