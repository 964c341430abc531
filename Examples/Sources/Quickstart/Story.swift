import Foundation
import WhatsApp

/// Prints the story: colour only on a terminal that wants it.
struct Story: Sendable {
    /// A step that did not happen.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private let hasColour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    func title(_ text: String) {
        print(styled(text, "1"))
    }

    func chapter(_ text: String, at time: Date) {
        print("\n\(styled(Self.time(time), "2"))  \(styled(text, "1"))")
    }

    func says(_ who: String, _ text: String) {
        print("  \(styled(who.padding(toLength: 10, withPad: " ", startingAt: 0), "32"))“\(text)”")
    }

    func fact(_ subject: String, _ text: String) {
        let lines = Self.wrapped(text, width: 88)
        print("  \(styled(subject.padding(toLength: 10, withPad: " ", startingAt: 0), "36"))\(lines[0])")
        for line in lines.dropFirst() { print("            \(line)") }
    }

    /// Prints what happened, or ends the story when it did not.
    func require(_ happened: Bool, _ text: String, else failure: String) throws {
        guard happened else { throw Failure(description: failure) }
        fact("", text)
    }

    func end() {
        print("\n\(styled("Everything happened as told.", "1"))")
    }

    func fail(_ text: String) {
        FileHandle.standardError.write(Data("\(styled("The story broke off: \(text)", "31"))\n".utf8))
    }

    /// A quote's price with its reason.
    static func price(_ quote: Quote) -> String {
        "\(quote.price.map { "\($0)" } ?? "–") – \(quote.explanation)"
    }

    /// A time for people, in UTC.
    static func time(_ date: Date) -> String {
        let iso = date.formatted(.iso8601)
        return "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5))"
    }

    /// The text in lines of at most a width; at least one.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = String(word)
            } else if lines[lines.count - 1].count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private func styled(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
