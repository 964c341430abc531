#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Values for the slots of a template.
///
/// Each value stands under a key: the name or number of a placeholder of the body or the header, or the path of a slot
/// (``TemplateSlot/path``), whose braces can be left out and which can be cut off after `header` or `buttons[1]`.
///
/// ```swift
/// var values: TemplateValues = ["first_name": "Ana", "header": .image(.id("1602"))]
/// values[button: 0] = .quickReply("stop")
/// values[button: 1] = .url("n3mt")
/// values.cards = [["header": .image(.id("1"))], ["header": .image(.id("2"))]]
/// ```
///
/// A bare number or name fills the body's placeholder. Where the body has none of it, it fills the header's, and where
/// neither has one, that of the only button with a variable address. A **name** that stands in the header and in the body
/// fills both.
public struct TemplateValues: Hashable, Sendable {
    /// The values by their keys.
    public var entries: [String: TemplateValue]
    /// Values for each card of a carousel, with paths within the card. Cards beyond these have no values, unless
    /// ``entries`` name them (`cards[2].header`).
    public var cards: [TemplateValues]

    /// Creates no values.
    public init() {
        self.init([String: TemplateValue]())
    }

    /// Creates values.
    public init(_ entries: [String: TemplateValue], cards: [TemplateValues] = []) {
        self.entries = entries
        self.cards = cards
    }

    /// Creates values of texts.
    public init(texts: [String: String]) {
        self.init(texts.mapValues { .text($0) })
    }

    /// Creates values for the body's placeholders `{{1}}`, `{{2}}`, …
    public init(body texts: [String]) {
        self.init(
            Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\($0 + 1)", TemplateValue.text($1)) }))
    }

    /// The value under a key.
    public subscript(key: String) -> TemplateValue? {
        get { entries[key] }
        set { entries[key] = newValue }
    }

    /// What a button takes, by its place among all buttons, counted from 0.
    public subscript(button index: Int) -> TemplateButton? {
        get {
            guard case .button(let button)? = entries["buttons[\(index)]"] else { return nil }
            return button
        }
        set { entries["buttons[\(index)]"] = newValue.map { .button($0) } }
    }

    /// The header's value.
    public var header: TemplateValue? {
        get { entries["header"] }
        set { entries["header"] = newValue }
    }

    /// A one-time code, which stands in the body and on the button.
    public var code: String? {
        get { entries["code"]?.text }
        set { entries["code"] = newValue.map { .text($0) } }
    }

    /// When a limited-time offer ends.
    public var offerEnd: Date? {
        get {
            guard case .offerEnd(let milliseconds)? = entries["limited_time_offer"] else { return nil }
            return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        }
        set { entries["limited_time_offer"] = newValue.map { .offerEnd($0) } }
    }

    /// These values, and others where these have none.
    public func merging(defaults: TemplateValues) -> TemplateValues {
        var merged = self
        merged.entries.merge(defaults.entries) { own, _ in own }
        for (index, card) in defaults.cards.enumerated() {
            if index < merged.cards.count {
                merged.cards[index] = merged.cards[index].merging(defaults: card)
            } else {
                merged.cards.append(card)
            }
        }
        return merged
    }
}

extension TemplateValues: ExpressibleByDictionaryLiteral {
    /// Takes values that are written in the program; of equal keys the last value counts.
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init(Dictionary(elements) { _, last in last })
    }
}

extension TemplateValues: CustomStringConvertible, CustomReflectable {
    /// The number of values; none of them, since they can be personal.
    public var description: String {
        cards.isEmpty ? "\(entries.count) values" : "\(entries.count) values and \(cards.count) cards"
    }

    /// A mirror that shows the number of values only.
    public var customMirror: Mirror { Mirror(self, children: ["count": entries.count, "cards": cards.count]) }
}
