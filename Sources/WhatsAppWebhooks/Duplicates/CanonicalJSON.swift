import WhatsAppBusiness

/// JSON in one spelling: keys in the order of their bytes, no white space, the shortest escapes. A delivery that is made
/// anew may spell the same element in another way.
enum CanonicalJSON {
    /// The canonical bytes of an element; its own bytes where it cannot be parsed.
    static func bytes(of raw: RawJSON) -> [UInt8] {
        do throws(JSONError) {
            return sorted(try raw.value).serialized()
        } catch {
            return raw.bytes
        }
    }

    /// Deliveries are at most 512 levels deep, and so is this.
    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(sorted))
        case .object(let object):
            let members = object.members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return .object(JSONObject(members.map { .init(key: $0.key, value: sorted($0.value)) }))
        default: return value
        }
    }
}
