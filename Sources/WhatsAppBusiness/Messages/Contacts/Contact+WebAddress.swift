extension Contact {
    /// A web address of a contact.
    ///
    /// Source: Cloud API reference §2.7.
    public struct WebAddress: PlatformValue {
        /// The address.
        public var url: String?
        /// What the address is for: `HOME`, `WORK`, …
        public var type: String?

        /// Creates the value.
        public init(url: String? = nil, type: String? = nil) {
            self.url = url
            self.type = type
        }

        package init(reading object: WireObject) {
            self.init(
                url: object.optionalText("url"),
                type: object.optionalText("type"))
        }

        package var json: JSONValue {
            .members([
                "url": .text(url),
                "type": .text(type),
            ])
        }

        package func check(_ check: inout Check, at path: String) {}
    }
}

extension Contact.WebAddress: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "web address of a contact" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
