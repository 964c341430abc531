import WhatsAppBusiness

extension JSONObject {
    /// The members that `fields` asks for, and the id; the members named by default where it asks for nothing
    /// (Cloud API reference §1.3).
    func selecting(_ fields: String?, default usual: Set<String>? = nil) -> JSONValue {
        let wanted: Set<String>
        if let fields, !fields.isEmpty {
            wanted = Set(Self.names(in: fields))
        } else if let usual {
            wanted = usual
        } else {
            return .object(self)
        }
        return .object(JSONObject(members.filter { $0.key == "id" || wanted.contains($0.key) }))
    }

    /// The names at the top of `a,b{c,d},e.f(g)`.
    private static func names(in fields: String) -> [String] {
        var names: [String] = [""]
        var depth = 0
        var isName = true
        for character in fields {
            switch character {
            case "{", "(", "[": depth += 1
            case "}", ")", "]": depth -= 1
            case "," where depth == 0:
                names.append("")
                isName = true
            case "." where depth == 0: isName = false
            default: if depth == 0, isName { names[names.count - 1].append(character) }
            }
        }
        return names.map { $0.trimmingASCIIWhitespace() }
    }
}
