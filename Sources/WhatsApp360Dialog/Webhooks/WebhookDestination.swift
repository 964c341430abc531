public import HTTPTypes
import WhatsAppBusiness

extension Dialog360 {
    /// A further address of a number's webhooks, beside its main one.
    ///
    /// It gets an event only after the main address has answered 200. Source: 360dialog reference §2.6 ("Multiple webhooks
    /// per phone number").
    public struct WebhookDestination: Hashable, Sendable {
        /// The name by which it is changed: unique, upper and lower case differ.
        public var name: String
        /// The address: https, without a port, without an underscore in the host.
        public var url: String
        /// Header fields that every delivery carries. What 360dialog tells holds their names; values may be hidden.
        public var headers: HTTPFields

        /// Creates a destination.
        public init(name: String, url: String, headers: HTTPFields = [:]) {
            self.name = name
            self.url = url
            self.headers = headers
        }

        /// The most addresses of one number: 3 (360dialog reference §2.6).
        public static let maximumPerNumber = 3

        init?(_ value: JSONValue) {
            guard let url = value.word("url") else { return nil }
            self.init(name: value.word("name") ?? "", url: url)
            for member in value["headers"]?.object?.members ?? [] {
                guard let name = HTTPField.Name(member.key) else { continue }
                headers[name] = member.value.string ?? ""
            }
        }

        var json: JSONValue {
            var object: JSONObject = ["name": .string(name), "url": .string(url)]
            object["headers"] = WebhookAddressRules.json(headers)
            return .object(object)
        }

        /// The destination without its secrets.
        var address: WebhookConfiguration.Address {
            WebhookConfiguration.Address(url: url, level: .number, headerNames: headers.map(\.name.rawName))
        }
    }

    /// The further addresses of a number's webhooks.
    public struct WebhookDestinations: Hashable, Sendable {
        /// Whether they are used at all.
        public var isEnabled: Bool
        /// The addresses.
        public var destinations: [WebhookDestination]

        /// Creates a list.
        public init(isEnabled: Bool, destinations: [WebhookDestination]) {
            self.isEnabled = isEnabled
            self.destinations = destinations
        }
    }
}

extension Dialog360.WebhookDestination: CustomStringConvertible, CustomReflectable {
    /// The name and the host: path and header fields may be secrets.
    public var description: String { "\(name): \(address)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["destination": description]) }
}
