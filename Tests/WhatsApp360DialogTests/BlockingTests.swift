import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("360dialog blocks users")
struct BlockingTests {
    @Test("and says for whom it was done")
    func outcome() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body:
                    #"{"messaging_product":"whatsapp","block_users":{"added_users":[{"input":"15550001111","wa_id":"15550001111"}]}}"#
            ),
            .answer(
                status: 400,
                body:
                    #"{"messaging_product":"whatsapp","block_users":{"removed_users":[],"failed_users":[{"input":"15550001111","wa_id":"15550001111","errors":[{"code":139101,"message":"m","error_data":{"details":"d"}}]}]},"error":{"message":"(#139100) Failed","code":139100}}"#
            ),
        ])
        let dialog = makeDialog(transport)
        let blocked = try await dialog.blockUsers(["+15550001111", .user("US.1")])
        #expect(blocked.succeeded.map(\.whatsAppID) == ["15550001111"] && blocked.failed.isEmpty)
        let unblocked = try await dialog.unblockUsers(["+15550001111"])
        #expect(unblocked.succeeded.isEmpty && unblocked.failed.first?.errors.first?.code == 139101)
        let received = await transport.received
        #expect(received.map(\.line) == ["POST /block_users", "DELETE /block_users"])
        #expect(
            received[0].json
                == JSONValue(
                    text: #"{"messaging_product":"whatsapp","block_users":[{"user":"15550001111"},{"user":"US.1"}]}"#))
        #expect(received[1].json?["block_users"] == [["user": "15550001111"]])
        #expect(!"\(blocked.succeeded)".contains("5550"))
    }

    @Test("and refuses lists that are none, before the call")
    func lists() async {
        let transport = ScriptedTransport([])
        for users: [Recipient] in [[], [.group("g")], ["12"]] {
            let error = await failure { () async throws(WhatsAppError) in
                try await makeDialog(transport).blockUsers(users)
            }
            #expect(error?.code == .invalid)
        }
        #expect(await transport.received.isEmpty)
    }

    @Test("and lists them in both forms, page after page")
    func list() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body:
                    #"{"data":[{"block_users":[{"input":"1","wa_id":"15550001111"},{"wa_id":"15550002222"}]}],"paging":{"cursors":{"after":"a=b&c","before":"x"},"next":"https://elsewhere.example/?after=1"}}"#
            ),
            .answer(
                status: 200,
                body:
                    #"{"data":[{"messaging_product":"whatsapp","wa_id":"15550003333"}],"paging":{"cursors":{"after":"end"}}}"#
            ),
        ])
        var users: [String?] = []
        for try await user in makeDialog(transport).blockedUsers(pageSize: 2) {
            users.append(user.whatsAppID?.rawValue)
        }
        #expect(users == ["15550001111", "15550002222", "15550003333"])
        #expect(
            await transport.received.map(\.line) == [
                "GET /block_users?limit=2", "GET /block_users?limit=2&after=a%3Db%26c",
            ])
        #expect(await transport.received.allSatisfy { $0.request.authority == "waba-v2.360dialog.io" })
    }
}
