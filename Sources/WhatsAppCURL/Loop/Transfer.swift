import CCURL
import HTTPTypes
import WhatsAppBusiness

/// An easy handle and the call that it works on. Confined to the loop's thread, and used again for the next call.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    /// Where libcurl writes what it has to say about a failure.
    private let errorText: UnsafeMutablePointer<CChar>
    let maximumHeaderBytes: Int
    var allowsHTTP2 = false

    // The call at hand.
    private(set) var call: Call?
    private(set) var host: Host?
    private var continuation: CheckedContinuation<RawResponse, any Error>?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    /// Whether the request has been handed to a connection.
    var isSent = false
    /// Whether libcurl wanted to send the request a second time.
    var isRepeated = false
    /// Why we ended the transfer, where libcurl did not.
    var failure: TransportError?
    var bodyOffset = 0
    var stream: ResponseStream?

    // The response so far.
    var header: [UInt8] = []
    var status: Int?
    var isHeaderComplete = false
    var contentLength: Int?
    var isChunked = false
    var body: [UInt8] = []
    var received = 0

    init?(configuration: CURLTransport.Configuration) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        maximumHeaderBytes = configuration.maximumHeaderBytes
        guard prepare(configuration, errorText: errorText) else { return nil }
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// Takes on a call.
    /// - Returns: an error where libcurl refuses the request; the call is then still to be answered.
    func begin(_ submission: Submission, host: Host) -> TransportError? {
        call = submission.call
        continuation = submission.continuation
        self.host = host
        errorText[0] = 0
        let request = submission.call.request
        if request.isStreamed { stream = ResponseStream() }
        let (list, result) = configure(for: request)
        curl_slist_free_all(headerList)
        headerList = list
        guard result == CURLE_OK else { return error(for: result) }
        return nil
    }

    /// Answers the call with a response whose body is still to come.
    func answerWithStream() {
        guard let stream, let continuation else { return }
        self.continuation = nil
        continuation.resume(
            returning: RawResponse(
                header: header, body: [], stream: stream, length: isBodyless ? 0 : isChunked ? nil : contentLength))
    }

    /// Answers the call, or ends its stream, and makes the transfer ready for another.
    func end(_ error: TransportError?) {
        if let call, case .stream(let upload) = call.request.body { upload.close() }
        if let continuation {
            if let error {
                continuation.resume(throwing: error)
            } else {
                continuation.resume(returning: RawResponse(header: header, body: body))
            }
        } else {
            stream?.finish(error)
        }
        reset()
    }

    /// Whether the response has no body, whatever its header says.
    var isBodyless: Bool {
        call?.request.method == .head || status == 204 || status == 304
    }

    /// Whether the request may have arrived.
    var delivery: TransportError.Delivery { isSent ? .unknown : .notSent }

    /// libcurl's sentence about the last failure.
    var errorMessage: String { String(cString: errorText) }

    private func reset() {
        call = nil
        host = nil
        continuation = nil
        stream = nil
        isSent = false
        isRepeated = false
        failure = nil
        bodyOffset = 0
        header.removeAll(keepingCapacity: false)
        status = nil
        isHeaderComplete = false
        contentLength = nil
        isChunked = false
        body = []
        received = 0
    }
}
