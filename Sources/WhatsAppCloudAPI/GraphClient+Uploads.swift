import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    /// Begins an upload that can be resumed.
    /// - Parameter application: the id of the app; the word `app` stands for that of the token.
    package func makeUploadSession(
        for upload: MediaUpload, application: String, options: RequestOptions
    ) async throws(WhatsAppError) -> UploadSession {
        guard let length = upload.body.length else {
            throw .invalid(
                ValidationError([
                    .init(path: "file", rule: .required, explanation: "the length of the file must be known")
                ]))
        }
        let path = try path("uploads", of: .id(application, setting: "application"))
        let call = try call(
            "makeUploadSession", .post, path: path,
            query: Self.query([
                ("file_name", upload.filename), ("file_length", String(length)),
                ("file_type", MediaType.essence(of: upload.mimeType)),
            ]))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            guard let id = try GraphAnswer.object(response)["id"]?.string, UploadSession.isSafe(id) else {
                throw GraphAnswer.notUnderstood(response)
            }
            return UploadSession(id: id)
        }
    }

    /// How many bytes of an upload the platform has.
    package func uploadOffset(
        of session: UploadSession, options: RequestOptions
    ) async throws(WhatsAppError) -> Int {
        try await engine.perform(try uploadCall("uploadOffset", .get, session), options: options) {
            response throws(WhatsAppError) in
            guard let offset = try GraphAnswer.object(response)["file_offset"]?.lenientInteger,
                offset >= 0
            else {
                throw GraphAnswer.notUnderstood(response)
            }
            return offset
        }
    }

    /// Sends the bytes of an upload, and goes on where the platform stopped reading when the connection breaks.
    ///
    /// - Parameter offset: how many bytes the platform has.
    package func sendUpload(
        _ upload: MediaUpload, to session: UploadSession, from offset: Int, options: RequestOptions
    ) async throws(WhatsAppError) -> UploadHandle {
        var offset = offset
        var interruptions = 0
        while true {
            do throws(WhatsAppError) {
                return try await sendUploadOnce(upload, to: session, from: offset, options: options)
            } catch {
                interruptions += 1
                // What the platform refused it refuses again; what was cancelled, or cannot be read again, is over.
                guard error.code == .transport || error.code == .unavailable, upload.body.isReplayable,
                    interruptions <= Self.maximumInterruptions
                else { throw error }
                do throws(WhatsAppError) {
                    offset = try await uploadOffset(of: session, options: options)
                } catch let failure {
                    if failure.code == .cancelled { throw failure }
                    throw error
                }
            }
        }
    }

    private static let maximumInterruptions = 3

    private func sendUploadOnce(
        _ upload: MediaUpload, to session: UploadSession, from offset: Int, options: RequestOptions
    ) async throws(WhatsAppError) -> UploadHandle {
        var call = try uploadCall("sendUpload", .post, session)
        call.request.headerFields[Self.fileOffset] = String(offset)
        call.request.headerFields[.contentType] = "application/octet-stream"
        call.body = upload.body.dropping(offset)
        var engine = transferring
        let authorize = engine.authorize
        // These bytes alone are documented with another word before the token (reference §1.2).
        engine.authorize = { request, token in
            authorize(&request, token)
            guard request.headerFields[.authorization]?.hasPrefix("Bearer ") == true else { return }
            token.withText { request.headerFields[.authorization] = "OAuth " + $0 }
        }
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            guard let handle = try GraphAnswer.object(response)["h"]?.string, !handle.isEmpty else {
                throw GraphAnswer.notUnderstood(response)
            }
            return UploadHandle(handle)
        }
    }

    private static let fileOffset = HTTPField.Name("file_offset") ?? .range

    /// A call on an upload. The id holds a signature and stands in the path as it is, never percent-encoded.
    private func uploadCall(
        _ operation: String, _ method: HTTPRequest.Method, _ session: UploadSession
    ) throws(WhatsAppError) -> RequestEngine.Call {
        guard UploadSession.isSafe(session.id) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "session", rule: .pattern, explanation: "the id of an upload begins with upload:")
                ]))
        }
        return try call(operation, method, path: session.id)
    }
}

extension HTTPBody {
    /// The body without its first bytes.
    fileprivate func dropping(_ count: Int) -> HTTPBody {
        guard count > 0 else { return self }
        if let bytes { return HTTPBody(Array(bytes.dropFirst(count))) }
        return HTTPBody(
            Rest(body: self, offset: count), length: length.map { Swift.max(0, $0 - count) },
            isReplayable: isReplayable)
    }

    private struct Rest: AsyncSequence, Sendable {
        typealias Element = [UInt8]

        var body: HTTPBody
        var offset: Int

        func makeAsyncIterator() -> Iterator {
            Iterator(base: body.makeAsyncIterator(), left: offset)
        }

        struct Iterator: AsyncIteratorProtocol {
            var base: HTTPBody.AsyncIterator
            var left: Int

            @concurrent
            mutating func next() async throws -> [UInt8]? {
                while let chunk = try await base.next() {
                    guard left > 0 else { return chunk }
                    let dropped = Swift.min(left, chunk.count)
                    left -= dropped
                    if dropped < chunk.count { return Array(chunk.dropFirst(dropped)) }
                }
                return nil
            }
        }
    }
}
