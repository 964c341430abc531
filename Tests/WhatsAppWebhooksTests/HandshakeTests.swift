import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

@Suite("Handshakes")
struct HandshakeTests {
    private let handshake = WebhookHandshake(verifyToken: "my-token")

    @Test(
        "with the right token get the bare challenge back",
        arguments: [
            ("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=my-token", "1158201444"),
            ("hub.verify_token=my-token&hub.challenge=00042&hub.mode=subscribe", "00042"),
            ("x=1&hub.mode=subscribe&hub.challenge=a%20b%2Bc&hub.verify_token=my%2Dtoken&y", "a b+c"),
            ("hub%2Emode=subscribe&hub.challenge=a+b&hub.verify_token=my-token", "a b"),
            ("hub.mode=subscribe&hub.challenge=1=2&hub.verify_token=my-token", "1=2"),
            (
                "hub.mode=subscribe&hub.challenge=99999999999999999999999&hub.verify_token=my-token",
                "99999999999999999999999"
            ),
            ("hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=my-token", "<script>"),
            ("hub.mode=subscribe&hub.challenge=caf%C3%A9&hub.verify_token=my-token", "café"),
        ])
    func accepted(query: String, challenge: String) throws {
        #expect(try handshake.challenge(query: query) == challenge)
        let response = handshake.response(query: query)
        #expect(response.status == .ok)
        #expect(response.body == Array(challenge.utf8))
        // No browser takes it for a page.
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test(
        "of any other kind are refused",
        arguments: [
            (nil, "missingParameter", 400), ("", "missingParameter", 400),
            ("hub.mode=subscribe", "missingParameter", 400),
            ("hub.mode=subscribe&hub.challenge=1", "missingParameter", 400),
            ("hub.challenge=1&hub.verify_token=my-token", "missingParameter", 400),
            ("hub.mode=subscribe&hub.challenge=&hub.verify_token=my-token", "missingParameter", 400),
            ("hub.mode=subscribe&hub.verify_token=my-token", "missingParameter", 400),
            ("hub_mode=subscribe&hub_challenge=1&hub_verify_token=my-token", "missingParameter", 400),
            ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=other", "tokenMismatch", 403),
            ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=my-toke", "tokenMismatch", 403),
            ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=my-tokenn", "tokenMismatch", 403),
            ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=MY-TOKEN", "tokenMismatch", 403),
            ("hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=my-token", "unexpectedMode", 403),
            ("hub.mode=subscribe&hub.challenge=%zz&hub.verify_token=my-token", "malformedParameter", 400),
            ("hub.mode=subscribe&hub.challenge=%4&hub.verify_token=my-token", "malformedParameter", 400),
            ("hub.mode=subscribe&hub.challenge=%FF&hub.verify_token=my-token", "malformedParameter", 400),
            ("hub.mode=subscribe&hub.challenge=a%0D%0Ab&hub.verify_token=my-token", "malformedParameter", 400),
            ("hub.mode=subscribe&hub.challenge=a%00b&hub.verify_token=my-token", "malformedParameter", 400),
        ] as [(String?, String, Int)])
    func refused(query: String?, code: String, status: Int) {
        let error = #expect(throws: WebhookError.self) { try handshake.challenge(query: query) }
        #expect(error?.code.description == code)
        #expect(handshake.response(query: query).status.code == status)
        #expect(!String(decoding: handshake.response(query: query).body, as: UTF8.self).contains("my-tok"))
    }

    @Test("with a very long challenge are refused")
    func longChallenge() {
        for (count, status) in [(1024, 200), (1025, 400)] {
            let challenge = String(repeating: "1", count: count)
            let query = "hub.mode=subscribe&hub.challenge=\(challenge)&hub.verify_token=my-token"
            #expect(handshake.response(query: query).status.code == status)
        }
    }

    @Test("without a configured token are always refused", arguments: [nil, "", " "] as [Secret?])
    func noToken(token: Secret?) {
        for given in ["", "x", "%20", "+"] {
            let query = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=\(given)"
            #expect(throws: WebhookError.self) { try WebhookHandshake(verifyToken: token).challenge(query: query) }
        }
    }
}
