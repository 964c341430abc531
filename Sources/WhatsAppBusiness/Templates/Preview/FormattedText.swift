/// A text with WhatsApp's formatting, as lines of nested runs and as plain text.
///
/// ```swift
/// let text = FormattedText("*Hi _Ana_*,\n- one\n- two")
/// text.lines[0].runs          // [.bold([.text("Hi "), .italic([.text("Ana")])]), .text(",")]
/// text.lines[1].kind          // .bullet
/// text.plainText              // "Hi Ana,\n• one\n• two"
/// ```
///
/// The platform publishes the markers and no grammar. Here these rules hold:
///
/// - `*bold*`, `_italic_`, `~strikethrough~`, and monospace between one or three backquotes. A marker opens where neither a
///   letter nor a digit stands before it and something visible after it, and closes where something visible stands before
///   it and neither a letter nor a digit after it: `snake_case_name` and `2 * 3` are text.
/// - The nearest marker before a closing one opens; markers that are not closed stay text. Nothing lies between `**`.
/// - Bold, italic and strikethrough lie in each other, each once, within a line. In monospace there are no markers, and
///   three backticks may enclose several lines.
/// - A line that begins with `* ` or `- ` is a point of a list, with `1. ` a numbered one, with `> ` a quotation.
///
/// Reading takes time in proportion to the text's length, whatever stands in it.
///
/// Source: WhatsApp's help page about formatting messages, as applications show it; unconfirmed in its details.
public struct FormattedText: Hashable, Sendable {
    /// A stretch of text.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Run: Hashable, Sendable {
        /// Text as it is.
        case text(String)
        /// Bold text.
        case bold([Run])
        /// Italic text.
        case italic([Run])
        /// Text with a line through it.
        case strikethrough([Run])
        /// Text in a typewriter's letters.
        case monospace([Run])
        /// A template's placeholder that has no value, by its name.
        case placeholder(String)

        /// The text without markers.
        public var plainText: String {
            switch self {
            case .text(let text): return text
            case .bold(let runs), .italic(let runs), .strikethrough(let runs), .monospace(let runs):
                return runs.map(\.plainText).joined()
            case .placeholder(let name): return TemplatePlaceholder.spelled(name)
            }
        }
    }

    /// A line.
    public struct Line: Hashable, Sendable {
        /// What a line is.
        #if hasAttribute(nonexhaustive)
        @nonexhaustive
        #endif
        public enum Kind: Hashable, Sendable {
            /// An ordinary line.
            case plain
            /// A point of a list.
            case bullet
            /// A point of a numbered list.
            case number(Int)
            /// A part of a quotation.
            case quote
        }

        /// What the line is.
        public var kind: Kind
        /// What stands in it, the sign before a point or a quotation excepted.
        public var runs: [Run]

        /// Creates a line.
        public init(_ runs: [Run], kind: Kind = .plain) {
            self.kind = kind
            self.runs = runs
        }

        /// The line without markers; a point begins with `•` or its number, a quotation with `>`.
        public var plainText: String {
            let text = runs.map(\.plainText).joined()
            switch kind {
            case .plain: return text
            case .bullet: return "• " + text
            case .number(let number): return "\(number). " + text
            case .quote: return "> " + text
            }
        }
    }

    /// The text as it travels, markers included.
    public let text: String
    /// The lines; there is at least one.
    public let lines: [Line]

    /// Reads a text.
    public init(_ text: String) {
        self.init(text, placeholders: [])
    }

    /// Reads a text in which placeholders stand that have no value.
    /// - Parameter placeholders: where each stands, as offsets of bytes in their order, and its name.
    init(_ text: String, placeholders: [Placeholder]) {
        self.text = text
        var reader = FormattedTextReader(text, placeholders: placeholders)
        lines = reader.read()
    }

    /// The text without markers.
    public var plainText: String { lines.map(\.plainText).joined(separator: "\n") }

    /// A placeholder that has no value.
    struct Placeholder {
        var range: Range<Int>
        var name: String
    }
}

extension FormattedText: CustomStringConvertible, CustomReflectable {
    /// The number of lines: the text can be personal.
    public var description: String { "formatted text of \(lines.count) lines" }

    /// A mirror that shows the number of lines only.
    public var customMirror: Mirror { Mirror(self, children: ["lines": lines.count]) }
}
