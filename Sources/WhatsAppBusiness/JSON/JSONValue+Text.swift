extension JSONValue {
    /// The text of a string that has any, or of a number as it is spelled: how ids and codes are read.
    var text: String? {
        if let string { return string.isEmpty ? nil : string }
        return number?.text
    }
}
