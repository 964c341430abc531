import Testing
import WhatsAppBusiness
import WhatsAppMessenger

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The ledger of uncertain sends")
struct SendLedgerTests {
    private static let start = Date(timeIntervalSince1970: 1_760_000_000)

    private func unknown(_ tag: String?) -> WhatsAppError {
        WhatsAppError(code: .transport, outcome: .unknown, message: "", callbackData: tag)
    }

    private func status(_ state: String, tag: String?, id: String = "wamid.OUT", errors: String = "") throws
        -> MessageStatus
    {
        let tag = tag.map { #","biz_opaque_callback_data":"\#($0)""# } ?? ""
        let body =
            #"{"field":"messages","value":{"statuses":[{"id":"\#(id)","status":"\#(state)","timestamp":"1760000009","recipient_id":"1650"\#(tag)\#(errors)}]}}"#
        guard case .status(let status)? = try Delivery(decodingChange: Array(body.utf8)).events.first else {
            throw CancellationError()
        }
        return status
    }

    @Test("notes sends whose outcome is unknown, and no others")
    func recording() {
        var ledger = SendLedger()
        let isNoted = ledger.record(unknown("a"), at: Self.start, reference: "row 7")
        #expect(isNoted)
        ledger.record(unknown(nil), at: Self.start)
        ledger.record(unknown(""), at: Self.start)
        for outcome in [WhatsAppError.Outcome.refused, .notSent] {
            let error = WhatsAppError(code: .rejected, outcome: outcome, message: "", callbackData: "b")
            ledger.record(error, at: Self.start)
        }
        #expect(ledger.count == 1)
        #expect(ledger["a"]?.reference == "row 7" && ledger["a"]?.resolution == .open)
    }

    @Test("learns from the first status that the message had arrived, and from a later one that it failed")
    func resolving() throws {
        var ledger = SendLedger()
        ledger.record(unknown("a"), at: Self.start)
        let answer1 = ledger.apply(try status("sent", tag: nil))
        #expect(answer1 == nil)
        let answer2 = ledger.apply(try status("sent", tag: "other"))
        #expect(answer2 == nil)
        let answer3 = ledger.apply(try status("delivered", tag: "a"))?.resolution
        #expect(answer3 == .taken("wamid.OUT"))
        let answer4 = ledger.apply(try status("read", tag: "a"))
        #expect(answer4 == nil)
        #expect(ledger.open.isEmpty)
        let failed = try status("failed", tag: "a", errors: #","errors":[{"code":131026}]"#)
        let answer5 = ledger.apply(failed)?.resolution
        #expect(answer5 == .failed("wamid.OUT", [.undeliverable]))
        let answer6 = ledger.apply(failed)
        #expect(answer6 == nil)
        let answer7 = ledger.apply(try status("delivered", tag: "a"))
        #expect(answer7 == nil)
        // A repetition of the record opens nothing again.
        ledger.record(unknown("a"), at: Self.start + 5)
        #expect(ledger.open.isEmpty)
    }

    @Test("gives up what was never heard of, and forgets what is settled")
    func givingUp() throws {
        var ledger = SendLedger()
        for (index, tag) in ["c", "a", "b"].enumerated() {
            ledger.record(unknown(tag), at: Self.start + Double(index) * 60)
        }
        _ = ledger.apply(try status("sent", tag: "a"))
        #expect(ledger.open.map(\.callbackData) == ["c", "b"])
        #expect(ledger.giveUp(before: Self.start + 60).map(\.callbackData) == ["c"])
        #expect(ledger.open.map(\.callbackData) == ["b"])
        ledger.forgetResolved(before: Self.start + 61)
        #expect(ledger.count == 1)
    }

    @Test("can be stored, and shows nobody")
    func storing() throws {
        var ledger = SendLedger()
        ledger.record(unknown("secret-tag"), at: Self.start, reference: "secret-row")
        _ = ledger.apply(try status("failed", tag: "secret-tag", errors: #","errors":[{"code":131026}]"#))
        let data = try JSONEncoder().encode(ledger)
        #expect(try JSONDecoder().decode(SendLedger.self, from: data) == ledger)
        var dumped = "\(ledger)"
        dump(ledger, to: &dumped)
        if let entry = ledger["secret-tag"] { dump(entry, to: &dumped) }
        #expect(!dumped.contains("secret") && dumped.contains("131026"))
    }
}
