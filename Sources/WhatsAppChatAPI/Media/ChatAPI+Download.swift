import Crypto
import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ChatAPI {
    /// Fetches the bytes of a media object as they arrive, and checks size and SHA-256 where the service tells them.
    ///
    /// The address is asked for anew, and once more when it has expired meanwhile.
    ///
    /// - Parameters:
    ///   - media: the id of an upload.
    ///   - maximumBytes: what is longer is refused, before it is fetched where its size is known.
    ///   - options: how the calls are made.
    ///   - receive: takes the next bytes. They are only good once the call has returned.
    /// - Returns: what the service says of the object.
    /// - Throws: `WhatsAppError`: `rejected` for an object that is too large or lies on a host that is not among
    ///   ``Configuration/mediaHosts``, `decoding` for bytes that are not those that the service describes.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        let object = try await mediaObject(media, options: options)
        do throws(WhatsAppError) {
            return try await fetch(object, maximumBytes, options, receive)
        } catch {
            // An address that has expired is not found; nothing has been handed on then.
            guard error.response?.status == .notFound else { throw error }
        }
        return try await fetch(try await mediaObject(media, options: options), maximumBytes, options, receive)
    }

    /// Fetches the file of an inbound message, which names an address instead of an id.
    ///
    /// ```swift
    /// if case .image(let image) = message.content, let url = image.url {
    ///     _ = try await chat.downloadMedia(at: url, maximumBytes: 5 << 20) { file.append($0) }
    /// }
    /// ```
    ///
    /// The address is a temporary one: fetch at once (Chat API reference §6). The token goes along only where the address
    /// lies below the base address, and never along a redirect.
    ///
    /// - Parameters:
    ///   - url: the address, on one of ``Configuration/mediaHosts`` or on the base address's own host.
    ///   - maximumBytes: the most bytes to take.
    ///   - options: how the call is made.
    ///   - receive: takes the next bytes. They are only good once the call has returned.
    /// - Returns: the address and the type of what was fetched.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func downloadMedia(
        at url: String, maximumBytes: Int, options: RequestOptions = .standard,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        try await fetch(MediaObject(id: MediaID(""), url: url), maximumBytes, options, receive)
    }

    private func fetch(
        _ object: MediaObject, _ maximumBytes: Int, _ options: RequestOptions,
        _ receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        guard object.fileSize ?? 0 <= maximumBytes else {
            throw .media("the media object is larger than \(maximumBytes) bytes")
        }
        let received = Locked(Received())
        var engine = engine
        engine.transportOptions.responseBody = .streamed(upTo: maximumBytes)
        engine.failure = { $0.status.kind == .redirection ? nil : Self.failure($0) }
        var url = object.url
        for redirect in 0..<Self.maximumRedirects {
            let request = try mediaRequest(url)
            // Where a redirect leads, even back here, the token does not go.
            let mayCarryToken = redirect == 0 && isOwn(request)
            if !mayCarryToken { engine.authorize = { _, _ in } }
            var call = RequestEngine.Call(operation: "downloadMedia", request: request, isRepeatable: true)
            call.receive = { (bytes: [UInt8]) in
                received.withLock { $0.add(bytes) }
                try await receive(bytes)
            }
            let answer = try await engine.perform(call, options: options) { $0 }
            guard answer.status.kind == .redirection, let location = answer.headers[.location] else {
                let all = received.withLock { $0 }
                return try Self.checked(object, answer, all.count, all.digest)
            }
            url = location
        }
        throw .media("the address of the media object redirects again and again")
    }

    private static let maximumRedirects = 4

    /// What has been handed on.
    private struct Received: Sendable {
        var count = 0
        private var hash = SHA256()

        mutating func add(_ bytes: [UInt8]) {
            count += bytes.count
            hash.update(data: bytes)
        }

        var digest: [UInt8] { Array(hash.finalize()) }
    }

    private static func failure(_ response: ResponseMetadata) -> WhatsAppError? {
        response.status.kind == .successful ? nil : ChatAnswer.failure(response)
    }

    private static func checked(
        _ object: MediaObject, _ answer: ResponseMetadata, _ count: Int, _ digest: [UInt8]
    ) throws(WhatsAppError) -> MediaObject {
        guard answer.status.kind == .successful else {
            throw .media("the address of the media object redirects without saying where")
        }
        if let size = object.fileSize, size != count {
            throw WhatsAppError(
                code: .decoding, outcome: .unknown,
                message: "the media object has \(count) bytes instead of \(size)")
        }
        if let expected = object.sha256, !expected.isEmpty {
            let isRight =
                String(hexadecimal: digest) == expected.lowercased() || Data(digest).base64EncodedString() == expected
            guard isRight else {
                throw WhatsAppError(
                    code: .decoding, outcome: .unknown,
                    message: "the bytes of the media object have another SHA-256 than the service says")
            }
        }
        var object = object
        object.mimeType = object.mimeType ?? answer.headers[.contentType]
        object.fileSize = object.fileSize ?? count
        return object
    }

    private func isOwn(_ request: HTTPRequest) -> Bool {
        address.covers(
            scheme: request.scheme ?? "", authority: request.authority ?? "", path: request.path ?? "/")
    }

    /// A request for the bytes at an address, where the address may be asked.
    private func mediaRequest(_ url: String) throws(WhatsAppError) -> HTTPRequest {
        let refusal = WhatsAppError.media(
            "the address of the media object is on a host that is not among the media hosts of the settings")
        guard let separator = url.firstRange(of: "://"), url.utf8.count <= 8192,
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { throw refusal }
        let scheme = url[..<separator.lowerBound].lowercased()
        let rest = url[separator.upperBound...].prefix { $0 != "#" }
        let slash = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<slash].lowercased()
        let isOwnHost = address.violation == nil && scheme == address.scheme && authority == address.authority
        guard isOwnHost || (scheme == "https" && isMediaHost(authority)) else { throw refusal }
        var path = String(rest[slash...])
        if !path.hasPrefix("/") { path = "/" + path }
        return HTTPRequest(
            method: .get, scheme: scheme, authority: String(authority), path: path,
            headerFields: [.userAgent: "swift-whatsapp-business"])
    }

    /// Whether a host with its optional port may be asked for media: one of the list, or below one of it.
    private func isMediaHost(_ authority: String) -> Bool {
        let host = authority.hasSuffix(":443") ? authority.dropLast(4) : authority[...]
        return configuration.mediaHosts.contains { allowed in
            let allowed = allowed.lowercased()
            return !allowed.isEmpty && (host == allowed || host.hasSuffix("." + allowed))
        }
    }
}

extension WhatsAppError {
    /// A download that is refused here.
    fileprivate static func media(_ message: String) -> Self {
        Self(code: .rejected, outcome: .refused, message: message)
    }
}
