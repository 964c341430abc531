import HTTPTypes
import Logging

extension RequestEngine {
    /// Logs one step of a call; at the levels of the caller's logger, and without secrets or personal data.
    func log(
        _ options: RequestOptions, _ call: Call, _ attempt: Int, level: Logger.Level, _ message: Logger.Message,
        response: ResponseMetadata? = nil, error: WhatsAppError? = nil
    ) {
        let logger = options.logger ?? Logger.current
        guard logger.logLevel <= level else { return }
        var metadata: Logger.Metadata = [
            "whatsapp.provider": "\(provider.rawValue)", "whatsapp.operation": "\(call.operation)",
            "whatsapp.attempt": "\(attempt)",
        ]
        if let response = response ?? error?.response {
            metadata["whatsapp.status"] = "\(response.status.code)"
            if let requestID = response.requestID { metadata["whatsapp.request_id"] = "\(requestID)" }
        }
        if let error {
            metadata["whatsapp.error"] = "\(error.code)"
            metadata["whatsapp.outcome"] = "\(error.outcome.rawValue)"
            if let code = error.platform?.code { metadata["whatsapp.error_code"] = "\(code)" }
        }
        logger.log(level: level, message, metadata: metadata)
    }
}
