import HTTPTypes
import WhatsAppBusiness
import WhatsAppCloudAPI

/// Reads 360dialog's answers: the platform's errors, and the four forms of its own (360dialog reference §6.1).
enum Dialog360Answer {
    /// What an answer says of a failure, or `nil` for a success. The HTTP status counts; what stands inside of a body
    /// counts only where the status claims a success.
    @Sendable
    static func failure(_ response: ResponseMetadata) -> WhatsAppError? {
        failure(response, holdsErrors: true)
    }

    /// - Parameter holdsErrors: whether a successful answer may hold an error; media may hold anything.
    @Sendable
    static func failure(_ response: ResponseMetadata, holdsErrors: Bool) -> WhatsAppError? {
        let isSuccess = response.status.kind == .successful
        if isSuccess, !holdsErrors || !mayHoldError(response.body) { return nil }
        let refusal = Dialog360Refusal(response)
        if isSuccess, !isRefusal(refusal, response) { return nil }
        if refusal.form == .platform || refusal.form == .onPremises,
            let error = coded(response, status: isSuccess ? .badRequest : response.status)
        {
            return error
        }
        let status = isSuccess ? refusal.statusInside ?? 400 : response.status.code
        let code = code(status, refusal)
        return WhatsAppError(
            code: code, outcome: outcome(code, status), message: sentence(code, status, refusal), response: response,
            retryAfter: GraphAnswer.retryAfter(response) ?? (code == .rateLimited ? refusal.wait : nil))
    }

    /// An error with a code of the platform's, which the shared code reads.
    private static func coded(_ response: ResponseMetadata, status: HTTPResponse.Status) -> WhatsAppError? {
        var answer = response
        answer.status = status
        guard var error = GraphAnswer.failure(answer), error.platform != nil else { return nil }
        error.response = response
        // The status says that it is about the key, whatever code the client gives it.
        if status == .unauthorized, error.code == .rejected {
            error.code = .unauthorized
            error.message = keyRefused
        }
        return error
    }

    private static let keyRefused = "the API key was refused: it is wrong, or a newer one has revoked it"

    /// Whether a successful answer is worth a look for an error: its first member would be one of these.
    private static func mayHoldError(_ body: [UInt8]) -> Bool {
        let start = body.prefix(24).filter { $0 > 0x20 }
        return [#"{"error"#, #"{"meta"#].contains { start.starts(with: Array($0.utf8)) }
    }

    /// Whether an answer with the status of a success is a refusal all the same.
    private static func isRefusal(_ refusal: Dialog360Refusal, _ response: ResponseMetadata) -> Bool {
        switch refusal.form {
        case .platform, .gateway: return true
        case .onPremises, .configuration:
            guard let answer = try? JSONValue(parsing: response.body), answer["messages"] == nil else { return false }
            if refusal.form == .onPremises { return true }
            return answer["meta"]?["success"]?.bool == false || (refusal.statusInside ?? 0) >= 400
        default: return false
        }
    }

    private static func code(_ status: Int, _ refusal: Dialog360Refusal) -> WhatsAppError.Code {
        switch status {
        // 555 has no documented meaning; like every other 5xx it is a fault.
        case 408, 500...: return .unavailable
        case 429: return .rateLimited
        case 401: return .unauthorized
        case 403 where refusal.speaksOfBlockedEndpoint: return .unsupported
        case 400..<500 where refusal.speaksOfRate: return .rateLimited
        case 403: return .unauthorized
        case 400..<500: return .rejected
        // A redirect is never followed: the key belongs to this host.
        default: return .decoding
        }
    }

    private static func outcome(_ code: WhatsAppError.Code, _ status: Int) -> WhatsAppError.Outcome {
        (400..<500).contains(status) && status != 408 ? .refused : .unknown
    }

    private static func sentence(_ code: WhatsAppError.Code, _ status: Int, _ refusal: Dialog360Refusal) -> String {
        switch code {
        case .unsupported: return "360dialog has not enabled this for the account"
        case .rateLimited: return "too many requests of this kind"
        case .unauthorized where status == 401: return keyRefused
        case .unauthorized: return "360dialog refused the credentials or a permission"
        case .unavailable where status == 502:
            return "the number's API is not available, or its integration does not run"
        case .unavailable: return "360dialog or the platform has a fault"
        case .rejected:
            let text = refusal.text?.lowercased() ?? ""
            if text.contains("unpaid") || text.contains("invoice") { return "the account has unpaid invoices" }
            if text.contains("disabled") { return "the account is disabled" }
            return "360dialog refused the request"
        default:
            return (300..<400).contains(status) ? "the server redirects, which is not followed" : "an unexpected answer"
        }
    }
}
