import ProviderTestSupport
import Testing
import WhatsAppBusiness

@Suite("WhatsApp's formatting")
struct FormattedTextTests {
    /// Runs in a short spelling: `b(…)`, `i(…)`, `s(…)`, `m(…)`.
    private static func spelled(_ runs: [FormattedText.Run]) -> String {
        runs.map { run in
            switch run {
            case .text(let text): text
            case .bold(let runs): "b(\(spelled(runs)))"
            case .italic(let runs): "i(\(spelled(runs)))"
            case .strikethrough(let runs): "s(\(spelled(runs)))"
            case .monospace(let runs): "m(\(spelled(runs)))"
            case .placeholder(let name): "p(\(name))"
            @unknown default: "?"
            }
        }.joined()
    }

    @Test(
        "is read within a line",
        arguments: [
            ("", ""), ("plain", "plain"), ("*b*", "b(b)"), ("_i_", "i(i)"), ("~s~", "s(s)"), ("`m`", "m(m)"),
            ("```m```", "m(m)"), ("a *b c* d", "a b(b c) d"), ("*b*!", "b(b)!"), ("(*b*)", "(b(b))"),
            // Nested, in any order.
            ("*_b_*", "b(i(b))"), ("*a _b ~c~ d_ e*", "b(a i(b s(c) d) e)"), ("_*b*_", "i(b(b))"),
            ("*a `_*b` c*", "b(a m(_*b) c)"),
            // Not at the boundaries of words.
            ("snake_case_name", "snake_case_name"), ("a*b*", "a*b*"), ("*b*a", "*b*a"), ("2*3*4", "2*3*4"),
            ("2 * 3 * 4", "2 * 3 * 4"), ("*b *", "*b *"), ("é*b*", "é*b*"), ("*b*é", "*b*é"), ("👍*b*👍", "👍b(b)👍"),
            ("5*b*", "5*b*"), ("٣*b*", "٣*b*"),
            // Not closed, or with nothing between.
            ("*b", "*b"), ("b*", "b*"), ("**", "**"), ("****", "****"), ("*", "*"), ("`", "`"), ("``", "``"),
            ("```", "```"), ("``````", "``````"), ("*a _b* c_", "b(a _b) c_"), ("_a *b_ c*", "i(a *b) c*"),
            // The nearest opens.
            ("*a *b*", "*a b(b)"), ("**b**", "*b(b)*"), ("`a `b`", "m(a `b)"),
            ("*a _b *c* d_ e*", "*a i(b b(c) d) e*"), ("*a\u{301}*", "b(a\u{301})"),
        ])
    func inline(_ text: String, _ expected: String) {
        let formatted = FormattedText(text)
        #expect(formatted.text == text && formatted.lines.count == 1)
        #expect(formatted.lines.map { Self.spelled($0.runs) } == [expected])
    }

    @Test(
        "is read line by line",
        arguments: [
            ("*a\nb*", [".plain *a", ".plain b*"]), ("_a_\n\n_b_", [".plain i(a)", ".plain ", ".plain i(b)"]),
            ("* a\n- *b*", [".bullet a", ".bullet b(b)"]), ("1. a\n12. b", [".number(1) a", ".number(12) b"]),
            ("> a _b_", [".quote a i(b)"]),
            (">a\n-a\n1.a\n*a", [".plain >a", ".plain -a", ".plain 1.a", ".plain *a"]),
            ("- \n* ", [".plain - ", ".plain * "]), ("1234. a", [".plain 1234. a"]),
            ("a\r\n*b*\r\n", [".plain a", ".plain b(b)", ".plain "]), ("`a\nb`", [".plain `a", ".plain b`"]),
            ("```a\nb```", [".plain m(a)", ".plain m(b)"]),
            ("x ```a\n* b\nc``` *d*", [".plain x m(a)", ".plain m(* b)", ".plain m(c) b(d)"]),
            ("*x ```a\nb``` y*", [".plain *x m(a)", ".plain m(b) y*"]), ("\n", [".plain ", ".plain "]),
            ("```\na\n```", [".plain ", ".plain m(a)", ".plain "]),
        ])
    func lines(_ text: String, _ expected: [String]) {
        let lines = FormattedText(text).lines
        #expect(lines.map { ".\($0.kind) \(Self.spelled($0.runs))" } == expected)
    }

    @Test("has plain text without markers")
    func plain() {
        let text = FormattedText("*Hi _Ana_*,\n- one\n* two\n3. ~three~\n> `four`\na_b 2*3")
        #expect(text.plainText == "Hi Ana,\n• one\n• two\n3. three\n> four\na_b 2*3")
    }

    @Test(
        "takes time in proportion to the length, whatever stands in the text",
        arguments: [
            "*", "*a ", "*a _b ", "`", "` ", "`a ", "``` ", "```", "```a", "* a\n", "*_~`", "_a *b_ c* ", "> ",
            "*a*", "*a _a ~a ", "a* b_ ", "é*", "👍*a", "{{*", "~a `b *c\n", "1. ",
        ])
    func hostile(_ pattern: String) {
        read(pattern, byteCount: 100_000)
    }

    @Test("takes megabytes of markers")
    func megabytes() {
        read("*a _b ~c `d ```e \n", byteCount: 1_500_000)
    }

    private func read(_ pattern: String, byteCount: Int) {
        let text = String(repeating: pattern, count: byteCount / pattern.utf8.count)
        var formatted = FormattedText("")
        let duration = ContinuousClock().measure { formatted = FormattedText(text) }
        #expect(formatted.lines.contains { !$0.runs.isEmpty })
        // A quadratic reader needs many minutes for 100,000 characters, and hours for megabytes.
        #expect(duration < .seconds(120))
    }

    @Test("never loses or adds a letter", arguments: 0..<300)
    func random(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet = ["*", "_", "~", "`", "```", " ", "a", "b", "\n", "> ", "- ", "1. ", "é", "👍", "{{x}}"]
        let text = (0..<60).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
        let markers: Set<Character> = ["*", "_", "~", "`", "•", ">", "-", ".", "1", " ", "\n"]
        #expect(FormattedText(text).plainText.filter { !markers.contains($0) } == text.filter { !markers.contains($0) })
        #expect(
            FormattedText(text).lines.count == text.split(separator: "\n", omittingEmptySubsequences: false).count)
    }
}
