#if AsyncHTTPClient
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WhatsAppBusiness

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension TransportError {
    /// Says what an error of AsyncHTTPClient, SwiftNIO or BoringSSL means.
    init(asyncHTTPClient error: any Error, delivery: Delivery) {
        let (code, message) = Self.meaning(of: error, delivery)
        self.init(code: code, delivery: delivery, message: message, underlying: error)
    }

    /// Whether an error can only come before there is a connection, on whatever event loop.
    static func provesNotSent(_ error: any Error) -> Bool {
        switch error {
        case let error as HTTPClientError:
            return Self.connecting.contains(error) || Self.refusing.contains(error) || error.isAboutHeader
        case is NIOConnectionError, is SocketAddressError: return true
        case let error as ChannelError:
            guard case .connectTimeout = error else { return false }
            return true
        default: return false
        }
    }

    private static let connecting: [HTTPClientError] = [
        .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .socksHandshakeTimeout,
        .httpProxyHandshakeTimeout,
    ]
    private static let refusing: [HTTPClientError] = [
        .alreadyShutdown, .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath, .traceRequestWithBody,
        .invalidProxyResponse, .proxyAuthenticationRequired,
    ]

    private static func meaning(of error: any Error, _ delivery: Delivery) -> (Code, String) {
        switch error {
        case let error as HTTPClientError: return meaning(of: error)
        case is HTTPParserError:
            guard case .invalidEOFState = error as? HTTPParserError else {
                return (.invalidResponse, "the answer is not HTTP")
            }
            return (.connectionLost, lost)
        case let error as NIOSSLError:
            guard case .uncleanShutdown = error else { return (.tlsFailed, "the TLS handshake failed") }
            return (.connectionLost, lost)
        case is BoringSSLError, is NIOSSLExtraError: return (.tlsFailed, "the TLS handshake failed")
        // A context that cannot be made, for want of its file, fails every attempt to connect.
        case let error as NIOConnectionError where error.connectionErrors.contains(where: { isAboutTLS($0.error) }):
            return (.tlsFailed, "the TLS context could not be made")
        case is NIOConnectionError: return (.connectionFailed, "no connection could be opened")
        case is SocketAddressError: return (.connectionFailed, "the host name could not be resolved")
        case let error as ChannelError:
            guard case .connectTimeout = error else { return (.connectionLost, lost) }
            return (.connectTimedOut, "no connection was open in time")
        // Opening a connection fails with other codes: this is the file of authorities.
        case let error as IOError where delivery == .notSent && error.errnoCode == ENOENT:
            return (.tlsFailed, "the file of authorities cannot be read")
        case is IOError where delivery == .notSent: return (.connectionFailed, "no connection could be opened")
        case is IOError: return (.connectionLost, lost)
        default: return (.other, "the transfer failed")
        }
    }

    private static func isAboutTLS(_ error: any Error) -> Bool {
        switch error {
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: return true
        case let error as IOError: return error.errnoCode == ENOENT
        default: return false
        }
    }

    private static let lost = "the connection was closed before the response was complete"

    private static func meaning(of error: HTTPClientError) -> (Code, String) {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .socksHandshakeTimeout,
            .httpProxyHandshakeTimeout:
            return (.connectTimedOut, "no connection was open in time")
        case .invalidProxyResponse, .proxyAuthenticationRequired:
            return (.connectionFailed, "the proxy let no connection through")
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            return (.timedOut, "the response was not complete in time")
        case .remoteConnectionClosed, .requestStreamCancelled: return (.connectionLost, lost)
        // A call that we cancel has ended by then: what is left is a client that was shut down by the program.
        case .alreadyShutdown, .cancelled: return (.shutDown, "the client has been shut down")
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath:
            return (.invalidRequest, "the address cannot be used")
        case .traceRequestWithBody: return (.invalidRequest, "TRACE is not sent with a body")
        case _ where error.isAboutHeader: return (.invalidRequest, "a header field cannot be sent")
        default: return (.other, "the transfer failed")
        }
    }
}

extension HTTPClientError {
    /// Whether the request's own header was refused.
    fileprivate var isAboutHeader: Bool {
        shortDescription == HTTPClientError.invalidHeaderFieldNames([]).shortDescription
            || shortDescription == HTTPClientError.invalidHeaderFieldValues([]).shortDescription
    }
}
#endif
