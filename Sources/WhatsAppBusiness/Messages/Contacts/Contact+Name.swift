extension Contact {
    /// The name of a contact. The platform wants the whole name and at least one of its parts.
    ///
    /// Source: Cloud API reference §2.7.
    public struct Name: PlatformValue {
        /// The whole name as it is shown.
        public var formattedName: String
        /// The first name.
        public var firstName: String?
        /// The last name.
        public var lastName: String?
        /// The middle name.
        public var middleName: String?
        /// What stands before, such as `Dr`.
        public var prefix: String?
        /// What stands after, such as `Jr`.
        public var suffix: String?

        /// Creates the value.
        public init(
            formattedName: String, firstName: String? = nil, lastName: String? = nil, middleName: String? = nil,
            prefix: String? = nil, suffix: String? = nil
        ) {
            self.formattedName = formattedName
            self.firstName = firstName
            self.lastName = lastName
            self.middleName = middleName
            self.prefix = prefix
            self.suffix = suffix
        }

        package init(reading object: WireObject) {
            self.init(
                formattedName: object.text("formatted_name"),
                firstName: object.optionalText("first_name"),
                lastName: object.optionalText("last_name"),
                middleName: object.optionalText("middle_name"),
                prefix: object.optionalText("prefix"),
                suffix: object.optionalText("suffix"))
        }

        package var json: JSONValue {
            .members([
                "formatted_name": .string(formattedName),
                "first_name": .text(firstName),
                "last_name": .text(lastName),
                "middle_name": .text(middleName),
                "prefix": .text(prefix),
                "suffix": .text(suffix),
            ])
        }

        package func check(_ check: inout Check, at path: String) {
            check.required(formattedName, at: path + ".formatted_name")
            let parts = [firstName, lastName, middleName, prefix, suffix]
            if parts.allSatisfy({ $0?.isEmpty ?? true }) {
                check.fail(at: path, .required, "a name needs at least one part beside formatted_name")
            }
        }
    }
}

extension Contact.Name: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "name of a contact" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
