import CCURL
import WhatsAppBusiness

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The thread that a transport's loop runs on.
enum LoopThread {
    private final class Start {
        let inbox: Inbox
        let configuration: CURLTransport.Configuration

        init(inbox: Inbox, configuration: CURLTransport.Configuration) {
            self.inbox = inbox
            self.configuration = configuration
        }
    }

    /// Starts a thread with its loop. Where that cannot be, the inbox is closed with the reason.
    static func start(inbox: Inbox, configuration: CURLTransport.Configuration) {
        let start = Unmanaged.passRetained(Start(inbox: inbox, configuration: configuration))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { pthread_attr_destroy(&attributes) }
        #if canImport(Darwin)
        var thread: pthread_t?
        let result = pthread_create(&thread, &attributes, { LoopThread.main($0) }, start.toOpaque())
        #else
        var thread = pthread_t()
        let result = pthread_create(&thread, &attributes, { $0.flatMap(LoopThread.main) }, start.toOpaque())
        #endif
        if result != 0 {
            start.release()
            EventLoop.refuse(inbox, because: "the system has no thread for the transport")
        }
    }

    private static func main(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        whatsapp_curl_name_thread("whatsapp-curl")
        // libcurl is told not to touch signals, so a write to a closed connection would end the process.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)

        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        EventLoop.run(inbox: start.inbox, configuration: start.configuration)
        return nil
    }
}
