import ProviderTestSupport
import Testing
import WhatsAppBusiness

/// Pages of the platform and of its partners print the same words in capitals and in small letters, and a button's sample
/// as a text and as a list (Cloud API reference §4.2, §4.3).
@Suite("A template is checked in any spelling")
struct LintSpellingTests {
    enum Spelling: CaseIterable {
        case lower, upper, capitalized

        func apply(_ word: String) -> String {
            switch self {
            case .lower: word.lowercased()
            case .upper: word.uppercased()
            case .capitalized: word.prefix(1).uppercased() + word.dropFirst().lowercased()
            }
        }
    }

    /// The members whose values are the platform's words.
    private static let words: Set<String> = ["type", "format", "category", "otp_type", "parameter_format"]

    @Test("that the platform takes", arguments: TemplateFixture.all("accepted"), Spelling.allCases)
    func accepted(_ fixture: TemplateFixture, _ spelling: Spelling) throws {
        try Self.check(fixture.json, spelling)
    }

    @Test("whatever it is", arguments: [31, 32, 33] as [UInt64], Spelling.allCases)
    func random(_ seed: UInt64, _ spelling: Spelling) throws {
        var templates = RandomTemplates(seed: seed)
        for _ in 0..<20 { try Self.check(templates.next().json, spelling) }
    }

    private static func check(_ json: JSONValue, _ spelling: Spelling) throws {
        let usual = TemplateDefinition(json: json)
        for list in [false, true] {
            let other = respelled(json, spelling, samplesAreLists: list)
            let definition = TemplateDefinition(json: other)
            try #require(definition.lint().violations.lines == [])
            try #require(definition.lint().warnings.lines == usual.lint().warnings.lines)
            try #require(definition.json == other)
            try #require(definition.slots == usual.slots)
            let values = usual.valuesOfAllSlots()
            try #require(try definition.filling(values) == usual.filling(values))
            try #require(definition.preview(values) == usual.preview(values))
        }
    }

    /// The body with its words spelled otherwise, and the samples of buttons as texts or as lists.
    private static func respelled(
        _ json: JSONValue, _ spelling: Spelling, samplesAreLists: Bool
    ) -> JSONValue {
        switch json {
        case .array(let elements):
            return .array(elements.map { respelled($0, spelling, samplesAreLists: samplesAreLists) })
        case .object(var object):
            for member in object.members {
                switch member.value {
                case .string(let text) where words.contains(member.key):
                    object[member.key] = .string(spelling.apply(text))
                case .string where member.key == "example" && samplesAreLists && object["param_name"] == nil:
                    object[member.key] = [member.value]
                case .array(let samples) where member.key == "example" && !samplesAreLists && samples.count == 1:
                    object[member.key] = samples[0]
                default:
                    object[member.key] = respelled(member.value, spelling, samplesAreLists: samplesAreLists)
                }
            }
            return .object(object)
        default: return json
        }
    }
}
