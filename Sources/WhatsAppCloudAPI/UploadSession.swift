/// An upload that can be resumed after an interruption, also by another process.
///
/// Source: Cloud API reference §3.3 ("Resumable Upload API").
public struct UploadSession: Hashable, Sendable, Codable {
    /// The id with its signature: `upload:MTph…?sig=…`. Whoever has it can ask for the upload's state with a token.
    public var id: String

    /// Wraps an id that was kept.
    public init(id: String) {
        self.id = id
    }

    /// Whether an id can stand in a path as it is, and leads nowhere else.
    static func isSafe(_ id: String) -> Bool {
        id.hasPrefix("upload:") && id.utf8.count <= 4096 && !id.contains("..") && !id.contains("://")
            && id.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\")
                    && $0 != UInt8(ascii: "/")
            }
    }
}

extension UploadSession: CustomStringConvertible, CustomReflectable {
    /// Nothing of the id, which holds a signature.
    public var description: String { "upload session" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
