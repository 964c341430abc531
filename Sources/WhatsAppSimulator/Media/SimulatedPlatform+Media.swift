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
        var filename: String?
        /// When its id ends (Cloud API reference §3.1).
        var expires: Date?
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
        let stored = StoredMedia(bytes: file.bytes, mimeType: file.mimeType, filename: file.filename)
        let mediaID = keep(stored, days: 7)
        var members: [(String, JSONValue)] = [
            ("id", .string(mediaID)), ("mime_type", .string(file.mimeType)),
            ("sha256", .string(Data(stored.digest).base64EncodedString())),
        ]
        if let caption = file.caption { members.append(("caption", .string(caption))) }
        if let filename = file.filename { members.append(("filename", .string(filename))) }
        return emitMessage(
            [("type", .string(file.type.rawValue)), (file.type.rawValue, .members(members))], from: number, name: name)
    }

    /// Keeps a file that the business uploads.
    ///
    /// - Returns: the media's id.
    /// - Throws: the refusal of its type or size.
    func storeMedia(_ bytes: [UInt8], mimeType: String, filename: String? = nil) throws(PlatformFault) -> String {
        guard !bytes.isEmpty else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "The file is empty.")
        }
        guard let rule = MediaRule(mimeType: mimeType) else { throw .unsupportedFile(mimeType, stated: nil) }
        guard bytes.count <= rule.maximumBytes else {
            throw PlatformFault(
                code: 131053, message: "Media upload error",
                details: "The file has \(bytes.count) bytes; \(mimeType) may have \(rule.maximumBytes).")
        }
        return keep(StoredMedia(bytes: bytes, mimeType: mimeType, filename: filename), days: 30)
    }

    /// A file that is kept: one that the business uploaded or a customer sent.
    func media(_ id: String) throws(PlatformFault) -> StoredMedia {
        guard let stored = media[id], stored.expires.map({ clock.now < $0 }) ?? true else { throw .unknownObject(id) }
        return stored
    }

    /// Deletes a file.
    func deleteMedia(_ id: String) throws(PlatformFault) {
        guard media.removeValue(forKey: id) != nil else { throw .unknownObject(id) }
    }

    /// A secret that ``ticketedMedia(_:ticket:)`` takes for the next five minutes (Cloud API reference §3.1).
    func issueTicket(for id: String) throws(PlatformFault) -> String {
        var stored = try media(id)
        let ticket = "ticket\(nextNumber())"
        stored.ticket = ticket
        stored.ticketIssued = clock.now
        media[id] = stored
        return ticket
    }

    /// The file that a ticket opens; `nil` where the ticket is wrong or has expired.
    func ticketedMedia(_ id: String, ticket: String?) -> StoredMedia? {
        guard let stored = media[id], let ticket, ticket == stored.ticket, let issued = stored.ticketIssued,
            clock.now.timeIntervalSince(issued) < 5 * 60
        else { return nil }
        return stored
    }

    /// An address at which a file can be fetched without a key, for interfaces that hand out such links.
    func openAddress(of id: String, origin: String) throws(PlatformFault) -> String {
        "\(origin)/simulated-files/\(id)/\(try issueTicket(for: id))"
    }

    /// Answers what ``openAddress(of:origin:)`` gave.
    func openFile(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.method == .get, request.path.count == 3,
            let file = ticketedMedia(request.path[1], ticket: request.path[2])
        else { return SimulatedReply(status: 404, contentType: "text/plain", body: []) }
        return SimulatedReply(status: 200, contentType: file.mimeType, body: file.bytes)
    }

    /// Keeps a file. The id of an uploaded file lives 30 days, that of a customer's file 7 days.
    private func keep(_ file: StoredMedia, days: Double) -> String {
        let id = String(1_000_000 + nextNumber())
        var file = file
        file.expires = clock.now + days * 86_400
        media[id] = file
        return id
    }
}

extension PlatformFault {
    /// A file of a type that the platform does not take, or of another than was stated.
    static func unsupportedFile(_ type: String, stated: String?) -> Self {
        let types = MediaRule.types.joined(separator: ", ")
        let received = stated.map { "'\(type)' where '\($0)' was stated" } ?? "'\(type)'"
        return Self(
            code: 100,
            message:
                "Param file must be a file with one of the following types: \(types). Received file of type \(received)."
        )
    }
}
