import Foundation
import Testing
import WhatsAppBusiness

@Suite("JSON values")
struct JSONValueTests {
    private let value: JSONValue = [
        "id": 594_425_479_261_596, "name": "order_ready", "list": [1, 2.5, nil, true], "nested": ["a": ["b": "c"]],
    ]

    @Test("are reached by key and index, and missing is nil")
    func access() {
        #expect(value["name"]?.string == "order_ready")
        #expect(value["id"]?.integer == 594_425_479_261_596)
        #expect(value["list"]?[1]?.number?.double == 2.5)
        #expect(value["list"]?[2]?.isNull == true)
        #expect(value["list"]?[3]?.bool == true)
        #expect(value["list"]?[4] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["nested"]?["a"]?["b"]?.string == "c")
        #expect(value["none"] == nil)
        #expect(value["name"]?["x"] == nil)
        #expect(value.object?.keys == ["id", "name", "list", "nested"])
        #expect(value["list"]?.array?.count == 4)
    }

    @Test(
        "keep numbers as they are spelled",
        arguments: ["12345678901234567890123", "7.90", "1e3", "-0", "0.1", "1E-400"])
    func numbers(text: String) throws {
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value.number?.text == text)
        #expect(JSONNumber(text)?.text == text)
    }

    @Test(
        "take no text for a number that is none",
        arguments: ["", "01", " 1", "1 ", "a", "NaN", "\"1\"", "[1]", "\u{FEFF}1"])
    func notNumbers(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test("keep objects in order while members are set and removed, also in long ones")
    func objects() {
        for count in [3, 40] {
            var object = JSONObject((0..<count).map { .init(key: "k\($0)", value: .number(JSONNumber($0))) })
            object["k1"] = "changed"
            object["new"] = true
            object["k0"] = nil
            #expect(object.keys == (1..<count).map { "k\($0)" } + ["new"])
            #expect(object["k1"] == "changed")
            #expect(object["k0"] == nil)
            #expect(object["new"] == true)
            #expect(object["k\(count - 1)"]?.integer == count - 1)
        }
    }

    @Test("are parsed quickly where an object has very many keys")
    func manyKeys() throws {
        let text = "{" + (0..<100_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
        let start = ContinuousClock.now
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value.object?.count == 100_000)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("pass through Codable")
    func coding() throws {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data) == value)
        let fragments: [JSONValue] = [
            nil, true, "a", 1, -1, 0.5, .number(JSONNumber("18446744073709551615") ?? 0), [], [:],
        ]
        for fragment in fragments {
            let data = try JSONEncoder().encode([fragment])
            #expect(try JSONDecoder().decode([JSONValue].self, from: data) == [fragment])
        }
    }

    @Test("show nothing of their content")
    func masking() throws {
        let value: JSONValue = ["phone": "16505551234", "number": 16_505_551_234, "list": ["16505551234"]]
        var dumped = ""
        dump(value, to: &dumped)
        dump(try RawJSON(parsing: value.serialized()), to: &dumped)
        dump(value.object, to: &dumped)
        dump(value.object?.members, to: &dumped)
        for text in [dumped, "\(value)", String(reflecting: value), "\(value.object?.members as Any)"] {
            #expect(!text.contains("16505551234"))
        }
    }
}
