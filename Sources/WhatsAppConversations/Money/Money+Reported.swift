extension Money {
    /// An amount as the platform reports it: a decimal number, perhaps with an exponent or with more than six decimals,
    /// which are rounded half up. `nil` where the text is none, or too large.
    init?(reported text: String, currency: Currency) {
        let bytes = Array(text.utf8.prefix(65))
        guard bytes.count < 65 else { return nil }
        let isNegative = bytes.first == UInt8(ascii: "-")
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var index = isNegative ? 1 : 0
        scan: while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(bytes[index] - UInt8(ascii: "0"))
            case UInt8(ascii: ".") where point == nil: point = digits.count
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let value = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)), abs(value) < 64 else {
                    return nil
                }
                exponent = value
                break scan
            default: return nil
            }
            index += 1
        }
        guard !digits.isEmpty else { return nil }
        // How many of the digits stand before the millionths end.
        let wanted = (point ?? digits.count) + exponent + 6
        var millionths: Int64 = 0
        for place in 0..<max(wanted, 0) {
            let digit = place < digits.count ? Int64(digits[place]) : 0
            let (product, tooLarge) = millionths.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = product.addingReportingOverflow(digit)
            guard !tooLarge, !overflows else { return nil }
            millionths = sum
        }
        if wanted >= 0, wanted < digits.count, digits[wanted] >= 5, millionths < .max { millionths += 1 }
        self.init(millionths: isNegative ? -millionths : millionths, currency: currency)
    }
}
