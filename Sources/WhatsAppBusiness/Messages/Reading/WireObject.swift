/// A JSON object that is being read: it knows its path, reports what does not fit, and notices members that nobody read.
package final class WireObject {
    package let path: String
    package let log: ReadingLog
    let members: JSONObject
    /// Whether there is no object; what is missing in it is not reported.
    package let isAbsent: Bool
    private var seen: Set<String> = []

    package init(_ value: JSONValue, at path: String, log: ReadingLog) {
        self.path = path
        self.log = log
        if let object = value.object {
            members = object
            isAbsent = false
        } else {
            members = JSONObject()
            isAbsent = true
            log.fail(at: path, .type, "an object belongs here")
        }
    }

    /// In the place of an object that is not there.
    private init(absentAt path: String, log: ReadingLog) {
        self.path = path
        self.log = log
        members = JSONObject()
        isAbsent = true
    }

    package func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    package func fail(_ key: String, _ rule: ValidationError.Rule, _ explanation: String) {
        if !isAbsent { log.fail(at: path(key), rule, explanation) }
    }

    /// The value under a key; `null` is no value.
    package func take(_ key: String) -> JSONValue? {
        seen.insert(key)
        guard let value = members[key], !value.isNull else { return nil }
        return value
    }

    package func has(_ key: String) -> Bool { members[key].map { !$0.isNull } ?? false }

    private func require(_ key: String) -> JSONValue? {
        let value = take(key)
        if value == nil { fail(key, .required, "a value is needed") }
        return value
    }

    /// In the place of a child that is not there.
    package func absent(_ key: String) -> WireObject { WireObject(absentAt: path(key), log: log) }

    // MARK: Scalars

    package func text(_ key: String) -> String {
        guard let value = require(key) else { return "" }
        return string(value, key)
    }

    package func optionalText(_ key: String) -> String? { take(key).map { string($0, key) } }

    private func string(_ value: JSONValue, _ key: String) -> String {
        if let text = value.string { return text }
        fail(key, .type, "a text belongs here")
        return ""
    }

    package func flag(_ key: String) -> Bool? {
        guard let value = take(key) else { return nil }
        if let flag = value.bool { return flag }
        fail(key, .type, "true or false belongs here")
        return nil
    }

    package func integer(_ key: String) -> Int {
        guard let value = require(key) else { return 0 }
        return whole(value, key)
    }

    package func optionalInteger(_ key: String) -> Int? { take(key).map { whole($0, key) } }

    /// A whole number, which may be written as text.
    package func looseInteger(_ key: String) -> Int? {
        guard let value = take(key) else { return nil }
        if let text = value.string, let number = Int(text) { return number }
        return whole(value, key)
    }

    private func whole(_ value: JSONValue, _ key: String) -> Int {
        if let number = value.integer { return number }
        fail(key, .type, "a whole number belongs here")
        return 0
    }

    /// A word of the platform's; cases are mixed on the wire.
    package func keyword(_ key: String) -> String { text(key).lowercased() }

    /// A member that has one value only.
    package func constant(_ key: String, _ expected: String) {
        guard let value = require(key) else { return }
        if value.string?.lowercased() != expected { fail(key, .notAllowed, "the value is always \(expected)") }
    }

    // MARK: Structure

    package func child(_ key: String) -> WireObject {
        guard let value = require(key) else { return absent(key) }
        return WireObject(value, at: path(key), log: log)
    }

    package func optionalChild(_ key: String) -> WireObject? {
        take(key).map { WireObject($0, at: path(key), log: log) }
    }

    package func value<V: PlatformValue>(_ key: String, as type: V.Type = V.self) -> V {
        let object = child(key)
        defer { object.finish() }
        return V(reading: object)
    }

    package func optionalValue<V: PlatformValue>(_ key: String, as type: V.Type = V.self) -> V? {
        guard let object = optionalChild(key) else { return nil }
        defer { object.finish() }
        return V(reading: object)
    }

    /// Reads members of a child that has no type of its own.
    package func within<R>(_ key: String, _ read: (WireObject) -> R) -> R {
        let object = child(key)
        defer { object.finish() }
        return read(object)
    }

    /// The elements of an array; none where there is no array.
    package func list<T>(_ key: String, _ read: (WireObject) -> T) -> [T] {
        guard let value = take(key) else { return [] }
        guard let elements = value.array else {
            fail(key, .type, "an array belongs here")
            return []
        }
        return elements.enumerated().map { index, element in
            let object = WireObject(element, at: "\(path(key))[\(index)]", log: log)
            defer { object.finish() }
            return read(object)
        }
    }

    package func list<V: PlatformValue>(_ key: String, of type: V.Type = V.self) -> [V] {
        list(key) { V(reading: $0) }
    }

    /// The elements of an array that must have some.
    package func oneOrMore<V: PlatformValue>(_ key: String, of type: V.Type = V.self) -> OneOrMore<V> {
        if !has(key) {
            fail(key, .required, "a value is needed")
        } else if take(key)?.array?.isEmpty == true {
            log.fail(at: path(key), .minCount, "there are too few elements", limit: 1, actual: 0)
        }
        return OneOrMore(list(key, of: V.self))
            ?? OneOrMore(first: V(reading: WireObject(absentAt: path(key) + "[0]", log: log)))
    }

    /// Reports a member that may not be there.
    package func refuse(_ key: String, _ explanation: String) {
        if take(key) != nil { fail(key, .notAllowed, explanation) }
    }

    /// Says that the object was not understood, and that nothing more need be said of it.
    package func abandon() { log.cover(path) }

    /// Reports every member that nobody has read.
    package func finish() {
        guard !isAbsent else { return }
        for key in members.keys where !seen.contains(key) {
            fail(key, .unknownMember, "the platform knows no member of this name here")
        }
    }

    /// The members that nobody has read, in their order.
    package var rest: [JSONObject.Member] { members.members.filter { !seen.contains($0.key) } }
}
