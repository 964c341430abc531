import HTTPTypes
package import WhatsAppBusiness

/// Reads the answers of the Graph API.
package enum GraphAnswer {
    /// What an answer says of a failure, or `nil` for a success.
    ///
    /// The HTTP status is only a hint: what counts is the code of the error envelope (Cloud API reference §1.4). An error
    /// in an answer of status 200 is an error. Fault pages in HTML keep their bytes in the error's response.
    @Sendable
    package static func failure(_ response: ResponseMetadata) -> WhatsAppError? {
        failure(response, holdsErrors: true)
    }

    /// - Parameter holdsErrors: whether a successful answer may hold an error; media may hold anything.
    package static func failure(_ response: ResponseMetadata, holdsErrors: Bool) -> WhatsAppError? {
        let isSuccess = response.status.kind == .successful
        guard !isSuccess || holdsErrors && mayHoldError(response.body) else { return nil }
        let platform = platformError(response.body, isSuccess: isSuccess)
        if isSuccess && platform == nil { return nil }
        let (code, outcome) = classify(response.status, platform)
        return WhatsAppError(
            code: code, outcome: outcome, message: sentence(code, response.status, platform), platform: platform,
            response: response, retryAfter: retryAfter(response))
    }

    /// The answer as a JSON object.
    package static func object(_ response: ResponseMetadata) throws(WhatsAppError) -> JSONValue {
        guard let value = try? JSONValue(parsing: response.body), value.object != nil else {
            throw notUnderstood(response)
        }
        return value
    }

    /// Checks the answer of a call that gives nothing back but its success.
    /// - Throws: `WhatsAppError` `rejected` where the platform says `"success":false`.
    package static func success(_ response: ResponseMetadata) throws(WhatsAppError) {
        guard let answer = try? JSONValue(parsing: response.body) else {
            // Some hosts answer with nothing.
            if response.body.allSatisfy({ $0 <= 0x20 }) { return }
            throw notUnderstood(response)
        }
        let flag = answer["success"]
        guard flag?.bool == false || flag?.string == "false" else { return }
        throw WhatsAppError(
            code: .rejected, outcome: .refused, message: "the platform says that it has not done it", response: response
        )
    }

    /// What the platform has taken.
    package static func sentMessage(
        _ response: ResponseMetadata, callbackData: String?
    ) throws(WhatsAppError) -> SentMessage {
        guard let sent = SentMessage(answer: response, callbackData: callbackData) else {
            throw notUnderstood(response)
        }
        return sent
    }

    package static func notUnderstood(_ response: ResponseMetadata) -> WhatsAppError {
        WhatsAppError(
            code: .decoding, outcome: .unknown, message: "the platform's answer was not understood", response: response)
    }

    /// Whether a successful answer is worth a look for an error: its first member would be `error`.
    private static func mayHoldError(_ body: [UInt8]) -> Bool {
        let start = body.prefix(24).filter { $0 > 0x20 }
        return start.starts(with: Array(#"{"error"#.utf8))
    }

    /// The error of the envelope; of an answer that failed also the first of an `errors` array, as relays of the
    /// on-premises client give it (webhooks reference §5.1).
    private static func platformError(_ body: [UInt8], isSuccess: Bool) -> PlatformError? {
        guard let raw = try? RawJSON(parsing: body), let answer = try? raw.value else { return nil }
        let isEnveloped = answer["error"]?.object != nil
        guard isEnveloped || !isSuccess, let error = isEnveloped ? answer["error"] : answer["errors"]?[0] else {
            return nil
        }
        guard let code = error["code"]?.lenientInteger else { return nil }
        let data = error["error_data"]
        return PlatformError(
            code: PlatformErrorCode(rawValue: code), subcode: error["error_subcode"]?.lenientInteger,
            type: error["type"]?.string, title: error["title"]?.string, message: error["message"]?.string,
            details: data?["details"]?.string ?? data?.string ?? error["details"]?.string,
            userTitle: error["error_user_title"]?.string, userMessage: error["error_user_msg"]?.string,
            traceID: error["fbtrace_id"]?.string, isTransient: error["is_transient"]?.bool,
            helpURL: error["href"]?.string, source: isEnveloped ? .answer : .errorsArray, raw: raw)
    }

    private static func classify(
        _ status: HTTPResponse.Status, _ platform: PlatformError?
    ) -> (WhatsAppError.Code, WhatsAppError.Outcome) {
        // After a fault of the platform nothing is certain, whatever its envelope says.
        if status.kind == .serverError { return (.unavailable, .unknown) }
        if status.code == 408 { return (.unavailable, .unknown) }
        if status.code == 429 { return (.rateLimited, .refused) }
        if let platform {
            if .throttling ~= platform { return (.rateLimited, .refused) }
            if .authorization ~= platform { return (.unauthorized, .refused) }
            if status.kind == .successful || status.kind == .clientError { return (.rejected, .refused) }
        }
        switch status.code {
        case 401, 403: return (.unauthorized, .refused)
        case 400..<500: return (.rejected, .refused)
        // A redirect is never followed: the token belongs to this host.
        default: return (.decoding, .unknown)
        }
    }

    private static func sentence(
        _ code: WhatsAppError.Code, _ status: HTTPResponse.Status, _ platform: PlatformError?
    ) -> String {
        switch code {
        case .rateLimited: return "too many requests of this kind"
        case .unavailable: return "the platform has a fault"
        case .rejected where platform?.resolvedCode == .reEngagement:
            return "the customer service window is closed: only a template may be sent"
        case .unauthorized where platform?.tokenProblem == .invalid:
            return "the access token was refused: it has expired, was revoked or is not one"
        case .unauthorized, .rejected:
            if let platform, platform.resolvedCode.isDocumented { return clause(platform.meaning) }
            return code == .rejected
                ? "the platform refused the request" : "the platform refused the credentials or a permission"
        default:
            return status.kind == .redirection ? "the server redirects, which is not followed" : "an unexpected answer"
        }
    }

    /// A sentence without its full stop, to stand among others.
    private static func clause(_ sentence: String) -> String {
        sentence.last == "." ? String(sentence.dropLast()) : sentence
    }

    /// The `Retry-After` field: seconds, or a date, which is measured against the answer's own `Date` and not against a
    /// clock of this machine (RFC 9110 §10.2.3). A date that has passed is no wait.
    package static func retryAfter(_ response: ResponseMetadata) -> Duration? {
        guard let text = response.headers[.retryAfter]?.trimmingASCIIWhitespace() else { return nil }
        if let seconds = Int(text) { return seconds >= 0 ? .seconds(seconds) : nil }
        guard let date = HTTPDate(text), let now = response.headers[.date].flatMap({ HTTPDate($0) }) else {
            return nil
        }
        return .seconds(max(0, date.secondsSince1970 - now.secondsSince1970))
    }
}

extension JSONValue {
    /// The text of a string that has any, or of a number as it is spelled: how ids come.
    package var lenientText: String? {
        if let text = string { return text.isEmpty ? nil : text }
        return number?.text
    }

    /// The integer of a number or of the text of one.
    package var lenientInteger: Int? {
        if let text = string { return Int(text) }
        return integer
    }
}
