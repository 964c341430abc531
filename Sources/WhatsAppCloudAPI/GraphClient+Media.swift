import Crypto
import HTTPTypes
package import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphClient {
    /// Asks what a media object is and where its bytes are.
    package func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject {
        let call = try mediaNode("mediaObject", media)
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try GraphAnswer.object(response)
            guard let url = answer["url"]?.string, !url.isEmpty else {
                throw GraphAnswer.notUnderstood(response)
            }
            return MediaObject(
                id: answer["id"]?.string.map { MediaID(rawValue: $0) } ?? media, url: url,
                mimeType: answer["mime_type"]?.string, sha256: answer["sha256"]?.string,
                fileSize: answer["file_size"]?.lenientInteger)
        }
    }

    /// Fetches the bytes of a media object, and checks them against what the platform says of them.
    package func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        let downloaded = try await fetch(media, maximumBytes, options)
        do {
            try await receive(downloaded.bytes)
        } catch {
            throw WhatsAppError(
                code: error is CancellationError ? .cancelled : .rejected, outcome: .refused,
                message: "the program did not take the bytes of the media object", underlying: error)
        }
        return downloaded.object
    }

    private func fetch(
        _ media: MediaID, _ maximumBytes: Int, _ options: RequestOptions
    ) async throws(WhatsAppError) -> DownloadedMedia {
        var object = try await mediaObject(media, options: options)
        do throws(WhatsAppError) {
            return try await fetch(object, maximumBytes, options)
        } catch {
            // An address that has expired is not found (reference §3.1).
            guard error.response?.status == .notFound else { throw error }
        }
        object = try await mediaObject(media, options: options)
        return try await fetch(object, maximumBytes, options)
    }

    private func fetch(
        _ object: MediaObject, _ maximumBytes: Int, _ options: RequestOptions
    ) async throws(WhatsAppError) -> DownloadedMedia {
        guard object.fileSize ?? 0 <= maximumBytes else {
            throw .media("the media object is larger than \(maximumBytes) bytes")
        }
        var engine = engine
        engine.transportOptions.responseBody = .collected(upTo: maximumBytes)
        engine.authorize = self.media.authorize
        engine.failure = { response in
            response.status.kind == .redirection ? nil : GraphAnswer.failure(response, holdsErrors: false)
        }
        var url = self.media.rewrite(object.url)
        for _ in 0..<Self.maximumRedirects {
            let call = RequestEngine.Call(
                operation: "downloadMedia", request: try mediaRequest(url), isRepeatable: true)
            let answer = try await engine.perform(call, options: options) { $0 }
            guard answer.status.kind == .redirection, let location = answer.headers[.location] else {
                return try Self.check(object, answer, maximumBytes)
            }
            url = location
            // Wherever it leads now, the token stays here.
            engine.authorize = { _, _ in }
        }
        throw .media("the address of the media object redirects again and again")
    }

    private static let maximumRedirects = 4

    private static func check(
        _ object: MediaObject, _ answer: ResponseMetadata, _ maximumBytes: Int
    ) throws(WhatsAppError) -> DownloadedMedia {
        let bytes = answer.body
        guard answer.status.kind == .successful else {
            throw .media("the address of the media object redirects without saying where")
        }
        guard bytes.count <= maximumBytes else {
            throw .media("the media object is larger than \(maximumBytes) bytes")
        }
        if let size = object.fileSize, size != bytes.count {
            throw WhatsAppError(
                code: .decoding, outcome: .unknown,
                message: "the media object has \(bytes.count) bytes instead of \(size)")
        }
        if let expected = object.sha256, !expected.isEmpty {
            let digest = Array(SHA256.hash(data: bytes))
            let isRight =
                String(hexadecimal: digest) == expected.lowercased() || Data(digest).base64EncodedString() == expected
            guard isRight else {
                throw WhatsAppError(
                    code: .decoding, outcome: .unknown,
                    message: "the bytes of the media object have another SHA-256 than the platform says")
            }
        }
        var object = object
        object.mimeType = object.mimeType ?? answer.headers[.contentType]
        return DownloadedMedia(object, bytes: bytes)
    }

    /// A call on a media object. The number's id makes the platform check that the object is this number's.
    private func mediaNode(_ operation: String, _ media: MediaID) throws(WhatsAppError) -> RequestEngine.Call {
        guard !media.rawValue.isEmpty, media.rawValue.utf8.allSatisfy(Self.isIdentifierByte) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "media", rule: .pattern, explanation: "the id of a media object is letters and digits",
                        actual: media.rawValue.utf8.count)
                ]))
        }
        var query: String?
        if case .id = number { query = "phone_number_id=" + (try path(nil, of: number)) }
        return try call(operation, .get, path: media.rawValue, query: query)
    }

    /// A request for the bytes at an address, where the address may be asked.
    private func mediaRequest(_ url: String) throws(WhatsAppError) -> HTTPRequest {
        let refusal = WhatsAppError.media("the address of the media object is not one of the platform's")
        guard let separator = url.firstRange(of: "://"), url.utf8.count <= 8192,
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { throw refusal }
        let scheme = url[..<separator.lowerBound].lowercased()
        let rest = url[separator.upperBound...].prefix { $0 != "#" }
        let slash = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<slash].lowercased()
        let isOwn = scheme == address.scheme && authority == address.authority.lowercased() && address.mayCarryToken
        guard isOwn || (scheme == "https" && self.media.isMediaHost(authority)) else { throw refusal }
        var path = String(rest[slash...])
        if !path.hasPrefix("/") { path = "/" + path }
        return HTTPRequest(
            method: .get, scheme: scheme, authority: String(authority), path: path,
            headerFields: [.userAgent: "swift-whatsapp-business"])
    }
}

extension GraphClient.MediaRoute {
    /// Whether a host with its optional port may be asked for media: one of the list, or below one of it.
    fileprivate func isMediaHost(_ authority: String) -> Bool {
        let host = authority.hasSuffix(":443") ? authority.dropLast(4) : authority[...]
        return hosts.contains { allowed in
            let allowed = allowed.lowercased()
            return host == allowed || host.hasSuffix("." + allowed)
        }
    }
}

extension WhatsAppError {
    /// A download that is refused here.
    fileprivate static func media(_ message: String) -> Self {
        Self(code: .rejected, outcome: .refused, message: message)
    }
}
