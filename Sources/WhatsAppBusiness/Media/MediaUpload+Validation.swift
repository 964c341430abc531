extension MediaUpload {
    /// The minutes that a file may be kept on a number without storage (Cloud API reference §3.1, "No storage").
    public static let minutesToLiveRange = 60...43_200
    /// The most characters of a file's name. The platform names none: this is what file systems allow.
    public static let maximumFilenameLength = 240

    /// Checks type, name and size, without network.
    ///
    /// The type must be one that the platform takes (``MediaType/all``), the extension of the name must go with it, and
    /// the size, which must be known, must not exceed the limit of the kind. A file to be shown as a document may be of
    /// any type (unconfirmed: the reference knows it from practice). Of bytes in memory it is also seen whether a sticker
    /// moves, and whether a voice message is OGG with OPUS.
    ///
    /// - Parameter limits: limits of the program's own.
    /// - Throws: ``ValidationError`` with every violation.
    public func validate(limits: MediaLimits = .platform) throws(ValidationError) {
        var check = Check()
        if checkForm(&check) {
            let type = MediaType(mimeType: mimeType)
            if let kind = effectiveKind {
                if kind != .document, type?.kind != kind {
                    check.fail(
                        at: "type", .unsupported,
                        "the platform takes no file of this type as \(kind.rawValue): send it as a document or a link")
                }
                checkSize(&check, maximum: limit(of: kind, limits))
            } else {
                check.fail(
                    at: "type", .unsupported,
                    "the platform takes no file of this type: send it as a document or a link")
            }
        }
        if isVoice { checkVoice(&check) }
        if let minutesToLive { check.number(minutesToLive, at: "ttl_minutes", in: Self.minutesToLiveRange) }
        guard check.violations.isEmpty else { throw ValidationError(check.violations) }
    }

    /// The types of a sample for a template's header and of a profile picture (Cloud API reference §3.3).
    public static let sampleMIMETypes = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"]

    /// Checks a file that is a sample for a template's header.
    /// - Parameter limits: limits of the program's own; those for samples count.
    /// - Throws: ``ValidationError`` with every violation.
    public func validateSample(limits: MediaLimits = .platform) throws(ValidationError) {
        var check = Check()
        if checkForm(&check) {
            if Self.sampleMIMETypes.contains(MediaType.essence(of: mimeType)) {
                let kind = kind ?? MediaType(mimeType: mimeType)?.kind ?? .image
                checkSize(&check, maximum: limits.maximumSampleBytes(of: kind))
            } else {
                check.fail(at: "file_type", .unsupported, "a sample is JPEG, PNG, MP4 or PDF")
            }
        }
        guard check.violations.isEmpty else { throw ValidationError(check.violations) }
    }

    /// Checks a file that is a profile picture: JPEG or PNG of at most 5 MB (unconfirmed; a square of 640 × 640 pixels is
    /// recommended, 192 × 192 at least; Cloud API reference §5).
    /// - Throws: ``ValidationError`` with every violation.
    public func validateProfilePicture() throws(ValidationError) {
        var check = Check()
        if checkForm(&check) {
            if ["image/jpeg", "image/jpg", "image/png"].contains(MediaType.essence(of: mimeType)) {
                checkSize(&check, maximum: MediaKind.image.maximumBytes)
            } else {
                check.fail(at: "file_type", .unsupported, "a profile picture is JPEG or PNG")
            }
        }
        guard check.violations.isEmpty else { throw ValidationError(check.violations) }
    }

    /// Whether a sticker moves, where its bytes are in memory: WebP with the animation flag of its extended header.
    public var isAnimatedSticker: Bool? {
        guard MediaType.essence(of: mimeType) == "image/webp", let bytes = body.bytes, bytes.count >= 21 else {
            return nil
        }
        guard bytes[12..<16].elementsEqual("VP8X".utf8) else { return false }
        return bytes[20] & 0x02 != 0
    }

    private func limit(of kind: MediaKind, _ limits: MediaLimits) -> Int? {
        let limit = limits.maximumBytes(of: kind)
        guard kind == .sticker, isAnimatedSticker == false else { return limit }
        return min(limit ?? .max, MediaKind.maximumStillStickerBytes)
    }

    /// Type and name. Returns whether the type is one at all.
    private func checkForm(_ check: inout Check) -> Bool {
        check.text(filename, at: "filename", maximum: Self.maximumFilenameLength)
        guard MediaType.isWellFormed(mimeType) else {
            check.fail(
                at: "type", .pattern, "a MIME type is two words with a slash between them",
                actual: mimeType.unicodeScalars.count)
            return false
        }
        if let type = MediaType(mimeType: mimeType),
            !type.fileExtensions.contains(MediaType.fileExtension(of: filename) ?? "")
        {
            check.fail(
                at: "filename", .pattern,
                "the name of a file of this type ends in .\(type.fileExtensions.joined(separator: " or ."))")
        }
        return true
    }

    private func checkSize(_ check: inout Check, maximum: Int?) {
        guard let length = body.length else {
            check.fail(at: "file", .required, "the length of the file must be known")
            return
        }
        if length < 1 {
            check.fail(at: "file", .minimum, "the file is empty", limit: 1, actual: length)
        } else if let maximum, length > maximum {
            check.fail(at: "file", .maximum, "the file is too large", limit: maximum, actual: length)
        }
    }

    private func checkVoice(_ check: inout Check) {
        let essence = MediaType.essence(of: mimeType)
        let parameters = mimeType.lowercased().filter { $0 != " " && $0 != "\"" }
        guard essence == "audio/ogg", parameters == essence || parameters.contains("codecs=opus") else {
            check.fail(at: "type", .notAllowed, "a voice message is audio/ogg; codecs=opus")
            return
        }
        // The first page of an OGG stream names its codec at a fixed place.
        if let bytes = body.bytes,
            !bytes.starts(with: "OggS".utf8) || !bytes.dropFirst(28).starts(with: "OpusHead".utf8)
        {
            check.fail(at: "file", .pattern, "the bytes of a voice message are OGG with the OPUS codec")
        }
    }
}

extension ValidationError {
    /// Whether all that is wrong is that a file is too large, or of a type that cannot be shown as asked.
    package var isAboutMediaFit: Bool {
        !violations.isEmpty
            && violations.allSatisfy {
                $0.path == "file" && $0.rule == .maximum || $0.path == "type" && $0.rule == .unsupported
            }
    }
}
