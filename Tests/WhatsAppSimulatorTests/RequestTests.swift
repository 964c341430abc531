import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("The simulated platform")
struct RequestTests {
    @Test("takes what the platform takes", arguments: Fixture.all(in: "accepted"))
    func accepted(fixture: Fixture) async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hello", from: SimulatedAccount.ana)
        let case_ = try JSONValue(parsing: fixture.bytes)
        let (status, answer) = try await account.post(try #require(case_["request"]).serialized())
        #expect(status == 200)
        #expect(answer["contacts"]?[0]?["wa_id"]?.string == "5511987654321")
        let id = try #require(answer["messages"]?[0]?["id"]?.string)
        #expect(id.hasPrefix("wamid."))
        let shown = await account.platform.messages(of: SimulatedAccount.ana)
        #expect(shown.map(\.text) == [case_["shows"]?.string])
        #expect(shown.map(\.id.rawValue) == [id])
    }

    @Test("refuses what the platform refuses, with its code", arguments: Fixture.all(in: "refused"))
    func refused(fixture: Fixture) async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hello", from: SimulatedAccount.ana)
        let case_ = try JSONValue(parsing: fixture.bytes)
        let (status, answer) = try await account.post(try #require(case_["request"]).serialized())
        #expect((400..<500).contains(status))
        #expect(answer["error"]?["code"]?.integer == case_["code"]?.integer)
        #expect(answer["error"]?["fbtrace_id"]?.string != nil)
        #expect(await account.platform.messages(of: SimulatedAccount.ana).isEmpty)
    }

    @Test(
        "takes only its own token",
        arguments: [
            (nil, 104), ("", 190), ("wrong", 190), ("simulated-access-token2", 190),
        ] as [(String?, Int)])
    func token(token: String?, code: Int) async throws {
        let (status, answer) = try await SimulatedAccount().post(Array("{}".utf8), token: token)
        #expect(status == 401)
        #expect(answer["error"]?["code"]?.integer == code)
    }

    @Test("refuses bodies that are not JSON objects", arguments: ["", "{", "[]", "null", "\"x\"", "<html>"])
    func notJSON(body: String) async throws {
        let (status, answer) = try await SimulatedAccount().post(Array(body.utf8))
        #expect(status == 400)
        #expect(answer["error"]?["code"]?.integer == 100)
    }

    @Test("knows one number only")
    func otherNumber() async throws {
        let account = await SimulatedAccount()
        let error = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.execute(.get("999"))
        }
        #expect(error?.platform?.code == 100)
        #expect(error?.platform?.subcode == 33)
    }

    @Test("passes the check of a connection")
    func check() async throws {
        let account = await SimulatedAccount()
        let report = try await account.cloud.checkConnection()
        #expect(report.isHealthy)
        #expect(report.verifiedName == "The Corner Shop")
    }
}
