import Foundation
import Testing
import WhatsAppBusiness

@Suite("What others write, and what was written before")
struct CoexistenceTests {
    private static func time(_ seconds: Int) -> Date { Date(timeIntervalSince1970: TimeInterval(seconds)) }

    @Test("echoes say what the business sent, how and to whom")
    func echoes() throws {
        let delivery = try Fixture.delivery("echoes")
        #expect(delivery.problems.isEmpty && delivery.messages.isEmpty)
        let echoes = delivery.echoes
        try #require(echoes.count == 7)
        #expect(echoes.map(\.id.rawValue) == (1...7).map { "wamid.E\($0)" })
        #expect(echoes.map(\.timestamp) == (0...6).map { Self.time(1_760_000_500 + $0) })
        #expect(
            echoes.map(\.origin.field) == Array(repeating: "smb_message_echoes", count: 5) + [
                "message_echoes", "message_echoes",
            ])
        #expect(echoes.allSatisfy { $0.from?.digits == "15550783881" })
        #expect(echoes[0].to?.digits == "16505551234" && echoes[0].toUserID == "US.1349")
        #expect(echoes[0].toParentUserID == "US.ENT.9" && echoes[0].context?.messageID == "wamid.A1")
        #expect(echoes[0].contact?.name == "Ada" && echoes[0].contact?.username == "ada.l")
        #expect(echoes[0].content == .text(.init(body: "hello")) && echoes[0].summary == "hello")
        #expect(echoes[1].to == nil && echoes[1].recipient == .user("US.1349"))
        #expect(echoes[1].content.description == "media of type image/jpeg")
        #expect(echoes[1].contact?.name == "Ada")
        guard case .document(let file) = echoes[2].content else { throw CocoaError(.coderReadCorrupt) }
        #expect(file.url == "https://x.example/Leak.pdf" && file.filename == "Leak.pdf" && file.id == nil)
        guard case .edit(let edit) = echoes[3].content else { throw CocoaError(.coderReadCorrupt) }
        #expect(edit.originalMessageID == "wamid.E1" && edit.content == .text(.init(body: "hi all")))
        #expect(echoes[4].content == .revoke(.init(originalMessageID: "wamid.E2")))
        #expect(
            echoes[5].creation == .platformBot && echoes[5].recipient == .phoneNumber(.init(rawValue: "16505551234")))
        #expect(
            echoes[6].type == .template && echoes[6].summary == "Template" && echoes[6].errors.map(\.code) == [131026])
        #expect(delivery.events.map(\.isRecognized) == [true, true, true, true, true, true, false])
        #expect(delivery.events.allSatisfy { $0.receivedOn?.phoneNumberID == "106540352242922" })
        #expect(delivery.events.allSatisfy { $0.businessAccountID == "102290129340398" && $0.timestamp != nil })
    }

    @Test("a chunk of history brings every message of every thread")
    func history() throws {
        let delivery = try Fixture.delivery("history")
        #expect(delivery.problems.isEmpty && delivery.messages.isEmpty && delivery.events.count == 2)
        #expect(delivery.events.map(\.isRecognized) == [true, true])
        let chunks = delivery.chunks
        #expect(chunks.map(\.phase) == [.firstDay, .secondQuarter])
        #expect(chunks.map(\.order) == [1, 7] && chunks.map(\.progress) == [55, 100])
        #expect(chunks.allSatisfy { !$0.isDeclined && $0.origin.receivedOn?.phoneNumberID == "106540352242922" })
        let threads = try #require(chunks.first).threads
        try #require(threads.count == 2)
        #expect(threads[0].number?.digits == "16505551234")
        #expect(
            threads[0].contact
                == .init(
                    name: "Ada", username: "ada.l", waID: "16505551234", userID: "US.1349", parentUserID: "US.ENT.9"))
        #expect(threads[1].number == nil && threads[1].contact == .init(userID: "BR.7781"))
        let messages = threads[0].messages
        try #require(messages.count == 5)
        #expect(messages.map(\.id.rawValue) == (40...44).map { "wamid.A\($0)" })
        #expect(messages.map(\.timestamp) == (40...44).map { Self.time(1_760_000_000 + $0) })
        #expect(messages.map(\.isFromBusiness) == [false, true, false, false, false])
        #expect(messages.map(\.state) == [.read, .delivered, .played, .init(rawValue: "SHINING"), .error])
        #expect(messages[0].content == .text(.init(body: "Is the shop open?")))
        #expect(messages[0].from?.digits == "16505551234" && messages[0].fromUserID == "US.1349")
        #expect(messages[0].fromParentUserID == "US.ENT.9" && messages[0].to == nil)
        #expect(messages[1].to?.digits == "16505551234" && messages[1].context?.messageID == "wamid.A40")
        #expect(messages[2].content == .mediaPlaceholder && messages[2].summary == "Media of an old chat")
        #expect(messages[3].content == .unrecognized(type: "hologram") && messages[4].errors.map(\.code) == [131051])
        #expect(messages[3].raw.text.contains("\"hologram\":{\"size\":1}"))
        #expect(threads[1].messages.first?.state == .pending && threads[1].messages.first?.type == .document)
    }

    @Test("media of history are no new messages")
    func historyMedia() throws {
        let delivery = try Fixture.delivery("history-media")
        #expect(delivery.problems.isEmpty && delivery.messages.isEmpty && delivery.echoes.isEmpty)
        guard case .message(let message)? = delivery.histories.first, case .echo(let echo)? = delivery.histories.last
        else { throw CocoaError(.coderReadCorrupt) }
        #expect(message.id == "wamid.A42" && message.type == .image && message.contact?.name == "Ada")
        #expect(echo.id == "wamid.A46" && echo.type == .video && echo.contact?.name == "Ada")
        #expect(delivery.events.map(\.timestamp) == [Self.time(1_760_000_042), Self.time(1_760_000_046)])
        #expect(delivery.events.allSatisfy { $0.isRecognized && $0.receivedOn != nil && $0.businessAccountID != nil })
    }

    @Test("a business that shares no history says so")
    func declined() throws {
        let delivery = try Fixture.delivery("history-declined")
        let chunk = try #require(delivery.chunks.first)
        #expect(chunk.isDeclined && chunk.threads.isEmpty && chunk.errors.map(\.code) == [2_593_109])
        #expect(chunk.errors.first?.details == "Ada shares nothing" && "\(chunk)" == "history, declined")
        #expect(delivery.events.map(\.isRecognized) == [true])
    }

    @Test("what is broken in a chunk is a problem with its place, and its siblings arrive")
    func brokenHistory() throws {
        let good = { (id: String) in #"{"id":"\#(id)","timestamp":"1","type":"text","text":{"body":"x"}}"# }
        let broken = #"{"id":"b","timestamp":"1","type":"text","text":{"body":7}}"#
        let thread = { (messages: String) in #"{"id":"1","messages":\#(messages)}"# }
        let threads = [
            thread("[\(good("a")),7,\(broken),\(good("b"))]"), "null", thread("{}"), thread("null"),
            thread("[{},\(good("c"))]"),
        ]
        let chunk = #"{"threads":[\#(threads.joined(separator: ","))]}"#
        let change = #"{"field":"history","value":{"history":[7,\#(chunk),{"threads":{}},{},\#(chunk)]}}"#
        let delivery = try Delivery(decodingChange: Array(change.utf8))
        #expect(
            delivery.chunks.map { $0.threads.flatMap(\.messages).map(\.id) } == [
                ["a", "b", "c"], [], ["a", "b", "c"],
            ])
        #expect(delivery.chunks.map(\.threads.count) == [4, 0, 4])
        func inside(_ chunk: Int) -> [String] {
            [
                "threads[0].messages[1]", "threads[0].messages[2].text.body", "threads[1]", "threads[2].messages",
                "threads[4].messages[0].id",
            ].map { "value.history[\(chunk)].\($0)" }
        }
        #expect(
            delivery.problems.map(\.path) == ["value.history[0]"] + inside(1)
                + ["value.history[2].threads", "value.history[3].threads"] + inside(4))
        #expect(delivery.problems.dropFirst().prefix(4).map(\.raw?.text) == ["7", broken, "null", "{}"])
        #expect(delivery.problems.allSatisfy { $0.field == "history" })
        // Over the limit the chunk that is being read still arrives, and the last problem carries everything.
        for most in 1...12 {
            let delivery = try Delivery(decodingChange: Array(change.utf8), limits: .init(maximumEvents: most))
            #expect(delivery.events.count + delivery.problems.count <= most + 1)
            #expect(delivery.problems.last?.code == .tooManyEvents && delivery.problems.last?.raw?.text == change)
        }
    }

    @Test("a chunk of thousands of messages is one event")
    func manyMessages() throws {
        let messages = (0..<12_000).map { #"{"id":"m\#($0)","timestamp":"1","type":"text","text":{"body":"x"}}"# }
        let change =
            #"{"field":"history","value":{"history":[{"threads":[{"messages":[\#(messages.joined(separator: ","))]}]}]}}"#
        let delivery = try Delivery(decodingChange: Array(change.utf8))
        #expect(delivery.chunks.first?.threads.first?.messages.count == 12_000 && delivery.problems.isEmpty)
    }

    @Test("contacts of the app are added and removed")
    func contactSync() throws {
        let delivery = try Fixture.delivery("contact-sync")
        #expect(delivery.problems.isEmpty && delivery.events.count == 3)
        let syncs = delivery.contactSyncs
        try #require(syncs.count == 2)
        #expect(syncs.map(\.action) == [.add, .remove])
        #expect(syncs.map(\.timestamp) == [Self.time(1_760_000_600), Self.time(1_760_000_601)])
        #expect(syncs[0].fullName == "Ada Lovelace" && syncs[0].firstName == "Ada" && syncs[0].username == "ada.l")
        #expect(syncs[0].phoneNumber?.digits == "16505551234" && syncs[0].userID == "US.1349")
        #expect(syncs[0].parentUserID == "US.ENT.9" && syncs[1].fullName == nil)
        #expect(syncs[1].phoneNumber?.digits == "5511987654321")
        #expect(delivery.unrecognized.map(\.element) == ["state_sync"])
    }

    @Test("leads and purchases keep their amount as it is spelled")
    func automaticEvents() throws {
        let events = try Fixture.delivery("automatic-events").automatics
        #expect(events.map(\.name) == [.leadSubmitted, .purchase, .init(rawValue: "Refund")])
        #expect(events.map(\.messageID) == ["wamid.A50", "wamid.A51", nil])
        #expect(events.map(\.clickID) == ["Aff-1", "Aff-1", nil] && events.map(\.currency) == [nil, "USD", nil])
        #expect(events[1].value?.text == "12.50" && events[1].timestamp == Self.time(1_760_000_701))
    }

    @Test("control of a conversation changes hands")
    func handovers() throws {
        let delivery = try Fixture.delivery("handovers")
        #expect(delivery.problems.isEmpty && delivery.events.allSatisfy(\.isRecognized))
        let events = delivery.handovers
        try #require(events.count == 2)
        #expect(events.map(\.kind) == [.passed, .taken])
        #expect(events[0].customer?.digits == "16505551234" && events[1].customer == nil)
        #expect(events[0].previousOwnerAppID == "11" && events[0].previousOwnerAppRole == .metaBusinessAgent)
        #expect(events[0].previousOwnerRole == .aiAgent && events[0].newOwnerAppID == "22")
        #expect(events[0].newOwnerRole == .escalation && events[0].metadata == "Ada is angry")
        #expect(events[0].conversationContext?.kind == .summary)
        #expect(events[0].conversationContext?.summary == "Leak in the kitchen")
        #expect(events[1].newOwnerRole == .customerService && events[1].timestamp == Self.time(1_760_000_801))
        #expect(delivery.events.allSatisfy { $0.receivedOn?.phoneNumberID == "106540352242922" })
        #expect(delivery.events.map(\.timestamp) == [Self.time(1_760_000_800), Self.time(1_760_000_801)])
        #expect(events[0].origin.entryTime == Self.time(1_760_000_802))
    }

    @Test("a receiver on standby sees messages, echoes and statuses, and nothing that it might answer")
    func standby() throws {
        let delivery = try Fixture.delivery("standby")
        #expect(delivery.problems.isEmpty && delivery.messages.isEmpty && delivery.statuses.isEmpty)
        let events = delivery.standbys
        try #require(events.count == 5)
        guard case .message(let message) = events[0], case .echo(let echo) = events[1],
            case .echo(let template) = events[2], case .echo(let flow) = events[3],
            case .status(let status) = events[4]
        else { throw CocoaError(.coderReadCorrupt) }
        #expect(message.text == "Is the shop open?" && message.contact?.name == "Ada")
        #expect(echo.content == .text(.init(body: "hello")) && echo.origin.field == "standby")
        #expect(template.type == .template && template.summary == "Template" && flow.summary == "Form")
        #expect(status.state == .read && status.contact?.name == "Ada")
        #expect(delivery.events.map(\.isRecognized) == [true, true, false, false, true])
        #expect(
            delivery.events.allSatisfy { $0.receivedOn != nil && $0.businessAccountID != nil && $0.timestamp != nil })
        let other = try Fixture.delivery("standby-messages")
        #expect(other.messages.isEmpty && other.standbys.count == 1 && other.problems.isEmpty)
        #expect(other.events.first?.isRecognized == true)
        let odd = Array(
            #"{"field":"standby","value":{"standby":{"messages":[{}],"statuses":7,"x":[{}],"contacts":[7]}}}"#.utf8)
        let broken = try Delivery(decodingChange: odd)
        #expect(
            broken.problems.map(\.path) == [
                "value.standby.contacts", "value.standby.messages[0].id", "value.standby.statuses",
            ])
        #expect(broken.unrecognized.map(\.element) == ["standby.x"])
    }

    @Test("what another app says about a conversation comes with the message")
    func routing() throws {
        let delivery = try Fixture.delivery("routing-context")
        let message = try #require(delivery.messages.first)
        #expect(delivery.events.count == 1 && delivery.problems.isEmpty)
        #expect(message.conversationContext?.kind == .summary)
        #expect(message.conversationContext?.summary == "Leak in the kitchen")
        #expect(message.logicalID == "L16505551234" && message.referral == nil)
        #expect(message.matchingKey == message.contact?.matchingKey && message.matchingKey?.rawValue == "16505551234")
        var changed = message
        changed.conversationContext = nil
        changed.logicalID = nil
        #expect(changed != message)
        changed.identity = .init(isAcknowledged: true)
        #expect(changed.identity?.isAcknowledged == true)
        changed.identity = nil
        changed.referral = .init(headline: "x")
        changed.referral = nil
        let text = try #require(try Fixture.delivery("text").messages.first)
        #expect(text.conversationContext == nil && text.logicalID == nil && text.identity == nil)
    }

    @Test("broken contacts and metadata are problems, and what they stand beside arrives")
    func common() throws {
        let message = #"{"id":"m","timestamp":"1","from":"3","type":"text","text":{"body":"x"}}"#
        let delivery = try Delivery(
            decodingChange: .change(messages: [message], more: #","contacts":[7,{"wa_id":"3"},null]"#))
        #expect(delivery.problems.map(\.path) == ["value.contacts[0]", "value.contacts[2]"])
        #expect(delivery.messages.first?.contact?.waID == "3")
        let odd = Array(#"{"field":"messages","value":{"metadata":[],"contacts":{},"messages":[\#(message)]}}"#.utf8)
        #expect(try Delivery(decodingChange: odd).problems.map(\.path) == ["value.metadata", "value.contacts"])
        #expect(try Delivery(decodingChange: odd).messages.count == 1)
        let null = Array(
            #"{"field":"messages","value":{"metadata":null,"contacts":null,"messages":[\#(message)]}}"#.utf8)
        #expect(try Delivery(decodingChange: null).problems.isEmpty)
        let flat = Array(#"{"field":"holograms","value":{"metadata":"x","contacts":7}}"#.utf8)
        #expect(try Delivery(decodingChange: flat).problems.isEmpty)
    }

    @Test("who changed a group is read beside it and in it")
    func initiator() throws {
        let delivery = try Fixture.delivery("group-initiator")
        #expect(delivery.problems.isEmpty && delivery.events.allSatisfy(\.isRecognized))
        #expect(delivery.groups.map(\.initiatedBy) == [.participant, .business, nil])
        #expect(delivery.groups.map(\.requestID) == [nil, nil, "r2"] && delivery.groups.last?.groupID == nil)
    }
}
