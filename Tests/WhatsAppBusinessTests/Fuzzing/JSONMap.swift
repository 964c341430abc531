/// Where every value of a JSON text stands; for texts that are known to be JSON.
struct JSONMap: Sendable {
    struct Value: Sendable {
        /// The bytes of the value.
        var range: Range<Int>
        /// Where its key begins, where it is a member.
        var keyStart: Int?
        /// Whether it is an element of an array.
        var isElement: Bool
        /// Whether it is inside of the contacts of a change, which other events refer to.
        var isContact: Bool
    }

    var bytes: [UInt8]
    /// In the order of their beginnings, so that what is inside of a value follows it.
    var values: [Value] = []
    /// The indices of the elements of arrays to which nothing outside of them refers.
    var elements: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var at = 0
        add(&at, keyStart: nil, isElement: false, isContact: false)
        elements = values.indices.filter { values[$0].isElement && !values[$0].isContact }
    }

    /// The values inside of a value, itself included.
    func inside(_ index: Int) -> Range<Int> {
        let end = values[index].range.upperBound
        var last = index + 1
        while last < values.count, values[last].range.lowerBound < end { last += 1 }
        return index..<last
    }

    /// The range that a member or element leaves when it goes, one comma included.
    func removal(of value: Value) -> Range<Int> {
        var start = value.keyStart ?? value.range.lowerBound
        var end = value.range.upperBound
        var next = end
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: ",") {
            end = next + 1
        } else {
            var before = start - 1
            while before >= 0, bytes[before] <= 0x20 { before -= 1 }
            if before >= 0, bytes[before] == UInt8(ascii: ",") { start = before }
        }
        return start..<end
    }

    private func skipSpace(_ at: inout Int) {
        while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ":") {
            at += 1
        }
    }

    private func skipString(_ at: inout Int) {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        at += 1
    }

    private mutating func add(_ at: inout Int, keyStart: Int?, isElement: Bool, isContact: Bool) {
        skipSpace(&at)
        let index = values.count
        let start = at
        values.append(Value(range: start..<start, keyStart: keyStart, isElement: isElement, isContact: isContact))
        switch bytes[at] {
        case UInt8(ascii: "{"):
            at += 1
            skipSpace(&at)
            while bytes[at] != UInt8(ascii: "}") {
                let key = at
                skipString(&at)
                let isContacts = bytes[key..<at].elementsEqual("\"contacts\"".utf8)
                add(&at, keyStart: key, isElement: false, isContact: isContact || isContacts)
                skipSpace(&at)
            }
            at += 1
        case UInt8(ascii: "["):
            at += 1
            skipSpace(&at)
            while bytes[at] != UInt8(ascii: "]") {
                add(&at, keyStart: nil, isElement: true, isContact: isContact)
                skipSpace(&at)
            }
            at += 1
        case UInt8(ascii: "\""): skipString(&at)
        default:
            while at < bytes.count, bytes[at] > 0x20, !",]}".utf8.contains(bytes[at]) { at += 1 }
        }
        values[index].range = start..<at
    }
}
