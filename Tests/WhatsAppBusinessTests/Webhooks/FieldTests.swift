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

    private static let epoch = Date(timeIntervalSince1970: 1_760_000_000)

    @Test("of calls")
    func calls() throws {
        let delivery = try Fixture.delivery("call-events")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.problems.isEmpty)
        let calls = delivery.calls
        try #require(calls.count == 3)
        #expect(calls.map(\.event) == [.connect, .terminate, .accepted])
        #expect(calls.map(\.id) == ["wacid.AAA", "wacid.AAA", "wacid.BBB"])
        #expect(calls.map(\.contact?.name) == ["Ada", "Ada", "Ada"])
        #expect(calls.map(\.userID) == ["US.1349", "US.1349", "US.1349"])
        #expect(calls[0].direction == .userInitiated && calls[0].from?.digits == "16505551234")
        #expect(calls[0].to?.digits == "15550783881" && calls[0].parentUserID == "US.ENT.9")
        #expect(calls[0].sdpType == .offer && calls[0].sdp == "v=0 Leak" && calls[0].result == nil)
        #expect(calls[0].deeplinkPayload == "Leak" && calls[0].buttonPayload == "b")
        #expect(calls[1].from == nil && calls[1].result == .completed && calls[1].duration == 100)
        #expect(calls[1].start == Self.epoch && calls[1].callbackData == "order-17")
        #expect(calls[1].end == calls[1].timestamp && delivery.events[0].timestamp == Self.epoch)
        #expect(calls[2].to?.digits == "16505551234" && calls[2].result == nil)
        let failed = try Fixture.delivery("calls")
        #expect(failed.calls.count == 1 && failed.errors.map(\.error.code) == [138021])
        #expect(try Fixture.delivery("call-statuses").calls.map(\.event) == [.ringing])
    }

    @Test("of groups")
    func groups() throws {
        let delivery = try Fixture.delivery("group-events")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.problems.isEmpty)
        let groups = delivery.groups
        try #require(groups.count == 7)
        #expect(groups.allSatisfy { $0.groupID == "Y2FwaV9ncm91cDox" })
        #expect(
            groups.map(\.kind) == [
                .created, .deleted, .participantsAdded, .participantsRemoved, .joinRequested, .settingsChanged,
                .suspended,
            ])
        #expect(groups[0].requestID == "r1" && groups[0].subject == "Leak" && groups[0].details == "About")
        #expect(groups[0].inviteLink == "https://chat.example/x" && groups[0].joinApprovalMode == .automatic)
        #expect(groups[1].errors.map(\.code) == [131041])
        #expect(groups[2].added == [.init(waID: "16505551234", userID: "US.1349", username: "ada.l")])
        #expect(groups[2].reason == .inviteLink)
        #expect(groups[3].removed == [.init(input: "16505551234")] && groups[3].initiatedBy == .business)
        #expect(groups[3].failed.map(\.input) == ["5511987654321"])
        #expect(groups[3].failed.first?.errors.map(\.code) == [131212] && groups[3].errors.map(\.code) == [131201])
        #expect(groups[4].applicant == .init(waID: "16505551234", userID: "US.1349"))
        #expect(groups[4].joinRequestID == "j1" && groups[4].timestamp == Self.epoch.addingTimeInterval(1))
        #expect(
            groups[5].picture == .init(mimeType: "image/jpeg", sha256: "x", isSuccessful: true)
                && groups[5].newDetails == .init(text: "New"))
        #expect(groups[5].newSubject?.isSuccessful == false && groups[5].newSubject?.errors.map(\.code) == [131000])
        #expect(groups[6].timestamp == Self.epoch)
    }

    @Test("of customers, of flows and of links")
    func others() throws {
        let delivery = try Fixture.delivery("user-events")
        #expect(delivery.events.allSatisfy(\.isRecognized) && delivery.events.count == 2)
        let preference = try #require(delivery.preferences.first)
        #expect(preference.choice == .stop && preference.category == "marketing_messages")
        #expect(preference.waID == "16505551234" && preference.userID == "US.1349")
        #expect(preference.contact?.waID == "16505551234" && preference.timestamp == Self.epoch)
        let change = try #require(delivery.userIDs.first)
        #expect(change.previous == "US.1349" && change.current == "US.222" && change.waID == "16505551234")
        #expect(change.previousParent == "US.ENT.1" && change.currentParent == "US.ENT.2")
        let flows = try Fixture.delivery("flow-events").flows
        try #require(flows.count == 2)
        #expect(flows[0].flowID == "12345678901234567890" && flows[0].event == .statusChange)
        #expect(flows[0].oldStatus == .published && flows[0].newStatus == .blocked)
        #expect(flows[1].medianLatency == 14.28 && flows[1].highLatency == 5000 && flows[1].threshold == 3000)
        #expect(flows[1].errorRate == 1.5 && flows[1].requestCount == 12 && flows[1].availability == 0.9)
        #expect(flows[1].event == .endpointLatency && flows[1].alertState == .activated)
        #expect(
            flows[1].errors == [
                .init(kind: .timeout, rate: 14.28, count: 12), .init(kind: .init(rawValue: "DIZZINESS")),
            ])
        let click = try #require(try Fixture.delivery("user-actions").clicks.first)
        #expect(click.action == .linkClick && click.clickID == "c1" && click.component == .callToAction)
        #expect(click.trackingToken == "t" && click.productID == "sku1")
        #expect(click.timestamp == Date(timeIntervalSince1970: 1_760_001_000))
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
            #"{"field":"account_update","value":{"event":{}}}"#, #"{"value":{"event":"CONFETTI","waba_info":{}}}"#,
            #"{"field":"account_settings_update","value":{"phone_number_settings":{}}}"#,
            #"{"field":"account_review_update","value":{"decision":[]}}"#,
            #"{"field":"phone_number_name_update","value":{"requested_verified_name":"x"}}"#,
            #"{"field":"phone_number_quality_update","value":{"current_limit":"TIER_50"}}"#,
            #"{"field":"business_status_update","value":{"business_id":1}}"#,
            #"{"field":"business_username_updates","value":{"username":"x"}}"#,
            #"{"field":"payment_configuration_update","value":{"configuration_name":"x"}}"#,
            #"{"field":"partner_solutions","value":{"solution_id":"x"}}"#,
            #"{"field":"account_alerts","value":{"alert_info":7}}"#,
            #"{"field":"business_capability_update","value":{"max_phones":7}}"#,
            #"{"field":"flows","value":{"flow_id":"1"}}"#, #"{"field":"security","value":{"event":""}}"#,
            #"{"field":"messaging_handovers","value":{"timestamp":"1"}}"#,
            #"{"field":"smb_app_state_sync","value":{"state_sync":[{"type":"label","action":"add"}]}}"#,
            #"{"field":"history","value":{"history":{"threads":[]}}}"#, #"{"field":"standby","value":{"standby":{}}}"#,
            #"{"field":"history","value":{"messages":7}}"#, #"{"field":"tracking_events","value":{"event":"x"}}"#,
        ])
    func unrecognized(change: String) throws {
        let delivery = try Delivery(decodingChange: Array(change.utf8))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.unrecognized.count == 1 && delivery.events.count == 1)
    }

    @Test(
        "whose elements lack what makes them one are problems with their place",
        arguments: [
            ("calls", "calls", #"{"event":"connect"}"#, "missing", ".id"),
            ("calls", "calls", #"{"id":"c"}"#, "missing", ".event"),
            ("calls", "statuses", #"{"id":"c","status":{}}"#, "missing", ".event"),
            ("group_status_update", "groups", #"{"type":"group_suspend"}"#, "missing", ".group_id"),
            ("group_status_update", "groups", #"{"group_id":"g","type":[]}"#, "wrongType", ".type"),
            ("user_preferences", "user_preferences", #"{"wa_id":"1"}"#, "missing", ".value"),
            ("user_id_update", "user_id_update", #"{"user_id":{"previous":"US.1"}}"#, "missing", ".user_id.current"),
            ("user_id_update", "user_id_update", #"{"user_id":"US.1"}"#, "wrongType", ".user_id"),
            ("messages", "user_actions", "{}", "missing", ".action_type"),
            ("smb_message_echoes", "message_echoes", #"{"timestamp":"1"}"#, "missing", ".id"),
            ("message_echoes", "message_echoes", #"{"id":"e"}"#, "missing", ".timestamp"),
            (
                "message_echoes", "message_echoes", #"{"id":"e","timestamp":1,"type":"text","text":7}"#, "wrongType",
                ".text"
            ),
            (
                "message_echoes", "message_echoes", #"{"id":"e","timestamp":1,"message":{"type":"text","text":7}}"#,
                "wrongType", ".message"
            ),
            ("smb_app_state_sync", "state_sync", #"{"type":"contact"}"#, "missing", ".action"),
            ("automatic_events", "automatic_events", #"{"id":"m"}"#, "missing", ".event_name"),
            ("history", "history", #"{"x":1}"#, "missing", ".threads"),
            ("history", "messages", #"{"id":"m"}"#, "missing", ".timestamp"),
            ("standby", "standby", #"{"id":"m"}"#, "missing", ".timestamp"),
        ])
    func broken(field: String, key: String, element: String, code: String, path: String) throws {
        for broken in [(element, code, path)] + ["7", "null", "\"x\"", "[]"].map({ ($0, "wrongType", "") }) {
            let change = #"{"field":"\#(field)","value":{"\#(key)":[\#(broken.0)]}}"#
            let delivery = try Delivery(decodingChange: Array(change.utf8))
            #expect(delivery.events.isEmpty)
            #expect(delivery.problems.map(\.code.description) == [broken.1])
            #expect(delivery.problems.map(\.path) == ["value.\(key)[0]\(broken.2)"])
            #expect(delivery.problems.map(\.raw?.text) == [broken.0])
        }
        let error = try Delivery(decodingChange: Array(#"{"field":"messages","value":{"errors":[7]}}"#.utf8))
        #expect(error.problems.map(\.path) == ["value.errors[0]"])
    }

    @Test(
        "are read however their values are spelled",
        arguments: [
            #"{"field":"message_template_status_update","value":{"event":"SHINING","other_info":7,"message_template_id":"5"}}"#,
            #"{"field":"message_template_components_update","value":{"message_template_element":"","message_template_buttons":{}}}"#,
            #"{"field":"account_update","value":{"event":"NEW","restriction_info":[{},7],"ban_info":[],"waba_info":null}}"#,
            #"{"field":"account_update","value":{"event":"NEW","volume_tier_info":"x","disconnection_info":1}}"#,
            #"{"field":"account_settings_update","value":{"type":"NEW","phone_number_settings":{"calling":{"call_hours":7}}}}"#,
            #"{"field":"account_settings_update","value":{"type":"NEW","phone_number_settings":[],"timestamp":{}}}"#,
            #"{"field":"phone_number_username_update","value":{"status":"dancing"}}"#,
            #"{"field":"account_update","value":{"event":"NEW","restriction_info":{"restriction_type":"X"}}}"#,
            #"{"field":"account_update","value":{"event":"NEW","auth_international_rate_eligibility":{"exception_countries":7}}}"#,
            #"{"field":"business_username_update","value":{"status":"deleted","username":null}}"#,
            #"{"field":"business_capability_update","value":{"max_phone_numbers_per_waba":"5"}}"#,
            #"{"field":"calls","value":{"calls":[{"id":7,"event":"connect","session":7,"duration":[],"timestamp":null}]}}"#,
            #"{"field":"group_x","value":{"groups":[{"group_id":"g","type":"new","added_participants":7,"group_subject":1}]}}"#,
            #"{"field":"user_preferences","value":{"user_preferences":[{"value":"maybe","timestamp":"x"}]}}"#,
            #"{"field":"user_id_update","value":{"user_id_update":[{"user_id":{"current":"US.2"},"parent_user_id":7}]}}"#,
            #"{"field":"flows","value":{"event":"NEW","threshold":"high","errors":{"error_type":7}}}"#,
            #"{"field":"messages","value":{"user_actions":[{"action_type":"new","marketing_messages_link_click_data":7}]}}"#,
            #"{"field":"messages","value":{"errors":[{"code":"7"}]}}"#,
            #"{"value":{"event":"PARTNER_APP_UNINSTALLED","waba_info":{}}}"#,
            #"{"field":"messaging_handovers","value":{"type":"control_lost","sender":7,"recipient":[],"control_lost":1}}"#,
            #"{"field":"smb_app_state_sync","value":{"state_sync":[{"action":"x","contact":7,"metadata":null}]}}"#,
            #"{"field":"automatic_events","value":{"automatic_events":[{"event_name":"x","custom_data":7,"id":8}]}}"#,
            #"{"field":"history","value":{"history":[{"metadata":7,"threads":null,"errors":{}}]}}"#,
            #"{"field":"history","value":{"history":[{"threads":[{"id":7,"context":7,"messages":null}]}]}}"#,
        ])
    func tolerance(change: String) throws {
        let delivery = try Delivery(decodingChange: Array(change.utf8))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.events.map(\.isRecognized) == [true])
    }
}
