import WhatsAppBusiness

extension FlatMessage {
    /// The word of `mediaType`, which is the platform's own for the kind.
    enum FileKind: String {
        case image, video, audio, document

        /// A name for a file that the customer does not see by name; the service asks for one with an extension.
        var plainName: String? {
            switch self {
            case .image: return "image.jpg"
            case .video: return "video.mp4"
            case .audio: return "audio.ogg"
            case .document: return nil
            }
        }
    }

    /// A file, by address or by id (Chat API reference §4.2).
    static func file(
        _ media: MediaReference, _ kind: FileKind, filename: String? = nil, caption: String? = nil,
        isVoice: Bool = false
    ) throws(WhatsAppError) -> Self {
        var filename = filename
        if let link = media.link {
            filename = filename ?? name(in: link) ?? kind.plainName
            guard filename != nil else {
                throw .invalid(
                    at: "document.filename", .required,
                    "the service wants the name of a document whose address ends in none, with its extension")
            }
        }
        return Self(
            "sendFile",
            [
                "body": .text(media.link), "filename": .text(filename), "mediaId": .text(media.id?.rawValue),
                "mediaType": .string(kind.rawValue), "caption": .text(caption), "voice": isVoice ? true : nil,
            ])
    }

    /// The last part of an address's path, where it looks like the name of a file.
    static func name(in link: String) -> String? {
        guard let separator = link.firstRange(of: "://") else { return nil }
        let path = link[separator.upperBound...].prefix { $0 != "?" && $0 != "#" }
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = path[path.index(after: slash)...]
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
        let ending = name[name.index(after: point)...]
        let isPlain: (UInt8) -> Bool = {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard (1...5).contains(ending.utf8.count), ending.utf8.allSatisfy(isPlain), name.utf8.count <= 240 else {
            return nil
        }
        return String(name)
    }
}
