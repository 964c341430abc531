import Foundation
import WhatsAppBusiness

/// A body from `Fixtures/cloud/messages`.
struct MessageFixture: Sendable, CustomStringConvertible {
    var name: String
    var bytes: [UInt8]

    var description: String { name }

    /// The text without the line end of the file.
    var text: String { String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines) }

    static let all: [MessageFixture] = {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/cloud/messages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map {
            let text = (try? Data(contentsOf: folder.appendingPathComponent($0))) ?? Data()
            return MessageFixture(name: String($0.dropLast(5)), bytes: Array(text))
        }
    }()

    static func body(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: all.first { $0.name == name }?.bytes ?? [])
    }
}

/// Every violation of a body, as `path rule`.
func violations(_ request: SendRequest) -> [String] {
    do throws(ValidationError) {
        try request.validate()
        return []
    } catch {
        return error.violations.map { "\($0.path) \($0.rule.rawValue)" }
    }
}

/// Every violation of a message.
func violations(_ message: Message) -> [String] {
    violations(SendRequest(message: message, to: "+16505551234"))
}

extension JSONValue {
    /// The value with another in the place that a path names; `nil` takes the place away.
    func setting(_ path: String, _ value: JSONValue?) -> JSONValue {
        setting(path.replacingOccurrences(of: "[", with: ".[").split(separator: ".").map(String.init)[...], value)
    }

    private func setting(_ path: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        let rest = path.dropFirst()
        if key.hasPrefix("["), let index = Int(key.dropFirst().dropLast()), case .array(var elements) = self {
            if index == elements.count {
                elements.append(value ?? .null)
            } else {
                elements[index] = elements[index].setting(rest, value)
            }
            return .array(elements)
        }
        var object = object ?? [:]
        if rest.isEmpty {
            object[key] = value
        } else {
            object[key] = (object[key] ?? [:]).setting(rest, value)
        }
        return .object(object)
    }
}
