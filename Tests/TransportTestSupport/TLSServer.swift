#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The HTTPS server that `Scripts/tls-server` has started, where it has.
public struct TLSServer: Sendable {
    /// The authority's certificate, in PEM form.
    public let authority: String
    /// A port with a certificate for `localhost` that speaks HTTP/2 and HTTP/1.1.
    public let http2: Int
    /// A port with a certificate for `localhost` that speaks HTTP/1.1 only.
    public let http1: Int
    /// A port with a certificate for another host.
    public let wrongHost: Int
    /// A port that speaks HTTP/2 and says GOAWAY after every 20 requests.
    public let goAway: Int
    private let directory: String

    /// The paths of the requests that the GOAWAY port has carried out, in order.
    public var carriedOut: [String] {
        let log = try? String(contentsOf: URL(filePath: "\(directory)/goaway.log"), encoding: .utf8)
        return log?.split(separator: "\n").map(String.init) ?? []
    }

    /// The server at `WHATSAPP_TEST_TLS_DIR`, or `nil` where that is not set.
    public static let current: TLSServer? = {
        guard let directory = ProcessInfo.processInfo.environment["WHATSAPP_TEST_TLS_DIR"] else { return nil }
        func port(_ name: String) -> Int? {
            let text = try? String(contentsOf: URL(filePath: "\(directory)/port-\(name)"), encoding: .utf8)
            return text.flatMap { Int($0.filter(\.isNumber)) }
        }
        guard let http2 = port("h2"), let http1 = port("http1"), let wrongHost = port("wrong"),
            let goAway = port("goaway")
        else { return nil }
        return TLSServer(
            authority: "\(directory)/ca.pem", http2: http2, http1: http1, wrongHost: wrongHost, goAway: goAway,
            directory: directory)
    }()
}
