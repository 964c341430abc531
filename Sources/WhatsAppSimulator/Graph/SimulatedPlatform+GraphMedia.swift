import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// `POST /{phone-number-id}/media` (Cloud API reference §3.1).
    func postMedia(_ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        guard let form = request.multipart else { throw .badForm }
        guard form["messaging_product"]?.text == "whatsapp" else { throw .noMessagingProduct }
        guard let file = form["file"] else {
            throw PlatformFault(code: 100, message: "The parameter file is required.")
        }
        let type = file.contentType ?? form["type"]?.text ?? "application/octet-stream"
        if let stated = form["type"]?.text, file.contentType != nil, Self.essence(stated) != Self.essence(type) {
            throw .unsupportedFile(type, stated: stated)
        }
        let id = try storeMedia(file.bytes, mimeType: type, filename: file.filename)
        return .json(["id": .string(id)])
    }

    /// The node of a media object, with an address that lives five minutes (Cloud API reference §3.1).
    func answerMedia(_ id: String, _ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        if let number = request.parameter("phone_number_id"), number != configuration.phoneNumberID.rawValue {
            throw .unknownObject(id)
        }
        switch request.method {
        case .get:
            let stored = try media(id)
            let ticket = try issueTicket(for: id)
            return .json([
                "messaging_product": "whatsapp", "id": .string(id),
                "url": .string("\(request.origin)/simulated-media/\(id)?ticket=\(ticket)"),
                "mime_type": .string(stored.mimeType), "sha256": .string(String(hexadecimal: stored.digest)),
                "file_size": .string(String(stored.bytes.count)),
            ])
        case .delete:
            try deleteMedia(id)
            return .done
        default: throw .unknownObject(id)
        }
    }

    private static func essence(_ type: String) -> String {
        type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }
}
