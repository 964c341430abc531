/// The parameters of a query, decoded by the rules of forms: `+` is a space, `%xx` is a byte.
///
/// Keys keep their dots; frameworks that turn dots into nesting lose `hub.mode`.
struct QueryString {
    /// What stands under a key.
    enum Value: Equatable {
        case missing
        /// An escape is broken, or the bytes are not UTF-8.
        case malformed
        case text(String)
    }

    private let query: String

    init(_ query: String?) {
        self.query = query ?? ""
    }

    /// The first value under a key.
    func value(_ key: String) -> Value {
        for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            guard Self.decode(name) == key else { continue }
            return Self.decode(pair.dropFirst(name.count + 1)).map { .text($0) } ?? .malformed
        }
        return .missing
    }

    private static func decode(_ text: some Sequence<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        // What is not UTF-8 is repaired, and then has other bytes.
        let decoded = String(decoding: bytes, as: UTF8.self)
        return decoded.utf8.elementsEqual(bytes) ? decoded : nil
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        Character(Unicode.Scalar(digit)).hexDigitValue.map { UInt8($0) }
    }
}
