/// A placeholder in a template's text: `{{1}}` or `{{first_name}}`.
///
/// ```swift
/// TemplatePlaceholder.all(in: "Hi {{1}}, your code is {{2}}.").map(\.name)     // ["1", "2"]
/// ```
///
/// Two braces, a name and two braces make a placeholder; white space around the name is passed over, and braces that
/// are not closed, or have nothing between them, are text. Source: Cloud API reference §4.2 (December 2025).
public struct TemplatePlaceholder: Hashable, Sendable {
    /// What a placeholder is called by.
    public enum Key: Hashable, Sendable {
        /// A number, counted from 1.
        case position(Int)
        /// A name.
        case name(String)
    }

    /// What stands in a text: a piece of it, or a placeholder.
    public enum Piece: Hashable, Sendable {
        /// Text as it is.
        case text(Substring)
        /// A placeholder.
        case placeholder(TemplatePlaceholder)
    }

    /// What the placeholder is called by.
    public var key: Key
    /// What stands between the braces, without white space around it: a number or a name.
    public var name: String
    /// Where the placeholder stands in the text, braces included.
    public var range: Range<String.Index>
    /// Whether it is spelled exactly as the platform does: without white space, and a number without zeros before it.
    public var isExact: Bool

    /// The placeholder as the platform spells it.
    public var spelled: String { Self.spelled(name) }

    /// A placeholder of this name as the platform spells it.
    public static func spelled(_ name: String) -> String { "{{\(name)}}" }

    /// The placeholders of a text, in their order; one that stands twice is there twice.
    public static func all(in text: String) -> [TemplatePlaceholder] {
        pieces(of: text).compactMap { piece in
            guard case .placeholder(let placeholder) = piece else { return nil }
            return placeholder
        }
    }

    /// The names of a text's placeholders, each once, in the order of their first use.
    public static func names(in text: String) -> [String] {
        var seen: Set<String> = []
        return all(in: text).map(\.name).filter { seen.insert($0).inserted }
    }

    /// The text with values in the places of its placeholders; those without a value stay.
    ///
    /// Each value is taken as it is: braces in it are text.
    public static func replacing(in text: String, with value: (TemplatePlaceholder) -> String?) -> String {
        var result = ""
        for piece in pieces(of: text) {
            switch piece {
            case .text(let text): result += text
            case .placeholder(let placeholder): result += value(placeholder) ?? String(text[placeholder.range])
            }
        }
        return result
    }

    /// The text in pieces: together they are the whole text, and none is empty.
    public static func pieces(of text: String) -> [Piece] {
        let bytes = text.utf8
        var pieces: [Piece] = []
        var start = text.startIndex
        var index = text.startIndex
        // Where the innermost pair of opening braces ends, of those that are not closed yet.
        var open: String.Index?
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            guard next < bytes.endIndex, bytes[index] == bytes[next] else {
                index = next
                continue
            }
            let end = bytes.index(after: next)
            switch bytes[index] {
            case UInt8(ascii: "{"):
                open = end
                // Of three braces the last two count.
                index = next
            case UInt8(ascii: "}"):
                guard let inner = open, let placeholder = placeholder(in: text, from: inner, to: index) else {
                    index = next
                    continue
                }
                if start < placeholder.range.lowerBound {
                    pieces.append(.text(text[start..<placeholder.range.lowerBound]))
                }
                pieces.append(.placeholder(placeholder))
                (open, start, index) = (nil, placeholder.range.upperBound, placeholder.range.upperBound)
            default: index = next
            }
        }
        if start < text.endIndex { pieces.append(.text(text[start...])) }
        return pieces
    }

    private static func placeholder(
        in text: String, from start: String.Index, to end: String.Index
    ) -> TemplatePlaceholder? {
        let inner = text[start..<end]
        let name = String(inner).trimmingASCIIWhitespace()
        guard !name.isEmpty, !name.contains(where: { $0 == "{" || $0 == "}" || $0.isNewline }) else { return nil }
        let isNumber = name.utf8.allSatisfy { $0 &- 0x30 < 10 }
        let position = isNumber ? Int(name) : nil
        let isExact = name.utf8.count == inner.utf8.count && position.map { String($0) == name } ?? true
        let range = text.utf8.index(start, offsetBy: -2)..<text.utf8.index(end, offsetBy: 2)
        guard let position else {
            return TemplatePlaceholder(key: .name(name), name: name, range: range, isExact: isExact)
        }
        return TemplatePlaceholder(key: .position(position), name: String(position), range: range, isExact: isExact)
    }
}
