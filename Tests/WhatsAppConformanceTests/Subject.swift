import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

/// A provider that the suite looks at. A new one is done when it passes.
struct Subject: Sendable, CustomTestStringConvertible {
    /// The provider's name.
    let testDescription: String
    /// The form of its deliveries.
    let face: SimulatedPlatform.Face
    /// Makes it.
    let make: @Sendable (SimulatedPlatform.Configuration, Credential, any HTTPTransport) -> any WhatsAppProvider

    enum Credential: Sendable {
        case good, bad
    }

    /// What the platform has never given out.
    static let badCredential = "never-given-out"

    static let all = [cloudAPI, borrowed]

    static let cloudAPI = Subject(testDescription: "Cloud API", face: .cloudAPI) { account, credential, transport in
        CloudAPI(
            phoneNumberID: account.phoneNumberID, businessAccountID: account.businessAccountID,
            accessToken: .fixed(credential == .good ? account.accessToken : Secret(badCredential)),
            appSecret: account.appSecret,
            transport: transport, configuration: .init(clock: RecordingClock()))
    }

    static let borrowed = Subject(testDescription: "a small one", face: .cloudAPI) { account, credential, transport in
        BorrowedProvider(
            path: "/v25.0/\(account.phoneNumberID)/messages",
            token: credential == .good ? account.accessToken : Secret(badCredential), transport: transport)
    }
}
