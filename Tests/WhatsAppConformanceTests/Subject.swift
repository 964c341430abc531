import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness
import WhatsAppChatAPI
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

    static let all = [cloudAPI, dialog360, sandbox, chatAPI, borrowed]

    static let cloudAPI = Subject(testDescription: "Cloud API", face: .cloudAPI) { account, credential, transport in
        CloudAPI(
            phoneNumberID: account.phoneNumberID, businessAccountID: account.businessAccountID,
            accessToken: .fixed(credential == .good ? account.accessToken : Secret(badCredential)),
            appSecret: account.appSecret,
            transport: transport, configuration: .init(clock: RecordingClock()))
    }

    static let dialog360 = Subject(testDescription: "360dialog", face: .dialog360) { account, credential, transport in
        Dialog360(
            apiKey: .fixed(credential == .good ? account.dialog360Key : Secret(badCredential)), transport: transport,
            configuration: .init(clock: RecordingClock()))
    }

    static let sandbox = Subject(testDescription: "360dialog's sandbox", face: .dialog360Sandbox) {
        account, credential, transport in
        Dialog360(
            apiKey: .fixed(credential == .good ? account.sandboxKey : Secret(badCredential)), transport: transport,
            configuration: .init(flavor: .sandbox, clock: RecordingClock()))
    }

    static let chatAPI = Subject(testDescription: "Chat API", face: .chatAPI) { account, credential, transport in
        ChatAPI(
            baseURL: "https://api.1msg.io/\(account.chatAPIChannel)/",
            token: .fixed(credential == .good ? account.chatAPIToken : Secret(badCredential)), transport: transport,
            configuration: .init(clock: RecordingClock()))
    }

    static let borrowed = Subject(testDescription: "a small one", face: .cloudAPI) { account, credential, transport in
        BorrowedProvider(
            path: "/v25.0/\(account.phoneNumberID)/messages",
            token: credential == .good ? account.accessToken : Secret(badCredential), transport: transport)
    }
}
