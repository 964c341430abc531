/// The parameters of a button that is being read: each is taken by its type.
struct ButtonParameters {
    private let button: WireObject
    private var objects: [String: WireObject] = [:]

    init(_ button: WireObject) {
        self.button = button
        guard let elements = button.take("parameters") else { return }
        guard let array = elements.array else {
            button.fail("parameters", .type, "an array belongs here")
            return
        }
        for (index, element) in array.enumerated() {
            let path = "\(button.path("parameters"))[\(index)]"
            let object = WireObject(element, at: path, log: button.log)
            let type = object.keyword("type")
            if objects.updateValue(object, forKey: type) != nil {
                button.log.fail(at: path, .unique, "the button has a parameter of this type already")
            }
        }
    }

    /// The value of a parameter `{"type": type, type: text}`.
    mutating func text(_ type: String) -> String? {
        objects.removeValue(forKey: type).map { finish($0) { $0.text(type) } }
    }

    mutating func number(_ type: String) -> Int? {
        objects.removeValue(forKey: type).map { finish($0) { $0.looseInteger(type) ?? $0.integer(type) } }
    }

    mutating func required(_ type: String) -> String {
        guard let text = text(type) else {
            missing(type)
            return ""
        }
        return text
    }

    mutating func action<T>(_ read: (WireObject) -> T) -> T? {
        objects.removeValue(forKey: "action").map { finish($0) { $0.within("action", read) } }
    }

    mutating func requiredAction<T>(_ read: (WireObject) -> T) -> T? {
        let value = action(read)
        if value == nil { missing("action") }
        return value
    }

    /// Reports the parameters that the button does not take.
    func finish() {
        for object in objects.values.sorted(by: { $0.path < $1.path }) {
            object.fail("type", .notAllowed, "this button takes no parameter of this type")
            object.abandon()
        }
    }

    private func missing(_ type: String) {
        button.fail("parameters", .required, "this button needs a parameter of type \(type)")
    }

    private func finish<T>(_ object: WireObject, _ read: (WireObject) -> T) -> T {
        defer { object.finish() }
        return read(object)
    }
}
