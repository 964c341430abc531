import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

@Suite("Groups of the simulated number")
struct GroupTests {
    private let ana = SimulatedAccount.ana
    private let ben = PhoneNumber(rawValue: "16505551234")
    private let phone = "106540352242922"

    private func group(_ account: SimulatedAccount, mode: JSONValue = "auto_approve") async throws -> GroupID {
        let answer = try await account.call(
            .post, "\(phone)/groups",
            ["messaging_product": "whatsapp", "subject": "Picnic", "join_approval_mode": mode])
        #expect(answer.json["request_id"]?.string != nil)
        return try #require(await account.platform.groupIDs.last)
    }

    @Test("are made, joined, written to and left, and each step is told of")
    func life() async throws {
        let account = await SimulatedAccount()
        let group = try await group(account)
        let empty = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(.text("Hi"), to: .group(group))
        }
        #expect(empty?.platform?.code.rawValue == 131_020)
        let link = try #require(await account.platform.inviteLink(of: group))
        #expect(try await account.call(.get, "\(group.rawValue)/invite_link").json["invite_link"]?.string == link)
        #expect(await account.platform.customerJoins(ana, link: link) == group)
        #expect(await account.platform.customerJoins(ben, link: link) == group)
        #expect(await account.platform.customerJoins(ben, link: link) == nil)
        #expect(await account.platform.customerSends("Who brings cake?", from: ana, inGroup: group) != nil)
        await account.platform.setReachable(false, ben)
        let sent = try await account.cloud.send(.text("We do"), to: .group(group))
        await account.platform.setReachable(true, ben)
        await account.platform.customerReads(ana)
        await account.platform.deliverPending()
        #expect(await account.platform.messages(of: ben).map(\.text) == ["We do"])
        #expect(await account.received.messages.map(\.groupID) == [group])
        let statuses = await account.received.statuses
        #expect(statuses.allSatisfy { $0.id == sent.id })
        #expect(statuses.map(\.state) == [.sent, .sent, .delivered, .delivered, .read])

        let info = try await account.call(.get, "\(group.rawValue)?fields=subject,total_participant_count").json
        #expect(info["subject"]?.string == "Picnic" && info["total_participant_count"]?.integer == 2)
        let removal: JSONValue = [
            "messaging_product": "whatsapp", "participants": [["user": "+16505551234"], ["user": "+4911111111"]],
        ]
        #expect(try await account.call(.delete, "\(group.rawValue)/participants", removal).status == 200)
        #expect(await account.platform.customerJoins(ben, link: link) == nil)
        await account.platform.customerLeaves(group, ana)
        #expect(try await account.call(.delete, group.rawValue).status == 200)
        await account.platform.deliverPending()
        let events = await account.received.groupEvents
        #expect(
            events.map(\.kind.rawValue) == [
                "group_create", "group_participants_add", "group_participants_add", "group_participants_remove",
                "group_participants_remove", "group_delete",
            ])
        #expect(events[0].inviteLink == link && events[0].requestID != nil)
        #expect(events[3].removed.count == 1 && events[3].failed.count == 1)
        #expect(await account.received.problems == 0)
        let gone = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(.text("Hi"), to: .group(group))
        }
        #expect(gone?.platform?.code.rawValue == 131_041)
    }

    @Test("let customers in by approval, up to eight")
    func approval() async throws {
        let account = await SimulatedAccount()
        let group = try await group(account, mode: "approval_required")
        let link = try #require(await account.platform.inviteLink(of: group))
        for number in 0..<9 {
            await account.platform.customerJoins(PhoneNumber(rawValue: "1650555000\(number)"), link: link)
        }
        let requests = try await account.call(.get, "\(group.rawValue)/join_requests").json["data"]?.array ?? []
        let ids = requests.compactMap { $0["join_request_id"] }
        #expect(ids.count == 9)
        let decide = "\(group.rawValue)/join_requests"
        let approved = try await account.call(
            .post, decide, ["messaging_product": "whatsapp", "join_requests": .array(ids + ["unknown"])])
        #expect(approved.json["approved_join_requests"]?.array?.count == 8)
        #expect(
            approved.json["failed_join_requests"]?.array?.compactMap { $0["errors"]?[0]?["code"]?.integer } == [
                131_204, 131_213,
            ])
        let rejected = try await account.call(
            .delete, decide, ["messaging_product": "whatsapp", "join_requests": [ids[8]]])
        #expect(rejected.json["rejected_join_requests"]?.array?.count == 1)
        #expect(await account.platform.members(of: group).count == 8)
    }

    @Test("can be suspended, renamed, and have their link reset")
    func settings() async throws {
        let account = await SimulatedAccount()
        let group = try await group(account)
        let link = try #require(await account.platform.inviteLink(of: group))
        #expect(
            try await account.call(.post, "\(group.rawValue)/invite_link", ["messaging_product": "whatsapp"])
                .json["invite_link"]?.string != link)
        #expect(await account.platform.customerJoins(ana, link: link) == nil)
        #expect(try await account.call(.post, group.rawValue, ["subject": "Party"]).status == 200)
        #expect(try await account.refusal(.post, group.rawValue, ["subject": ""]) == [131_009])
        await account.platform.setSuspended(true, group: group)
        let error = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(.text("Hi"), to: .group(group))
        }
        #expect(error?.platform?.code.rawValue == 131_207)
        let list = try await account.call(.get, "\(phone)/groups").json["data"]?["groups"]
        #expect(list?[0]?["subject"]?.string == "Party")
        #expect(try await account.refusal(.post, "\(phone)/groups", ["subject": "x"]) == [100])
        await account.platform.deliverPending()
        #expect(
            await account.received.groupEvents.map(\.kind.rawValue) == [
                "group_create", "group_settings_update", "group_suspend",
            ])
    }
}

extension Received {
    var groupEvents: [GroupEvent] {
        events.compactMap { if case .group(let event) = $0 { event } else { nil } }
    }
}
