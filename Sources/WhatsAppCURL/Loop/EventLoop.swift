import CCURL
import WhatsAppBusiness

/// The loop: everything that libcurl is asked to do happens here, on one thread.
///
/// Nothing in here is reached from anywhere else; what comes from outside comes through the inbox.
final class EventLoop {
    /// Set up once for the process, before the first handle.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    /// Handles kept for later calls.
    private static let sparesKept = 256
    /// The longest sleep; only a deadline or a message ends it earlier.
    private static let longestSleep = 60_000

    private let inbox: Inbox
    private let multi: UnsafeMutableRawPointer
    private let configuration: CURLTransport.Configuration
    private var batch = Inbox.Batch()
    private var transfers: [ObjectIdentifier: Transfer] = [:]
    private var spares: [Transfer] = []
    private var queue: RequestQueue

    /// Runs a loop until its inbox is shut down.
    static func run(inbox: Inbox, configuration: CURLTransport.Configuration) {
        guard isReady, let multi = curl_multi_init() else {
            return refuse(inbox, because: "libcurl could not be set up")
        }
        EventLoop(inbox: inbox, multi: multi, configuration: configuration).run()
    }

    /// Answers every call, present and future, with an error.
    static func refuse(_ inbox: Inbox, because message: String) {
        let error = TransportError(code: .other, delivery: .notSent, message: message)
        for submission in inbox.close(reason: error) { submission.continuation.resume(throwing: error) }
        inbox.end()
    }

    private init(inbox: Inbox, multi: UnsafeMutableRawPointer, configuration: CURLTransport.Configuration) {
        self.inbox = inbox
        self.multi = multi
        self.configuration = configuration
        let connections = max(1, configuration.maximumConnections)
        let perHost = max(1, configuration.maximumConnectionsPerHost)
        let streams = max(1, configuration.maximumStreamsPerConnection)
        queue = RequestQueue(maximumConnections: connections, maximumConnectionsPerHost: perHost, streams: streams)
        // Our queue lets no more through; these hold where a server allows fewer streams than it was taken to.
        curl_multi_set(CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
        curl_multi_set(CURLMOPT_MAX_HOST_CONNECTIONS, perHost)
        curl_multi_set(CURLMOPT_MAX_CONCURRENT_STREAMS, streams)
        curl_multi_set(CURLMOPT_MAXCONNECTS, connections)
    }

    private func curl_multi_set(_ option: CURLMoption, _ value: Int) {
        _ = whatsapp_curl_multi_set_long(multi, option, value)
    }

    private func run() {
        inbox.attach(multi)
        while inbox.exchange(&batch) {
            takeBatch()
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            let hasEnded = takeEnded()
            queue.expire()
            if hasEnded || !queue.isEmpty { startWaiting() }
            // What was started just now wants its first turn before anybody sleeps.
            if !hasStarted, inbox.fallAsleep() {
                curl_multi_poll(multi, nil, 0, Int32(queue.sleep(atMost: Self.longestSleep)), nil)
            }
            hasStarted = false
        }
        end()
    }

    private var hasStarted = false

    private func takeBatch() {
        for submission in batch.submissions {
            let host = queue.host(of: submission.call)
            if queue.admits(submission.call, to: host) {
                start(submission, host: host)
            } else {
                queue.append(submission, to: host)
            }
        }
        for call in batch.cancelled {
            if let transfer = transfers[call.id] {
                end(transfer, TransportError.cancelled(transfer.delivery))
                startWaiting()
            } else if let submission = queue.remove(call) {
                submission.continuation.resume(throwing: TransportError.cancelled(.notSent))
            }
        }
        for call in batch.unpaused {
            if let transfer = transfers[call.id] { curl_easy_pause(transfer.handle, CURLPAUSE_CONT) }
        }
        batch.removeAll()
    }

    private func startWaiting() {
        while let (submission, host) = queue.next() {
            start(submission, host: host)
            hasStarted = true
        }
    }

    private func start(_ submission: Submission, host: Host) {
        guard let transfer = spares.popLast() ?? Transfer(configuration: configuration) else {
            submission.continuation.resume(
                throwing: TransportError(code: .other, delivery: .notSent, message: "libcurl has no handle to give"))
            return
        }
        let call = submission.call
        queue.begin(call, on: host)
        transfers[call.id] = transfer
        if let error = transfer.begin(submission, host: host) { return end(transfer, error) }
        guard curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
            return end(
                transfer,
                TransportError(code: .other, delivery: .notSent, message: "libcurl does not take the request"))
        }
        if case .stream(let upload) = call.request.body {
            let inbox = inbox
            upload.start { inbox.unpause(call) }
        }
    }

    /// Answers the calls whose transfers are through.
    private func takeEnded() -> Bool {
        var hasEnded = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let result = message.pointee.data.result
            var data: UnsafeMutableRawPointer?
            whatsapp_curl_get_pointer(handle, CURLINFO_PRIVATE, &data)
            guard let data else { continue }
            let transfer = Unmanaged<Transfer>.fromOpaque(data).takeUnretainedValue()
            if let host = transfer.host, transfer.call?.request.isSecure == true, !host.isMultiplexed {
                var version = 0
                whatsapp_curl_get_long(handle, CURLINFO_HTTP_VERSION, &version)
                if version == Int(CURL_HTTP_VERSION_2_0) { queue.noteMultiplexed(host) }
            }
            end(transfer, transfer.error(for: result))
            hasEnded = true
        }
        return hasEnded
    }

    private func end(_ transfer: Transfer, _ error: TransportError?) {
        curl_multi_remove_handle(multi, transfer.handle)
        if let call = transfer.call, let host = transfer.host {
            transfers[call.id] = nil
            queue.end(call, on: host)
        }
        transfer.end(error)
        if spares.count < Self.sparesKept { spares.append(transfer) }
    }

    /// Answers whoever is left and gives everything back.
    private func end() {
        for submission in batch.submissions + inbox.close() + queue.removeAll() {
            submission.continuation.resume(throwing: TransportError.shutDown(.notSent))
        }
        for transfer in Array(transfers.values) { end(transfer, TransportError.shutDown(transfer.delivery)) }
        spares = []
        curl_multi_cleanup(multi)
        inbox.end()
    }
}
