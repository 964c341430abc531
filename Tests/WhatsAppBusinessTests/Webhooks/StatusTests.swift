import Foundation
import Testing
import WhatsAppBusiness

@Suite("Statuses")
struct StatusTests {
    @Test("of sent messages carry conversation and pricing")
    func sent() throws {
        let status = try #require(try Fixture.delivery("status-sent").statuses.first)
        #expect(status.id == "wamid.OUT1")
        #expect(status.state == .sent)
        #expect(status.kind == .message)
        #expect(status.timestamp == Date(timeIntervalSince1970: 1_760_000_099))
        #expect(status.recipient?.digits == "16505551234")
        #expect(status.recipientUserID == "US.1349")
        #expect(status.conversation?.id == "c0ffee")
        #expect(status.conversation?.expiration == Date(timeIntervalSince1970: 1_760_086_500))
        #expect(status.conversation?.origin == .utility)
        #expect(status.pricing == .init(model: .perMessage, type: .regular, category: .utility, billable: true))
        #expect(status.pricing?.isBillable == true)
        #expect(status.contact?.name == "Ada")
        #expect(status.receivedOn?.phoneNumberID == "106540352242922")
        #expect(status.businessAccountID == "102290129340398")
        #expect(status.isRecognized)
    }

    @Test("of delivered and read messages")
    func delivered() throws {
        let delivered = try #require(try Fixture.delivery("status-delivered").statuses.first)
        #expect(delivered.state == .delivered)
        #expect(delivered.callbackData == "order-17")
        let read = try #require(try Fixture.delivery("status-read").statuses.first)
        #expect(read.state == .read)
        #expect(read.recipient == nil)
        #expect(read.recipientParentUserID == "US.ENT.9")
        #expect(read.pricing?.category == .authenticationInternational)
        // The platform's own spelling stays in the bytes.
        #expect(read.raw.text.contains("authentication-international"))
        // Not said, so derived from the kind.
        #expect(read.pricing?.billable == nil)
        #expect(read.pricing?.isBillable == false)
    }

    @Test("of failed messages say why")
    func failed() throws {
        let status = try #require(try Fixture.delivery("status-failed").statuses.first)
        #expect(status.state == .failed)
        let error = try #require(status.errors.first)
        #expect(error.code == 131049)
        #expect(error.title == "Not delivered")
        #expect(error.details == "Healthy ecosystem.")
        #expect(error.helpURL == "https://docs.example/errors")
        #expect(try error.raw?.value["code"]?.integer == 131049)
        let old = try #require(try Fixture.delivery("status-failed-old-shapes").statuses.first?.errors)
        #expect(old.map(\.code) == [470, 131000])
        #expect(old.map(\.details) == ["plain details", "text instead of an object"])
    }

    @Test("of groups come for each member")
    func group() throws {
        let statuses = try Fixture.delivery("status-group").statuses
        #expect(statuses.map(\.groupID) == ["Y2FwaV9ncm91cDox", "Y2FwaV9ncm91cDox"])
        #expect(statuses.map(\.recipient) == [nil, nil])
        #expect(statuses.map(\.participant?.digits) == ["16505551234", "5511987654321"])
        #expect(statuses.map(\.contact?.name) == ["Ada", "Bia"])
        #expect(statuses.first?.pricing?.category == .groupUtility)
        #expect(statuses.map(\.participantUserID) == ["US.1349", nil])
        #expect(statuses.map(\.participantParentUserID) == ["US.ENT.9", nil])
    }

    @Test("of payments carry amount, transaction and refunds")
    func payment() throws {
        let delivery = try Fixture.delivery("status-payment")
        let status = try #require(delivery.statuses.first)
        #expect(status.kind == .payment)
        #expect(status.state == .captured)
        #expect(delivery.events.map(\.isRecognized) == [true, true])
        let payment = try #require(status.payment)
        #expect(payment.referenceID == "order-17")
        #expect(payment.amount == .init(value: 21000, offset: 100))
        #expect(payment.currency == "INR" && payment.receipt == "receipt-1")
        #expect(payment.notes?.text == #"{"for":"Ada"}"#)
        #expect(
            payment.transaction
                == .init(
                    id: "pg-order", gatewayID: "pg-pay", type: "razorpay", status: "success", method: "upi",
                    created: Date(timeIntervalSince1970: 1_760_000_190),
                    updated: Date(timeIntervalSince1970: 1_760_000_199), errorCode: "x", errorReason: "y"))
        #expect(
            payment.refunds == [
                .init(
                    id: "r1", amount: .init(value: 100), speed: "normal", status: "pending",
                    created: Date(timeIntervalSince1970: 1_760_000_300),
                    updated: Date(timeIntervalSince1970: 1_760_000_300))
            ])
        #expect(try payment.raw?.value["receipt"]?.string == "receipt-1")
        #expect(delivery.statuses.last?.payment?.amount == nil)
        var changed = status
        changed.payment = nil
        #expect(changed != status && changed.payment == nil)
    }

    @Test("in unknown states, and of unknown kinds, arrive and say that they are not recognized")
    func unrecognized() throws {
        let unknown = try Fixture.delivery("status-unknown")
        #expect(unknown.statuses.first?.state.rawValue == "teleported")
        #expect(unknown.events.map(\.isRecognized) == [false])
        let kinds = ["payment", "parcel"].map { #"{"id":"s","status":"read","timestamp":1,"type":"\#($0)"}"# }
        #expect(try Delivery(decodingChange: .change(statuses: kinds)).events.map(\.isRecognized) == [false, false])
    }

    @Test(
        "are read however their values are spelled",
        arguments: [
            #"{"id":"s","status":"read","timestamp":"1760000000"}"#,
            #"{"id":9,"status":"read","timestamp":1760000000,"recipient_id":16505551234}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","conversation":null,"pricing":null,"errors":null}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","conversation":"c","pricing":[],"errors":"x"}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","conversation":{"origin":1,"expiration_timestamp":"x"}}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","pricing":{"billable":"true","category":null}}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","message":{"recipient_id":"16505551234"},"type":null}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","errors":[{"title":"no code"}]}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","payment":7}"#,
            #"{"id":"s","status":"read","timestamp":"1760000000","payment":{"amount":"7","transaction":[],"refunds":{}}}"#,
        ])
    func tolerance(status: String) throws {
        let delivery = try Delivery(decodingChange: .change(statuses: [status]))
        #expect(delivery.problems.isEmpty)
        #expect(delivery.statuses.map(\.state) == [.read])
        #expect(delivery.statuses.first?.raw.text == status)
    }

    @Test("compare categories without their spelling")
    func categories() {
        let one = ChargeCategory(rawValue: "authentication-international")
        let other = ChargeCategory(rawValue: "authentication_international")
        #expect(one == other)
        #expect(one != .authentication)
    }

    @Test("take an error without a number as unspecified")
    func errorWithoutCode() throws {
        let status = #"{"id":"s","status":"failed","timestamp":1,"errors":[{"title":"no code"}]}"#
        let delivery = try Delivery(decodingChange: .change(statuses: [status]))
        #expect(delivery.statuses.first?.errors.map(\.code) == [.unspecified])
    }
}
