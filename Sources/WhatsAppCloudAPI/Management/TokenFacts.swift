public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What the platform says of a token.
///
/// Source: Cloud API reference §1.2, §6.9 (`GET /debug_token`).
public struct TokenFacts: Hashable, Sendable {
    /// A permission; an open set.
    public struct Permission: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Sending and media.
        public static let messaging = Self(rawValue: "whatsapp_business_messaging")
        /// Templates, numbers and accounts.
        public static let management = Self(rawValue: "whatsapp_business_management")
        /// The business portfolio's edges.
        public static let business = Self(rawValue: "business_management")
    }

    /// A permission with what it is limited to.
    public struct Scope: Hashable, Sendable {
        /// The permission.
        public var permission: Permission
        /// The ids of the accounts or portfolios that it holds for; empty where it is not limited.
        public var targets: [String]

        /// Creates a value.
        public init(permission: Permission, targets: [String] = []) {
            self.permission = permission
            self.targets = targets
        }
    }

    /// Whether the token is good now.
    public var isValid: Bool
    /// When it expires; `nil` for never, and where the platform does not say.
    public var expiresAt: Date?
    /// When access to data ends, where the platform says so.
    public var dataAccessExpiresAt: Date?
    /// What kind of token it is, such as `SYSTEM_USER`, `USER` or `PAGE`.
    public var kind: String?
    /// The id of the app that it belongs to.
    public var applicationID: String?
    /// The name of that app.
    public var applicationName: String?
    /// Its permissions.
    public var permissions: [Permission]
    /// Its permissions with what they are limited to.
    public var scopes: [Scope]
    /// Why it is not good, where the platform says so.
    public var problem: String?

    /// Creates a value.
    public init(
        isValid: Bool, expiresAt: Date? = nil, dataAccessExpiresAt: Date? = nil, kind: String? = nil,
        applicationID: String? = nil, applicationName: String? = nil, permissions: [Permission] = [],
        scopes: [Scope] = [], problem: String? = nil
    ) {
        self.isValid = isValid
        self.expiresAt = expiresAt
        self.dataAccessExpiresAt = dataAccessExpiresAt
        self.kind = kind
        self.applicationID = applicationID
        self.applicationName = applicationName
        self.permissions = permissions
        self.scopes = scopes
        self.problem = problem
    }

    /// The accounts that the token reaches by its limited permissions.
    public var accounts: [BusinessAccountID] {
        var seen: Set<String> = []
        return scopes.filter { $0.permission == .management || $0.permission == .messaging }.flatMap(
            \.targets
        )
        .filter { seen.insert($0).inserted }.map { BusinessAccountID($0) }
    }

    /// Whether the token has a permission.
    public func has(_ permission: Permission) -> Bool {
        permissions.contains(permission) || scopes.contains { $0.permission == permission }
    }

    init(_ data: JSONValue) {
        func date(_ key: String) -> Date? {
            guard let seconds = data[key]?.lenientInteger, seconds > 0 else { return nil }
            return Date(timeIntervalSince1970: Double(seconds))
        }
        self.init(
            isValid: data["is_valid"]?.bool ?? false, expiresAt: date("expires_at"),
            dataAccessExpiresAt: date("data_access_expires_at"), kind: data["type"]?.string,
            applicationID: data["app_id"]?.lenientText, applicationName: data["application"]?.string,
            permissions: data["scopes"]?.array?.compactMap { $0.string.map { Permission(rawValue: $0) } }
                ?? [],
            scopes: data["granular_scopes"]?.array?.compactMap { scope in
                scope["scope"]?.string.map {
                    Scope(
                        permission: Permission(rawValue: $0),
                        targets: scope["target_ids"]?.array?.compactMap(\.lenientText) ?? [])
                }
            } ?? [],
            problem: data["error"]?["message"]?.string)
    }
}
