extension Message {
    /// A question with one to three buttons.
    ///
    /// ```swift
    /// Message.buttons("Keep it?", [.reply(id: "keep", title: "Keep"), .reply(id: "drop", title: "Cancel")])
    /// ```
    /// - Parameters:
    ///   - body: the question, at most 1,024 characters.
    ///   - buttons: the buttons; an array goes through `OneOrMore(array)`, which is `nil` for an empty one.
    ///   - header: what stands above.
    ///   - footer: a small line below, at most 60 characters.
    ///   - replyingTo: the message to quote.
    public static func buttons(
        _ body: String, _ buttons: OneOrMore<ReplyButton>, header: InteractiveHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        let message = ReplyButtonsMessage(header: header, body: body, footer: footer, buttons: buttons)
        return Self(content: .buttons(message), replyTo: replyingTo)
    }

    /// A question with a list of rows in one section.
    /// - Parameters:
    ///   - body: the question, at most 4,096 characters.
    ///   - button: what stands on the button that opens the list, at most 20 characters.
    ///   - rows: one to ten rows.
    ///   - header: a line above, at most 60 characters.
    ///   - footer: a small line below, at most 60 characters.
    ///   - replyingTo: the message to quote.
    public static func list(
        _ body: String, button: String, rows: OneOrMore<ListRow>, header: TextHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        .list(
            body, button: button, sections: [ListSection(rows: rows)], header: header, footer: footer,
            replyingTo: replyingTo)
    }

    /// A question with a list of rows in sections, each with a title.
    /// - Parameters:
    ///   - body: the question, at most 4,096 characters.
    ///   - button: what stands on the button that opens the list, at most 20 characters.
    ///   - sections: one to ten sections with at most ten rows together.
    ///   - header: a line above, at most 60 characters.
    ///   - footer: a small line below, at most 60 characters.
    ///   - replyingTo: the message to quote.
    public static func list(
        _ body: String, button: String, sections: OneOrMore<ListSection>, header: TextHeader? = nil,
        footer: String? = nil, replyingTo: MessageID? = nil
    ) -> Self {
        let message = ListMessage(header: header, body: body, footer: footer, button: button, sections: sections)
        return Self(content: .list(message), replyTo: replyingTo)
    }

    /// A message with a button that opens an address.
    /// - Parameters:
    ///   - body: what is said, at most 1,024 characters.
    ///   - button: what stands on the button, at most 20 characters.
    ///   - url: the http or https address.
    ///   - header: what stands above.
    ///   - footer: a small line below, at most 60 characters.
    ///   - replyingTo: the message to quote.
    public static func link(
        _ body: String, button: String, url: String, header: InteractiveHeader? = nil, footer: String? = nil,
        replyingTo: MessageID? = nil
    ) -> Self {
        let message = LinkButtonMessage(
            header: header, body: body, footer: footer, button: LinkButton(title: button, url: url))
        return Self(content: .link(message), replyTo: replyingTo)
    }

    /// Asks the customer for a place.
    public static func locationRequest(_ body: String, replyingTo: MessageID? = nil) -> Self {
        Self(content: .locationRequest(LocationRequestMessage(body: body)), replyTo: replyingTo)
    }

    /// Asks the customer to share the phone number.
    public static func contactInformationRequest(_ body: String, replyingTo: MessageID? = nil) -> Self {
        Self(content: .contactInformationRequest(ContactInformationRequestMessage(body: body)), replyTo: replyingTo)
    }

    /// Asks the customer whether the business may call.
    public static func callPermissionRequest(_ body: String? = nil, replyingTo: MessageID? = nil) -> Self {
        Self(content: .callPermissionRequest(CallPermissionRequestMessage(body: body)), replyTo: replyingTo)
    }
}
