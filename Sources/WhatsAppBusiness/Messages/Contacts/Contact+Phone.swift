extension Contact {
    /// A phone number of a contact.
    ///
    /// Source: Cloud API reference §2.7.
    public struct Phone: PlatformValue {
        /// The number as it is shown.
        public var number: String?
        /// What the number is for, in any word: `CELL`, `WORK`, `HOME`, …
        public var type: String?
        /// The WhatsApp account; without it the card offers to invite the contact.
        public var whatsAppID: String?

        /// Creates the value.
        public init(number: String? = nil, type: String? = nil, whatsAppID: String? = nil) {
            self.number = number
            self.type = type
            self.whatsAppID = whatsAppID
        }

        package init(reading object: WireObject) {
            self.init(
                number: object.optionalText("phone"),
                type: object.optionalText("type"),
                whatsAppID: object.optionalText("wa_id"))
        }

        package var json: JSONValue {
            .members([
                "phone": .text(number),
                "type": .text(type),
                "wa_id": .text(whatsAppID),
            ])
        }

        package func check(_ check: inout Check, at path: String) {}
    }
}

extension Contact.Phone: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "phone number of a contact" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
