import WhatsAppBusiness

extension SimulatedPlatform {
    /// A resumable upload.
    struct UploadSession: Sendable {
        var length: Int
        var mimeType: String
        var bytes: [UInt8] = []
        /// What samples and profile pictures name, once all bytes are there.
        var handle: String?
    }

    /// The types of samples and pictures (Cloud API reference §3.3).
    private static let uploadTypes: Set<String> = [
        "application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4",
    ]

    /// Opens a resumable upload (Cloud API reference §3.3).
    /// - Returns: its id, `upload:…?sig=…`.
    func openUpload(length: Int, mimeType: String) throws(PlatformFault) -> String {
        guard Self.uploadTypes.contains(mimeType.lowercased()) else { throw .unsupportedFile(mimeType, stated: nil) }
        guard length > 0, length <= 100 * 1024 * 1024 else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "file_length is out of range.")
        }
        let number = nextNumber()
        let id = "upload:SimSession\(number)"
        uploads[id] = UploadSession(length: length, mimeType: mimeType.lowercased())
        return "\(id)?sig=SimSignature\(number)"
    }

    /// An upload that is open or done; its id without the signature.
    func upload(_ id: String) throws(PlatformFault) -> UploadSession {
        guard let session = uploads[id] else { throw .unknownObject(id) }
        return session
    }

    /// Takes bytes of an upload.
    /// - Returns: the handle once all are there.
    func continueUpload(_ id: String, at offset: Int, bytes: [UInt8]) throws(PlatformFault) -> String? {
        var session = try upload(id)
        guard offset == session.bytes.count, bytes.count <= session.length - offset else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter",
                details: "file_offset \(offset): \(session.bytes.count) of \(session.length) bytes have arrived.")
        }
        session.bytes += bytes
        if session.bytes.count == session.length {
            let handle = "4::SimHandle\(nextNumber())"
            session.handle = handle
            handles[handle] = id
        }
        uploads[id] = session
        return session.handle
    }

    /// The upload that a handle stands for.
    func upload(handle: String) -> UploadSession? {
        handles[handle].flatMap { uploads[$0] }
    }
}
