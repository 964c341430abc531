/// Reads WhatsApp's formatting in one pass.
///
/// Each opening marker makes a frame. There is one frame of each kind at most, so that there are four with the line's own;
/// a frame that is given up hands its pieces to the frame below. A piece goes down three times at most, which keeps the
/// whole in proportion to the text's length.
struct FormattedTextReader {
    /// Text, or what stands between two markers, as offsets of bytes.
    private struct Piece {
        /// The marker; 0 for text.
        var marker: UInt8
        var start: Int
        var end: Int
        var children: [Piece] = []
    }

    private struct Frame {
        var marker: UInt8
        var start: Int
        var pieces: [Piece] = []
    }

    private static let star = UInt8(ascii: "*")
    private static let underscore = UInt8(ascii: "_")
    private static let tilde = UInt8(ascii: "~")
    private static let backtick = UInt8(ascii: "`")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The text's bytes.
    private let source: [UInt8]
    /// The same, where nothing of a placeholder can be taken for a marker.
    private var bytes: [UInt8]
    private let placeholders: [FormattedText.Placeholder]

    private var index = 0
    private var textStart = 0
    private var frames: [Frame] = []
    private var lines: [FormattedText.Line] = []
    private var kind = FormattedText.Line.Kind.plain
    /// Whether no backtick closes in the rest of the line.
    private var hasNoBacktick = false
    /// Whether no three backticks close in the rest of the text.
    private var hasNoFence = false
    /// The next placeholder that is to be shown.
    private var nextPlaceholder = 0

    init(_ text: String, placeholders: [FormattedText.Placeholder]) {
        source = Array(text.utf8)
        bytes = source
        self.placeholders = placeholders
        for placeholder in placeholders {
            // A byte that is neither a marker nor a letter, a digit or white space.
            for index in placeholder.range { bytes[index] = UInt8(ascii: "{") }
        }
    }

    mutating func read() -> [FormattedText.Line] {
        beginLine()
        while index < bytes.count {
            switch bytes[index] {
            case Self.lineFeed:
                endLine(at: index)
                index += 1
                beginLine()
            case Self.backtick: readBackticks()
            case Self.star, Self.underscore, Self.tilde: readMarker()
            default: index += 1
            }
        }
        endLine(at: bytes.count)
        return lines
    }

    // MARK: Lines

    private mutating func beginLine() {
        hasNoBacktick = false
        (kind, index) = prefix(at: index)
        textStart = index
        frames = [Frame(marker: 0, start: index)]
    }

    /// What the line at an index is, and where its text begins.
    private func prefix(at start: Int) -> (FormattedText.Line.Kind, Int) {
        func hasText(after index: Int) -> Bool {
            index + 1 < bytes.count && bytes[index] == UInt8(ascii: " ") && !isSpace(at: index + 1)
        }
        guard start < bytes.count else { return (.plain, start) }
        switch bytes[start] {
        case Self.star, UInt8(ascii: "-"):
            if hasText(after: start + 1) { return (.bullet, start + 2) }
        case UInt8(ascii: ">"):
            if hasText(after: start + 1) { return (.quote, start + 2) }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var end = start
            var number = 0
            while end < bytes.count, end - start < 3, bytes[end] &- 0x30 < 10 {
                number = number * 10 + Int(bytes[end] - 0x30)
                end += 1
            }
            if end < bytes.count, bytes[end] == UInt8(ascii: "."), hasText(after: end + 1) {
                return (.number(number), end + 2)
            }
        default: break
        }
        return (.plain, start)
    }

    private mutating func endLine(at end: Int) {
        // The carriage return of a line end of two characters belongs to the line end.
        let isPair = end < bytes.count && end > textStart && bytes[end - 1] == Self.carriageReturn
        flush(to: isPair ? end - 1 : end)
        while frames.count > 1 { giveUp(frames.count - 1) }
        lines.append(FormattedText.Line(runs(frames[0].pieces), kind: kind))
        frames = []
    }

    // MARK: Markers

    private mutating func readMarker() {
        let marker = bytes[index]
        let place = frames.lastIndex { $0.marker == marker }
        if let place, frames[place].start < index - 1, canClose(from: index, to: index + 1) {
            flush(to: index)
            while frames.count > place + 1 { giveUp(frames.count - 1) }
            let frame = frames.removeLast()
            append(
                Piece(marker: marker, start: frame.start, end: index + 1, children: frame.pieces), to: place - 1)
            textStart = index + 1
        } else if canOpen(from: index, to: index + 1) {
            flush(to: index)
            if let place { giveUp(place) }
            frames.append(Frame(marker: marker, start: index))
            textStart = index + 1
        }
        index += 1
    }

    private mutating func readBackticks() {
        if isFence(at: index) {
            if !isWord(before: index), let end = fence(after: index) {
                take(fenced: index + 3..<end)
            } else {
                index += 3
            }
        } else if canOpen(from: index, to: index + 1), let end = closingBacktick(after: index) {
            flush(to: index)
            append(
                Piece(
                    marker: Self.backtick, start: index, end: end + 1,
                    children: [Piece(marker: 0, start: index + 1, end: end)]), to: frames.count - 1)
            index = end + 1
            textStart = index
        } else {
            index += 1
        }
    }

    private func isFence(at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == Self.backtick && bytes[index + 1] == Self.backtick
            && bytes[index + 2] == Self.backtick
    }

    /// Where the three backticks stand that close those at an index.
    private mutating func fence(after start: Int) -> Int? {
        guard !hasNoFence else { return nil }
        var end = start + 4
        while end + 2 < bytes.count {
            if isFence(at: end), !isWord(at: end + 3) { return end }
            end += 1
        }
        hasNoFence = true
        return nil
    }

    /// Where the backtick stands that closes the one at an index.
    private mutating func closingBacktick(after start: Int) -> Int? {
        guard !hasNoBacktick else { return nil }
        var end = start + 2
        while end < bytes.count, bytes[end] != Self.lineFeed {
            if bytes[end] == Self.backtick, canClose(from: end, to: end + 1) { return end }
            end += 1
        }
        hasNoBacktick = true
        return nil
    }

    /// Takes text between three backticks, which may be several lines.
    private mutating func take(fenced range: Range<Int>) {
        flush(to: index)
        var start = range.lowerBound
        while let end = bytes[start..<range.upperBound].firstIndex(of: Self.lineFeed) {
            appendFenced(start, end > start && bytes[end - 1] == Self.carriageReturn ? end - 1 : end)
            textStart = end
            endLine(at: end)
            start = end + 1
            kind = .plain
            frames = [Frame(marker: 0, start: start)]
            hasNoBacktick = false
        }
        appendFenced(start, range.upperBound)
        index = range.upperBound + 3
        textStart = index
    }

    private mutating func appendFenced(_ start: Int, _ end: Int) {
        guard start < end else { return }
        append(
            Piece(
                marker: Self.backtick, start: start, end: end, children: [Piece(marker: 0, start: start, end: end)]),
            to: frames.count - 1)
    }

    // MARK: Frames

    private mutating func flush(to end: Int) {
        if textStart < end { append(Piece(marker: 0, start: textStart, end: end), to: frames.count - 1) }
        textStart = end
    }

    private mutating func append(_ piece: Piece, to place: Int) {
        let last = frames[place].pieces.count - 1
        if piece.marker == 0, last >= 0, frames[place].pieces[last].marker == 0,
            frames[place].pieces[last].end == piece.start
        {
            frames[place].pieces[last].end = piece.end
        } else {
            frames[place].pieces.append(piece)
        }
    }

    /// Makes a frame's marker text again.
    private mutating func giveUp(_ place: Int) {
        let frame = frames.remove(at: place)
        append(Piece(marker: 0, start: frame.start, end: frame.start + 1), to: place - 1)
        guard let first = frame.pieces.first else { return }
        append(first, to: place - 1)
        frames[place - 1].pieces += frame.pieces.dropFirst()
    }

    // MARK: Boundaries

    private func canOpen(from start: Int, to end: Int) -> Bool {
        end < bytes.count && bytes[end] != bytes[start] && !isSpace(at: end) && !isWord(before: start)
    }

    private func canClose(from start: Int, to end: Int) -> Bool {
        start > 0 && !isSpace(before: start) && !isWord(at: end)
    }

    private func isSpace(at index: Int) -> Bool {
        scalar(at: index).map { $0.properties.isWhitespace } ?? true
    }

    private func isSpace(before index: Int) -> Bool {
        scalar(before: index).map { $0.properties.isWhitespace } ?? true
    }

    private func isWord(at index: Int) -> Bool { scalar(at: index).map(Self.isWord) ?? false }

    private func isWord(before index: Int) -> Bool { scalar(before: index).map(Self.isWord) ?? false }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The character that begins at an index.
    private func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        if bytes[index] < 0x80 { return Unicode.Scalar(bytes[index]) }
        return String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
    }

    /// The character that ends before an index.
    private func scalar(before index: Int) -> Unicode.Scalar? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    // MARK: Runs

    private mutating func runs(_ pieces: [Piece]) -> [FormattedText.Run] {
        var runs: [FormattedText.Run] = []
        for piece in pieces {
            guard piece.marker != 0 else {
                text(piece.start, piece.end, to: &runs)
                continue
            }
            let children = self.runs(piece.children)
            switch piece.marker {
            case Self.star: runs.append(.bold(children))
            case Self.underscore: runs.append(.italic(children))
            case Self.tilde: runs.append(.strikethrough(children))
            default: runs.append(.monospace(children))
            }
        }
        return runs
    }

    /// Text, with the placeholders that stand in it.
    private mutating func text(_ start: Int, _ end: Int, to runs: inout [FormattedText.Run]) {
        var start = start
        while nextPlaceholder < placeholders.count, placeholders[nextPlaceholder].range.lowerBound < end {
            let placeholder = placeholders[nextPlaceholder]
            nextPlaceholder += 1
            if start < placeholder.range.lowerBound {
                runs.append(.text(String(decoding: source[start..<placeholder.range.lowerBound], as: UTF8.self)))
            }
            runs.append(.placeholder(placeholder.name))
            start = placeholder.range.upperBound
        }
        if start < end { runs.append(.text(String(decoding: source[start..<end], as: UTF8.self))) }
    }
}
