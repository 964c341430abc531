import WhatsAppBusiness

/// Reads what the service says of a failure: texts, and objects with or without a number.
///
/// Source: Chat API reference §3, §16.
enum RefusalText {
    /// The error that an answer names, as the platform's own where the text tells which one it is.
    ///
    /// - Parameters:
    ///   - answer: the answer as JSON.
    ///   - raw: the answer as it came.
    /// - Returns: `nil` where the answer names none.
    static func platformError(_ answer: JSONValue, raw: RawJSON?) -> PlatformError? {
        let error = Self.error(answer)
        let text = text(of: answer, error)
        guard error != nil || text != nil else { return nil }
        let code = [error?["code"], error?["error_code"]].compactMap { $0?.lenientInteger }.first
        let given = code.flatMap { $0 > 0 ? PlatformErrorCode(rawValue: $0) : nil }
        return PlatformError(
            code: given ?? text.map { .named(in: $0) } ?? .unspecified,
            subcode: error?["error_subcode"]?.lenientInteger, type: error?["type"]?.string,
            title: error?["title"]?.string, message: text ?? error?["message"]?.string,
            details: error?["error_data"]?["details"]?.string ?? error?["details"]?.string,
            userTitle: error?["error_user_title"]?.string, userMessage: error?["error_user_msg"]?.string,
            traceID: error?["fbtrace_id"]?.string, raw: raw)
    }

    /// An error that is there: a text, an object, or one inside of `response`, as the methods for groups and calls have it.
    static func error(_ answer: JSONValue) -> JSONValue? {
        for candidate in [answer["error"], answer["response"]?["error"]] {
            switch candidate {
            case .string(let text) where !text.isEmpty: return candidate
            case .object(let object) where object.count > 0: return candidate
            // Some programs count errors by `true`.
            case .bool(true): return candidate
            default: continue
            }
        }
        return nil
    }

    /// The one text to show: `message`, the error's own text, its title and text for people, its `message`.
    private static func text(of answer: JSONValue, _ error: JSONValue?) -> String? {
        let title = error?["error_user_title"]?.string
        let text = error?["error_user_msg"]?.string
        let forPeople = [title, text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
        let candidates = [answer["message"]?.string, error?.string, forPeople, error?["message"]?.string]
        return candidates.compactMap { $0 }.first { !$0.isEmpty }
    }
}

extension JSONValue {
    /// The integer of a number or of the text of one.
    var lenientInteger: Int? {
        if let text = string { return Int(text) }
        return integer
    }

    /// The truth of a value: `true`, 1 and their texts.
    var lenientBool: Bool? {
        switch self {
        case .bool(let value): return value
        case .string("true"), .string("1"): return true
        case .string("false"), .string("0"): return false
        case .number(let number): return number.integer.map { $0 != 0 }
        default: return nil
        }
    }

    /// A text that is not empty, or a number's spelling.
    var lenientText: String? {
        if let string { return string.isEmpty ? nil : string }
        return number?.text
    }
}
