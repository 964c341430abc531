import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The 32 bytes of a signature, read from a header.
struct SignatureDigest {
    private let bytes: SIMD32<UInt8>

    /// Reads the header of a verifier; `nil` for anything that is not 32 bytes in its form.
    init?(_ text: String, for verifier: SignatureVerifier) {
        var text = text
        let prefix = verifier.prefix
        let encoding = verifier.encoding
        let isPrefixOptional = verifier.isPrefixOptional
        let bytes = text.withUTF8 { text -> SIMD32<UInt8>? in
            var digits = UnsafeBufferPointer(rebasing: text[...])
            if text.starts(with: prefix.utf8) {
                digits = UnsafeBufferPointer(rebasing: text[prefix.utf8.count...])
            } else if !isPrefixOptional {
                return nil
            }
            if encoding.allowsHexadecimal, digits.count == 64 { return Self.hexadecimal(digits) }
            if encoding.allowsBase64, digits.count == 43 || digits.count == 44 { return Self.base64(digits) }
            return nil
        }
        guard let bytes else { return nil }
        self.bytes = bytes
    }

    private static func hexadecimal(_ digits: UnsafeBufferPointer<UInt8>) -> SIMD32<UInt8>? {
        var bytes = SIMD32<UInt8>()
        for place in 0..<32 {
            guard let high = hexValue(digits[2 * place]), let low = hexValue(digits[2 * place + 1]) else { return nil }
            bytes[place] = high << 4 | low
        }
        return bytes
    }

    private static func base64(_ digits: UnsafeBufferPointer<UInt8>) -> SIMD32<UInt8>? {
        guard digits.count == 43 || digits[43] == UInt8(ascii: "=") else { return nil }
        // Other alphabets than the standard one are made into it; 43 digits are 32 bytes and two spare bits.
        let standard = digits.prefix(43).map { digit -> UInt8 in
            switch digit {
            case UInt8(ascii: "-"): return UInt8(ascii: "+")
            case UInt8(ascii: "_"): return UInt8(ascii: "/")
            default: return digit
            }
        }
        guard let decoded = Data(base64Encoded: Data(standard + [UInt8(ascii: "=")])), decoded.count == 32 else {
            return nil
        }
        var bytes = SIMD32<UInt8>()
        for (place, byte) in decoded.enumerated() { bytes[place] = byte }
        return bytes
    }

    /// Whether both are the same bytes, in a time that does not depend on where they differ.
    func matches(_ code: HMAC<SHA256>.MAC) -> Bool {
        code.withUnsafeBytes { code in
            guard code.count == 32 else { return false }
            var difference: UInt8 = 0
            for place in 0..<32 { difference |= code[place] ^ bytes[place] }
            return difference == 0
        }
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return digit - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
