import WhatsAppBusiness

/// A text with placeholders, `{{1}}` or `{{name}}`, read with code of the platform's own.
struct PlaceholderText {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The names of the placeholders, each once, in the order of their first use.
    var names: [String] {
        var names: [String] = []
        for piece in pieces {
            if case .placeholder(let name) = piece, !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The body with values in the place of its placeholders.
    func rendered(_ values: [String: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .placeholder(let name): return values[name] ?? "{{\(name)}}"
            }
        }.joined()
    }

    private enum Piece {
        case text(String)
        case placeholder(String)
    }

    private var pieces: [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            pieces.append(.text(String(rest[..<open.lowerBound])))
            pieces.append(
                .placeholder(String(rest[open.upperBound..<close.lowerBound]).trimmingASCIIWhitespace()))
            rest = rest[close.upperBound...]
        }
        pieces.append(.text(String(rest)))
        return pieces
    }
}
