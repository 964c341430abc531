import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The steps of connecting a number to Cloud API, on the simulated platform,")
struct ConnectingTests {
    private let clock = SimulatedClock(at: Date(timeIntervalSince1970: 1_795_510_800))

    private func account(
        isRegistered: Bool = true, isVerified: Bool = true
    ) -> (SimulatedPlatform, CloudAPI) {
        let configuration = SimulatedPlatform.Configuration(isRegistered: isRegistered, isVerified: isVerified)
        let platform = SimulatedPlatform(configuration: configuration, clock: clock)
        var settings = CloudAPI.Configuration(clock: RecordingClock())
        settings.applicationID = configuration.appID
        let cloud = CloudAPI(
            phoneNumberID: configuration.phoneNumberID, businessAccountID: configuration.businessAccountID,
            accessToken: .fixed(configuration.accessToken), appSecret: configuration.appSecret, transport: platform,
            configuration: settings)
        return (platform, cloud)
    }

    @Test("begin with what a token reaches")
    func reach() async throws {
        let (platform, cloud) = account()
        let reach = try await cloud.management.reachableAccounts()
        #expect(reach.token?.isValid == true)
        #expect(reach.gaps.isEmpty, "\(reach.gaps)")
        let choice = try #require(reach.accounts.first)
        #expect(choice.account.id == platform.configuration.businessAccountID)
        #expect(choice.numbers.map(\.id) == [platform.configuration.phoneNumberID])
    }

    @Test("go on with a code and a PIN until messages can be sent")
    func register() async throws {
        let (platform, cloud) = account(isRegistered: false, isVerified: false)
        let management = cloud.management
        let number = platform.configuration.phoneNumberID
        let customer = PhoneNumber(rawValue: "5511987654321")
        await platform.customerSends("Hello", from: customer)
        await #expect(throws: WhatsAppError.self) { try await cloud.send(.text("Hi"), to: .phoneNumber(customer)) }
        try await management.requestCode(for: number, by: .sms)
        let code = try #require(await platform.verificationCode)
        let wrong = code == "000000" ? "000001" : "000000"
        await #expect(throws: WhatsAppError.self) { try await management.verifyCode(Secret(wrong), for: number) }
        try await management.verifyCode(Secret(code), for: number)
        try await management.register(number, pin: "123456")
        try await cloud.send(.text("Hi"), to: .phoneNumber(customer))
        #expect(await platform.messages(of: customer).map(\.text) == ["Hi"])
        #expect(try await management.phoneNumber(number).isPINEnabled == true)
        try await management.deregister(number)
        await #expect(throws: WhatsAppError.self) { try await cloud.send(.text("Hi"), to: .phoneNumber(customer)) }
    }

    @Test("ask for a display name, and hear of its review")
    func displayName() async throws {
        let (platform, cloud) = account()
        let number = platform.configuration.phoneNumberID
        try await cloud.management.requestDisplayName("The Other Shop", for: number)
        clock.advance(by: 7 * 24 * 3600)
        let review = try await cloud.management.displayNameReview(of: number)
        #expect(!review.isPending)
    }

    @Test("subscribe the app and its fields, and take them away")
    func subscriptions() async throws {
        let (platform, cloud) = account()
        let management = cloud.management
        let id = platform.configuration.businessAccountID
        #expect(try await management.subscribedApps(of: id).count == 1)
        try await management.unsubscribeApp(from: id)
        #expect(try await management.subscribedApps(of: id).isEmpty)
        try await management.subscribeApp(to: id)
        #expect(try await management.subscribedApps(of: id).count == 1)
        let url = "https://shop.example/webhook"
        await platform.serve(
            WebhookEndpoint { call in
                let challenge = call.query?.split(separator: "&").first { $0.hasPrefix("hub.challenge=") }?.dropFirst(
                    14)
                return .init(status: 200, body: Array((challenge ?? "").utf8))
            }, at: url)
        try await management.subscribeApp(delivering: WebhookTarget(url: url, verifyToken: .random()))
        let subscription = try #require(try await management.appSubscription())
        #expect("\(subscription)".contains("shop.example") || subscription.url == url)
        // The check finds nothing missing then.
        let report = try await cloud.checkConnection()
        #expect(report.isHealthy, "\(report.findings.filter { $0.level == .problem })")
        try management.deleteNumberIsTold(platform.configuration.phoneNumberID)
    }
}

extension CloudAPIManagement {
    /// Numbers cannot be deleted by a call, and the error says where they can.
    fileprivate func deleteNumberIsTold(_ number: PhoneNumberID) throws {
        let error = #expect(throws: WhatsAppError.self) { try deleteNumber(number) }
        #expect(error?.code == .unsupported)
        #expect(error?.message.contains("WhatsApp Manager") == true)
    }
}
