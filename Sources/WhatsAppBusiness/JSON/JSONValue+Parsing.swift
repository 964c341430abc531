extension JSONValue {
    /// Parses the UTF-8 text of one JSON value.
    ///
    /// The grammar is that of RFC 8259, strictly. A leading byte order mark is skipped; the escape of a lone surrogate
    /// becomes U+FFFD; of equal keys the last value counts.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - maximumDepth: how deep arrays and objects may be nested, 512 at most.
    /// - Throws: ``JSONError`` with the offset of what is wrong.
    public init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) {
        self = try JSONReader.read(bytes, maximumDepth: maximumDepth) { JSONValue($0) }
    }

    /// An array or object that is being filled.
    fileprivate enum Open {
        case array([JSONValue], JSONNode.Elements)
        case object(JSONObject, JSONNode.Members, key: String)
    }

    /// Builds the value of a node, with a stack of its own instead of recursion.
    init(_ root: JSONNode) {
        var stack: [Open] = []
        var node = root
        while true {
            var finished: JSONValue?
            switch node.kind {
            case .object: stack.append(.object(JSONObject(), node.members, key: ""))
            case .array: stack.append(.array([], node.elements))
            case .string, .key: finished = .string(node.string ?? "")
            case .number: finished = .number(JSONNumber(unchecked: String(decoding: node.content, as: UTF8.self)))
            case .true: finished = .bool(true)
            case .false: finished = .bool(false)
            case .null: finished = .null
            }
            // Hands what is finished to what is open, until something open has another child.
            var child: JSONNode?
            while child == nil {
                guard var top = stack.popLast() else {
                    self = finished ?? .null
                    return
                }
                child = top.takeNext(after: finished)
                if child == nil {
                    finished = top.value
                } else {
                    stack.append(top)
                }
            }
            // The loop above ends with a child or returns.
            node = child ?? root
        }
    }
}

extension JSONValue.Open {
    /// Adds a finished child, if there is one, and gives the next child to build.
    fileprivate mutating func takeNext(after finished: JSONValue?) -> JSONNode? {
        switch self {
        case .array(var elements, var rest):
            // Emptied while it grows, so that the array is not copied.
            self = .array([], rest)
            if let finished { elements.append(finished) }
            let child = rest.next()
            self = .array(elements, rest)
            return child
        case .object(var object, var rest, let key):
            self = .object(JSONObject(), rest, key: "")
            if let finished { object[key] = finished }
            let child = rest.next()
            self = .object(object, rest, key: child?.key.text ?? "")
            return child?.value
        }
    }

    /// The array or object as far as it is filled.
    fileprivate var value: JSONValue {
        switch self {
        case .array(let elements, _): return .array(elements)
        case .object(let object, _, _): return .object(object)
        }
    }
}
