import WhatsAppCloudAPI

/// Where 360dialog gives out the bytes of media.
///
/// Source: 360dialog reference §2.3 ("Upload, retrieve or delete media").
enum MediaAddress {
    /// The host that the platform names in the metadata of media.
    static let platformHost = "lookaside.fbsbx.com"

    /// The address at which the bytes are asked for: path and query of the platform's, on 360dialog's host.
    ///
    /// Exactly one host is replaced, over https and without a port. Every other address stays what it is, and is refused
    /// later unless it is 360dialog's own.
    static func rewritten(_ url: String, to address: GraphAddress) -> String {
        guard let separator = url.firstRange(of: "://"), url[..<separator.lowerBound].lowercased() == "https" else {
            return url
        }
        let rest = url[separator.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        guard rest[..<end].lowercased() == platformHost else { return url }
        var target = rest[end...]
        if target.first == "/" { target = target.dropFirst() }
        return "\(address.scheme)://\(address.authority)\(address.prefix)\(target)"
    }
}
