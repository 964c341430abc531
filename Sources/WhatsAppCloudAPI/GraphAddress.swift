import WhatsAppBusiness

/// Where a Graph-shaped API is: the parts of a base address, with the version that every path begins with.
package struct GraphAddress: Sendable {
    /// `https`, or `http`.
    package let scheme: String
    /// Host and port.
    package let authority: String
    /// What every path begins with, such as `/v25.0/`.
    package let prefix: String
    /// Whether a token may be sent there: over https, to this machine, or where plain http is allowed.
    package let mayCarryToken: Bool

    /// Takes an address apart.
    ///
    /// - Parameters:
    ///   - baseURL: scheme, host, optional port and optional path.
    ///   - version: what stands between the base address and every path; `nil` where nothing does.
    ///   - allowsPlainHTTP: whether a token may be sent over plain http to another machine.
    package init(_ baseURL: String, version: String?, allowsPlainHTTP: Bool) {
        var rest = baseURL[...]
        var scheme = "https"
        if let separator = rest.firstRange(of: "://") {
            scheme = rest[..<separator.lowerBound].lowercased()
            rest = rest[separator.upperBound...]
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        self.scheme = scheme
        authority = String(rest[..<slash])
        prefix = version.map { "\(rest[slash...])/\($0)/" } ?? "\(rest[slash...])/"
        mayCarryToken = scheme == "https" || allowsPlainHTTP || LoopbackHost.contains(authority)
    }
}
