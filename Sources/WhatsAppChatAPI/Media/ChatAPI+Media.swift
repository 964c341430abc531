import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ChatAPI {
    /// Asks what a media object is and where its bytes are.
    ///
    /// - Parameters:
    ///   - media: the id of an upload. Inbound files have an address instead: see
    ///     ``downloadMedia(at:maximumBytes:options:receive:)``.
    ///   - options: how the call is made.
    /// - Returns: type, size, hash and an address that lives about five minutes. `GET retrieveMedia`, Chat API reference §6
    ///   (2026).
    /// - Throws: `WhatsAppError`.
    public func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject {
        try Self.check(media)
        let call = try get("mediaObject", "retrieveMedia", query: ["mediaId": media.rawValue])
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try ChatAnswer.object(response)
            guard let url = answer["url"]?.lenientText else { throw ChatAnswer.notUnderstood(response) }
            return MediaObject(
                id: answer["id"]?.lenientText.map { MediaID($0) } ?? media, url: url,
                mimeType: answer["mime_type"]?.lenientText, sha256: answer["sha256"]?.lenientText,
                fileSize: answer["file_size"]?.lenientInteger)
        }
    }

    /// Uploads a file, so that messages and templates can show it by its id.
    ///
    /// The service takes an address or the file itself in the text of a `data:` URI, which is made while it is sent: a
    /// streamed file is never held in memory. An answer without an id is a failure, whatever else it says: one operator
    /// met hosts that refuse every upload with the words `wrong file` (July 2026). Then send files by their address.
    ///
    /// - Parameters:
    ///   - upload: the file, with its MIME type.
    ///   - options: how the call is made. Its timeout is that of the whole upload.
    /// - Returns: the id. `POST uploadMedia`, Chat API reference §6.
    /// - Throws: `WhatsAppError`; `invalid` for a type or size that the platform behind the service does not take.
    public func uploadMedia(_ upload: MediaUpload, options: RequestOptions) async throws(WhatsAppError) -> MediaID {
        if options.validates {
            do throws(ValidationError) {
                try upload.validate()
            } catch {
                throw .invalid(error)
            }
        }
        var call = try post("uploadMedia", "uploadMedia", [:])
        call.body = try DataURIBody.json(upload, before: #"{"body":""#, after: #""}"#)
        return try await engine.perform(call, options: options, decode: Self.mediaID)
    }

    /// Lets the service fetch a file from an address and keep it as a media object.
    ///
    /// - Parameters:
    ///   - url: an https address that answers without a login, and without `Set-Cookie`, `Vary`, `Content-Disposition`
    ///     and similar header fields: the platform's fetcher has refused those (Chat API reference §4.2).
    ///   - options: how the call is made.
    /// - Returns: the id.
    /// - Throws: `WhatsAppError`.
    public func uploadMedia(
        from url: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> MediaID {
        var check = Check()
        check.address(url, at: "body")
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        return try await engine.perform(
            try post("uploadMedia", "uploadMedia", ["body": .string(url)]), options: options, decode: Self.mediaID)
    }

    /// Deletes an uploaded media object.
    /// - Throws: `WhatsAppError`. `DELETE media/{mediaId}`, Chat API reference §6 (2026).
    public func deleteMedia(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) {
        try Self.check(media)
        let request = try request(.delete, path: "media/" + media.rawValue)
        let call = RequestEngine.Call(operation: "deleteMedia", request: request, isRepeatable: true)
        try await engine.perform(call, options: options) { _ in }
    }

    private static func mediaID(_ response: ResponseMetadata) throws(WhatsAppError) -> MediaID {
        guard let id = try ChatAnswer.object(response)["mediaId"]?.lenientText else {
            throw ChatAnswer.notUnderstood(response)
        }
        return MediaID(id)
    }

    private static func check(_ media: MediaID) throws(WhatsAppError) {
        let isPart: (UInt8) -> Bool = {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "_")
        }
        guard !media.rawValue.isEmpty, media.rawValue.utf8.allSatisfy(isPart) else {
            throw .invalid(
                at: "media", .pattern, "the id of a media object is letters, digits and hyphens",
                actual: media.rawValue.utf8.count)
        }
    }
}
