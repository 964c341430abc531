/// What reading found that the types cannot hold, and where nothing more need be said.
package final class ReadingLog {
    package private(set) var violations: [ValidationError.Violation] = []
    private var covered: Set<String> = []

    package init() {}

    package func fail(
        at path: String, _ rule: ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil
    ) {
        guard !covers(path) else { return }
        covered.insert(path)
        violations.append(.init(path: path, rule: rule, explanation: explanation, limit: limit, actual: actual))
    }

    /// Says that nothing at a path or below it need be looked at any more.
    package func cover(_ path: String) {
        covered.insert(path)
    }

    /// Whether a violation was found at a path or above it: what stands below was not read, and needs no second finding.
    package func covers(_ path: String) -> Bool {
        guard !covered.isEmpty else { return false }
        if covered.contains(path) { return true }
        let bytes = path.utf8
        for index in bytes.indices where bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: "[") {
            if covered.contains(String(path[..<index])) { return true }
        }
        return covered.contains("")
    }
}
