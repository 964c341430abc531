extension Message {
    /// A question with options: reply buttons for up to three, a list for up to ten.
    ///
    /// ```swift
    /// Message.choices("Which size?", ["S", "M", "L"])
    /// ```
    ///
    /// A label of more than 20 characters makes a list, in which 24 stand in the first line and the rest in the second.
    /// More than ten options, none at all and labels that do not fit are violations, which ``validate()`` reports.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - labels: what the customer reads, and what the answer carries.
    ///   - button: what stands on the button that opens the list, where it becomes one; at most 20 characters.
    ///   - header: a line above, at most 60 characters.
    ///   - footer: a small line below, at most 60 characters.
    ///   - replyingTo: the message to quote.
    public static func choices(
        _ question: String, _ labels: [String], button: String = "Options", header: TextHeader? = nil,
        footer: String? = nil, replyingTo: MessageID? = nil
    ) -> Self {
        .choices(
            question, Choices(labels), button: button, header: header, footer: footer, replyingTo: replyingTo)
    }

    /// A question with options whose answers carry values.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - choices: the options. A value's JSON must fit into an id, 256 characters of a button and 200 of a row.
    ///   - button: what stands on the button that opens the list, where it becomes one; at most 20 characters.
    ///   - header: a line above, at most 60 characters.
    ///   - footer: a small line below, at most 60 characters.
    ///   - replyingTo: the message to quote.
    public static func choices<Value>(
        _ question: String, _ choices: Choices<Value>, button: String = "Options", header: TextHeader? = nil,
        footer: String? = nil, replyingTo: MessageID? = nil
    ) -> Self {
        let labels = choices.options.map(\.label)
        let ids = labels.indices.map { choices.id(at: $0) ?? "" }
        let isShort = labels.allSatisfy { $0.unicodeScalars.count <= ReplyButton.maximumTitleLength }
        if labels.count <= ReplyButtonsMessage.maximumButtonCount, isShort {
            guard let buttons = OneOrMore(zip(ids, labels).map { ReplyButton(id: $0, title: $1) }) else {
                return .withoutChoices(question, replyingTo: replyingTo)
            }
            return .buttons(
                question, buttons, header: header.map { .text($0) }, footer: footer, replyingTo: replyingTo)
        }
        let rows = zip(ids, labels).map { id, label in
            let (title, rest) = label.split(afterScalars: ListRow.maximumTitleLength)
            return ListRow(id: id, title: title, description: rest.isEmpty ? nil : rest)
        }
        guard let rows = OneOrMore(rows) else { return .withoutChoices(question, replyingTo: replyingTo) }
        return .list(question, button: button, rows: rows, header: header, footer: footer, replyingTo: replyingTo)
    }

    /// A question with options as numbered lines of a text, for providers and customers without interactive messages.
    ///
    /// ``Choices`` understands the number and the label in the answer.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - choices: the options.
    ///   - replyingTo: the message to quote.
    public static func numberedChoices<Value>(
        _ question: String, _ choices: Choices<Value>, replyingTo: MessageID? = nil
    ) -> Self {
        let lines = choices.options.enumerated().map { "\($0.offset + 1). \($0.element.label)" }
        return .text(([question, ""] + lines).joined(separator: "\n"), replyingTo: replyingTo)
    }

    /// A question with options as numbered lines of a text.
    public static func numberedChoices(
        _ question: String, _ labels: [String], replyingTo: MessageID? = nil
    ) -> Self {
        .numberedChoices(question, Choices(labels), replyingTo: replyingTo)
    }
}

extension String {
    /// The text before and after a number of scalars: after the last space that is not beyond it, else between characters.
    fileprivate func split(afterScalars maximum: Int) -> (String, String) {
        guard unicodeScalars.count > maximum else { return (self, "") }
        var end = startIndex
        var afterSpace: Index?
        var count = 0
        for index in indices {
            count += self[index].unicodeScalars.count
            guard count <= maximum else { break }
            end = self.index(after: index)
            if self[index].isWhitespace { afterSpace = end }
        }
        // The space stays with the first line, so that nothing is lost.
        let hard = end == startIndex ? index(after: end) : end
        var cut = afterSpace ?? hard
        if self[..<cut].allSatisfy(\.isWhitespace)
            || self[cut...].unicodeScalars.count > ListRow.maximumDescriptionLength
        {
            cut = hard
        }
        return (String(self[..<cut]), String(self[cut...]))
    }
}
