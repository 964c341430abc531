import WhatsAppBusiness

extension SimulatedPlatform {
    /// The node of a media object, with an address that lives five minutes (Cloud API reference §3.1).
    func mediaNode(_ id: String, _ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        let stored = try media(id)
        let ticket = try issueTicket(for: id)
        return .json([
            "messaging_product": "whatsapp", "id": .string(id),
            "url": .string("\(request.origin)/simulated-media/\(id)?ticket=\(ticket)"),
            "mime_type": .string(stored.mimeType), "sha256": .string(String(hexadecimal: stored.digest)),
            "file_size": .string(String(stored.bytes.count)),
        ])
    }
}
