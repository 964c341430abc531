/// Where the Graph API is: the parts of ``CloudAPI/Configuration/baseURL`` with the version.
struct GraphAddress: Sendable {
    /// `https`, or `http`.
    let scheme: String
    /// Host and port.
    let authority: String
    /// What every path begins with, `/v25.0/`.
    let prefix: String
    /// Whether a token may be sent there.
    let mayCarryToken: Bool

    init(_ configuration: CloudAPI.Configuration) {
        var rest = configuration.baseURL[...]
        var scheme = "https"
        if let separator = rest.firstRange(of: "://") {
            scheme = rest[..<separator.lowerBound].lowercased()
            rest = rest[separator.upperBound...]
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        self.scheme = scheme
        authority = String(rest[..<slash])
        prefix = "\(rest[slash...])/\(configuration.graphVersion)/"
        mayCarryToken = scheme == "https" || configuration.allowsPlainHTTP || Self.isLoopback(authority)
    }

    /// Whether an authority is this machine.
    private static func isLoopback(_ authority: String) -> Bool {
        if authority.hasPrefix("[") { return authority == "[::1]" || authority.hasPrefix("[::1]:") }
        let host = authority.prefix { $0 != ":" }.lowercased()
        guard host != "localhost" else { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }
}
