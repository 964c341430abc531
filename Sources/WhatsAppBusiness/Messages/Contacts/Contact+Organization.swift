extension Contact {
    /// Where a contact works.
    ///
    /// Source: Cloud API reference §2.7.
    public struct Organization: PlatformValue {
        /// The company.
        public var company: String?
        /// The department.
        public var department: String?
        /// The person's title.
        public var title: String?

        /// Creates the value.
        public init(company: String? = nil, department: String? = nil, title: String? = nil) {
            self.company = company
            self.department = department
            self.title = title
        }

        package init(reading object: WireObject) {
            self.init(
                company: object.optionalText("company"),
                department: object.optionalText("department"),
                title: object.optionalText("title"))
        }

        package var json: JSONValue {
            .members([
                "company": .text(company),
                "department": .text(department),
                "title": .text(title),
            ])
        }

        package func check(_ check: inout Check, at path: String) {}
    }
}

extension Contact.Organization: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "organization of a contact" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
