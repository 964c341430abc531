import WhatsAppBusiness

/// Where a channel is: the parts of ``ChatAPI/baseURL``.
struct ChatAPIAddress: Sendable {
    /// `https`, or `http`.
    let scheme: String
    /// Host and port, in lower case.
    let authority: String
    /// What every path begins with, such as `/instance12345/`.
    let prefix: String
    /// Why nothing can be sent there, where that is so.
    let violation: ValidationError.Violation?

    /// Reads the address as the provider's site shows it: with or without a slash at its end, the path kept.
    init(_ baseURL: String, allowsPlainHTTP: Bool) {
        let text = baseURL.trimmingASCIIWhitespace()
        var rest = text[...]
        var scheme = "https"
        if let separator = rest.firstRange(of: "://") {
            scheme = rest[..<separator.lowerBound].lowercased()
            rest = rest[separator.upperBound...]
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        self.scheme = scheme
        authority = rest[..<slash].lowercased()
        prefix = rest[slash...] + "/"
        violation = Self.violation(
            text, scheme: scheme, authority: authority, prefix: prefix, allowsPlainHTTP: allowsPlainHTTP)
    }

    /// The host without its port.
    var host: String {
        guard !authority.hasPrefix("["), let colon = authority.firstIndex(of: ":") else { return authority }
        return String(authority[..<colon])
    }

    /// Whether an address is below this one, so that the token may go there.
    func covers(scheme: String, authority: String, path: String) -> Bool {
        violation == nil && scheme == self.scheme && authority.lowercased() == self.authority && path.hasPrefix(prefix)
    }

    private static func violation(
        _ text: String, scheme: String, authority: String, prefix: String, allowsPlainHTTP: Bool
    ) -> ValidationError.Violation? {
        func violation(_ rule: ValidationError.Rule, _ explanation: String) -> ValidationError.Violation {
            .init(path: "baseURL", rule: rule, explanation: explanation, actual: text.utf8.count)
        }
        guard !authority.isEmpty else { return violation(.required, "the address of the channel has no host") }
        guard scheme == "https" || scheme == "http" else {
            return violation(.pattern, "an address begins with https://")
        }
        let isVisible: (UInt8) -> Bool = { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        guard text.utf8.allSatisfy(isVisible), !authority.contains("@") else {
            return violation(.characters, "an address holds no white space, no user name and plain ASCII only")
        }
        guard !text.contains("?"), !text.contains("#") else {
            return violation(.notAllowed, "the base address has no query: the token is given beside it")
        }
        let leavesPath = prefix.split(separator: "/").contains { $0 == "." || $0 == ".." }
        guard !leavesPath else { return violation(.pattern, "the path of the base address holds no . and no ..") }
        guard scheme == "https" || allowsPlainHTTP || LoopbackHost.contains(authority) else {
            return violation(.pattern, "a token is sent over https only; plain http needs allowsPlainHTTP")
        }
        return nil
    }
}
