#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Somebody tapped a link of a marketing message, or saw its page: an element of `user_actions[]` (webhooks reference §2.3). It does not say who.
public struct ClickEvent: Hashable, Sendable {
    /// What was done, such as `marketing_messages_link_click`.
    public var action: String
    /// When.
    public var timestamp: Date?
    /// What was tapped: `cta` or `body`.
    public var component: String?
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
        action: String, timestamp: Date? = nil, component: String? = nil, clickID: String? = nil,
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
        var action: String?
        var timestamp: Date?
        var component: String?
        var clickID: String?
        var trackingToken: String?
        var productID: String?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "action_type": action = value.text
            case "timestamp": timestamp = value.time
            case "marketing_messages_link_click_data":
                component = value.member("click_component")?.text
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
    public var description: String { "click event \(action)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
