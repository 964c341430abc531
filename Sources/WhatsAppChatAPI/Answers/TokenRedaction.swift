import HTTPTypes
import WhatsAppBusiness

/// Takes a token out of an answer: the refusal of a token repeats it (Chat API reference §1), and a redirect may repeat
/// the address.
enum TokenRedaction {
    /// What stands in the token's place; without signs that JSON would have to escape.
    static let word = "[redacted]"

    @Sendable
    static func redact(_ response: ResponseMetadata, _ token: Secret) -> ResponseMetadata {
        var response = response
        let spellings = token.withText { self.spellings(of: $0) }
        // A word that is as short as a token never is must not tear a good answer apart.
        let isSuccess = response.status.kind == .successful
        for spelling in spellings where !spelling.isEmpty && (!isSuccess || spelling.count >= 8) {
            response.body = replacing(spelling, in: response.body)
        }
        if response.status == .unauthorized { response.body = withoutQuotedToken(response.body) }
        var headers = HTTPFields()
        for field in response.headers {
            var value = Array(field.value.utf8)
            for spelling in spellings where spelling.count >= 8 || !isSuccess && !spelling.isEmpty {
                value = replacing(spelling, in: value)
            }
            headers.append(HTTPField(name: field.name, value: String(decoding: value, as: UTF8.self)))
        }
        response.headers = headers
        return response
    }

    /// The token itself, in percent encoding, and as JSON writers escape it.
    private static func spellings(of token: String) -> [[UInt8]] {
        let plain = Array(token.utf8)
        let encoded = Array(token.percentEncoded.utf8)
        let json = Array(JSONValue.string(token).serialized().dropFirst().dropLast())
        let slashed = Array(token.replacing("/", with: "\\/").utf8)
        var all: [[UInt8]] = []
        for spelling in [encoded, slashed, json, plain] where !all.contains(spelling) { all.append(spelling) }
        // The longest first, so that no part of one is left.
        return all.sorted { $0.count > $1.count }
    }

    private static func replacing(_ part: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard let first = part.first, bytes.count >= part.count else { return bytes }
        var result: [UInt8] = []
        var at = 0
        var kept = 0
        while at <= bytes.count - part.count {
            if bytes[at] == first, bytes[at..<at + part.count].elementsEqual(part) {
                result += bytes[kept..<at]
                result += word.utf8
                at += part.count
                kept = at
            } else {
                at += 1
            }
        }
        guard kept > 0 else { return bytes }
        return result + bytes[kept...]
    }

    /// Whatever the sentence `Wrong token "…"` quotes, in JSON or in plain text: it may be the token in a spelling of the
    /// server's own.
    private static func withoutQuotedToken(_ bytes: [UInt8]) -> [UInt8] {
        for quote in [#"\""#, "\""] {
            let sentence = Array(("oken " + quote).utf8)
            guard bytes.count > sentence.count else { continue }
            for start in 0..<(bytes.count - sentence.count) where bytes[start...].starts(with: sentence) {
                let from = start + sentence.count
                let end = (from..<bytes.count).first { bytes[$0...].starts(with: quote.utf8) } ?? bytes.count
                return Array(bytes[..<from]) + Array(word.utf8) + Array(bytes[end...])
            }
        }
        return bytes
    }
}
