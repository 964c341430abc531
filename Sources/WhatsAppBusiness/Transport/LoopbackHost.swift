/// Whether an address leads to this machine, where plain http betrays nothing.
package enum LoopbackHost {
    /// - Parameter authority: a host with its optional port, as an address writes it.
    package static func contains(_ authority: some StringProtocol) -> Bool {
        if authority.hasPrefix("[") { return authority == "[::1]" || authority.hasPrefix("[::1]:") }
        let host = authority.prefix { $0 != ":" }.lowercased()
        guard host != "localhost" else { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }
}
