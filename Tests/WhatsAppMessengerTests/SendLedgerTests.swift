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

    private func status(_ state: String, tag: String?, id: String = "wamid.OUT", errors: String = "") throws -> MessageStatus {
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
        #expect(ledger.record(unknown("a"), at: Self.start, reference: "row 7"))
        #expect(!ledger.record(unknown(nil), at: Self.start))
        #expect(!ledger.record(unknown(""), at: Self.start))
        for outcome in [WhatsAppError.Outcome.refused, .notSent] {
            let error = WhatsAppError(code: .rejected, outcome: outcome, message: "", callbackData: "b")
            #expect(!ledger.record(error, at: Self.start))
        }
        #expect(ledger.count == 1)
        #expect(ledger["a"]?.reference == "row 7" && ledger["a"]?.resolution == .open)
    }

    @Test("learns from the first status that the message had arrived, and from a later one that it failed")
    func resolving() throws {
        var ledger = SendLedger()
        ledger.record(unknown("a"), at: Self.start)
        #expect(ledger.apply(try status("sent", tag: nil)) == nil)
        #expect(ledger.apply(try status("sent", tag: "other")) == nil)
        #expect(ledger.apply(try status("delivered", tag: "a"))?.resolution == .taken("wamid.OUT"))
        #expect(ledger.apply(try status("read", tag: "a")) == nil)
        #expect(ledger.open.isEmpty)
        let failed = try status("failed", tag: "a", errors: #","errors":[{"code":131026}]"#)
        #expect(ledger.apply(failed)?.resolution == .failed("wamid.OUT", [.undeliverable]))
        #expect(ledger.apply(failed) == nil)
        #expect(ledger.apply(try status("delivered", tag: "a")) == nil)
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
