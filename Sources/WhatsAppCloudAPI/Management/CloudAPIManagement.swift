public import WhatsAppBusiness

/// The steps of connecting, which only the Graph API has: what a token reaches, numbers, callbacks, subscriptions.
///
/// It needs a token and no number yet, so that an application can offer a choice:
///
/// ```swift
/// let management = CloudAPIManagement(accessToken: .fixed(token), transport: .curl)
/// for choice in try await management.reachableAccounts().accounts {
///     print(choice.account.name ?? "", choice.numbers.map(\.displayPhoneNumber))
/// }
/// ```
///
/// ``CloudAPI/management`` is one with the token and the settings of a provider.
///
/// Source: Cloud API reference §1.2, §6.1, §6.2, §6.9 (February 2026). The token needs the permission
/// `whatsapp_business_management`.
public struct CloudAPIManagement: Sendable {
    /// An app and its secret: what calls about the app itself need in the place of a token.
    public struct Application: Hashable, Sendable {
        /// The id of the app.
        public var id: String
        /// The app secret.
        public var secret: Secret

        /// Creates a value.
        public init(id: String, secret: Secret) {
            self.id = id
            self.secret = secret
        }

        /// The app's own token, which needs no call: id, bar, secret (Cloud API reference §1.2).
        var token: Secret { secret.withText { Secret("\(id)|\($0)") } }
    }

    /// The app, where the program has said it.
    public let application: Application?
    let client: GraphClient

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - accessToken: a token of a system user, a business or a person.
    ///   - application: the app, for calls about it.
    ///   - transport: the way to the network.
    ///   - configuration: address, version, retries.
    public init(
        accessToken: CredentialSource, application: Application? = nil, transport: any HTTPTransport,
        configuration: CloudAPI.Configuration = CloudAPI.Configuration()
    ) {
        let cloud = CloudAPI(
            phoneNumberID: "", accessToken: accessToken, appSecret: application?.secret,
            transport: transport,
            configuration: configuration)
        self.init(client: cloud.client, application: application)
    }

    init(client: GraphClient, application: Application?) {
        self.client = client
        self.application = application
    }

    /// The client with the app's own token in the place of the other.
    func asApplication() throws(WhatsAppError) -> (client: GraphClient, id: String) {
        guard let application else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "application", rule: .required,
                        explanation: "calls about the app need its id and its secret")
                ]))
        }
        var client = client
        client.engine.credentials = .fixed(application.token)
        return (client, application.id)
    }
}

extension CloudAPIManagement: CustomStringConvertible, CustomReflectable {
    /// Nothing of the credentials.
    public var description: String { "management of Cloud API" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CloudAPI {
    /// The management calls with this provider's token and settings; calls about the app need
    /// ``Configuration/applicationID`` and the app secret.
    public var management: CloudAPIManagement {
        var application: CloudAPIManagement.Application?
        if let id = configuration.applicationID, let secret = appSecret {
            application = .init(id: id, secret: secret)
        }
        return CloudAPIManagement(client: client, application: application)
    }
}
