/// What a client brings back from 360dialog's integrated onboarding.
///
/// ```swift
/// guard let result = OnboardingResult(redirect: request.uri), result.state == expected else { … }
/// for channel in result.channels { try await partner.connect(channel) { try await vault.store($0) } }
/// ```
///
/// It comes from the client's browser: compare ``state``, and ask the Partner API what the client and the channels are. The
/// key can be made once the event `channel_permission_granted` or `channel_live` has come.
///
/// Source: 360dialog reference §5.6 ("Integrated onboarding").
public struct OnboardingResult: Hashable, Sendable {
    /// The client's id.
    public var client: String
    /// The ids of the channels that the partner may use from now on.
    public var channels: [String]
    /// The ids of the channels that the partner may use no longer.
    public var revoked: [String]
    /// What the link's `state` was.
    public var state: String?
    /// Every other parameter.
    public var parameters: [String: String]

    /// Creates a result.
    public init(
        client: String, channels: [String] = [], revoked: [String] = [], state: String? = nil,
        parameters: [String: String] = [:]
    ) {
        self.client = client
        self.channels = channels
        self.revoked = revoked
        self.state = state
        self.parameters = parameters
    }

    /// The longest redirect that is read.
    static let maximumLength = 16 * 1024

    /// Reads the address that the client was sent back to: a whole address, or its path and query.
    ///
    /// - Returns: `nil` where it names no client, as when the client closed the dialog, and where it is longer than 16 KiB.
    public init?(redirect: String) {
        guard redirect.utf8.count <= Self.maximumLength else { return nil }
        let query = redirect.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        var values: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[PathSegment.decoded(parts[0])] = parts.count < 2 ? "" : PathSegment.decoded(parts[1])
        }
        guard let client = values.removeValue(forKey: "client"), !client.isEmpty else { return nil }
        self.client = client
        channels = Self.list(values.removeValue(forKey: "channels"))
        revoked = Self.list(values.removeValue(forKey: "revoked"))
        state = values.removeValue(forKey: "state")
        parameters = values
    }

    /// The ids of `[a,b]`, which looks like JSON and is none.
    private static func list(_ text: String?) -> [String] {
        var text = (text ?? "")[...]
        if text.hasPrefix("[") { text = text.dropFirst() }
        if text.hasSuffix("]") { text = text.dropLast() }
        return text.split(separator: ",").compactMap { part in
            let id = part.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            return id.isEmpty ? nil : id
        }
    }
}

extension OnboardingResult: CustomStringConvertible, CustomReflectable {
    /// How many channels there are; no parameters.
    public var description: String { "onboarding of \(channels.count) channels, \(revoked.count) revoked" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["channels": channels.count, "revoked": revoked.count])
    }
}
