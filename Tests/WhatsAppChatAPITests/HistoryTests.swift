import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Chat API's history")
struct HistoryTests {
    private static func page(_ numbers: [Int], more: String = "") -> ScriptedTransport.Step {
        let rows = numbers.map {
            #"{"messageNumber":\#($0),"id":"wamid.\#($0)","body":"b\#($0)","fromMe":\#($0 % 2),"type":"chat","time":\#(1_700_000_000 + $0),"author":"12020721369@c.us","chatId":"12020721369@c.us"}"#
        }
        return .answer(status: 200, body: #"{"messages":[\#(rows.joined(separator: ","))]\#(more)}"#)
    }

    private func paths(_ transport: ScriptedTransport) async -> [String] {
        await transport.received.compactMap(\.request.path).map {
            $0.replacing("/instance123456/messages?", with: "").replacing("&token=" + encodedToken, with: "")
        }
    }

    @Test("is read to its end, by the greatest number of each page") func all() async throws {
        let transport = ScriptedTransport([Self.page([1, 3, 2]), Self.page([4, 7, 5]), Self.page([8])])
        var numbers: [Int?] = []
        var kinds: [String] = []
        for try await entry in makeChat(transport).history(.init(pageSize: 3)) {
            numbers.append(entry.number)
            if case .message = entry.event { kinds.append("message") }
            if case .echo = entry.event { kinds.append("echo") }
        }
        #expect(numbers == [1, 3, 2, 4, 7, 5, 8])
        #expect(kinds == ["echo", "echo", "message", "message", "echo", "echo", "message"])
        #expect(
            await paths(transport) == [
                "lastMessageNumber=0&limit=3", "lastMessageNumber=3&limit=3", "lastMessageNumber=7&limit=3",
            ])
    }

    @Test("is read only as far as it is wanted") func lazy() async throws {
        let transport = ScriptedTransport([Self.page([1, 2, 3])])
        var iterator = makeChat(transport).history(.init(pageSize: 3)).makeAsyncIterator()
        for number in 1...3 { #expect(try await iterator.next()?.number == number) }
        #expect(await transport.received.count == 1)
    }

    @Test("ends where a page does not lead on") func repeated() async throws {
        let transport = ScriptedTransport([Self.page([5, 6]), Self.page([5, 6])])
        var count = 0
        for try await _ in makeChat(transport).history(.init(after: 4, pageSize: 2)) { count += 1 }
        #expect(count == 4)
        #expect(await transport.received.count == 2)
    }

    @Test("goes on by the page's own number where rows have none") func phoneBased() async throws {
        let row = #"{"id":"true_1@c.us_A","body":"x","type":"chat","time":1,"author":"1@c.us","chatId":"2@c.us"}"#
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"messages":[\#(row)],"lastMessageNumber":9}"#),
            .answer(status: 200, body: #"{"messages":[],"lastMessageNumber":9}"#),
        ])
        var count = 0
        for try await _ in makeChat(transport).history(.init(pageSize: 1)) { count += 1 }
        #expect(count == 1)
        #expect(await paths(transport).last == "lastMessageNumber=9&limit=1")
    }

    @Test("can be asked for one customer and a time") func filters() async throws {
        let transport = ScriptedTransport([Self.page([], more: #","notice":"history is off""#)])
        let page = try await makeChat(transport).historyPage(
            .init(
                after: 7, customer: try PhoneNumber("+55 11 98765-4321"), from: Date(timeIntervalSince1970: 100),
                until: Date(timeIntervalSince1970: 200.4)))
        #expect(page.entries.isEmpty && page.next == nil)
        #expect(page.notice == "history is off")
        #expect(
            await paths(transport) == [
                "lastMessageNumber=7&limit=100&chatId=5511987654321%40c.us&min_time=100&max_time=200"
            ])
    }

    @Test("keeps rows that are odd") func odd() async throws {
        let transport = ScriptedTransport(body: #"{"messages":[7,{"messageNumber":3,"body":"no id"},null]}"#)
        let page = try await makeChat(transport).historyPage(.init())
        #expect(page.entries.count == 3)
        #expect(page.entries.allSatisfy { !$0.event.isRecognized })
        #expect(page.entries.map(\.event.raw.text) == ["7", #"{"messageNumber":3,"body":"no id"}"#, "null"])
    }

    @Test("is never asked for without a limit", arguments: [0, -1]) func limit(size: Int) async {
        let transport = ScriptedTransport([])
        let error = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport).historyPage(.init(pageSize: size))
        }
        #expect(error?.code == .invalid)
        #expect(await transport.received.isEmpty)
    }

    @Test("that is no page is an error", arguments: ["", "[]", "{}", #"{"messages":{}}"#, "<html>"])
    func broken(body: String) async {
        let error = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(ScriptedTransport(body: body)).historyPage(.init())
        }
        #expect(error?.code == .decoding)
    }
}
