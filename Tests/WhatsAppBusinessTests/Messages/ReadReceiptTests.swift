import Testing
import WhatsAppBusiness

@Suite("Read receipts")
struct ReadReceiptTests {
    @Test("have the platform's form", arguments: [false, true])
    func form(isTyping: Bool) throws {
        let receipt = ReadReceipt(messageID: "wamid.IN1", showsTypingIndicator: isTyping)
        let text = String(decoding: receipt.json.serialized(), as: UTF8.self)
        let typing = isTyping ? #","typing_indicator":{"type":"text"}"# : ""
        #expect(text == #"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.IN1"\#(typing)}"#)
        #expect(ReadReceipt(json: receipt.json) == receipt)
        #expect(throws: Never.self) { try receipt.validate() }
    }

    @Test(
        "say what is wrong with them, and keep it",
        arguments: [
            (#"{"status":"read","message_id":"a"}"#, ["messaging_product required"]),
            (#"{"messaging_product":"whatsapp","status":"seen","message_id":"a"}"#, ["status notAllowed"]),
            (#"{"messaging_product":"whatsapp","status":"read"}"#, ["message_id required"]),
            (#"{"messaging_product":"whatsapp","status":"read","message_id":5}"#, ["message_id type"]),
            (#"{"messaging_product":"whatsapp","status":"read","message_id":" "}"#, ["message_id required"]),
            (
                #"{"messaging_product":"whatsapp","status":"read","message_id":"a","typing_indicator":{"type":"audio"}}"#,
                ["typing_indicator.type notAllowed"]
            ),
        ])
    func violations(body: String, expected: [String]) throws {
        let receipt = ReadReceipt(json: try JSONValue(parsing: Array(body.utf8)))
        let error = #expect(throws: ValidationError.self) { try receipt.validate() }
        #expect(error?.violations.map { "\($0.path) \($0.rule.rawValue)" } == expected)
        for member in try JSONValue(parsing: Array(body.utf8)).object?.members ?? [] {
            #expect(receipt.json[member.key] == member.value)
        }
    }
}
