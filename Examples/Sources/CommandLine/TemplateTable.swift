import Foundation
import WhatsApp

/// Templates in columns, for people.
struct TemplateTable {
    private static let titles = ["NAME", "LANGUAGE", "STATUS", "CATEGORY", "QUALITY", "ID", "TEXT"]
    /// How much of the text is shown.
    private static let textWidth = 48
    private var rows: [[String]] = []

    mutating func add(_ template: Template) {
        var status = template.status.folded.rawValue
        if case .rejected(let reason?) = template.reviewState { status += " (\(reason.rawValue))" }
        let words = template.definition.body?.text ?? template.definition.texts.first ?? ""
        var text = String(words.map { $0.isNewline ? " " : $0 })
        if text.count > Self.textWidth { text = String(text.prefix(Self.textWidth - 1)) + "…" }
        rows.append([
            template.name, template.language.rawValue, status, template.category.rawValue,
            template.quality?.rawValue ?? "", template.id?.rawValue ?? "", text,
        ])
    }

    func print() {
        let all = [Self.titles] + rows
        let widths = Self.titles.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        for row in all {
            let line = row.enumerated().map { column, text in
                column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - text.count)
            }.joined(separator: "  ")
            Swift.print(line)
        }
    }
}
