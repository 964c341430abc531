import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationNetworking)
import Foundation
import FoundationNetworking
#else
import Foundation
#endif

/// A session and what it reports, task by task.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    private struct State: Sendable {
        var session: URLSession?
        var calls: [ObjectIdentifier: (call: SessionCall, task: URLSessionDataTask)] = [:]
        var isClosed = false
    }

    private let configuration: URLSessionTransport.Configuration
    private let state = Locked(State())

    init(configuration: URLSessionTransport.Configuration) {
        self.configuration = configuration
        super.init()
    }

    /// Starts a call's task.
    func start(_ call: SessionCall, _ request: URLRequest) {
        let task = state.withLock { state in
            guard !state.isClosed else { return nil as URLSessionDataTask? }
            let task: URLSessionDataTask
            if Self.needsFreshConnection(request) {
                let session = makeSession()
                task = session.dataTask(with: request)
                session.finishTasksAndInvalidate()
            } else {
                // Made at the first call: a session holds on to its delegate until it is invalidated.
                let session = state.session ?? makeSession()
                state.session = session
                task = session.dataTask(with: request)
            }
            state.calls[ObjectIdentifier(task)] = (call, task)
            return task
        }
        guard let task else { return call.fail(.shutDown(.notSent)) }
        call.attach(task)
    }

    /// On Linux Foundation repeats a request without a body when a reused connection turns out to be closed. That does no
    /// harm where the request only reads; any other gets a connection that nobody has used before.
    private static func needsFreshConnection(_ request: URLRequest) -> Bool {
        #if canImport(FoundationNetworking)
        request.httpBody?.isEmpty ?? true && request.httpMethod != "GET" && request.httpMethod != "HEAD"
        #else
        false
        #endif
    }

    /// Fails what is in flight and lets the session go.
    func shutDown() {
        let (session, calls) = state.withLock { state in
            state.isClosed = true
            defer {
                state.session = nil
                state.calls = [:]
            }
            return (state.session, state.calls)
        }
        for (call, _) in calls.values { call.fail(.shutDown(.unknown)) }
        session?.invalidateAndCancel()
    }

    private func makeSession() -> URLSession {
        let settings = URLSessionConfiguration.ephemeral
        settings.httpMaximumConnectionsPerHost = max(1, configuration.maximumConnectionsPerHost)
        settings.httpCookieStorage = nil
        settings.httpShouldSetCookies = false
        settings.httpCookieAcceptPolicy = .never
        settings.urlCache = nil
        settings.urlCredentialStorage = nil
        settings.requestCachePolicy = .reloadIgnoringLocalCacheData
        settings.timeoutIntervalForRequest = 7 * 24 * 3600
        return URLSession(configuration: settings, delegate: self, delegateQueue: nil)
    }

    private func call(of task: URLSessionTask) -> SessionCall? {
        state.withLock { $0.calls[ObjectIdentifier(task)]?.call }
    }

    // MARK: URLSessionDataDelegate

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse {
            call(of: dataTask)?.receive(
                HTTPResponse(foundation: response), expectedBytes: response.expectedContentLength)
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        call(of: dataTask)?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        state.withLock { $0.calls.removeValue(forKey: ObjectIdentifier(task)) }?.call.complete(error)
    }
}
