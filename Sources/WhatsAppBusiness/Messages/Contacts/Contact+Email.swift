extension Contact {
    /// A mail address of a contact.
    ///
    /// Source: Cloud API reference §2.7.
    public struct Email: PlatformValue {
        /// The address.
        public var address: String?
        /// What the address is for: `HOME`, `WORK`, …
        public var type: String?

        /// Creates the value.
        public init(address: String? = nil, type: String? = nil) {
            self.address = address
            self.type = type
        }

        package init(reading object: WireObject) {
            self.init(
                address: object.optionalText("email"),
                type: object.optionalText("type"))
        }

        package var json: JSONValue {
            .members([
                "email": .text(address),
                "type": .text(type),
            ])
        }

        package func check(_ check: inout Check, at path: String) {}
    }
}

extension Contact.Email: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "mail address of a contact" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
