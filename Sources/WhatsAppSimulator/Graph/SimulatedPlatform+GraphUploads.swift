import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// `POST /{app-id}/uploads` (Cloud API reference §3.3).
    func postUploads(_ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        let parameters = try request.parameters()
        let length = parameters["file_length"].flatMap { $0.integer ?? $0.string.flatMap { Int($0) } }
        guard let length, let type = parameters["file_type"]?.string else {
            throw PlatformFault(code: 100, message: "The parameters file_length and file_type are required.")
        }
        return .json(["id": .string(try openUpload(length: length, mimeType: type))])
    }

    /// `/upload:…?sig=…`: the bytes, or how many have arrived.
    func answerUpload(_ id: String, _ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        let session = try upload(id)
        let signature = request.parameter("sig") ?? ""
        guard signature == "SimSignature\(id.drop { !$0.isNumber })" else { throw .unknownObject(id) }
        let name = "\(id)?sig=\(signature)"
        switch request.method {
        case .get:
            return .json(["id": .string(name), "file_offset": .number(JSONNumber(session.bytes.count))])
        case .post:
            guard let offset = request.header("file_offset").flatMap({ Int($0) }), offset >= 0 else {
                throw PlatformFault(code: 100, message: "The header file_offset is required.")
            }
            if let handle = try continueUpload(id, at: offset, bytes: request.body) {
                return .json(["h": .string(handle)])
            }
            return .json(["id": .string(name), "file_offset": .number(JSONNumber(offset + request.body.count))])
        default: throw .unknownObject(id)
        }
    }
}
