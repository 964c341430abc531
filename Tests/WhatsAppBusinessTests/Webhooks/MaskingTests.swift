import Foundation
import Testing
import WhatsAppBusiness

@Suite("Nothing personal is printed")
struct MaskingTests {
    @Test("of any event, problem or part of them", arguments: Fixture.all)
    func fixtures(fixture: Fixture) throws {
        let delivery = try Delivery(decoding: fixture.bytes)
        var values: [Any] = [delivery, delivery.events]
        for event in delivery.events { values += [event, event.raw] }
        for message in delivery.messages {
            values += [
                message, message.content, message.context as Any, message.contact as Any, message.referral as Any,
            ]
            values += [message.errors, message.receivedOn as Any, message.sender as Any]
        }
        for status in delivery.statuses {
            values += [status, status.contact as Any, status.errors, status.pricing as Any, status.conversation as Any]
        }
        expectMasked(values)
    }

    @Test("of problems")
    func problems() throws {
        let broken = #"{"id":"","from":"16505551234","text":{"body":"Is the shop open?"}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [broken]))
        expectMasked([delivery, delivery.problems, delivery.problems.first as Any])
        let error = WebhookError(code: .notJSON, message: "a value is expected", offset: 3)
        let undecodable = DeliveryProblem(undecodable: Array("16505551234".utf8), error: error)
        #expect(undecodable.bytes == Array("16505551234".utf8))
        #expect(undecodable.raw == nil)
        expectMasked([undecodable])
    }

    private func expectMasked(_ values: [Any], _ location: SourceLocation = #_sourceLocation) {
        let personal = [
            "16505551234", "5511987654321", "15550783881", "US.1349", "BR.7781", "Ada", "Bia", "ada.l", "shop open",
            "wamid.",
            "hello", "hi all", "Leak", "Summer", "Aff-1", "order-17", "Healthy",
        ]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                for word in personal { #expect(!text.contains(word), "\(text)", sourceLocation: location) }
            }
        }
    }
}
