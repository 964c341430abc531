/// A template's name and texts in small letters, so that a search need not fold thousands of them.
struct SearchableText: Hashable, Sendable {
    private let name: [UInt8]
    /// The texts with a byte between them that stands in no text.
    private let texts: [UInt8]

    private static let separator: UInt8 = 0xFF

    init(_ template: Template) {
        name = Self.folded(template.name)
        texts = template.definition.texts.reduce(into: []) { bytes, text in
            bytes += Self.folded(text)
            bytes.append(Self.separator)
        }
    }

    static func folded(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }

    func hasInName(_ part: [UInt8]) -> Bool { Self.contains(name, part) }

    func hasInTexts(_ part: [UInt8]) -> Bool {
        // No text holds even nothing where there is none.
        part.isEmpty ? !texts.isEmpty : Self.contains(texts, part)
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        guard bytes.count >= part.count else { return false }
        var start = 0
        let last = bytes.count - part.count
        while start <= last {
            if bytes[start] == first {
                var offset = 1
                while offset < part.count, bytes[start + offset] == part[offset] { offset += 1 }
                if offset == part.count { return true }
            }
            start += 1
        }
        return false
    }
}
