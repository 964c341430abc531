/// Asks the customer for a postal address, in a form; business and customer must be in India.
///
/// Source: Cloud API reference §2.9, §2.10 ("Address messages", November 2025).
public struct AddressMessage: PlatformValue {
    /// What stands above the body.
    public var header: InteractiveHeader?
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The country's ISO code; the platform knows `IN`.
    public var country: String
    /// What the form is filled with.
    public var values: [AddressField: String]
    /// Addresses to choose from.
    public var savedAddresses: [SavedAddress]
    /// What was wrong with an earlier answer, shown at the field.
    public var validationErrors: [AddressField: String]

    /// Creates the message.
    public init(
        header: InteractiveHeader? = nil, body: String, footer: String? = nil, country: String = "IN",
        values: [AddressField: String] = [:], savedAddresses: [SavedAddress] = [],
        validationErrors: [AddressField: String] = [:]
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.country = country
        self.values = values
        self.savedAddresses = savedAddresses
        self.validationErrors = validationErrors
    }

    package init(reading object: WireObject) {
        object.constant("type", "address_message")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        (country, values, savedAddresses, validationErrors) = object.within("action") { action in
            action.constant("name", "address_message")
            return action.within("parameters") {
                (
                    $0.text("country"), AddressField.read($0.optionalChild("values")), $0.list("saved_addresses"),
                    AddressField.read($0.optionalChild("validation_errors"))
                )
            }
        }
    }

    package var json: JSONValue {
        .members([
            "type": "address_message",
            "header": header?.json,
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": [
                "name": "address_message",
                "parameters": .members([
                    "country": .string(country), "values": AddressField.json(values),
                    "saved_addresses": savedAddresses.isEmpty ? nil : .list(savedAddresses),
                    "validation_errors": AddressField.json(validationErrors),
                ]),
            ],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        check.required(country, at: path + ".action.parameters.country")
        AddressField.check(values, &check, at: path + ".action.parameters.values")
        for (index, saved) in savedAddresses.enumerated() {
            saved.check(&check, at: "\(path).action.parameters.saved_addresses[\(index)]")
        }
    }
}
