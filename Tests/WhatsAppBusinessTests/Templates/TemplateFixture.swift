import Foundation
import WhatsAppBusiness

/// A body from `Fixtures/cloud/templates`: written from Cloud API reference §4.2 to §4.7, all data invented.
struct TemplateFixture: Sendable, CustomStringConvertible {
    var name: String
    var json: JSONValue

    var description: String { name }

    /// The creation body, which stands alone or beside what is expected of it.
    var definition: TemplateDefinition { TemplateDefinition(json: json["template"] ?? json) }

    /// The findings that are expected, as `path rule`, sorted.
    func expected(_ key: String) -> [String] { (json[key]?.array ?? []).compactMap(\.string).sorted() }

    static func all(_ folder: String) -> [TemplateFixture] {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/cloud/templates/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            let text = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
            let json = (try? JSONValue(parsing: Array(text))) ?? .null
            return TemplateFixture(name: String(name.dropLast(5)), json: json)
        }
    }
}

extension [TemplateLintReport.Finding] {
    /// The findings as `path rule`, sorted.
    var lines: [String] { map { "\($0.path) \($0.rule.rawValue)" }.sorted() }
}
