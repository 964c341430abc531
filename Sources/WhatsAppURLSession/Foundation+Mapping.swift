import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationNetworking)
import Foundation
import FoundationNetworking
#else
import Foundation
#endif

extension HTTPResponse {
    /// Takes over a response. Foundation joins fields of the same name with commas.
    init(foundation response: HTTPURLResponse) {
        let code = (0...999).contains(response.statusCode) ? response.statusCode : 0
        self.init(status: Status(code: code))
        for (name, value) in response.allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else {
                continue
            }
            headerFields.append(HTTPField(name: name, value: value))
        }
    }
}

extension TransportError {
    /// Says what Foundation's error means. Only what cannot happen once a connection is open is `notSent`.
    init(foundation error: any Error) {
        let code =
            (error as NSError).domain == NSURLErrorDomain ? URLError.Code(rawValue: (error as NSError).code) : nil
        let meaning = code.map(Self.meaning) ?? Self.unclear
        self.init(code: meaning.0, delivery: meaning.1, message: meaning.2, underlying: error)
    }

    private static let unclear = (Code.other, Delivery.unknown, "the transfer failed")

    private static func meaning(of code: URLError.Code) -> (Code, Delivery, String) {
        switch code {
        case .cannotFindHost, .dnsLookupFailed:
            return (.connectionFailed, .notSent, "the host name could not be resolved")
        case .cannotConnectToHost:
            return (.connectionFailed, .notSent, "no connection could be opened")
        case .notConnectedToInternet, .internationalRoamingOff, .dataNotAllowed:
            return (.connectionFailed, .unknown, "there is no network")
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired, .appTransportSecurityRequiresSecureConnection:
            return (.tlsFailed, .unknown, "the TLS handshake failed")
        case .networkConnectionLost, .badServerResponse:
            return (.connectionLost, .unknown, "the connection was closed before the response was complete")
        case .timedOut:
            return (.timedOut, .unknown, "the response was not complete in time")
        case .cancelled, .userCancelledAuthentication:
            return (.cancelled, .unknown, "the transfer was cancelled")
        // The address was checked before: this is how an answer without a status line is reported on Linux.
        case .cannotParseResponse, .unsupportedURL, .cannotDecodeRawData, .cannotDecodeContentData:
            return (.invalidResponse, .unknown, "the answer is not HTTP")
        default:
            return unclear
        }
    }
}
