extension InboundMessage {
    /// One card of a `contacts` message (webhooks reference §3.3). Everything is optional.
    public struct ContactCard: Hashable, Sendable {
        /// The name of a person.
        public struct Name: Hashable, Sendable {
            /// The whole name as it is shown.
            public var formatted: String?
            /// The first name.
            public var first: String?
            /// The last name.
            public var last: String?
            /// The middle name.
            public var middle: String?
            /// What stands before the name.
            public var prefix: String?
            /// What stands behind the name.
            public var suffix: String?

            /// Creates a name.
            public init(
                formatted: String? = nil, first: String? = nil, last: String? = nil, middle: String? = nil,
                prefix: String? = nil, suffix: String? = nil
            ) {
                self.formatted = formatted
                self.first = first
                self.last = last
                self.middle = middle
                self.prefix = prefix
                self.suffix = suffix
            }

            init?(_ node: JSONNode) {
                guard node.kind == .object else { return nil }
                self.init(
                    formatted: node.member("formatted_name")?.string, first: node.member("first_name")?.string,
                    last: node.member("last_name")?.string,
                    middle: node.member("middle_name")?.string, prefix: node.member("prefix")?.string,
                    suffix: node.member("suffix")?.string)
            }
        }

        /// A phone number on a card.
        public struct Phone: Hashable, Sendable {
            /// The number as the card spells it.
            public var number: String?
            /// The WhatsApp account of the number, where there is one.
            public var waID: WhatsAppID?
            /// The kind, such as `MOBILE`.
            public var type: String?

            /// Creates a phone number.
            public init(number: String? = nil, waID: WhatsAppID? = nil, type: String? = nil) {
                self.number = number
                self.waID = waID
                self.type = type
            }
        }

        /// An e-mail address or a web address on a card.
        public struct Link: Hashable, Sendable {
            /// The address.
            public var address: String?
            /// The kind, such as `WORK`.
            public var type: String?

            /// Creates a link.
            public init(address: String? = nil, type: String? = nil) {
                self.address = address
                self.type = type
            }
        }

        /// A postal address on a card.
        public struct Address: Hashable, Sendable {
            /// Street and number.
            public var street: String?
            /// The city.
            public var city: String?
            /// The state.
            public var state: String?
            /// The postal code.
            public var zip: String?
            /// The country.
            public var country: String?
            /// The country in two letters.
            public var countryCode: String?
            /// The kind, such as `HOME`.
            public var type: String?

            /// Creates an address.
            public init(
                street: String? = nil, city: String? = nil, state: String? = nil, zip: String? = nil,
                country: String? = nil, countryCode: String? = nil, type: String? = nil
            ) {
                self.street = street
                self.city = city
                self.state = state
                self.zip = zip
                self.country = country
                self.countryCode = countryCode
                self.type = type
            }
        }

        /// Where somebody works.
        public struct Organization: Hashable, Sendable {
            /// The company.
            public var company: String?
            /// The department.
            public var department: String?
            /// The title.
            public var title: String?

            /// Creates an organization.
            public init(company: String? = nil, department: String? = nil, title: String? = nil) {
                self.company = company
                self.department = department
                self.title = title
            }
        }

        /// Why a card was sent; an open set.
        public struct Origin: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It answers a request for contact information.
            public static let contactRequest = Self(rawValue: "contact_request")
            /// The customer sent it unasked.
            public static let other = Self(rawValue: "other")
        }

        /// The name.
        public var name: Name?
        /// The phone numbers.
        public var phones: [Phone]
        /// The e-mail addresses.
        public var emails: [Link]
        /// The postal addresses.
        public var addresses: [Address]
        /// Where the person works.
        public var organization: Organization?
        /// The web addresses.
        public var urls: [Link]
        /// The birthday as `YYYY-MM-DD`.
        public var birthday: String?
        /// Why the card was sent.
        public var origin: Origin?
        /// The card as vCard text.
        public var vcard: String?

        /// Creates the value.
        public init(
            name: Name? = nil, phones: [Phone] = [], emails: [Link] = [], addresses: [Address] = [],
            organization: Organization? = nil, urls: [Link] = [], birthday: String? = nil, origin: Origin? = nil,
            vcard: String? = nil
        ) {
            self.name = name
            self.phones = phones
            self.emails = emails
            self.addresses = addresses
            self.organization = organization
            self.urls = urls
            self.birthday = birthday
            self.origin = origin
            self.vcard = vcard
        }

        init(_ node: JSONNode) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "name": name = Name(value)
                case "birthday": birthday = value.text
                case "origin": origin = value.text.map { Origin(rawValue: $0) }
                case "vcard": vcard = value.string
                case "phones":
                    phones = value.objects.map {
                        Phone(
                            number: $0.member("phone")?.text,
                            waID: $0.member("wa_id")?.text.map { WhatsAppID(rawValue: $0) },
                            type: $0.member("type")?.text)
                    }
                case "emails":
                    emails = value.objects.map {
                        Link(address: $0.member("email")?.text, type: $0.member("type")?.text)
                    }
                case "urls":
                    urls = value.objects.map { Link(address: $0.member("url")?.text, type: $0.member("type")?.text) }
                case "addresses":
                    addresses = value.objects.map {
                        Address(
                            street: $0.member("street")?.text, city: $0.member("city")?.text,
                            state: $0.member("state")?.text, zip: $0.member("zip")?.text,
                            country: $0.member("country")?.text, countryCode: $0.member("country_code")?.text,
                            type: $0.member("type")?.text)
                    }
                case "org" where value.kind == .object:
                    organization = Organization(
                        company: value.member("company")?.text, department: value.member("department")?.text,
                        title: value.member("title")?.text)
                default: break
                }
            }
        }
    }
}

extension InboundMessage.ContactCard: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension InboundMessage.ContactCard.Name: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "name of a contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension InboundMessage.ContactCard.Phone: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "phone number of a contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension InboundMessage.ContactCard.Link: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "link of a contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension InboundMessage.ContactCard.Address: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "address of a contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension InboundMessage.ContactCard.Organization: CustomStringConvertible, CustomReflectable {
    /// Says only what it is.
    public var description: String { "organization of a contact card" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
