/// The value of a template's button.
///
/// Buttons without values (phone numbers, fixed addresses, single products) are not sent.
///
/// Source: Cloud API reference §2.17.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateButton: Hashable, Sendable {
    /// A quick reply: what the customer's tap returns. `nil` returns the button's text.
    case quickReply(String? = nil)
    /// A web address: the text that replaces the address's placeholder. One-time codes too.
    case url(String)
    /// A code to copy.
    case copyCode(String)
    /// The catalog, with the product whose picture is shown.
    case catalog(thumbnail: String? = nil)
    /// Several products of the catalog, with the product whose picture is shown.
    case products(thumbnail: String, sections: [ProductSection])
    /// A flow: the token that its answer carries, and data for its first screen.
    case flow(token: String? = nil, data: JSONValue? = nil)
    /// A call: for how many minutes the button can be used, and what the call's webhooks carry.
    case voiceCall(minutes: Int? = nil, payload: String? = nil)
    /// An order to review and pay.
    indirect case orderDetails(OrderDetails)

    /// The most characters of a copy-code button's coupon: 20 (Cloud API reference §0.1, row 27, December 2025).
    public static let maximumCouponCodeLength = 20
    /// The most characters of a one-time code: 15 (Cloud API reference §2.17).
    public static let maximumOneTimeCodeLength = 15
    /// The most characters of an address's variable end: 2,000, that of the whole address (Cloud API reference §4.3).
    public static let maximumURLLength = 2000

    /// Reads a button component, its type and index excepted.
    init(component object: WireObject) {
        let subType = object.keyword("sub_type")
        var parameters = ButtonParameters(object)
        switch subType {
        case "quick_reply": self = .quickReply(parameters.text("payload"))
        case "url": self = .url(parameters.required("text"))
        case "copy_code": self = .copyCode(parameters.required("coupon_code"))
        case "catalog":
            self = .catalog(
                thumbnail: parameters.action { $0.optionalText("thumbnail_product_retailer_id") } ?? nil)
        case "mpm":
            let action = parameters.requiredAction {
                ($0.text("thumbnail_product_retailer_id"), $0.list("sections", of: ProductSection.self))
            }
            self = .products(thumbnail: action?.0 ?? "", sections: action?.1 ?? [])
        case "flow":
            let action = parameters.action { ($0.optionalText("flow_token"), $0.take("flow_action_data")) }
            self = .flow(token: action?.0, data: action?.1)
        case "voice_call":
            self = .voiceCall(minutes: parameters.number("ttl_minutes"), payload: parameters.text("payload"))
        case "order_details":
            let order = parameters.requiredAction { $0.value("order_details", as: OrderDetails.self) }
            self = .orderDetails(order ?? OrderDetails(reading: object.absent("order_details")))
        default:
            object.fail("sub_type", .notAllowed, "a sent template has no button of this kind")
            object.abandon()
            self = .quickReply()
        }
        parameters.finish()
    }

    /// The platform's name of the kind.
    package var subType: String {
        switch self {
        case .quickReply: return "quick_reply"
        case .url: return "url"
        case .copyCode: return "copy_code"
        case .catalog: return "catalog"
        case .products: return "mpm"
        case .flow: return "flow"
        case .voiceCall: return "voice_call"
        case .orderDetails: return "order_details"
        }
    }

    /// The platform's parameters.
    package var parameters: [JSONValue] {
        func action(_ members: KeyValuePairs<String, JSONValue?>) -> [JSONValue] {
            [["type": "action", "action": .members(members)]]
        }
        switch self {
        case .quickReply(let payload):
            return payload.map { [["type": "payload", "payload": .string($0)]] } ?? []
        case .url(let text): return [["type": "text", "text": .string(text)]]
        case .copyCode(let code): return [["type": "coupon_code", "coupon_code": .string(code)]]
        case .catalog(let thumbnail):
            return thumbnail.map { action(["thumbnail_product_retailer_id": .string($0)]) } ?? []
        case .products(let thumbnail, let sections):
            return action(["thumbnail_product_retailer_id": .string(thumbnail), "sections": .list(sections)])
        case .flow(let token, let data):
            guard token != nil || data != nil else { return [] }
            return action(["flow_token": .text(token), "flow_action_data": data])
        case .voiceCall(let minutes, let payload):
            var parameters: [JSONValue] = []
            if let minutes { parameters.append(["type": "ttl_minutes", "ttl_minutes": .number(JSONNumber(minutes))]) }
            if let payload { parameters.append(["type": "payload", "payload": .string(payload)]) }
            return parameters
        case .orderDetails(let order): return action(["order_details": order.json])
        }
    }

    func check(_ check: inout Check, at path: String) {
        switch self {
        case .quickReply(let payload):
            if let payload { check.required(payload, at: path + ".payload") }
        case .url(let text):
            check.text(text, at: path + ".text", maximum: Self.maximumURLLength)
        case .copyCode(let code):
            check.text(code, at: path + ".coupon_code", maximum: Self.maximumCouponCodeLength)
            let isAlphanumeric = code.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
            if !code.isEmpty, !isAlphanumeric {
                check.fail(at: path + ".coupon_code", .characters, "a code holds letters and digits")
            }
        case .catalog(let thumbnail):
            if let thumbnail { check.required(thumbnail, at: path + ".action.thumbnail_product_retailer_id") }
        case .products(let thumbnail, let sections):
            check.required(thumbnail, at: path + ".action.thumbnail_product_retailer_id")
            ProductSection.check(sections, &check, at: path + ".action.sections")
        case .flow(_, let data):
            if let data, data.object == nil {
                check.fail(at: path + ".action.flow_action_data", .type, "an object belongs here")
            }
        case .voiceCall(let minutes, let payload):
            if let minutes { check.number(minutes, at: path + ".ttl_minutes", in: VoiceCallMessage.minutesRange) }
            if let payload {
                let place = minutes == nil ? path : path.dropLast(3) + "[1]"
                check.length(payload, at: place + ".payload", maximum: VoiceCallMessage.maximumPayloadLength)
            }
        case .orderDetails(let order): order.check(&check, at: path + ".action.order_details")
        }
    }
}
