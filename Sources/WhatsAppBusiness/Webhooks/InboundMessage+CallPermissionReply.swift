#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension InboundMessage {
    /// Whether a customer may be called (webhooks reference §3.3, `call_permission_reply`).
    public struct CallPermissionReply: Hashable, Sendable {
        /// An answer; an open set.
        public struct Response: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Calls are allowed.
            public static let accept = Self(rawValue: "accept")
            /// Calls are not allowed.
            public static let reject = Self(rawValue: "reject")
        }
        /// Who answered; an open set.
        public struct Source: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The customer.
            public static let userAction = Self(rawValue: "user_action")
            /// The platform, for instance since the customer called.
            public static let automatic = Self(rawValue: "automatic")
        }

        /// What the customer answered.
        public var response: Response
        /// Whether the permission does not end.
        public var isPermanent: Bool
        /// When the permission ends.
        public var expiration: Date?
        /// Whether the customer answered, or the platform by itself.
        public var source: Source?

        /// Creates the value.
        public init(response: Response, isPermanent: Bool = false, expiration: Date? = nil, source: Source? = nil) {
            self.response = response
            self.isPermanent = isPermanent
            self.expiration = expiration
            self.source = source
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var response: Response?
            var isPermanent: Bool = false
            var expiration: Date?
            var source: Source?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "response": response = value.text.map { Response(rawValue: $0) }
                case "is_permanent": isPermanent = value.bool ?? false
                case "expiration_timestamp": expiration = value.time
                case "response_source": source = value.text.map { Source(rawValue: $0) }
                default: break
                }
            }
            guard let response else {
                throw .unusable(
                    "interactive.call_permission_reply.response", in: node, "response", "a response is a string")
            }
            self.init(response: response, isPermanent: isPermanent, expiration: expiration, source: source)
        }
    }
}

extension InboundMessage.CallPermissionReply: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "call permission: \(response.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
