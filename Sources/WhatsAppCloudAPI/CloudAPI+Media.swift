import Crypto
import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension CloudAPI {
    /// Asks what a media object is and where its bytes are.
    ///
    /// - Parameters:
    ///   - media: the id: of an inbound message (seven days, October 2025) or of an own upload (30 days).
    ///   - options: how the call is made.
    /// - Returns: type, size, hash and an address that lives five minutes. `GET /{media-id}`, Cloud API reference §3.1.
    /// - Throws: `WhatsAppError`.
    public func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject {
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

    /// Fetches the bytes of a media object.
    ///
    /// The address is asked for anew, and once more when it has expired meanwhile. The token goes only to hosts in
    /// ``Configuration/mediaHosts`` and never along a redirect. Size and SHA-256 are compared with what the platform says.
    ///
    /// - Parameters:
    ///   - media: the id, such as `message.content`'s of an image.
    ///   - maximumBytes: what is longer is refused, before it is fetched where its size is known. Inbound files have at
    ///     most 100 MB (Cloud API reference §3.1).
    ///   - options: how the calls are made.
    /// - Returns: the bytes and what they are.
    /// - Throws: `WhatsAppError`: `rejected` for an object that is too large or at an address that is not the platform's,
    ///   `decoding` for bytes that are not those that the platform describes.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions
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
        // The address is signed as it is: nothing is added to it.
        engine.authorize = { request, token in
            token.withText { request.headerFields[.authorization] = "Bearer " + $0 }
        }
        engine.failure = { response in
            response.status.kind == .redirection ? nil : GraphAnswer.failure(response, holdsErrors: false)
        }
        var url = object.url
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
        let request = try request(
            .get, path: media.rawValue + "?phone_number_id=" + phoneNumberID.rawValue)
        return RequestEngine.Call(operation: operation, request: request, isRepeatable: true)
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
        guard isOwn || (scheme == "https" && configuration.isMediaHost(authority)) else { throw refusal }
        var path = String(rest[slash...])
        if !path.hasPrefix("/") { path = "/" + path }
        return HTTPRequest(
            method: .get, scheme: scheme, authority: String(authority), path: path,
            headerFields: [.userAgent: "swift-whatsapp-business"])
    }
}

extension CloudAPI.Configuration {
    /// Whether a host with its optional port may be asked for media: one of the list, or below one of it.
    fileprivate func isMediaHost(_ authority: String) -> Bool {
        let host = authority.hasSuffix(":443") ? authority.dropLast(4) : authority[...]
        return mediaHosts.contains { allowed in
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
