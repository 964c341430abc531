extension PhoneNumber {
    /// A form of a number under which the spellings of one person are equal.
    ///
    /// It is for comparing and for keys of a store; it is never sent.
    public struct MatchingKey: RawRepresentable, Hashable, Sendable, Codable {
        /// The digits of the common form.
        public let rawValue: String

        /// Takes a stored key as it is.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    /// The key under which this number's spellings match.
    ///
    /// The platform may answer with another spelling than the one that was dialled; what is sent is never rewritten.
    ///
    /// | Country | Spellings of one person | Key |
    /// |---|---|---|
    /// | Brazil (+55) | with and without the ninth digit of mobile numbers | without it |
    /// | Mexico (+52) | with and without the old mobile prefix 1 | without it |
    /// | Argentina (+54) | with the mobile prefix 9, with the domestic 15, without either | without either |
    ///
    /// Brazil's ninth digit is dropped only before 6 to 9, where the eight-digit mobile numbers lay: a number such as
    /// 9 3333-3333 never had a short form, and without its 9 it would be somebody's land line.
    ///
    /// Source: Cloud API reference §7.3 (observed wa_id spellings, 2026).
    public var matchingKey: MatchingKey {
        var digits = Array(rawValue.utf8)
        if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        switch digits.prefix(2) {
        case [UInt8(ascii: "5"), UInt8(ascii: "5")]: Self.foldBrazil(&digits)
        case [UInt8(ascii: "5"), UInt8(ascii: "2")]: Self.foldMexico(&digits)
        case [UInt8(ascii: "5"), UInt8(ascii: "4")]: Self.foldArgentina(&digits)
        default: break
        }
        return MatchingKey(rawValue: String(decoding: digits, as: UTF8.self))
    }

    /// 55 + area (2) + 9 + eight digits.
    private static func foldBrazil(_ digits: inout [UInt8]) {
        guard digits.count == 13, digits[4] == UInt8(ascii: "9"), digits[5] >= UInt8(ascii: "6") else { return }
        digits.remove(at: 4)
    }

    /// 52 + 1 + ten digits.
    private static func foldMexico(_ digits: inout [UInt8]) {
        guard digits.count == 13, digits[2] == UInt8(ascii: "1") else { return }
        digits.remove(at: 2)
    }

    /// 54 + 9 + ten digits, or 54 + area (2 to 4) + 15 + the rest of ten digits.
    private static func foldArgentina(_ digits: inout [UInt8]) {
        if digits.count == 13, digits[2] == UInt8(ascii: "9") {
            digits.remove(at: 2)
        } else if digits.count == 14 {
            // Buenos Aires (11) is the only area code of two digits.
            let isBuenosAires = digits[2] == UInt8(ascii: "1") && digits[3] == UInt8(ascii: "1")
            for areaLength in isBuenosAires ? 2...2 : 3...4 {
                let at = 2 + areaLength
                if digits[at] == UInt8(ascii: "1"), digits[at + 1] == UInt8(ascii: "5") {
                    digits.removeSubrange(at...at + 1)
                    return
                }
            }
        }
    }
}
