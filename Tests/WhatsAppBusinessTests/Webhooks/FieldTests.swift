import Foundation
import Testing
import WhatsAppBusiness

@Suite("Events of other fields")
struct FieldTests {
    @Test("of templates")
    func templates() throws {
        let delivery = try Fixture.delivery("template-events")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.problems.isEmpty)
        let events = delivery.templates
        #expect(events.allSatisfy { $0.templateID == "1689556908129835" && $0.name == "cart" && $0.language == "en" })
        #expect(events.allSatisfy { $0.origin.entryTime == Date(timeIntervalSince1970: 1_760_000_310) })
        let date = Date(timeIntervalSince1970: 1_760_086_400)
        #expect(
            events.map(\.change) == [
                .status(
                    .init(
                        state: .rejected, reason: "INVALID_FORMAT", category: "MARKETING",
                        rejectionReason: "Two variables stand side by side", recommendation: "Put words between them")),
                .status(.init(state: .disabled, disableDate: date, title: "DISABLED", details: "Bad")),
                .quality(previous: "GREEN", current: "YELLOW"), .quality(previous: nil, current: "RED"),
                .components(
                    .init(
                        body: "Hello {{1}}", header: "Hi", footer: "Bye",
                        buttons: [
                            .init(type: "URL", text: "Open", url: "https://x.example"),
                            .init(type: "PHONE_NUMBER", text: "Call", phoneNumber: "+16505551234"),
                        ])), .category(previous: "UTILITY", current: "MARKETING"),
                .upcomingCategory(current: "UTILITY", upcoming: "MARKETING", at: date),
                .detectedCategory(sent: "UTILITY", correct: "MARKETING"),
            ])
        #expect(try Fixture.delivery("template-status").templates.first?.templateID == "594425479261596012345")
    }

    @Test("of accounts, numbers and businesses")
    func accounts() throws {
        let delivery = try Fixture.delivery("account-events")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.problems.isEmpty)
        let events = delivery.accounts
        try #require(events.count == 17)
        #expect(
            events.map(\.event.rawValue) == [
                "REJECTED", "THROUGHPUT_UPGRADE", "CAPABILITY", "APPROVED", "OBA_APPROVED", "phone_number_settings",
                "COMPROMISED_NOTIFICATION", "approved", "PIN_RESET_REQUEST", "Needs Testing", "SOLUTION_UPDATED",
                "ACCOUNT_VIOLATION", "DISABLED_UPDATE", "PARTNER_REMOVED", "VOLUME_BASED_PRICING_TIER_UPDATE",
                "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE", "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
            ])
        #expect(events[0].phoneNumber?.digits == "15550783881")
        #expect(events[0].verifiedName == "Leak Ltd")
        #expect(events[0].rejectionReason == "NAME_FORMAT_UNACCEPTABLE")
        #expect(events[1].currentLimit == "TIER_10K" && events[1].oldLimit == "TIER_2K")
        #expect(events[1].dailyConversations == "TIER_UNLIMITED")
        #expect(events[2].dailyConversations == "2000" && events[2].dailyConversationsPerNumber == -1)
        #expect(events[2].numbersPerBusiness == 2 && events[2].numbersPerAccount == 25)
        #expect(events[4].entityID == "506914307656634123456" && events[4].severity == "WARNING")
        #expect(events[4].alertStatus == "ACTIVE" && events[4].details == "Yes" && events[4].entityType == "BUSINESS")
        #expect(delivery.events[5].timestamp == Date(timeIntervalSince1970: 1_760_000_311))
        #expect(delivery.events[6].timestamp == Date(timeIntervalSince1970: 1_760_000_310))
        #expect(events[6].businessID == "42")
        #expect(events[7].username == "leak.shop")
        #expect(events[8].requester == "7")
        #expect(events[9].configurationName == "main" && events[9].providerName == "razorpay")
        #expect(events[10].solutionID == "s1")
        #expect(events[11].violation == "ADULT" && events[11].remediation == "Stop")
        #expect(events[12].banState == "DISABLE" && events[12].banDate == "April 17, 2025")
        #expect(events[13].event == .partnerRemoved)
        #expect(events[13].sharedAccountID == "980198427658004" && events[13].ownerBusinessID == "2329417887457253")
        #expect(events[13].disconnectionReason == "PRIMARY_INACTIVITY" && events[13].disconnectedBy == "SYSTEM")
        #expect(
            events[14].volumeTier
                == .init(
                    updated: Date(timeIntervalSince1970: 1_760_000_000), category: "UTILITY", tier: "1:100000",
                    month: "2025-11", region: "India"))
        #expect(events[15].certificationStatus == "FAILED")
        #expect(events[16].country == "BR")
        let restricted = try #require(try Fixture.delivery("account-update").accounts.first)
        #expect(restricted.event == .restriction)
        #expect(
            restricted.restrictions == [
                .init(
                    type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: Date(timeIntervalSince1970: 1_760_086_400))
            ])
    }

    @Test("that are errors of the account")
    func errors() throws {
        let delivery = try Fixture.delivery("value-errors")
        #expect(delivery.errors.map(\.error.code) == [131035, 130429])
        #expect(delivery.events.map(\.isRecognized) == [true, true])
        #expect(delivery.errors.first?.origin.receivedOn?.phoneNumberID == "106540352242922")
        #expect(delivery.errors.first?.error.raw?.text == delivery.errors.first?.origin.raw.text)
    }

    @Test(
        "without what makes them one are not recognized, and arrive",
        arguments: [
            #"{"field":"message_template_status_update","value":{"event":null,"reason":"NONE"}}"#,
            #"{"field":"message_template_quality_update","value":{"event":"APPROVED"}}"#,
            #"{"field":"message_template_components_update","value":{"message_template_element":7}}"#,
            #"{"field":"template_category_update","value":{"previous_category":"UTILITY"}}"#,
            #"{"field":"template_correct_category_detection","value":{"category":"UTILITY"}}"#,
            #"{"field":"account_update","value":{"event":{}}}"#,
            #"{"field":"account_alerts","value":{"alert_info":7}}"#,
            #"{"field":"business_capability_update","value":{"max_phones":7}}"#,
            #"{"field":"security","value":{"event":""}}"#, #"{"field":"messages","value":{"errors":[7]}}"#,
        ])
    func unrecognized(change: String) throws {
        let delivery = try Delivery(decodingChange: Array(change.utf8))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.unrecognized.count == 1 && delivery.events.count == 1)
    }

    @Test(
        "are read however their values are spelled",
        arguments: [
            #"{"field":"message_template_status_update","value":{"event":"SHINING","other_info":7,"message_template_id":"5"}}"#,
            #"{"field":"message_template_components_update","value":{"message_template_element":"","message_template_buttons":{}}}"#,
            #"{"field":"account_update","value":{"event":"NEW","restriction_info":[{},7],"ban_info":[],"waba_info":null}}"#,
            #"{"field":"account_update","value":{"event":"NEW","volume_tier_info":"x","disconnection_info":1}}"#,
            #"{"field":"business_username_update","value":{"status":"deleted","username":null}}"#,
            #"{"field":"business_capability_update","value":{"max_phone_numbers_per_waba":"5"}}"#,
            #"{"field":"messages","value":{"errors":[{"code":"7"}]}}"#,
            #"{"value":{"event":"PARTNER_APP_UNINSTALLED","waba_info":{}}}"#,
        ])
    func tolerance(change: String) throws {
        let delivery = try Delivery(decodingChange: Array(change.utf8))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.events.map(\.isRecognized) == [true])
    }
}
