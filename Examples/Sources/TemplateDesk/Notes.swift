import Foundation
import WhatsApp

/// Prints what happens: colour only on a terminal that wants it.
struct Notes: Sendable {
    private let hasColour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    func title(_ text: String) { print("\n\(styled(text, "1"))") }

    func fact(_ subject: String, _ text: String) {
        print("  \(styled(subject.padding(toLength: 10, withPad: " ", startingAt: 0), "36"))\(text)")
    }

    func end(_ text: String) { print("\n\(styled(text, "1"))") }

    func fail(_ text: String) {
        FileHandle.standardError.write(Data("\(styled("The desk stopped: \(text)", "31"))\n".utf8))
    }

    /// A template in a line.
    func show(_ template: Template) {
        let quality = template.quality.map { ", \($0.rawValue)" } ?? ""
        fact(template.status.folded.rawValue.lowercased(), "\(TemplateKey(template))\(quality)")
    }

    /// What a person sees, in a frame.
    func show(_ preview: TemplatePreview) {
        var lines: [String] = []
        switch preview.header {
        case .text(let text)?: lines += [text, ""]
        case .location?: lines += ["[place]", ""]
        case nil: break
        default: lines += ["[header]", ""]
        }
        lines += preview.body?.plainText.components(separatedBy: "\n") ?? []
        if let footer = preview.footer { lines += ["", footer] }
        for button in preview.buttons {
            lines.append("[ \(button.text) ]" + (button.url.map { "  \($0)" } ?? ""))
        }
        let width = lines.map(\.count).max() ?? 0
        let edge = String(repeating: "─", count: width + 2)
        print("  ┌\(edge)┐")
        for line in lines { print("  │ \(line)\(String(repeating: " ", count: width - line.count)) │") }
        print("  └\(edge)┘")
    }

    private func styled(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
