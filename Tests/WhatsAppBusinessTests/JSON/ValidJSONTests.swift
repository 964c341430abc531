import Testing
import WhatsAppBusiness

/// Documents that RFC 8259 allows, and what they mean, written compactly.
@Suite("Valid JSON")
struct ValidJSONTests {
    @Test(
        "is read, and written again with the same spelling of numbers",
        arguments: [
            // Whole documents of one scalar.
            ("null", "null"), ("true", "true"), ("false", "false"), ("0", "0"), ("-0", "-0"), ("1", "1"), ("-1", "-1"),
            ("\"\"", "\"\""), ("\"a\"", "\"a\""), (" 1 ", "1"), ("\t\r\n 1 \n\r\t", "1"), ("\u{FEFF}[]", "[]"),
            // Numbers.
            ("10", "10"), ("1.5", "1.5"), ("0.0", "0.0"), ("-0.0", "-0.0"), ("0.10", "0.10"), ("1e1", "1e1"),
            ("1E1", "1E1"), ("1e+1", "1e+1"), ("1e-1", "1e-1"), ("1E+01", "1E+01"), ("0e0", "0e0"), ("0E+1", "0E+1"),
            ("1.0e10", "1.0e10"), ("-1.25E-7", "-1.25E-7"), ("1e999", "1e999"), ("-1e-999", "-1e-999"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            ("0.1234567890123456789012345678901234567890", "0.1234567890123456789012345678901234567890"),
            ("18446744073709551616", "18446744073709551616"), ("9007199254740993", "9007199254740993"),
            ("[1,2,3]", "[1,2,3]"), ("[ 1 , -2 , 3e2 ]", "[1,-2,3e2]"), ("[0,0.5,-0]", "[0,0.5,-0]"),
            // Arrays.
            ("[]", "[]"), ("[ ]", "[]"), ("[\n]", "[]"), ("[[]]", "[[]]"), ("[[],[]]", "[[],[]]"),
            ("[null]", "[null]"), ("[null,true,false]", "[null,true,false]"), ("[1,\"a\",{}]", "[1,\"a\",{}]"),
            ("[[[[[[]]]]]]", "[[[[[[]]]]]]"), ("[\"\",[],{}]", "[\"\",[],{}]"), ("[1]\n", "[1]"),
            ("[{\"a\":[{}]}]", "[{\"a\":[{}]}]"), ("[ [ 1 ] , [ 2 ] ]", "[[1],[2]]"),
            ("[\"a\" ,\"b\"]", "[\"a\",\"b\"]"),
            // Objects.
            ("{}", "{}"), ("{ }", "{}"), ("{\"a\":1}", "{\"a\":1}"), ("{ \"a\" : 1 }", "{\"a\":1}"),
            ("{\"b\":1,\"a\":2}", "{\"b\":1,\"a\":2}"), ("{\"\":0}", "{\"\":0}"), ("{\"a\":{}}", "{\"a\":{}}"),
            ("{\"a\":{\"b\":{\"c\":[]}}}", "{\"a\":{\"b\":{\"c\":[]}}}"), ("{\"a\":null}", "{\"a\":null}"),
            ("{\"a\":1,\"a\":2}", "{\"a\":2}"), ("{\"a\":1,\"b\":0,\"a\":2}", "{\"a\":2,\"b\":0}"),
            ("{\"a\":[1],\"b\":{\"c\":true}}", "{\"a\":[1],\"b\":{\"c\":true}}"), ("{\"a b\":1}", "{\"a b\":1}"),
            ("{\"\\u0061\":1}", "{\"a\":1}"), ("{\"\\u0061\":1,\"a\":2}", "{\"a\":2}"), ("{\"é\":1}", "{\"é\":1}"),
            ("{\"a\\nb\":1}", "{\"a\\nb\":1}"), ("{\"a\":\"b\",\"c\":\"d\"}\n", "{\"a\":\"b\",\"c\":\"d\"}"),
            // Strings.
            ("\"abcdefgh\"", "\"abcdefgh\""), ("\"abcdefghijklmnopqrstuvwxyz\"", "\"abcdefghijklmnopqrstuvwxyz\""),
            ("\" \"", "\" \""), ("\"/\"", "\"/\""), ("\"\\/\"", "\"/\""), ("\"\\\"\"", "\"\\\"\""),
            ("\"\\\\\"", "\"\\\\\""), ("\"\\b\\f\\n\\r\\t\"", "\"\\b\\f\\n\\r\\t\""), ("\"\\u0000\"", "\"\\u0000\""),
            ("\"\\u001f\"", "\"\\u001f\""), ("\"\\u007f\"", "\"\u{7F}\""), ("\"\u{7F}\"", "\"\u{7F}\""),
            ("\"\\u0041\"", "\"A\""), ("\"\\u00e9\"", "\"é\""), ("\"\\u00E9\"", "\"é\""), ("\"\\u20ac\"", "\"€\""),
            ("\"\\ud83d\\udc4d\"", "\"👍\""), ("\"\\uD83D\\uDC4D\"", "\"👍\""), ("\"é€👍\"", "\"é€👍\""),
            ("\"\\ud800\\udc00\"", "\"\u{10000}\""), ("\"\\udbff\\udfff\"", "\"\u{10FFFF}\""),
            ("\"\u{FFFF}\"", "\"\u{FFFF}\""), ("\"\\uffff\"", "\"\u{FFFF}\""),
            ("\"\u{2028}\u{2029}\"", "\"\u{2028}\u{2029}\""),
            ("\"\u{FEFF}\"", "\"\u{FEFF}\""), ("\"a\\u0062c\"", "\"abc\""), ("\"\\\\u0041\"", "\"\\\\u0041\""),
            ("\"true\"", "\"true\""), ("\"[]{},:\"", "\"[]{},:\""), ("\"1234567\\n\"", "\"1234567\\n\""),
            ("\"12345678\\n\"", "\"12345678\\n\""), ("\"1234567é\"", "\"1234567é\""), ("\"日本語のテキスト\"", "\"日本語のテキスト\""),
            // Half of a surrogate pair is allowed by the grammar and becomes the replacement character.
            ("\"\\ud83d\"", "\"\u{FFFD}\""), ("\"\\udc4d\"", "\"\u{FFFD}\""), ("\"\\ud83dx\"", "\"\u{FFFD}x\""),
            ("\"\\ud83d\\n\"", "\"\u{FFFD}\\n\""), ("\"\\ud83d\\ud83d\\udc4d\"", "\"\u{FFFD}👍\""),
            ("\"\\udc4d\\ud83d\"", "\"\u{FFFD}\u{FFFD}\""), ("\"\\ud83d\\u0041\"", "\"\u{FFFD}A\""),
            ("{\"\\ud800\":1}", "{\"\u{FFFD}\":1}"),
        ])
    func reading(text: String, written: String) throws {
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(String(decoding: value.serialized(), as: UTF8.self) == written)
        let raw = try RawJSON(parsing: Array(text.utf8))
        #expect(try raw.value == value)
        #expect(try JSONValue(parsing: value.serialized()) == value)
    }

    @Test("keeps its bytes as a raw value, without the white space around it")
    func raw() throws {
        let raw = try RawJSON(parsing: Array(" \n{\"a\" : 1.0}\t".utf8))
        #expect(raw.text == "{\"a\" : 1.0}")
        #expect(raw.count == 11)
        #expect(raw == raw.detached())
        #expect(raw.hashValue == raw.detached().hashValue)
        #expect(try raw != RawJSON(parsing: Array("{\"a\":1.0}".utf8)))
    }

    @Test("is read at its greatest depth")
    func depth() throws {
        let text = { (depth: Int) in
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(throws: Never.self) { try JSONValue(parsing: text(64)) }
        #expect(throws: Never.self) { try JSONValue(parsing: text(512), maximumDepth: 512) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: text(65)) }
        // 512 is the most, whatever is asked for.
        #expect(throws: JSONError.self) { try JSONValue(parsing: text(513), maximumDepth: 100_000) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: text(1), maximumDepth: 0) }
        let raw = try RawJSON(parsing: text(512), maximumDepth: 512)
        #expect(throws: Never.self) { try raw.value }
    }

    @Test("is equal whatever the order of keys, and different where a value differs")
    func equality() throws {
        let parse = { (text: String) in try JSONValue(parsing: Array(text.utf8)) }
        #expect(try parse("{\"a\":1,\"b\":[2]}") == parse("{\"b\":[2],\"a\":1}"))
        #expect(try parse("{\"a\":1,\"b\":[2]}").hashValue == parse("{\"b\":[2],\"a\":1}").hashValue)
        #expect(try parse("{\"a\":1}") != parse("{\"a\":1.0}"))
        #expect(try parse("{\"a\":1}") != parse("{\"a\":1,\"b\":null}"))
        #expect(try parse("[1,2]") != parse("[2,1]"))
    }
}
