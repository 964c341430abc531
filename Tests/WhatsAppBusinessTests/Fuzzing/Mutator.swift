import ProviderTestSupport

/// Damages deliveries: anywhere and in any way, or inside of one element so that the rest stays as it was.
struct Mutator {
    var generator: SeededGenerator
    /// Where values to put in come from.
    let maps: [JSONMap]

    /// Values of every kind, to stand where others are expected.
    private static let values: [[UInt8]] = [
        "null", "true", "false", "[]", "{}", "\"\"", "0", "-0.5", "-1e999", "1e-400", "123456789012345678901234567890",
        "9223372036854775808", "-9223372036854775809", "\"9223372036854775807\"", "\"text\"", "\"unknown_type\"",
        "\"\\ud83d\"", "\"\\u0000\"", "\"é\u{1F600}\"", "[[]]", "[{}]", "[null]", "{\"a\":1}", "{\"type\":\"text\"}",
        "{\"id\":{}}", "\"1760000000\"", "1760000000.5", "99999999999999", "[1,\"2\",null,{}]", "\"+\"",
    ].map { Array($0.utf8) }

    /// Bytes that break things, to stand anywhere.
    private static let pieces: [[UInt8]] =
        values
        + [
            "\\", "\\u", "\\ud800", "\"", ",", ":", "]", "}", "[", "{", "{\"a\":", "\u{0}", "é", "\u{FEFF}", " \n\t",
            "e", "-", ".", "\"\":",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]]

    /// The names of members that mean something, to stand for others.
    private static let keys = [
        "id", "type", "from", "timestamp", "text", "status", "errors", "code", "messages", "statuses", "value", "field",
        "interactive", "", "\\u0069d", "\\u0074ype", "contacts", "metadata", "context", "group_id", "event",
    ].map { Array("\"\($0)\":".utf8) }

    init(seed: UInt64, index: Int, maps: [JSONMap]) {
        generator = SeededGenerator(seed: seed &* 0x9E37_79B9 &+ UInt64(index))
        self.maps = maps
    }

    mutating func below(_ end: Int) -> Int { Int.random(in: 0..<max(end, 1), using: &generator) }

    mutating func map() -> Int { below(maps.count) }

    // MARK: Anywhere

    /// A delivery damaged anywhere, once to four times.
    mutating func damaged() -> [UInt8] {
        let map = maps[map()]
        var body: [UInt8]
        if below(3) == 0 {
            body = map.bytes
        } else {
            body = replaced(map, index: below(map.values.count)).body
        }
        for _ in 0..<below(4) { damage(&body) }
        return body
    }

    private mutating func damage(_ body: inout [UInt8]) {
        guard !body.isEmpty else { return }
        let place = below(body.count)
        let end = min(body.count, place + 1 + below(12))
        switch below(11) {
        case 0: body[place] = UInt8(truncatingIfNeeded: below(256))
        case 1: body[place] ^= 1 << UInt8(below(8))
        case 2: body.removeSubrange(place..<end)
        case 3: body.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
        case 4: body.insert(contentsOf: Array(body[place..<end]), at: place)
        case 5: body.replaceSubrange(place..<end, with: Self.pieces[below(Self.pieces.count)])
        case 6: body.removeSubrange(place...)
        case 7:
            // The beginning of one delivery, the end of another.
            let other = maps[map()].bytes
            body.replaceSubrange(place..., with: other[below(other.count)...])
        case 8:
            let levels = [1, 7, 40, 70, 600][below(5)]
            body.insert(
                contentsOf: [UInt8](repeating: UInt8(ascii: below(2) == 0 ? "[" : "]"), count: levels), at: place)
        case 9:
            // Digits grow.
            guard let digit = body[place...].firstIndex(where: { $0 &- 0x30 < 10 }) else { return }
            body.insert(contentsOf: [UInt8](repeating: UInt8(ascii: "9"), count: 1 + below(30)), at: digit)
        default:
            let other = below(body.count)
            body.swapAt(place, other)
        }
    }

    // MARK: Inside of one element

    /// A change that leaves the text JSON: what was replaced, and by how many bytes.
    struct Change {
        var body: [UInt8]
        /// By how many bytes the text grew.
        var growth: Int
        /// The range of the original that is not the same any more.
        var range: Range<Int>
    }

    /// A delivery in which one element of an array was changed inside, or replaced by something else.
    mutating func changed(_ map: JSONMap, element: Int) -> Change {
        let inside = map.inside(element)
        return replaced(map, index: inside.lowerBound + below(inside.count), within: map.values[element].range)
    }

    /// Replaces, removes, repeats, renames, wraps or swaps a value.
    private mutating func replaced(_ map: JSONMap, index: Int, within: Range<Int>? = nil) -> Change {
        let value = map.values[index]
        let text = map.bytes[value.range]
        let member = value.keyStart.map { $0..<value.range.upperBound }
        switch below(9) {
        case 0: return change(map, value.range, to: Self.values[below(Self.values.count)])
        case 1:
            let other = maps[self.map()]
            let found = other.values[below(other.values.count)].range
            // A value that is too large would only slow everything down.
            guard found.count < 400 else { return change(map, value.range, to: []) }
            return change(map, value.range, to: Array(other.bytes[found]))
        case 2:
            guard let member else { return change(map, value.range, to: Self.values[below(Self.values.count)]) }
            return change(map, member.lowerBound..<value.range.upperBound, removing: map.removal(of: value))
        case 3:
            guard let member else { return change(map, value.range, to: Array("[".utf8) + text + Array("]".utf8)) }
            // The member twice, the second time with another value.
            let key = map.bytes[member.lowerBound..<value.range.lowerBound]
            let twice = Array(map.bytes[member]) + [UInt8(ascii: ",")] + key + Self.values[below(Self.values.count)]
            return change(map, member, to: twice)
        case 4:
            guard let member else { return change(map, value.range, to: Self.values[below(Self.values.count)]) }
            return change(map, member, to: Self.keys[below(Self.keys.count)] + text)
        case 5:
            let levels = 1 + below(30)
            return change(
                map, value.range,
                to: [UInt8](repeating: UInt8(ascii: "["), count: levels) + text
                    + [UInt8](repeating: UInt8(ascii: "]"), count: levels))
        case 6:
            // Numbers become texts, texts of digits numbers, and both grow.
            let digits = text.filter { $0 &- 0x30 < 10 }
            let grown = (digits.isEmpty ? [UInt8(ascii: "7")] : Array(digits.drop { $0 == 0x30 })) + [0x39, 0x39]
            let quote = text.first == UInt8(ascii: "\"") ? [] : [UInt8(ascii: "\"")]
            return change(map, value.range, to: quote + grown + quote)
        case 7:
            // Another value of the same element in its place.
            let place = within ?? 0..<map.bytes.count
            let others = map.values.indices.filter { place.contains(map.values[$0].range.lowerBound) }
            let other = map.values[others.isEmpty ? index : others[below(others.count)]].range
            return change(map, value.range, to: Array(map.bytes[other].prefix(other.count < 400 ? other.count : 0)))
        default:
            return change(map, value.range, to: [0x20, 0x0A] + text + [0x09])
        }
    }

    private func change(_ map: JSONMap, _ range: Range<Int>, to text: [UInt8]) -> Change {
        // Nothing to put in is never JSON.
        let text = text.isEmpty ? Array("null".utf8) : text
        var body = map.bytes
        body.replaceSubrange(range, with: text)
        return Change(body: body, growth: text.count - range.count, range: range)
    }

    private func change(_ map: JSONMap, _ range: Range<Int>, removing removal: Range<Int>) -> Change {
        var body = map.bytes
        body.removeSubrange(removal)
        return Change(body: body, growth: -removal.count, range: removal)
    }
}
