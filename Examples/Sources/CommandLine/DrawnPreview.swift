import Foundation
import WhatsApp

/// Draws a message for a terminal: a box with the header, the text, the footer and the buttons.
struct DrawnPreview {
    /// The width of the text in the box.
    var width: Int
    /// Whether bold, italic and so on are drawn in the terminal's styles; as markers otherwise.
    var usesStyles: Bool

    /// Whether standard output is a terminal that draws styles.
    static var isTerminal: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// A piece of text in one style.
    private struct Span {
        var text: String
        var styles: Set<Int> = []
    }

    func draw(_ preview: TemplatePreview, title: String) -> String {
        var rows: [String] = []
        rows.append("┌─ " + fitted(title, width - 2) + " " + line(width - 1 - columns(fitted(title, width - 2))) + "┐")
        if let offer = preview.offer {
            rows += wrapped([Span(text: "⏱ " + visible(offer.text) + end(offer), styles: [1])])
        }
        rows += message(
            header: preview.header, body: preview.body, footer: preview.footer, buttons: preview.buttons)
        if preview.asksForCallPermission { rows += wrapped([Span(text: "[ May we call you? ]")]) }
        for (index, card) in preview.cards.enumerated() {
            rows.append(separator("card \(index + 1)"))
            rows += message(header: card.header, body: card.body, footer: nil, buttons: card.buttons)
        }
        rows.append("└" + line(width + 2) + "┘")
        for path in preview.unfilled { rows.append("  unfilled: " + visible(path)) }
        for violation in preview.violations { rows.append("  refused: " + visible(violation.description)) }
        for warning in preview.warnings { rows.append("  warning: " + visible(warning.description)) }
        if preview.isApproximate { rows.append("  The platform's own words are shown in English, approximately.") }
        return rows.joined(separator: "\n") + "\n"
    }

    private func message(
        header: TemplatePreview.Header?, body: FormattedText?, footer: String?, buttons: [TemplatePreview.Button]
    ) -> [String] {
        var rows: [String] = []
        if let header { rows += wrapped([Span(text: visible(text(of: header)), styles: [1])]) }
        for line in body?.lines ?? [] {
            let prefix: String
            switch line.kind {
            case .bullet: prefix = "• "
            case .number(let number): prefix = "\(number). "
            case .quote: prefix = "▎ "
            default: prefix = ""
            }
            rows += wrapped([Span(text: prefix)] + line.runs.flatMap { spans($0, styles: []) })
        }
        if let footer { rows += wrapped([Span(text: visible(footer), styles: [2])]) }
        if !buttons.isEmpty { rows.append(separator(nil)) }
        for button in buttons {
            var label = "[ \(visible(button.text)) ]"
            for detail in [button.url, button.phoneNumber, button.code] {
                if let detail { label += " " + visible(detail) }
            }
            rows += wrapped([Span(text: label)])
        }
        return rows
    }

    private func end(_ offer: TemplatePreview.Offer) -> String {
        guard let milliseconds = offer.endMilliseconds, abs(milliseconds) < 253_402_300_800_000 else { return "" }
        return " · ends " + Output.timestamp(Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }

    private func text(of header: TemplatePreview.Header) -> String {
        func media(_ name: String, _ media: MediaReference?) -> String {
            "[\(name)\(media.map { " " + ($0.link ?? $0.id?.rawValue ?? "") } ?? "")]"
        }
        switch header {
        case .text(let text): return text
        case .image(let reference): return media("image", reference)
        case .video(let reference): return media("video", reference)
        case .gif(let reference): return media("GIF", reference)
        case .document(let document): return media(document?.filename ?? "document", document?.media)
        case .location(let location):
            guard let location else { return "[location]" }
            let place = [location.name, location.address].compactMap { $0 }.joined(separator: ", ")
            return "[location \(location.latitude.text), \(location.longitude.text)] \(place)"
        case .product(let product): return "[product\(product.map { " " + $0.retailerID } ?? "")]"
        case .unrecognized(let format): return "[\(format.lowercased())]"
        @unknown default: return "[header]"
        }
    }

    // MARK: Styles

    private func spans(_ run: FormattedText.Run, styles: Set<Int>) -> [Span] {
        func styled(_ runs: [FormattedText.Run], _ style: Int, _ marker: String) -> [Span] {
            guard usesStyles else {
                let inner = runs.flatMap { spans($0, styles: styles) }
                return [Span(text: marker)] + inner + [Span(text: marker)]
            }
            return runs.flatMap { spans($0, styles: styles.union([style])) }
        }
        switch run {
        case .text(let text): return [Span(text: visible(text), styles: styles)]
        case .bold(let runs): return styled(runs, 1, "*")
        case .italic(let runs): return styled(runs, 3, "_")
        case .strikethrough(let runs): return styled(runs, 9, "~")
        case .monospace(let runs): return styled(runs, 2, "`")
        case .placeholder(let name): return [Span(text: "{{\(visible(name))}}", styles: styles.union([7]))]
        @unknown default: return [Span(text: visible(run.plainText), styles: styles)]
        }
    }

    /// The text without what a terminal would obey.
    private func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control: return scalar == "\t" ? " " : "\u{FFFD}"
                    // Marks that turn the direction of what follows would turn the box.
                    case .format
                    where (0x202A...0x202E).contains(scalar.value)
                        || (0x2066...0x2069).contains(scalar.value):
                        return "\u{FFFD}"
                    default: return scalar
                    }
                }))
    }

    // MARK: Boxes

    /// Text in rows of the box's width, broken at spaces where that is possible.
    private func wrapped(_ spans: [Span]) -> [String] {
        var rows: [[Span]] = []
        var row: [Span] = []
        var used = 0
        func breakRow() {
            rows.append(row)
            row = []
            used = 0
        }
        for span in spans {
            for word in words(span.text) {
                let length = columns(word)
                if used + length > width, used > 0 { breakRow() }
                if used == 0, word == " ", !rows.isEmpty { continue }
                var rest = Substring(word)
                while columns(String(rest)) > width - used, used < width {
                    let piece = prefix(of: rest, columns: width - used)
                    guard !piece.isEmpty else { break }
                    row.append(Span(text: String(piece), styles: span.styles))
                    rest = rest.dropFirst(piece.count)
                    breakRow()
                }
                guard !rest.isEmpty else { continue }
                row.append(Span(text: String(rest), styles: span.styles))
                used += columns(String(rest))
                if used > width { breakRow() }
            }
        }
        if !row.isEmpty || rows.isEmpty { rows.append(row) }
        return rows.map { row in
            let length = row.reduce(0) { $0 + columns($1.text) }
            return "│ " + row.map(drawn).joined() + String(repeating: " ", count: max(0, width - length)) + " │"
        }
    }

    /// Words, and the single spaces between them.
    private func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            if character == " " {
                if !word.isEmpty { words.append(word) }
                words.append(" ")
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private func prefix(of text: Substring, columns limit: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        while end < text.endIndex {
            let length = columns(String(text[end]))
            guard used + length <= limit else { break }
            used += length
            end = text.index(after: end)
        }
        return text[..<end]
    }

    private func drawn(_ span: Span) -> String {
        guard usesStyles, !span.styles.isEmpty, !span.text.isEmpty else { return span.text }
        let codes = span.styles.sorted().map(String.init).joined(separator: ";")
        return "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }

    private func separator(_ title: String?) -> String {
        guard let title else { return "├" + line(width + 2) + "┤" }
        return "├─ \(title) " + line(width - 1 - columns(title)) + "┤"
    }

    private func line(_ count: Int) -> String { String(repeating: "─", count: max(0, count)) }

    private func fitted(_ text: String, _ limit: Int) -> String {
        let text = visible(text)
        guard columns(text) > limit else { return text }
        return String(prefix(of: Substring(text), columns: limit - 1)) + "…"
    }

    /// How many columns a text takes: two for emoji and for the letters of East Asia.
    private func columns(_ text: String) -> Int {
        text.reduce(0) { sum, character in
            guard let scalar = character.unicodeScalars.first else { return sum }
            let isWide =
                scalar.properties.isEmojiPresentation || character.unicodeScalars.contains { $0.value == 0xFE0F }
                || (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
                || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
                || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
                || (0x20000...0x3FFFD).contains(scalar.value)
            let isNarrow = scalar.properties.generalCategory == .nonspacingMark
            return sum + (isNarrow ? 0 : isWide ? 2 : 1)
        }
    }
}
