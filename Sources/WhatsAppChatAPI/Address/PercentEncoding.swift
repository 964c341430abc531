extension String {
    /// The text as a value of a query: everything but letters, digits and `-._~` in percent encoding (RFC 3986 §2.3).
    var percentEncoded: String {
        var text = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    /// The text of a query in which no value is written twice in percent encoding.
    /// - Parameter items: names that need no encoding, and values.
    static func query(_ items: KeyValuePairs<String, String?>) -> String {
        items.compactMap { item in item.value.map { "\(item.key)=\($0.percentEncoded)" } }.joined(separator: "&")
    }
}
