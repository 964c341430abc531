extension Contact {
    /// A postal address of a contact.
    ///
    /// Source: Cloud API reference §2.7.
    public struct PostalAddress: PlatformValue {
        /// Street and house number.
        public var street: String?
        /// The city.
        public var city: String?
        /// The state or the region.
        public var state: String?
        /// The postal code.
        public var postalCode: String?
        /// The country's name.
        public var country: String?
        /// The country's ISO 3166 code of two letters.
        public var countryCode: String?
        /// What the address is for: `HOME`, `WORK`, …
        public var type: String?

        /// Creates the value.
        public init(
            street: String? = nil, city: String? = nil, state: String? = nil, postalCode: String? = nil,
            country: String? = nil, countryCode: String? = nil, type: String? = nil
        ) {
            self.street = street
            self.city = city
            self.state = state
            self.postalCode = postalCode
            self.country = country
            self.countryCode = countryCode
            self.type = type
        }

        package init(reading object: WireObject) {
            self.init(
                street: object.optionalText("street"),
                city: object.optionalText("city"),
                state: object.optionalText("state"),
                postalCode: object.optionalText("zip"),
                country: object.optionalText("country"),
                countryCode: object.optionalText("country_code"),
                type: object.optionalText("type"))
        }

        package var json: JSONValue {
            .members([
                "street": .text(street),
                "city": .text(city),
                "state": .text(state),
                "zip": .text(postalCode),
                "country": .text(country),
                "country_code": .text(countryCode),
                "type": .text(type),
            ])
        }

        package func check(_ check: inout Check, at path: String) {}
    }
}

extension Contact.PostalAddress: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "postal address of a contact" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
