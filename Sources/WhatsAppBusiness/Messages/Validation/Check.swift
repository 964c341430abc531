/// Collects violations; knows how lengths are counted: in Unicode scalars (see ``Message/validate()``).
package struct Check {
    package private(set) var violations: [ValidationError.Violation] = []

    package init() {}

    package mutating func fail(
        at path: String, _ rule: ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil
    ) {
        violations.append(.init(path: path, rule: rule, explanation: explanation, limit: limit, actual: actual))
    }

    /// Text that must be there and fit.
    package mutating func text(_ text: String, at path: @autoclosure () -> String, maximum: Int) {
        required(text, at: path())
        length(text, at: path(), maximum: maximum)
    }

    /// Text that may be missing, but is not empty where it is there.
    package mutating func text(_ text: String?, at path: @autoclosure () -> String, maximum: Int) {
        if let text { self.text(text, at: path(), maximum: maximum) }
    }

    /// Text that must show something: neither empty, nor white space and invisible characters alone.
    package mutating func required(_ text: String, at path: @autoclosure () -> String) {
        if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }) {
            fail(at: path(), .required, "a value is needed", actual: text.unicodeScalars.count)
        }
    }

    /// Text that must fit.
    package mutating func length(_ text: String, at path: @autoclosure () -> String, maximum: Int) {
        // The number of bytes bounds the number of scalars, and is known at once.
        guard text.utf8.count > maximum else { return }
        let count = text.unicodeScalars.count
        if count > maximum {
            fail(at: path(), .maxLength, "the value is too long", limit: maximum, actual: count)
        }
    }

    /// A number of elements.
    package mutating func count(_ count: Int, at path: @autoclosure () -> String, minimum: Int = 1, maximum: Int) {
        if count > maximum {
            fail(at: path(), .maxCount, "there are too many elements", limit: maximum, actual: count)
        } else if count < minimum {
            fail(at: path(), .minCount, "there are too few elements", limit: minimum, actual: count)
        }
    }

    /// A number within bounds.
    package mutating func number(_ value: Int, at path: @autoclosure () -> String, in range: ClosedRange<Int>) {
        if value > range.upperBound {
            fail(at: path(), .maximum, "the number is too great", limit: range.upperBound, actual: value)
        } else if value < range.lowerBound {
            fail(at: path(), .minimum, "the number is too small", limit: range.lowerBound, actual: value)
        }
    }

    /// Values of which each must differ from those before it.
    package mutating func unique(_ values: some Sequence<String>, _ path: (Int) -> String) {
        var seen: Set<String> = []
        for (index, value) in values.enumerated() where !seen.insert(value).inserted {
            fail(at: path(index), .unique, "the value stands in an earlier element too")
        }
    }

    /// An address that a phone or the platform can open: http or https, a host, no white space, no control characters.
    package mutating func address(_ text: String, at path: @autoclosure () -> String, maximum: Int? = nil) {
        required(text, at: path())
        guard !text.isEmpty else { return }
        let lowered = text.prefix(8).lowercased()
        let rest: Substring
        if lowered.hasPrefix("https://") {
            rest = text.dropFirst(8)
        } else if lowered.hasPrefix("http://") {
            rest = text.dropFirst(7)
        } else {
            fail(at: path(), .pattern, "an address begins with http:// or https://")
            return
        }
        let isHidden: (Unicode.Scalar) -> Bool = {
            $0.value <= 0x20 || $0.value == 0x7F || (0x80...0x9F).contains($0.value) || $0.properties.isWhitespace
                || $0.properties.isDefaultIgnorableCodePoint
        }
        if text.unicodeScalars.contains(where: isHidden) {
            fail(at: path(), .characters, "an address holds no spaces, no control and no invisible characters")
        } else if rest.isEmpty || rest.first.map({ "/?#:".contains($0) }) == true {
            fail(at: path(), .pattern, "an address needs a host")
        }
        if let maximum { length(text, at: path(), maximum: maximum) }
    }

    /// The violations of another check that are not about what is covered already.
    package func violations(outside log: ReadingLog) -> [ValidationError.Violation] {
        violations.filter { !log.covers($0.path) }
    }
}
