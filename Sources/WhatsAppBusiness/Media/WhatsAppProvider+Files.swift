extension WhatsAppProvider {
    /// Uploads a file and makes the message that shows it.
    ///
    /// The message can be sent to many: the file is uploaded once.
    ///
    /// - Parameters:
    ///   - upload: the file.
    ///   - caption: the text below it; recordings and stickers have none.
    ///   - fallbacks: what happens to a file that is too large or of another type than its kind takes, in the order in which
    ///     they are tried. Without one it is refused.
    ///   - options: how the calls are made.
    ///   - progress: told how far the upload has come.
    /// - Returns: the message.
    /// - Throws: ``WhatsAppError``: `invalid` for a file that the platform does not take and that no fallback takes.
    public func makeMessage(
        showing upload: MediaUpload, caption: String? = nil, otherwise fallbacks: [MediaFallback] = [],
        options: RequestOptions = .standard, progress: TransferProgress? = nil
    ) async throws(WhatsAppError) -> Message {
        defer { progress?.finish() }
        let refusal: WhatsAppError
        do throws(WhatsAppError) {
            return try await uploadedMessage(showing: upload, caption, options, progress)
        } catch {
            guard error.validation?.isAboutMediaFit == true else { throw error }
            refusal = error
        }
        for fallback in fallbacks {
            switch fallback.choice {
            case .document:
                guard upload.effectiveKind != .document else { continue }
                var document = upload
                document.kind = .document
                document.isVoice = false
                do throws(WhatsAppError) {
                    return try await uploadedMessage(showing: document, caption, options, progress)
                } catch {
                    guard error.validation?.isAboutMediaFit == true else { throw error }
                }
            case .link(let publisher):
                var file = upload
                if let progress { file.body = file.body.reporting(to: progress) }
                let link = try await publisher.publish(file)
                return .text(caption.map { "\($0)\n\(link)" } ?? link, previewURL: true)
            }
        }
        throw refusal
    }

    /// Uploads a file and sends it.
    ///
    /// - Parameters:
    ///   - upload: the file.
    ///   - caption: the text below it; recordings and stickers have none.
    ///   - recipient: to whom.
    ///   - fallbacks: what happens to a file that is too large or of another type than its kind takes.
    ///   - replyTo: the message to quote.
    ///   - options: how the calls are made.
    ///   - progress: told how far the upload has come.
    /// - Returns: what the platform has taken.
    /// - Throws: ``WhatsAppError``; its `outcome` tells whether the message may have arrived.
    @discardableResult
    public func send(
        _ upload: MediaUpload, caption: String? = nil, to recipient: Recipient,
        otherwise fallbacks: [MediaFallback] = [], replyingTo replyTo: MessageID? = nil,
        options: RequestOptions = .standard, progress: TransferProgress? = nil
    ) async throws(WhatsAppError) -> SentMessage {
        var message = try await makeMessage(
            showing: upload, caption: caption, otherwise: fallbacks, options: options, progress: progress)
        message.replyTo = replyTo
        return try await send(message, to: recipient, options: options)
    }

    /// Uploads a file and says how far it has come.
    ///
    /// - Parameters:
    ///   - upload: the file.
    ///   - options: how the call is made.
    ///   - progress: ends with the upload, also where that fails.
    /// - Returns: the id.
    /// - Throws: ``WhatsAppError``.
    public func uploadMedia(
        _ upload: MediaUpload, options: RequestOptions = .standard, progress: TransferProgress
    ) async throws(WhatsAppError) -> MediaID {
        defer { progress.finish() }
        return try await uploadMedia(try upload.reporting(to: progress, options), options: options)
    }

    /// Fetches the bytes of a media object as they arrive and says how far it has come.
    ///
    /// - Parameters:
    ///   - media: the id.
    ///   - maximumBytes: the most bytes to take.
    ///   - options: how the calls are made.
    ///   - progress: ends with the download, also where that fails.
    ///   - receive: takes the next bytes.
    /// - Returns: what the platform says of the object.
    /// - Throws: ``WhatsAppError``.
    @discardableResult
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions = .standard, progress: TransferProgress,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        defer { progress.finish() }
        let total = try await mediaObject(media, options: options).fileSize
        progress.report(transferred: 0, total: total)
        let count = Locked(0)
        return try await downloadMedia(media, maximumBytes: maximumBytes, options: options) { bytes in
            try await receive(bytes)
            let transferred = count.withLock { count in
                count += bytes.count
                return count
            }
            progress.report(transferred: transferred, total: total)
        }
    }

    /// Passes a media object of the platform on to a publisher, piece by piece, and gives the address under which it is
    /// stored: an inbound file as a link, for instance.
    ///
    /// - Parameters:
    ///   - media: the id, such as that of an inbound document. Inbound files live seven days on the platform.
    ///   - filename: the name of the file; one that fits its type where there is none.
    ///   - publisher: stores the file. Its body throws at its end where the bytes were not those that the platform
    ///     describes: what was stored by then is to be dropped.
    ///   - maximumBytes: the most bytes to take.
    ///   - options: how the calls are made.
    /// - Returns: the address.
    /// - Throws: ``WhatsAppError``.
    public func republish(
        _ media: MediaID, filename: String? = nil, through publisher: LinkPublisher,
        maximumBytes: Int = MediaKind.maximumInboundBytes, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> String {
        let object = try await mediaObject(media, options: options)
        let type = object.mimeType.flatMap { MediaType(mimeType: $0) }
        let channel = ChunkChannel()
        let file = MediaUpload(
            HTTPBody(channel, length: object.fileSize), mimeType: object.mimeType ?? "application/octet-stream",
            filename: filename ?? "file." + (type?.fileExtensions.first ?? "bin"))
        async let download = Self.fill(channel) { receive async throws(WhatsAppError) in
            try await downloadMedia(media, maximumBytes: maximumBytes, options: options, receive: receive)
        }
        let published: Result<String, WhatsAppError>
        do throws(WhatsAppError) {
            published = .success(try await publisher.publish(file))
        } catch {
            published = .failure(error)
        }
        // Whoever has not read to the end does not let the download wait for ever.
        channel.abandon()
        guard let failure = await download else { return try published.get() }
        // A download that failed is why a publisher failed, but not the other way round.
        if failure.underlying is ChunkChannel.Abandoned, case .failure(let error) = published { throw error }
        throw failure
    }

    private static func fill(
        _ channel: ChunkChannel,
        _ download: (@escaping @Sendable ([UInt8]) async throws -> Void) async throws(WhatsAppError) -> MediaObject
    ) async -> WhatsAppError? {
        do throws(WhatsAppError) {
            _ = try await download { try await channel.send($0) }
            channel.finish(nil)
            return nil
        } catch {
            channel.finish(error)
            return error
        }
    }

    private func uploadedMessage(
        showing upload: MediaUpload, _ caption: String?, _ options: RequestOptions, _ progress: TransferProgress?
    ) async throws(WhatsAppError) -> Message {
        let kind = upload.effectiveKind
        if caption != nil, kind == .audio || kind == .sticker {
            throw .invalid(
                ValidationError([
                    .init(path: "caption", rule: .notAllowed, explanation: "recordings and stickers have no caption")
                ]))
        }
        var reporting = upload
        if let progress { reporting = try upload.reporting(to: progress, options) }
        let id = try await uploadMedia(reporting, options: options)
        switch kind {
        case .image: return .image(.id(id), caption: caption)
        case .video: return .video(.id(id), caption: caption)
        case .audio: return upload.isVoice ? .voice(.id(id)) : .audio(.id(id))
        case .sticker: return .sticker(.id(id))
        default: return .document(.id(id, filename: upload.filename), caption: caption)
        }
    }
}

extension MediaUpload {
    /// The same file, which says how far it was read. It is checked before, since its bytes cannot be looked at then.
    fileprivate func reporting(
        to progress: TransferProgress, _ options: RequestOptions
    ) throws(WhatsAppError) -> MediaUpload {
        if options.validates {
            do {
                try validate()
            } catch {
                throw .invalid(error)
            }
        }
        var upload = self
        upload.body = body.reporting(to: progress)
        return upload
    }
}
