#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A value for a slot of a template.
///
/// A text is written as such: it fills placeholders, ends of addresses, payloads and codes.
///
/// ```swift
/// let values: TemplateValues = [
///     "first_name": "Ana", "total": .currency("$9.99", code: "USD", thousandths: 9_990),
///     "header": .image(.id("1602")), "buttons[1]": "n3mt",
/// ]
/// ```
///
/// Source: Cloud API reference §2.17 (December 2025).
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateValue: Hashable, Sendable {
    /// A text.
    case text(String)
    /// An amount for a placeholder of the body.
    case amount(CurrencyParameter)
    /// A date for a placeholder of the body.
    case dateTime(DateTimeParameter)
    /// A group whose invitation stands in the body.
    case group(GroupID)
    /// A picture for the header.
    case image(MediaReference)
    /// A video for the header.
    case video(MediaReference)
    /// A moving picture for the header.
    case gif(MediaReference)
    /// A document for the header.
    case document(DocumentReference)
    /// A place for the header.
    case location(LocationMessage)
    /// A product for the header.
    case product(ProductReference)
    /// What a button takes.
    case button(TemplateButton)
    /// The end of a limited-time offer, in milliseconds since 1970.
    case offerEnd(milliseconds: Int64)
    /// The new state of an order.
    indirect case orderStatus(OrderStatusUpdate)
    /// Where a tap on the message leads.
    case tapTargets([TapTarget])

    /// An amount.
    /// - Parameters:
    ///   - fallback: what is shown where the amount cannot be put into the customer's language.
    ///   - code: the currency, such as `USD`.
    ///   - thousandths: the amount times 1,000.
    public static func currency(_ fallback: String, code: String, thousandths: Int) -> Self {
        .amount(CurrencyParameter(fallback: fallback, code: code, thousandths: thousandths))
    }

    /// A date, as the text that is shown.
    public static func dateTime(_ text: String) -> Self { .dateTime(DateTimeParameter(text)) }

    /// The end of a limited-time offer; a date that no number of milliseconds holds is refused when the template is filled.
    public static func offerEnd(_ date: Date) -> Self {
        .offerEnd(milliseconds: Int64(exactly: (date.timeIntervalSince1970 * 1000).rounded()) ?? 0)
    }

    /// The text, where this is one or is shown as one.
    public var text: String? {
        switch self {
        case .text(let text): return text
        case .amount(let amount): return amount.fallback
        case .dateTime(let date): return date.text
        case .group(let id): return id.rawValue
        case .button(.url(let text)), .button(.copyCode(let text)): return text
        case .button(.quickReply(let payload)): return payload
        default: return nil
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Takes a text that is written in the program.
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension TemplateValue: CustomStringConvertible, CustomReflectable {
    /// The kind; nothing of the value, which can be personal.
    public var description: String {
        switch self {
        case .text: return "text"
        case .amount: return "amount"
        case .dateTime: return "date"
        case .group: return "group"
        case .image: return "image"
        case .video: return "video"
        case .gif: return "gif"
        case .document: return "document"
        case .location: return "location"
        case .product: return "product"
        case .button: return "button"
        case .offerEnd: return "end of an offer"
        case .orderStatus: return "order status"
        case .tapTargets: return "tap targets"
        }
    }

    /// A mirror that shows the kind only.
    public var customMirror: Mirror { Mirror(self, children: ["kind": description]) }
}
