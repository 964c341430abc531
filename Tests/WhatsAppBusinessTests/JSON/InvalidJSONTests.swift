import Testing
import WhatsAppBusiness

/// Texts that are no JSON, why, and at which byte that shows.
@Suite("Invalid JSON")
struct InvalidJSONTests {
    @Test(
        "text is refused with code and offset",
        arguments: [
            // Nothing, or not enough.
            ("", "truncated", 0), (" ", "truncated", 1), ("\n\t ", "truncated", 3), ("\u{FEFF}", "truncated", 3),
            ("[", "truncated", 1), ("[1", "truncated", 2), ("[1,", "truncated", 3), ("[[]", "truncated", 3),
            ("{", "truncated", 1), ("{\"a\"", "truncated", 4), ("{\"a\":", "truncated", 5),
            ("{\"a\":1", "truncated", 6),
            ("{\"a\":1,", "truncated", 7), ("{\"a", "truncated", 3), ("\"", "truncated", 1), ("\"abc", "truncated", 4),
            ("\"abcdefghijk", "truncated", 12), ("\"\\", "truncated", 2), ("\"\\u", "truncated", 3),
            ("\"\\u00", "truncated", 5), ("-", "truncated", 1), ("1.", "truncated", 2), ("1e", "truncated", 2),
            ("1e+", "truncated", 3), ("t", "truncated", 1), ("tru", "truncated", 3), ("nul", "truncated", 3),
            ("fals", "truncated", 4), ("[\"a\",\n4\n,1,", "truncated", 11), ("{\"a\":[", "truncated", 6),
            // Something after the end.
            ("1 2", "syntax", 2), ("[] []", "syntax", 3), ("[]]", "syntax", 2), ("{}}", "syntax", 2),
            ("{}x", "syntax", 2), ("null,", "syntax", 4), ("\"a\"b", "syntax", 3), ("[1],", "syntax", 3),
            ("{}#", "syntax", 2), ("{}/**/", "syntax", 2), ("[]\u{0}", "syntax", 2), ("truefalse", "syntax", 4),
            // Commas and colons.
            ("[1,]", "syntax", 3), ("[,1]", "syntax", 1), ("[1,,2]", "syntax", 3), ("[,]", "syntax", 1),
            ("[1 2]", "syntax", 3), ("[1;2]", "syntax", 2), ("[1:2]", "syntax", 2), ("{\"a\":1,}", "syntax", 7),
            ("{,\"a\":1}", "syntax", 1), ("{\"a\":1,,\"b\":2}", "syntax", 7), ("{\"a\" 1}", "syntax", 5),
            ("{\"a\",1}", "syntax", 4), ("{\"a\":1 \"b\":2}", "syntax", 7), ("{\"a\"::1}", "syntax", 5),
            ("{\"a\":}", "syntax", 5), ("{\"a\"}", "syntax", 4), ("{\"a\":1:2}", "syntax", 6), ("{:1}", "syntax", 1),
            // Keys.
            ("{a:1}", "syntax", 1), ("{'a':1}", "syntax", 1), ("{1:1}", "syntax", 1), ("{null:1}", "syntax", 1),
            ("{[]:1}", "syntax", 1), ("{\"a\":1,b:2}", "syntax", 7), ("{\"a\":1,2}", "syntax", 7),
            // Brackets that do not fit.
            ("[}", "syntax", 1), ("{]", "syntax", 1), ("[1}", "syntax", 2), ("{\"a\":1]", "syntax", 6),
            ("]", "syntax", 0),
            ("}", "syntax", 0), ("[{]}", "syntax", 2), ("[[1]}", "syntax", 4), (":", "syntax", 0), (",", "syntax", 0),
            // Numbers.
            ("01", "syntax", 1), ("-01", "syntax", 2), ("00", "syntax", 1), ("+1", "syntax", 0), (".5", "syntax", 0),
            ("-.5", "syntax", 1), ("1.e1", "syntax", 2), ("1.x", "syntax", 2), ("1ex", "syntax", 2),
            ("--1", "syntax", 1),
            ("1e1.5", "syntax", 3), ("1_000", "syntax", 1), ("0x10", "syntax", 1), ("1e+-1", "syntax", 3),
            ("- 1", "syntax", 1), ("NaN", "syntax", 0), ("Infinity", "syntax", 0), ("-Infinity", "syntax", 1),
            ("1a", "syntax", 1), ("１", "syntax", 0), ("[-]", "syntax", 2), ("[1.]", "syntax", 3),
            ("0.1.2", "syntax", 3),
            // Words.
            ("True", "syntax", 0), ("TRUE", "syntax", 0), ("nulL", "syntax", 3), ("nill", "syntax", 1),
            ("trux", "syntax", 3),
            ("undefined", "syntax", 0), ("fALSE", "syntax", 1), ("None", "syntax", 0), ("a", "syntax", 0),
            // Strings.
            ("'a'", "syntax", 0), ("\"\n\"", "syntax", 1), ("\"\t\"", "syntax", 1), ("\"a\u{0}b\"", "syntax", 2),
            ("\"\u{1F}\"", "syntax", 1), ("\"\\x\"", "syntax", 1), ("\"\\a\"", "syntax", 1), ("\"\\'\"", "syntax", 1),
            ("\"\\0\"", "syntax", 1), ("\"\\U0041\"", "syntax", 1), ("\"\\u00g0\"", "syntax", 1),
            ("\"\\u 041\"", "syntax", 1), ("\"\\u{41}\"", "syntax", 1), ("\"\\u-041\"", "syntax", 1),
            ("\"\\é\"", "syntax", 1), ("\"12345678\u{1}\"", "syntax", 9), ("\"\\\u{0}\"", "syntax", 1),
            // White space that JSON has not.
            ("\u{B}1", "syntax", 0), ("\u{C}1", "syntax", 0), ("\u{A0}1", "syntax", 0), ("[\u{2028}]", "syntax", 1),
            ("//\n1", "syntax", 0), ("/* */1", "syntax", 0), ("[1]\u{A0}", "syntax", 3), ("[\u{FEFF}]", "syntax", 1),
        ])
    func refusing(text: String, code: String, offset: Int) {
        expect(Array(text.utf8), code, offset)
    }

    @Test(
        "bytes that are not UTF-8 are refused",
        arguments: [
            ([0x80], 0), ([0xBF], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xC2, 0x20], 0), ([0xC3, 0xC3], 0),
            ([0xE0, 0x80, 0x80], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xE1, 0x80, 0x20], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xED, 0xBF, 0xBF], 0), ([0xED, 0xA0, 0xBD, 0xED, 0xB1, 0x8D], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
            ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF0, 0x9F, 0x91, 0x20], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xFE], 0), ([0xFF], 0),
            ([0x61, 0xFF], 1), ([0xC3, 0xA9, 0x80], 2),
        ] as [([UInt8], Int)])
    func refusing(bytes: [UInt8], offset: Int) {
        let quote = UInt8(ascii: "\"")
        expect([quote] + bytes + [quote], "invalidUTF8", 1 + offset)
        // Behind eight bytes, where the reader looks at whole words.
        expect([quote] + Array("abcdefghijk".utf8) + bytes + [quote], "invalidUTF8", 12 + offset)
    }

    @Test(
        "other encodings are refused",
        arguments: [
            [0xFE, 0xFF, 0x00, 0x5B, 0x00, 0x5D], [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], [0x00, 0x5B, 0x00, 0x5D],
            [0x5B, 0x00, 0x5D, 0x00], [0x00, 0x00, 0x00, 0x5B, 0x00, 0x00, 0x00, 0x5D],
        ] as [[UInt8]])
    func encodings(bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    }

    @Test("nesting is refused at the limit, however deep it goes")
    func nesting() {
        for opening in ["[", "{\"a\":", "[{\"a\":", " [ "] {
            let text = Array(String(repeating: opening, count: 200_000).utf8)
            let start = ContinuousClock.now
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
            #expect(error?.code == .tooDeep)
            #expect(ContinuousClock.now - start < .seconds(1))
        }
    }

    @Test("errors do not quote the text")
    func masking() {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array("{\"secret\" 16505551234".utf8)) }
        #expect(error.map { "\($0)" } == "syntax: a colon is expected at byte 10")
    }

    private func expect(_ bytes: [UInt8], _ code: String, _ offset: Int, _ location: SourceLocation = #_sourceLocation)
    {
        let error = #expect(throws: JSONError.self, sourceLocation: location) { try JSONValue(parsing: bytes) }
        #expect(error?.code.description == code, sourceLocation: location)
        #expect(error?.offset == offset, sourceLocation: location)
        #expect(throws: JSONError.self, sourceLocation: location) { try RawJSON(parsing: bytes) }
    }
}
