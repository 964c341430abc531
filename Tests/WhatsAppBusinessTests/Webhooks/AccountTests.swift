import Foundation
import Testing
import WhatsAppBusiness

@Suite("Events of accounts, numbers and businesses")
struct AccountTests {
    private static func time(_ seconds: Int) -> Date { Date(timeIntervalSince1970: TimeInterval(seconds)) }

    @Test("have a type for every field")
    func fields() throws {
        let delivery = try Fixture.delivery("account-events")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.problems.isEmpty)
        let events = delivery.accounts
        #expect(
            events.map(\.word) == [
                "REJECTED", "THROUGHPUT_UPGRADE", nil, "APPROVED", "OBA_APPROVED", "PHONE_NUMBER_SETTINGS",
                "COMPROMISED_NOTIFICATION", "approved", "PIN_RESET_REQUEST", "Needs Testing", "SOLUTION_UPDATED",
                "ACCOUNT_VIOLATION", "DISABLED_UPDATE", "PARTNER_REMOVED", "VOLUME_BASED_PRICING_TIER_UPDATE",
                "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE", "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
            ])
        let number = PhoneNumber(rawValue: "15550783881")
        let details: [AccountEvent.Detail] = [
            .nameUpdate(
                .init(
                    decision: .rejected, phoneNumber: number, requestedName: "Leak Ltd",
                    rejectionReason: .init(rawValue: "NAME_FORMAT_UNACCEPTABLE"))),
            .qualityUpdate(
                .init(
                    kind: .throughputUpgrade, phoneNumber: number, currentLimit: .tier10K, previousLimit: .tier2K,
                    businessLimit: .unlimited)),
            .capability(
                .init(
                    businessLimit: .init(rawValue: "2000"), numberLimit: .init(rawValue: "-1"), numbersPerBusiness: 2,
                    numbersPerAccount: 25)),
            .review(.approved),
            .alert(
                .init(
                    kind: .officialAccountApproved, severity: .warning, state: .active, details: "Yes",
                    entityType: .business, entityID: "506914307656634123456")),
            .settingsUpdate(
                .init(kind: .phoneNumber, phoneNumberID: "106540352242922", changed: Self.time(1_760_000_311))),
            .businessStatus(.init(kind: .compromised, businessID: "42")),
            .usernameUpdate(.init(status: .approved, phoneNumber: number, username: "leak.shop")),
            .securityUpdate(.init(kind: .pinResetRequested, phoneNumber: number, requester: "7")),
            .paymentConfiguration(
                .init(
                    status: .needsTesting, name: "main", provider: .razorpay, merchantID: "m",
                    created: Self.time(1_760_000_000), updated: Self.time(1_760_000_001))),
            .partnerSolution(.init(kind: .updated, solutionID: "s1", status: .active)),
        ]
        #expect(events.prefix(details.count).map(\.detail) == details)
        #expect(events.prefix(2).map(\.phoneNumber) == [number, number] && events[3].phoneNumber == nil)
        #expect(delivery.events[5].timestamp == Self.time(1_760_000_311))
        #expect(delivery.events[6].timestamp == Self.time(1_760_000_310))
        #expect(delivery.events[9].timestamp == Self.time(1_760_000_001))
        #expect(events.allSatisfy { $0.origin.businessAccountID == "102290129340398" })
    }

    @Test("have a type for every event of an account")
    func updates() throws {
        let delivery = try Fixture.delivery("account-updates")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.problems.isEmpty)
        let number = PhoneNumber(rawValue: "15550783881")
        let account = AccountEvent.AccountInfo(accountID: "980198427658004", ownerBusinessID: "2329417887457253")
        func shared(_ change: (inout AccountEvent.AccountInfo) -> Void) -> AccountEvent.AccountInfo {
            var changed = account
            change(&changed)
            return changed
        }
        let updates: [AccountEvent.Update] = [
            .init(kind: .accountDeleted), .init(kind: .offboarded, phoneNumber: number),
            .init(kind: .reconnected, phoneNumber: number),
            .init(
                kind: .restriction,
                restrictions: [
                    .init(kind: .businessInitiatedMessaging, expiration: Self.time(1_760_086_400)),
                    .init(kind: .callButtonHidden, remediation: "Ask Ada"),
                    .init(kind: .init(rawValue: "RESTRICTED_SMILING"), expiration: Self.time(1_760_086_401)),
                ]),
            .init(kind: .violation, phoneNumber: number, violation: .init(kind: .lowUserCallQuality)),
            .init(kind: .adAccountLinked, account: shared { $0.adAccountID = "77" }),
            .init(kind: .adAccountLinked, account: shared { $0.adAccountID = "78" }),
            .init(
                kind: .authenticationRates,
                authenticationRates: .init(
                    start: Self.time(1_760_000_000),
                    exceptions: [
                        .init(country: "IN", start: Self.time(1_760_000_001)),
                        .init(country: "ID", start: Self.time(1_760_000_002)),
                    ])),
            .init(kind: .countryChanged, country: "BR"),
            .init(kind: .disabledUpdate, ban: .init(state: .scheduled, date: "April 17, 2025")),
            .init(kind: .marketingTermsSigned, account: account), .init(kind: .partnerAdded, account: account),
            .init(
                kind: .appInstalled,
                account: shared {
                    $0.partnerAppID = "9"
                    $0.solutionID = "s1"
                    $0.solutionPartnerIDs = ["31", "32"]
                }),
            .init(kind: .appUninstalled, account: shared { $0.partnerAppID = "9" }),
            .init(
                kind: .partnerRemoved, account: account, disconnection: .init(reason: .numberChanged, initiator: .user)),
            .init(kind: .certificationNeeded, certification: .init(clientBusinessID: "41")),
            .init(
                kind: .certificationStatus,
                certification: .init(
                    clientBusinessID: "42", status: .failed,
                    rejectionReasons: [.legalNameNotMatching, .websiteNotMatching])),
            .init(
                kind: .volumeTier,
                volumeTier: .init(
                    updated: Self.time(1_760_000_000), category: .utility, tier: "100000:500000", month: "2025-11",
                    region: "India")),
            .init(kind: .verified, phoneNumber: number), .init(kind: .init(rawValue: "ACCOUNT_DANCED")),
        ]
        #expect(delivery.accounts.map(\.detail) == updates.map { .update($0) })
        #expect(delivery.accounts[4].phoneNumber == number)
        #expect(updates[17].volumeTier?.minimum == 100_000 && updates[17].volumeTier?.maximum == 500_000)
        #expect(AccountEvent.VolumeTier(tier: "5:").maximum == nil && AccountEvent.VolumeTier(tier: "x").minimum == nil)
        guard case .update(let update)? = try Fixture.delivery("account-update").accounts.first?.detail else {
            throw CocoaError(.coderReadCorrupt)
        }
        #expect(update.kind == .restriction && update.restrictions.map(\.kind) == [.businessInitiatedMessaging])
    }

    @Test("tell the settings of calls, however the type is spelled")
    func settings() throws {
        let events = try Fixture.delivery("account-settings").accounts
        try #require(events.count == 2)
        let calling = AccountEvent.CallingSettings(
            status: .enabled, iconVisibility: .disableAll, callbackPermission: .disabled, hoursStatus: .enabled,
            timeZone: "America/Manaus",
            weeklyHours: [
                .init(day: "MONDAY", open: "0400", close: "1020"), .init(day: "FRIDAY", open: "0900", close: "1700"),
            ],
            holidays: [.init(date: "2026-12-25", start: "0000", end: "2359")], sipStatus: .enabled,
            sipServers: [.init(hostname: "sip.leak.example", port: 5061)])
        let number: PhoneNumberID = "106540352242922"
        #expect(
            events.map(\.detail) == [
                .settingsUpdate(
                    .init(
                        kind: .phoneNumber, phoneNumberID: number, calling: calling, changed: Self.time(1_760_000_311))),
                .settingsUpdate(.init(kind: .phoneNumber, phoneNumberID: number)),
            ])
    }

    @Test("are found where the field stands elsewhere or nowhere")
    func misplaced() throws {
        let delivery = try Fixture.delivery("account-misplaced")
        #expect(delivery.problems.isEmpty)
        #expect(
            delivery.accounts.map(\.word) == ["PARTNER_APP_INSTALLED", "PARTNER_APP_UNINSTALLED", "ACCOUNT_DELETED"])
        #expect(delivery.accounts.map(\.origin.field) == ["account_update", "account_update", "account_update"])
        #expect(delivery.unrecognized.map(\.raw.text) == [#"{"event":"SECRET"}"#])
    }

    @Test(
        "count the customers of a limit, spelled as a tier or as a number",
        arguments: [
            ("TIER_50", 50, false), ("TIER_250", 250, false), ("TIER_1K", 1_000, false), ("TIER_2K", 2_000, false),
            ("TIER_10K", 10_000, false), ("TIER_100K", 100_000, false), ("2000", 2_000, false),
            ("TIER_UNLIMITED", nil, true), ("-1", nil, true), ("TIER_NOT_SET", nil, false), ("K", nil, false),
            ("9999999999999999999K", nil, false), ("9223372036854775807K", nil, false), ("", nil, false),
        ] as [(String, Int?, Bool)])
    func limits(word: String, customers: Int?, isUnlimited: Bool) {
        let limit = MessagingLimit(rawValue: word)
        #expect(limit.recipients == customers && limit.isUnlimited == isUnlimited)
    }

    @Test("have a line each for a log")
    func descriptions() throws {
        let events = try Fixture.delivery("account-events").accounts + Fixture.delivery("account-updates").accounts
        for event in events {
            #expect("\(event)".contains(event.word ?? "capability") && "\(event)".contains(event.origin.field))
        }
    }
}
