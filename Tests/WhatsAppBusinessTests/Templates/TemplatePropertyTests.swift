import Foundation
import ProviderTestSupport
import Testing
import WhatsAppBusiness

@Suite("Any template")
struct TemplatePropertyTests {
    @Test("that is valid is found valid, and is the same after JSON and back", arguments: [1, 2, 3] as [UInt64])
    func roundTrip(_ seed: UInt64) throws {
        var templates = RandomTemplates(seed: seed)
        var kinds: Set<String> = []
        for _ in 0..<120 {
            let definition = templates.next()
            kinds.formUnion(definition.components.map(\.type))
            try #require(definition.lint().violations.lines == [])
            let read = try TemplateDefinition(parsing: definition.json.serialized())
            try #require(read == definition)
            try #require(read.json == definition.json)
            let coded = try JSONEncoder().encode(definition)
            try #require(try JSONDecoder().decode(TemplateDefinition.self, from: coded) == definition)
        }
        #expect(kinds.count == 7)
    }

    @Test(
        "that is damaged goes out as it came, and each finding has a path", arguments: [11, 12, 13] as [UInt64])
    func damage(_ seed: UInt64) throws {
        var templates = RandomTemplates(seed: seed)
        var generator = SeededGenerator(seed: seed)
        var refused = 0
        for _ in 0..<120 {
            var json = templates.next().json
            for _ in 0..<Int.random(in: 1...3, using: &generator) { json = json.damaged(by: &generator) }
            guard json.object != nil else { continue }
            let definition = TemplateDefinition(json: json)
            try #require(definition.json == json)
            let report = definition.lint()
            try #require(
                (report.violations + report.warnings).allSatisfy { !$0.path.isEmpty && !$0.path.hasPrefix(".") })
            refused += report.isValid ? 0 : 1
            _ = definition.lint(.classic)
            _ = Template(json: json).json
        }
        #expect(refused > 40)
    }

    @Test("whose bytes are damaged is read, or is no JSON", arguments: [21, 22] as [UInt64])
    func bytes(_ seed: UInt64) throws {
        var templates = RandomTemplates(seed: seed)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<120 {
            var bytes = templates.next().json.serialized()
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0x20...0x7E, using: &generator)
            }
            guard let json = try? JSONValue(parsing: bytes), json.object != nil else { continue }
            let definition = try TemplateDefinition(parsing: bytes)
            try #require(definition.json == json)
            _ = definition.lint()
        }
    }
}

extension JSONValue {
    /// The value with one thing in it taken away, doubled or put in the place of another.
    fileprivate func damaged(by generator: inout SeededGenerator) -> JSONValue {
        switch self {
        case .array(var elements) where !elements.isEmpty && Int.random(in: 0..<4, using: &generator) > 0:
            let place = Int.random(in: 0..<elements.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: elements.remove(at: place)
            case 1: elements.insert(elements[place], at: place)
            default: elements[place] = elements[place].damaged(by: &generator)
            }
            return .array(elements)
        case .object(var object) where object.count > 0 && Int.random(in: 0..<5, using: &generator) > 0:
            let key = object.keys[Int.random(in: 0..<object.count, using: &generator)]
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: object[key] = nil
            case 1: object["odd"] = object[key]
            default: object[key] = object[key]?.damaged(by: &generator)
            }
            return .object(object)
        default:
            let others: [JSONValue] = [
                .null, true, 7, -1.5, "", "{{1}}", "{{x}}{{y}}", "odd", [], ["a"], [[]], [:], ["text": 5],
                .string(String(repeating: "é", count: 1100)),
            ]
            if case .string(let text) = self, Bool.random(using: &generator) {
                return .string(Bool.random(using: &generator) ? text.lowercased() : text + " {{2}}")
            }
            return others[Int.random(in: 0..<others.count, using: &generator)]
        }
    }
}
