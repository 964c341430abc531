#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Values for one part of a template: its header, its body, one of its buttons, …
///
/// Each case takes what its part can hold. There is none for buttons without values (phone numbers, fixed addresses):
/// they are not sent.
///
/// ```swift
/// TemplateMessage(name: "promo_v2", language: "en_US", components: [
///     .header(.image(.id("1602"))),
///     .body([.text("Ann", name: "first_name")]),
///     .button(.copyCode("SPRING25"), at: 0),
///     .button(.url("n3mt"), at: 1),
/// ])
/// ```
///
/// Source: Cloud API reference §2.17.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateComponent: PlatformValue {
    /// The header's value.
    case header(TemplateHeader)
    /// The body's values, in the template's order, or with names.
    case body([TemplateParameter])
    /// A button's value, and the button's place among **all** buttons of the template, counted from 0.
    case button(TemplateButton, at: Int)
    /// The end of a limited-time offer, in milliseconds since 1970.
    case limitedTimeOffer(expirationMilliseconds: Int64)
    /// The cards of a carousel, as many as the template has.
    case carousel([TemplateCard])
    /// The new state of an order.
    case orderStatus(OrderStatusUpdate)
    /// Where a tap on the message leads; for verified accounts of high quality.
    case tapTarget([TapTarget])

    /// The end of a limited-time offer.
    public static func limitedTimeOffer(until end: Date) -> Self {
        let milliseconds = (end.timeIntervalSince1970 * 1000).rounded()
        return .limitedTimeOffer(expirationMilliseconds: Int64(exactly: milliseconds) ?? 0)
    }

    /// The two components of a one-time code, which stands in the body and on the button.
    /// - Parameter code: at most ``TemplateButton/maximumOneTimeCodeLength`` characters.
    public static func oneTimeCode(_ code: String) -> [TemplateComponent] {
        [.body([.text(code)]), .button(.url(code), at: 0)]
    }

    package init(reading object: WireObject) {
        let type = object.keyword("type")
        switch type {
        case "header": self = .header(Self.single(object) { TemplateHeader(reading: $0) } ?? .text(""))
        case "body": self = .body(object.list("parameters"))
        case "button":
            let index = object.looseInteger("index")
            if index == nil { object.fail("index", .required, "a button needs its place in the template") }
            self = .button(TemplateButton(component: object), at: index ?? 0)
        case "limited_time_offer":
            let offer = Self.single(object) { parameter in
                parameter.constant("type", "limited_time_offer")
                return parameter.within("limited_time_offer") { $0.integer("expiration_time_ms") }
            }
            self = .limitedTimeOffer(expirationMilliseconds: Int64(offer ?? 0))
        case "carousel":
            if !object.has("cards") { object.fail("cards", .required, "a carousel needs its cards") }
            self = .carousel(object.list("cards"))
        case "order_status":
            let update = Self.single(object) { parameter in
                parameter.constant("type", "order_status")
                return parameter.value("order_status", as: OrderStatusUpdate.self)
            }
            self = .orderStatus(update ?? OrderStatusUpdate(referenceID: "", status: .pending))
        case "tap_target_configuration":
            let targets = Self.single(object) { parameter in
                parameter.constant("type", "tap_target_configuration")
                return parameter.list("tap_target_configuration", of: TapTarget.self)
            }
            self = .tapTarget(targets ?? [])
        default:
            object.fail("type", .notAllowed, "a sent template has no component of this type")
            object.abandon()
            self = .body([])
        }
    }

    /// Reads the only parameter of a component.
    private static func single<T>(_ object: WireObject, _ read: (WireObject) -> T) -> T? {
        let values = object.list("parameters", read)
        if values.count != 1, !object.log.covers(object.path("parameters")) {
            object.fail("parameters", values.isEmpty ? .required : .maxCount, "this component has one parameter")
        }
        return values.first
    }

    package var json: JSONValue {
        switch self {
        case .header(let value): return ["type": "header", "parameters": [value.json]]
        case .body(let values): return ["type": "body", "parameters": .list(values)]
        case .button(let button, let index):
            let parameters = button.parameters
            return .members([
                "type": "button", "sub_type": .string(button.subType), "index": .string(String(index)),
                "parameters": parameters.isEmpty ? nil : .array(parameters),
            ])
        case .limitedTimeOffer(let milliseconds):
            return [
                "type": "limited_time_offer",
                "parameters": [
                    [
                        "type": "limited_time_offer",
                        "limited_time_offer": ["expiration_time_ms": .number(JSONNumber(milliseconds))],
                    ]
                ],
            ]
        case .carousel(let cards): return ["type": "carousel", "cards": .list(cards)]
        case .orderStatus(let update):
            return ["type": "order_status", "parameters": [["type": "order_status", "order_status": update.json]]]
        case .tapTarget(let targets):
            return [
                "type": "tap_target_configuration",
                "parameters": [["type": "tap_target_configuration", "tap_target_configuration": .list(targets)]],
            ]
        }
    }
}
