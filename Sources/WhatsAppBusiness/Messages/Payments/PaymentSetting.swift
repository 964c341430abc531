/// A way to pay a bill.
///
/// What is in a setting differs by country and changes often: members beyond those of the factories are kept.
///
/// Source: Cloud API reference §2.11.
public struct PaymentSetting: PlatformValue {
    /// The kinds of key of Brazil's Pix; an open set.
    public struct PixKeyType: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A person's tax number.
        public static let cpf = Self(rawValue: "CPF")
        /// A company's tax number.
        public static let cnpj = Self(rawValue: "CNPJ")
        /// A mail address.
        public static let email = Self(rawValue: "EMAIL")
        /// A phone number.
        public static let phone = Self(rawValue: "PHONE")
        /// A random key.
        public static let evp = Self(rawValue: "EVP")
    }

    /// The platform's name of the kind.
    public let type: String
    /// The setting's members.
    public var members: JSONObject

    /// The most characters of a gateway's configuration name: 60 (Cloud API reference §2.11).
    public static let maximumConfigurationNameLength = 60

    /// Creates a setting of any kind.
    public init(type: String, members: JSONObject) {
        self.type = type
        self.members = members
    }

    /// A payment gateway of India.
    /// - Parameters:
    ///   - gateway: `razorpay`, `payu`, `billdesk` or `zaakpay`.
    ///   - configuration: the name of the account's payment configuration.
    ///   - extras: members of the gateway's own, such as Razorpay's `receipt` and `notes`.
    public static func gateway(_ gateway: String, configuration: String, extras: JSONObject = [:]) -> Self {
        var members: JSONObject = ["type": .string(gateway), "configuration_name": .string(configuration)]
        if extras.count > 0 { members[gateway] = .object(extras) }
        return Self(type: "payment_gateway", members: members)
    }

    /// A link that opens an app for India's UPI.
    public static func upiIntentLink(_ link: String) -> Self {
        Self(type: "upi_intent_link", members: ["link": .string(link)])
    }

    /// A link to a page where the bill is paid; Brazil.
    public static func paymentLink(_ address: String) -> Self {
        Self(type: "payment_link", members: ["uri": .string(address)])
    }

    /// A code of Brazil's Pix.
    public static func pix(code: String, merchant: String, key: String, keyType: PixKeyType) -> Self {
        Self(
            type: "pix_dynamic_code",
            members: [
                "code": .string(code), "merchant_name": .string(merchant), "key": .string(key),
                "key_type": .string(keyType.rawValue),
            ])
    }

    /// A bank slip of Brazil.
    public static func boleto(line: String) -> Self {
        Self(type: "boleto", members: ["digitable_line": .string(line)])
    }

    /// A card that is known to the seller; Brazil.
    public static func card(lastFourDigits: String, credentialID: String) -> Self {
        Self(
            type: "offsite_card_pay",
            members: ["last_four_digits": .string(lastFourDigits), "credential_id": .string(credentialID)])
    }

    package init(reading object: WireObject) {
        let type = object.text("type")
        self.init(type: type, members: [:])
        guard !type.isEmpty, type != "type", let value = object.take(type) else {
            if !type.isEmpty { object.fail(type, .required, "a value is needed") }
            return
        }
        guard let members = value.object else {
            object.fail(type, .type, "an object belongs here")
            return
        }
        self.members = members
    }

    package var json: JSONValue { .members(["type": .string(type), type: .object(members)]) }

    package func check(_ check: inout Check, at path: String) {
        let path = "\(path).\(type)"
        for key in Self.required[type] ?? [] {
            if let text = members[key]?.string {
                check.required(text, at: "\(path).\(key)")
            } else {
                check.fail(at: "\(path).\(key)", .required, "a value is needed")
            }
        }
        if let name = members["configuration_name"]?.string {
            check.length(name, at: path + ".configuration_name", maximum: Self.maximumConfigurationNameLength)
        }
        for gateway in Self.gateways {
            guard let extras = members[gateway.name]?.object else { continue }
            for (keys, maximum) in gateway.limits {
                for key in keys {
                    guard let text = extras[key]?.string else { continue }
                    check.length(text, at: "\(path).\(gateway.name).\(key)", maximum: maximum)
                }
            }
            guard let notes = extras["notes"]?.object else { continue }
            check.count(notes.count, at: "\(path).\(gateway.name).notes", minimum: 0, maximum: 15)
            for note in notes.members {
                if let text = note.value.string {
                    check.length(text, at: "\(path).\(gateway.name).notes.\(note.key)", maximum: 256)
                }
            }
        }
    }

    private static let required = [
        "payment_gateway": ["type", "configuration_name"], "upi_intent_link": ["link"], "boleto": ["digitable_line"],
        "pix_dynamic_code": ["code", "merchant_name", "key", "key_type"],
        "offsite_card_pay": ["last_four_digits", "credential_id"],
    ]

    /// The most characters of what gateways take beside the name of the configuration (Cloud API reference §2.11).
    private static let gateways: [(name: String, limits: [(keys: [String], maximum: Int)])] = [
        ("razorpay", [(["receipt"], 40)]), ("payu", [(["udf1", "udf2", "udf3", "udf4"], 255)]),
        ("zaakpay", [(["extra1", "extra2"], 180)]),
        ("billdesk", [((1...7).map { "additional_info\($0)" }, 120)]),
    ]
}

extension PaymentSetting: CustomStringConvertible, CustomReflectable {
    /// The kind and nothing of the content.
    public var description: String { "payment setting \(type)" }

    /// A mirror that shows the kind only.
    public var customMirror: Mirror { Mirror(self, children: ["type": type]) }
}
