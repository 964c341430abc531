#if Tracing
import HTTPTypes
import Tracing
#endif

extension RequestEngine {
    /// Runs a call in a span where the package trait `Tracing` is enabled; otherwise it just runs it.
    ///
    /// The span is named after provider and operation, lasts as long as the call with its repetitions, and holds numbers
    /// and names of this library only: no recipient, no text, no address and no token.
    func traced<Value>(
        _ call: Call, _ body: () async throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        #if Tracing
        let result: Result<Value, WhatsAppError> = await withSpan(
            "whatsapp.\(call.operation)", ofKind: .client
        ) { span in
            span.attributes["whatsapp.provider"] = provider.rawValue
            span.attributes["whatsapp.operation"] = call.operation
            do throws(WhatsAppError) {
                let value = try await body()
                span.attributes["whatsapp.outcome"] = CallMetrics.Outcome.ok.rawValue
                return .success(value)
            } catch {
                Self.describe(error, in: span)
                return .failure(error)
            }
        }
        return try result.get()
        #else
        return try await body()
        #endif
    }

    #if Tracing
    private static func describe(_ error: WhatsAppError, in span: any Span) {
        span.attributes["whatsapp.outcome"] = CallMetrics.Outcome(error).rawValue
        span.attributes["whatsapp.error"] = error.code.description
        span.attributes["whatsapp.attempts"] = error.attempts
        if let response = error.response {
            span.attributes["http.response.status_code"] = response.status.code
            if let requestID = response.requestID { span.attributes["whatsapp.request_id"] = requestID }
        }
        if let code = error.platform?.code { span.attributes["whatsapp.error_code"] = code.rawValue }
        span.setStatus(SpanStatus(code: .error, message: error.code.description))
    }
    #endif
}
