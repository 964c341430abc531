import CCURL
import WhatsAppBusiness

extension Transfer {
    /// What a transfer's end means to the caller.
    /// - Returns: `nil` for a complete response.
    func error(for result: CURLcode) -> TransportError? {
        if let failure { return failure }
        guard result != CURLE_OK || !isHeaderComplete else { return nil }
        let underlying = CURLError(
            code: Int(result.rawValue),
            message: errorMessage.isEmpty ? String(cString: curl_easy_strerror(result)) : errorMessage)
        let (code, message) = meaning(of: result)
        return TransportError(code: code, delivery: delivery, message: message, underlying: underlying)
    }

    private func meaning(of result: CURLcode) -> (TransportError.Code, String) {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            return (.connectionFailed, "the host name could not be resolved")
        case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_INTERFACE_FAILED:
            return (.connectionFailed, "no connection could be opened")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED:
            return (.tlsFailed, "the TLS handshake failed")
        case CURLE_OPERATION_TIMEDOUT:
            return timeoutMeaning
        case CURLE_ABORTED_BY_CALLBACK where isRepeated:
            return (.connectionLost, "the reused connection was closed before an answer; the request was not repeated")
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
            CURLE_HTTP2_STREAM, CURLE_SEND_FAIL_REWIND:
            return (.connectionLost, "the connection was closed before the response was complete")
        case CURLE_UNSUPPORTED_PROTOCOL where isSent, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING,
            CURLE_OK:
            return (.invalidResponse, "the answer is not HTTP")
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
            return (.invalidRequest, "the address cannot be used")
        default:
            return (.other, "the transfer failed")
        }
    }

    /// Before the request goes out both limits run; the shorter one is the one that has passed.
    private var timeoutMeaning: (TransportError.Code, String) {
        let request = call?.request
        let timeout = request?.timeout ?? 0
        if !isSent, timeout == 0 || (request?.connectTimeout ?? 0) <= timeout {
            return (.connectTimedOut, "no connection was opened in time")
        }
        return (.timedOut, "the response was not complete in time")
    }
}
