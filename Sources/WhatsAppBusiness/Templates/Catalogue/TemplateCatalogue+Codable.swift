#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension TemplateCatalogue: Codable {
    private static let version = 1

    /// The catalogue as JSON text, to be stored. It is faster than going through an encoder.
    public func serialized() -> [UInt8] { json.serialized() }

    /// Reads what ``serialized()`` wrote.
    /// - Throws: ``ValidationError`` for bytes that are no stored catalogue.
    public init(parsing bytes: [UInt8]) throws(ValidationError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw ValidationError([.init(path: "", rule: .type, explanation: "a stored catalogue is JSON")])
        }
        try self.init(json: json)
    }

    /// Reads a stored catalogue.
    /// - Throws: a `DecodingError` for what is no stored catalogue.
    public init(from decoder: any Decoder) throws {
        do throws(ValidationError) {
            try self.init(json: try Self.value(from: decoder))
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description))
        }
    }

    private static func value(from decoder: any Decoder) throws(ValidationError) -> JSONValue {
        do {
            return try JSONValue(from: decoder)
        } catch {
            throw ValidationError([.init(path: "", rule: .type, explanation: "a stored catalogue is JSON")])
        }
    }

    /// Writes the catalogue.
    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }

    private var json: JSONValue {
        .members([
            "version": .whole(Self.version), "synchronized_at": Self.time(synchronizedAt),
            "templates": .array(entries.map(\.json)),
            "deleted": deletions.isEmpty
                ? nil
                : .array(
                    deletions.sorted { $0.key < $1.key }.map { key, deletion in
                        .members([
                            "name": .string(key.name), "language": .string(key.language.rawValue),
                            "id": .text(deletion.id?.rawValue), "at": Self.time(deletion.at),
                        ])
                    }),
            "missing": missing.isEmpty
                ? nil
                : .array(
                    missing.sorted { $0.key.rawValue < $1.key.rawValue }.map { id, instant in
                        .members(["id": .string(id.rawValue), "at": Self.time(instant)])
                    }),
        ])
    }

    private init(json: JSONValue) throws(ValidationError) {
        guard json.object != nil, let elements = json["templates"]?.array else {
            throw ValidationError([.init(path: "templates", rule: .required, explanation: "a value is needed")])
        }
        guard let version = json["version"]?.integer, version == Self.version else {
            throw ValidationError([
                .init(
                    path: "version", rule: .notAllowed, explanation: "the catalogue was stored by another version",
                    limit: Self.version)
            ])
        }
        self.init()
        synchronizedAt = Self.date(json["synchronized_at"])
        var entries: [TemplateKey: Entry] = [:]
        for (index, element) in elements.enumerated() {
            do throws(ValidationError) {
                let entry = try Entry(json: element)
                entries[entry.key] = entry
            } catch {
                throw ValidationError(
                    error.violations.map { violation in
                        var violation = violation
                        violation.path = JSONPath.joined("templates[\(index)]", violation.path)
                        return violation
                    })
            }
        }
        replaceEntries(entries.values)
        for element in json["deleted"]?.array ?? [] {
            guard let name = element["name"]?.string, let language = element["language"]?.string,
                let instant = Self.date(element["at"])
            else { continue }
            deletions[TemplateKey(name, LanguageCode(rawValue: language))] = Deletion(
                id: element["id"]?.string.map { TemplateID($0) }, at: instant)
        }
        for element in json["missing"]?.array?.prefix(Self.maximumMissing) ?? [] {
            guard let id = element["id"]?.string, let instant = Self.date(element["at"]) else { continue }
            missing[TemplateID(id)] = instant
        }
    }

    /// An instant in seconds since 1970.
    fileprivate static func time(_ instant: Date?) -> JSONValue? {
        instant.flatMap { JSONNumber($0.timeIntervalSince1970) }.map { .number($0) }
    }

    fileprivate static func date(_ value: JSONValue?) -> Date? {
        value?.number.map { Date(timeIntervalSince1970: $0.double) }
    }
}

extension TemplateCatalogue.Entry {
    fileprivate var json: JSONValue {
        let times = JSONObject.present([
            "status": TemplateCatalogue.time(times.status), "quality": TemplateCatalogue.time(times.quality),
            "category": TemplateCatalogue.time(times.category), "content": TemplateCatalogue.time(times.content),
        ])
        return .members([
            "template": template.json, "as_of": TemplateCatalogue.time(asOf), "outdated": isOutdated ? true : nil,
            "times": times.count == 0 ? nil : .object(times),
            "history": history.isEmpty ? nil : .array(history.map(\.json)),
        ])
    }

    fileprivate init(json: JSONValue) throws(ValidationError) {
        guard let template = json["template"], let asOf = TemplateCatalogue.date(json["as_of"]) else {
            throw ValidationError([.init(path: "as_of", rule: .required, explanation: "a value is needed")])
        }
        self.init(
            try Template.read(template), asOf: asOf, isOutdated: json["outdated"]?.bool ?? false,
            history: json["history"]?.array?.suffix(TemplateCatalogue.historyLength).compactMap {
                TemplateCatalogue.HistoryItem(json: $0)
            } ?? [])
        let date = { (key: String) in TemplateCatalogue.date(json["times"]?[key]) }
        times = Times(
            status: date("status"), quality: date("quality"), category: date("category"), content: date("content"))
    }
}

extension TemplateCatalogue.HistoryItem {
    fileprivate var json: JSONValue {
        var members: JSONObject = [:]
        members["at"] = TemplateCatalogue.time(at)
        switch event {
        case .status(let status, let reason):
            members["status"] = .string(status.rawValue)
            members["reason"] = .text(reason?.rawValue)
        case .quality(let quality): members["quality"] = .text(quality?.rawValue) ?? .null
        case .category(let category): members["category"] = .string(category.rawValue)
        case .content: members["content"] = true
        }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let instant = TemplateCatalogue.date(json["at"]) else { return nil }
        if let status = json["status"]?.string {
            self.init(
                .status(
                    TemplateStatus(rawValue: status),
                    json["reason"]?.string.map { TemplateRejectionReason(rawValue: $0) }), at: instant)
        } else if let quality = json["quality"] {
            self.init(.quality(quality.string.map { TemplateQuality(rawValue: $0) }), at: instant)
        } else if let category = json["category"]?.string {
            self.init(.category(TemplateCategory(rawValue: category)), at: instant)
        } else {
            self.init(.content, at: instant)
        }
    }
}
