import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    /// Asks what a media object is and where its bytes are.
    package func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError)
        -> MediaObject
    {
        let call = try mediaNode("mediaObject", .get, media)
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

    /// Deletes an uploaded media object.
    package func deleteMedia(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) {
        try await engine.perform(
            try mediaNode("deleteMedia", .delete, media), options: options, decode: GraphAnswer.success)
    }

    /// Uploads a file as one part of a form, read while it is sent.
    package func uploadMedia(_ upload: MediaUpload, options: RequestOptions)
        async throws(WhatsAppError) -> MediaID
    {
        if options.validates {
            do {
                try upload.validate(limits: mediaLimits)
            } catch {
                throw .invalid(error)
            }
        }
        var fields = [("messaging_product", "whatsapp"), ("type", upload.mimeType)]
        if let minutes = upload.minutesToLive { fields.append(("ttl_minutes", String(minutes))) }
        let form = try MultipartForm(fields: fields, file: upload)
        let path = try path("media", of: number)
        // An upload whose answer was lost leaves a file that nobody uses: harmless, unlike a message.
        let call = RequestEngine.Call(
            operation: "uploadMedia",
            request: try request(
                .post, path: path,
                headers: [
                    .userAgent: "swift-whatsapp-business", .accept: "application/json",
                    .contentType: form.contentType,
                ]),
            body: form.body, isRepeatable: true)
        return try await transferring.perform(call, options: options) {
            response throws(WhatsAppError) in
            guard let id = try GraphAnswer.object(response)["id"]?.lenientText else {
                throw GraphAnswer.notUnderstood(response)
            }
            return MediaID(rawValue: id)
        }
    }

    /// The engine for files, which take longer than other calls.
    package var transferring: RequestEngine {
        var engine = engine
        engine.transportOptions.timeout = transferTimeout
        return engine
    }

    /// A call on a media object. The number's id makes the platform check that the object is this number's.
    private func mediaNode(
        _ operation: String, _ method: HTTPRequest.Method, _ media: MediaID
    ) throws(WhatsAppError) -> RequestEngine.Call {
        guard !media.rawValue.isEmpty, media.rawValue.utf8.allSatisfy(Self.isIdentifierByte) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "media", rule: .pattern,
                        explanation: "the id of a media object is letters and digits",
                        actual: media.rawValue.utf8.count)
                ]))
        }
        var query: String?
        if case .id = number { query = "phone_number_id=" + (try path(nil, of: number)) }
        return try call(operation, method, path: media.rawValue, query: query)
    }
}
