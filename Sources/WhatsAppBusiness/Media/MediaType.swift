/// A type of file that the platform takes.
///
/// ```swift
/// MediaType(mimeType: "image/jpeg")?.kind            // .image
/// MediaType(filename: "invoice.pdf")?.mimeType       // "application/pdf"
/// ```
///
/// Source: Cloud API reference §3.2 ("Media", December 2025).
public struct MediaType: Hashable, Sendable {
    /// The MIME type without parameters, such as `image/jpeg`.
    public let mimeType: String
    /// The extensions of file names that go with it, the usual one first, without the dot.
    public let fileExtensions: [String]
    /// As what a message shows it. Every type can be sent as a document too.
    public let kind: MediaKind

    private init(_ mimeType: String, _ fileExtensions: [String], _ kind: MediaKind) {
        self.mimeType = mimeType
        self.fileExtensions = fileExtensions
        self.kind = kind
    }

    /// Every type that the platform takes, by kind.
    public static let all: [MediaType] = [
        MediaType("audio/aac", ["aac"], .audio),
        MediaType("audio/amr", ["amr"], .audio),
        MediaType("audio/mpeg", ["mp3"], .audio),
        MediaType("audio/mp4", ["m4a"], .audio),
        // With the OPUS codec and one channel only; `audio/ogg; codecs=opus`.
        MediaType("audio/ogg", ["ogg"], .audio),
        MediaType("text/plain", ["txt"], .document),
        MediaType("application/pdf", ["pdf"], .document),
        MediaType("application/msword", ["doc"], .document),
        MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"], .document),
        MediaType("application/vnd.ms-excel", ["xls"], .document),
        MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"], .document),
        MediaType("application/vnd.ms-powerpoint", ["ppt"], .document),
        MediaType("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"], .document),
        MediaType("image/jpeg", ["jpg", "jpeg"], .image),
        MediaType("image/png", ["png"], .image),
        MediaType("image/webp", ["webp"], .sticker),
        MediaType("video/mp4", ["mp4"], .video),
        MediaType("video/3gpp", ["3gp"], .video),
    ]

    /// The type of a MIME type, whatever its parameters and its case; `nil` for one that the platform does not take.
    public init?(mimeType: String) {
        let essence = Self.essence(of: mimeType)
        guard let type = Self.all.first(where: { $0.mimeType == essence }) else { return nil }
        self = type
    }

    /// The type that a file's name speaks of; `nil` for an extension that the platform does not take.
    public init?(filename: String) {
        guard let ending = Self.fileExtension(of: filename),
            let type = Self.all.first(where: { $0.fileExtensions.contains(ending) })
        else { return nil }
        self = type
    }

    /// The most bytes of a file of this type.
    public var maximumBytes: Int? { kind.maximumBytes }

    /// A MIME type without its parameters, in lower case.
    package static func essence(of mimeType: String) -> String {
        String(mimeType.prefix { $0 != ";" }).trimmingASCIIWhitespace().lowercased()
    }

    /// What stands behind the last dot of a name, in lower case.
    package static func fileExtension(of filename: String) -> String? {
        let name = filename.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...]
        return ending.isEmpty ? nil : ending.lowercased()
    }

    /// Whether a text has the form of a MIME type and can stand in a header field.
    package static func isWellFormed(_ mimeType: String) -> Bool {
        guard (3...255).contains(mimeType.utf8.count), mimeType.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return false
        }
        let essence = mimeType.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
        return essence.count == 2
            && essence.allSatisfy { part in
                let part = String(part).trimmingASCIIWhitespace()
                return !part.isEmpty && part.utf8.allSatisfy(isTokenByte)
            }
    }

    /// A byte of a token (RFC 9110 §5.6.2).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return true
        default: return "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
