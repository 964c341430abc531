extension TemplateEvent {
    /// What an edited template consists of (webhooks reference §2.4).
    public struct Components: Hashable, Sendable {
        /// A button of a template.
        public struct Button: Hashable, Sendable {
            /// What it does.
            public var kind: TemplateButtonKind?
            /// What stands on it.
            public var text: String?
            /// The page that it opens.
            public var url: String?
            /// The number that it calls.
            public var phoneNumber: String?

            /// Creates a button.
            public init(
                kind: TemplateButtonKind? = nil, text: String? = nil, url: String? = nil, phoneNumber: String? = nil
            ) {
                self.kind = kind
                self.text = text
                self.url = url
                self.phoneNumber = phoneNumber
            }
        }

        /// The text.
        public var body: String
        /// The header, where it is a text.
        public var header: String?
        /// The footer.
        public var footer: String?
        /// The buttons; told only where one of them opens a page or calls a number.
        public var buttons: [Button]

        /// Creates the value.
        public init(body: String, header: String? = nil, footer: String? = nil, buttons: [Button] = []) {
            self.body = body
            self.header = header
            self.footer = footer
            self.buttons = buttons
        }

        init?(_ node: JSONNode) {
            guard let body = node.member("message_template_element")?.string else { return nil }
            let buttons = node.member("message_template_buttons")?.objects ?? []
            self.init(
                body: body, header: node.member("message_template_title")?.text,
                footer: node.member("message_template_footer")?.text,
                buttons: buttons.map {
                    Button(
                        kind: $0.read("message_template_button_type"),
                        text: $0.member("message_template_button_text")?.text,
                        url: $0.member("message_template_button_url")?.text,
                        phoneNumber: $0.member("message_template_button_phone_number")?.text)
                })
        }
    }
}

extension TemplateEvent.Components: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "components of a template" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
