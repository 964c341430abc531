import Crypto
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The address of 360dialog's integrated onboarding: a client opens it in a pop-up, signs up or logs in, connects a number
/// and lets the partner use it.
///
/// ```swift
/// var link = OnboardingLink(partnerID: "AbCdEfPA")
/// link.email = "ada@shop.example"
/// link.state = random
/// show(link.url)                                       // and later: OnboardingResult(redirect: …)
/// ```
///
/// Source: 360dialog reference §5.6 ("Integrated onboarding").
public struct OnboardingLink: Hashable, Sendable {
    /// Where the dialog is.
    public var baseURL: String
    /// The partner's id.
    public var partnerID: String
    /// The client's e-mail address, filled in.
    public var email: String?
    /// The client's name, filled in.
    public var name: String?
    /// A note that is stored with the client as its `partner_payload`.
    public var partnerPayload: String?
    /// What comes back unchanged: a random word, by which the redirect is known to be an answer to this link.
    public var state: String?
    /// Where the client comes back to, instead of the partner's own redirect address.
    public var redirectURL: String?
    /// Whether it begins with a login instead of a sign-up.
    public var startsWithLogin: Bool
    /// The plan, such as `regular`.
    public var plan: String?
    /// The number, filled in.
    public var phoneNumber: PhoneNumber?
    /// The client to which the number is to belong.
    public var clientID: String?
    /// Whether the user becomes one of that client's.
    public var connectsUserToClient: Bool
    /// Further parameters of the program's own, which come back too.
    public var parameters: [String: String]

    /// Creates a link.
    public init(
        partnerID: String, email: String? = nil, name: String? = nil, partnerPayload: String? = nil,
        state: String? = nil, redirectURL: String? = nil, startsWithLogin: Bool = false, plan: String? = nil,
        phoneNumber: PhoneNumber? = nil, clientID: String? = nil, connectsUserToClient: Bool = false,
        parameters: [String: String] = [:], baseURL: String = "https://hub.360dialog.com"
    ) {
        self.partnerID = partnerID
        self.email = email
        self.name = name
        self.partnerPayload = partnerPayload
        self.state = state
        self.redirectURL = redirectURL
        self.startsWithLogin = startsWithLogin
        self.plan = plan
        self.phoneNumber = phoneNumber
        self.clientID = clientID
        self.connectsUserToClient = connectsUserToClient
        self.parameters = parameters
        self.baseURL = baseURL
    }

    /// The address.
    public var url: String {
        var parts: [(String, String?)] = [
            ("email", email), ("name", name), ("partner", partnerPayload), ("state", state),
            ("redirect_url", redirectURL), ("next", startsWithLogin ? "login" : nil), ("plan_selection", plan),
            ("number", phoneNumber?.digits), ("client_id", clientID),
            ("connect_client_user", connectsUserToClient ? "true" : nil),
        ]
        let known = Set(parts.map(\.0))
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
            parts.append((PathSegment.encoded(name), value))
        }
        var base = baseURL[...]
        while base.hasSuffix("/") { base = base.dropLast() }
        let address = "\(base)/dashboard/app/\(PathSegment.encoded(partnerID))/permissions"
        return PathSegment.query(parts).map { "\(address)?\($0)" } ?? address
    }

    /// The signature that 360dialog can demand of a link: HMAC-SHA512 of the partner's id and the time under the platform
    /// secret, in hexadecimal digits. It is good for one attempt, and made on a server only.
    ///
    /// Under which names time and signature stand in the address is not documented (unconfirmed): put them into
    /// ``parameters`` by the names that the Hub shows.
    ///
    /// - Parameters:
    ///   - instant: now.
    ///   - platformSecret: the platform secret from the Hub.
    public func signature(at instant: Date, platformSecret: Secret) -> String {
        let seconds = Int64(exactly: instant.timeIntervalSince1970.rounded(.down)) ?? 0
        let text = Array("\(partnerID)|\(seconds)".utf8)
        return platformSecret.withText { secret in
            String(hexadecimal: HMAC<SHA512>.authenticationCode(for: text, using: .init(data: Array(secret.utf8))))
        }
    }
}

extension OnboardingLink: CustomStringConvertible, CustomReflectable {
    /// The partner's id; nothing of the client.
    public var description: String { "onboarding of partner \(partnerID)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["partnerID": partnerID]) }
}
