public import WhatsAppBusiness
public import WhatsAppConversations

/// A template that the simulated platform has approved.
public struct SimulatedTemplate: Hashable, Sendable {
    /// The template's name.
    public var name: String
    /// The template's language.
    public var language: LanguageCode
    /// The category by which it is charged.
    public var category: Pricing.Category
    /// The body with its placeholders, `{{1}}` or `{{name}}`.
    public var body: String

    /// Creates a template.
    public init(name: String, language: LanguageCode, category: Pricing.Category, body: String) {
        self.name = name
        self.language = language
        self.category = category
        self.body = body
    }

    /// The template that every new account has (Cloud API reference §7.1).
    public static let helloWorld = Self(
        name: "hello_world", language: "en_US", category: .utility,
        body: "Welcome and congratulations! This message demonstrates that your account can send.")

    /// The names of the placeholders, each once, in the order of their first use.
    var placeholders: [String] {
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
        var rest = body[...]
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
