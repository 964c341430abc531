#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Somebody tapped a link of a marketing message, or saw its page: an element of `user_actions[]` (webhooks reference §2.3). It does not say who.
public struct ClickEvent: Hashable, Sendable {
    /// What was done; an open set.
    public struct Action: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A link was tapped.
        public static let linkClick = Self(rawValue: "marketing_messages_link_click")
        /// The page behind it was seen.
        public static let landingPageView = Self(rawValue: "landing_page_view")
    }

    /// What was tapped; an open set.
    public struct Component: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A button.
        public static let callToAction = Self(rawValue: "cta")
        /// A link in the text.
        public static let body = Self(rawValue: "body")
    }

    /// What was done.
    public var action: Action
    /// When.
    public var timestamp: Date?
    /// What was tapped.
    public var component: Component?
    /// The click.
    public var clickID: String?
    /// The token for measurements.
    public var trackingToken: String?
    /// The product.
    public var productID: String?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        action: Action, timestamp: Date? = nil, component: Component? = nil, clickID: String? = nil,
        trackingToken: String? = nil, productID: String? = nil, origin: EventOrigin
    ) {
        self.action = action
        self.timestamp = timestamp
        self.component = component
        self.clickID = clickID
        self.trackingToken = trackingToken
        self.productID = productID
        self.origin = origin
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin) throws(ElementFault) {
        var action: Action?
        var timestamp: Date?
        var component: Component?
        var clickID: String?
        var trackingToken: String?
        var productID: String?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "action_type": action = value.text.map { Action(rawValue: $0) }
            case "timestamp": timestamp = value.time
            // Every action has its data in a member that is named after it.
            case _ where member.key.text.hasSuffix("_data"):
                component = value.read("click_component")
                clickID = value.member("click_id")?.text
                trackingToken = value.member("tracking_token")?.text
                productID = value.member("product_id")?.text
            default: break
            }
        }
        guard let action else { throw .unusable("action_type", in: node, "action_type", "an action is a string") }
        self.init(
            action: action, timestamp: timestamp, component: component, clickID: clickID, trackingToken: trackingToken,
            productID: productID, origin: origin)
    }
}

extension ClickEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "click event \(action.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
