public import HTTPTypes

/// A call to something that the library does not model.
///
/// ```swift
/// let answer = try await cloud.execute(.get("106540352242922/conversational_automation"))
/// ```
public struct RawCall: Sendable {
    /// The HTTP method.
    public var method: HTTPRequest.Method
    /// The path below the provider's base address, with its query: no scheme, no host, no `..`.
    public var path: String
    /// The body, in JSON unless ``contentType`` says otherwise.
    public var body: HTTPBody?
    /// The media type of the body.
    public var contentType: String
    /// Whether the call may be repeated when its outcome is unknown: reads by default.
    public var isRepeatable: Bool

    /// Creates a call.
    ///
    /// - Parameters:
    ///   - method: the HTTP method.
    ///   - path: the path below the provider's base address, with its query.
    ///   - body: the body.
    ///   - contentType: the media type of the body.
    ///   - isRepeatable: whether the call may be repeated when its outcome is unknown; `nil` for the method's nature.
    public init(
        method: HTTPRequest.Method, path: String, body: HTTPBody? = nil, contentType: String = "application/json",
        isRepeatable: Bool? = nil
    ) {
        self.method = method
        self.path = path
        self.body = body
        self.contentType = contentType
        self.isRepeatable = isRepeatable ?? (method == .get || method == .head)
    }

    /// A read.
    public static func get(_ path: String) -> Self {
        Self(method: .get, path: path)
    }

    /// A write.
    public static func post(_ path: String, json: HTTPBody) -> Self {
        Self(method: .post, path: path, body: json)
    }

    /// Whether a path cannot lead to another host, nor above the base address.
    package static func staysBelowBase(_ path: String) -> Bool {
        let route = path.prefix { $0 != "?" && $0 != "#" }
        guard !path.isEmpty, !route.hasPrefix("/"), !route.contains("\\"), !route.contains("://") else { return false }
        guard path.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 < 0x80 && $0 != UInt8(ascii: "#") }) else {
            return false
        }
        return !route.split(separator: "/").contains { segment in
            let plain = segment.lowercased().replacing("%2e", with: ".")
            return plain == "." || plain == ".."
        }
    }
}
