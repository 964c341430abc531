#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension AccountEvent {
    /// The settings of a number were changed, by the program itself or by somebody else: `account_settings_update`
    /// (webhooks reference §2.5).
    public struct SettingsUpdate: Hashable, Sendable {
        /// Which settings were changed; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Those of a number.
            public static let phoneNumber = Self(rawValue: "PHONE_NUMBER_SETTINGS")
        }

        /// Which settings these are.
        public var kind: Kind
        /// The number.
        public var phoneNumberID: PhoneNumberID?
        /// The settings of calls.
        public var calling: CallingSettings?
        /// When they were changed.
        public var changed: Date?

        /// Creates the value.
        public init(
            kind: Kind, phoneNumberID: PhoneNumberID? = nil, calling: CallingSettings? = nil, changed: Date? = nil
        ) {
            self.kind = kind
            self.phoneNumberID = phoneNumberID
            self.calling = calling
            self.changed = changed
        }

        init?(_ node: JSONNode) {
            // A sample of the platform spells the type in small letters.
            guard let type = node.member("type")?.text else { return nil }
            let settings = node.member("phone_number_settings")
            self.init(
                kind: Kind(rawValue: type.uppercased()), phoneNumberID: settings?.read("phone_number_id"),
                calling: settings?.member("calling").flatMap { CallingSettings($0) },
                changed: node.member("timestamp")?.time)
        }
    }
}

extension AccountEvent.SettingsUpdate: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "settings: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
