public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A token of the simulated Cloud API beside the configuration's first one, with the permissions that it has.
public struct SimulatedToken: Sendable {
    /// The token.
    public var secret: Secret
    /// The permissions, such as `whatsapp_business_messaging`.
    public var scopes: Set<String>
    /// When it ends; `nil` where it does not.
    public var expiresAt: Date?

    /// Creates a token.
    public init(_ secret: Secret, scopes: Set<String> = Self.allScopes, expiresAt: Date? = nil) {
        self.secret = secret
        self.scopes = scopes
        self.expiresAt = expiresAt
    }

    /// What a system user of a shop has (Cloud API reference §1.2).
    public static let allScopes: Set<String> = [
        "whatsapp_business_messaging", "whatsapp_business_management", "business_management",
    ]
}
