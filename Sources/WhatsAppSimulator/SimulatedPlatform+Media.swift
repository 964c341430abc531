import Crypto
import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// A file as the platform keeps it.
    struct StoredMedia {
        var bytes: [UInt8]
        var mimeType: String
        /// The secret part of its present address.
        var ticket: String?
        var ticketIssued: Date?

        var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
    }

    /// What a customer can send as a file.
    public struct CustomerFile: Hashable, Sendable {
        /// The kind of message: `image`, `video`, `audio`, `document` or `sticker`.
        public var type: InboundMessage.Kind
        /// The MIME type.
        public var mimeType: String
        /// The bytes.
        public var bytes: [UInt8]
        /// What the customer writes under it.
        public var caption: String?
        /// The name of a document.
        public var filename: String?

        /// Creates a file.
        public init(
            _ type: InboundMessage.Kind, mimeType: String, bytes: [UInt8], caption: String? = nil,
            filename: String? = nil
        ) {
            self.type = type
            self.mimeType = mimeType
            self.bytes = bytes
            self.caption = caption
            self.filename = filename
        }
    }

    /// The customer sends a file. The webhook is queued; the bytes can be fetched by the id in it.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - number: who sends; a customer that was not known is made.
    ///   - name: the name in the customer's profile.
    /// - Returns: the message's id.
    @discardableResult
    public func customerSends(_ file: CustomerFile, from number: PhoneNumber, name: String = "Ana") -> MessageID {
        let mediaID = String(1_000_000 + nextNumber())
        let stored = StoredMedia(bytes: file.bytes, mimeType: file.mimeType)
        media[mediaID] = stored
        var members: [(String, JSONValue)] = [
            ("id", .string(mediaID)), ("mime_type", .string(file.mimeType)),
            ("sha256", .string(Data(stored.digest).base64EncodedString())),
        ]
        if let caption = file.caption { members.append(("caption", .string(caption))) }
        if let filename = file.filename { members.append(("filename", .string(filename))) }
        return emitMessage(
            [("type", .string(file.type.rawValue)), (file.type.rawValue, .members(members))], from: number, name: name)
    }

    /// The node of a media object, with an address that lives five minutes (Cloud API reference §3.1); `nil` where there is
    /// no such object.
    func mediaNode(_ id: String, _ request: HTTPRequest) -> GraphReply? {
        guard var stored = media[id] else { return nil }
        let ticket = "ticket\(nextNumber())"
        stored.ticket = ticket
        stored.ticketIssued = clock.now
        media[id] = stored
        let base = "\(request.scheme ?? "https")://\(request.authority ?? "")"
        return .success([
            "messaging_product": "whatsapp", "id": .string(id),
            "url": .string("\(base)/simulated-media/\(id)?ticket=\(ticket)"),
            "mime_type": .string(stored.mimeType),
            "sha256": .string(String(hexadecimal: stored.digest)),
            "file_size": .string(String(stored.bytes.count)),
        ])
    }

    /// The bytes at an address that ``mediaNode(_:_:)`` gave; `nil` where it is none or has expired.
    func mediaBytes(_ path: String) -> StoredMedia? {
        let parts = path.split(separator: "?", maxSplits: 1)
        guard parts.count == 2, let id = parts[0].split(separator: "/").last.map(String.init),
            let stored = media[id], let ticket = stored.ticket, let issued = stored.ticketIssued,
            parts[1] == "ticket=\(ticket)", clock.now.timeIntervalSince(issued) < 5 * 60
        else { return nil }
        return stored
    }
}
