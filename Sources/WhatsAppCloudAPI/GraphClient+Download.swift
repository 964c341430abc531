import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    /// Fetches the bytes of a media object as they arrive, and checks them against what the platform says of them.
    ///
    /// The address is asked for anew, and once more where it has expired by then. No more than once: some providers block a
    /// number that asks for media in vain again and again.
    package func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        let object = try await mediaObject(media, options: options)
        do throws(WhatsAppError) {
            return try await fetch(object, maximumBytes, options, receive)
        } catch {
            // An address that has expired is not found (reference §3.1); such an answer hands nothing on.
            guard error.response?.status == .notFound else { throw error }
        }
        return try await fetch(
            try await mediaObject(media, options: options), maximumBytes, options, receive)
    }

    private func fetch(
        _ object: MediaObject, _ maximumBytes: Int, _ options: RequestOptions,
        _ receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        guard object.fileSize ?? 0 <= maximumBytes else { throw .tooLarge(maximumBytes) }
        var engine = transferring
        engine.transportOptions.responseBody = .streamed(upTo: maximumBytes)
        engine.authorize = self.media.authorize
        let failure = self.media.failure
        engine.failure = { response in response.status.kind == .redirection ? nil : failure(response) }
        let bytes = ReceivedMedia(object, maximumBytes: maximumBytes, receive: receive)
        var url = self.media.rewrite(object.url)
        for _ in 0...Self.maximumRedirects {
            var call = RequestEngine.Call(
                operation: "downloadMedia", request: try mediaRequest(url), isRepeatable: true)
            call.receive = { try await bytes.take($0) }
            let answer: ResponseMetadata
            do throws(WhatsAppError) {
                answer = try await engine.perform(call, options: options) { $0 }
            } catch {
                throw bytes.explain(error)
            }
            guard answer.status.kind == .redirection else {
                guard answer.status.kind == .successful else { throw GraphAnswer.notUnderstood(answer) }
                try bytes.check()
                var object = object
                object.mimeType = object.mimeType ?? answer.headers[.contentType]
                return object
            }
            guard let location = answer.headers[.location] else {
                throw .media("the address of the media object redirects without saying where")
            }
            url = location
            // Wherever it leads now, the token stays here.
            engine.authorize = { _, _ in }
        }
        throw .media("the address of the media object redirects again and again")
    }

    private static let maximumRedirects = 3

    /// A request for the bytes at an address, where the address may be asked.
    private func mediaRequest(_ url: String) throws(WhatsAppError) -> HTTPRequest {
        let refusal = WhatsAppError.media(
            "the address of the media object is not one of the platform's")
        guard let separator = url.firstRange(of: "://"), url.utf8.count <= 8192,
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { throw refusal }
        let scheme = url[..<separator.lowerBound].lowercased()
        let rest = url[separator.upperBound...].prefix { $0 != "#" }
        let slash = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<slash].lowercased()
        let isOwn =
            scheme == address.scheme && authority == address.authority.lowercased()
            && address.mayCarryToken
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
    static func media(_ message: String) -> Self {
        Self(code: .rejected, outcome: .refused, message: message)
    }

    static func tooLarge(_ maximumBytes: Int) -> Self {
        .media("the media object is larger than \(maximumBytes) bytes")
    }
}
