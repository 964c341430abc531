public import WhatsAppBusiness

extension Dialog360Partner {
    /// An API key of a channel, and the address that it is good for.
    ///
    /// A new one is shown once: store key and address together before anything else is done with them.
    ///
    /// Source: 360dialog reference §1, §5.3.
    public struct APIKey: Hashable, Sendable {
        /// 360dialog's id of the key.
        public var id: String?
        /// The base address to use with the key; 360dialog's default where it names none.
        public var address: String
        /// The key; empty in lists, which do not show it.
        public var key: Secret
        /// 360dialog's id of the app.
        public var appID: String?

        /// Creates a value.
        public init(
            id: String? = nil, address: String = Dialog360.Flavor.cloud.defaultBaseURL, key: Secret,
            appID: String? = nil
        ) {
            self.id = id
            self.address = address
            self.key = key
            self.appID = appID
        }

        init(_ json: JSONValue) {
            self.init(
                id: json.word("id"), address: json.word("address") ?? Dialog360.Flavor.cloud.defaultBaseURL,
                key: Secret(json.word("api_key") ?? ""), appID: json.word("app_id"))
        }

        /// A provider for the key's number.
        ///
        /// - Parameters:
        ///   - webhookSecret: the word that deliveries carry.
        ///   - transport: the way to the network.
        ///   - configuration: settings; the address is the key's, whatever they say.
        public func provider(
            webhookSecret: Secret? = nil, transport: any HTTPTransport,
            configuration: Dialog360.Configuration = Dialog360.Configuration()
        ) -> Dialog360 {
            var configuration = configuration
            configuration.baseURL = address
            return Dialog360(
                apiKey: .fixed(key), webhookSecret: webhookSecret, transport: transport, configuration: configuration)
        }
    }
}

extension Dialog360Partner.APIKey: CustomStringConvertible, CustomReflectable {
    /// The address; not the key.
    public var description: String { "API key for \(address)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["address": address]) }
}
