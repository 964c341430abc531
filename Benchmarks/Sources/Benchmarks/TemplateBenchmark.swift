import Foundation
import HTTPTypes
import WhatsApp

/// Ten thousand templates: synchronised, searched, filled in, kept current, stored.
enum TemplateBenchmark {
    private struct Failure: Error {
        var description: String
    }

    private static let count = 10_000
    private static let now = Date(timeIntervalSince1970: 1_795_510_800)

    static func run() async throws {
        print("Templates: \(count) in pages of 100")
        let pages = PagesTransport(count: count)
        print("  the list is \(fixed(Double(pages.byteCount) / 1_048_576)) MB of JSON")
        let cloud = CloudAPI(
            phoneNumberID: "1", businessAccountID: "2", accessToken: .fixed("token"), transport: pages)
        let repository = TemplateRepository(provider: cloud, now: { now })

        try await measure("first synchronisation: pages, reading, taking over") { try await repository.synchronize() }
        try await measure("again, nothing changed") { try await repository.synchronize() }
        let catalogue = await repository.catalogue
        guard catalogue.count == count else { throw Failure(description: "templates were lost") }

        let templates = catalogue.entries.map(\.template)
        milliseconds("of which: read the pages", calls: 1) {
            for body in pages.bodies { keep(try? JSONValue(parsing: body)) }
        }
        milliseconds("of which: take over, nothing changed", calls: 1) {
            var copy = catalogue
            keep(copy.synchronize(with: templates, startedAt: now))
        }

        let words = TemplateQuery(nameOrContent: "PARCEL 77")
        let slow = milliseconds("search by TemplateQuery.matches", calls: 1) {
            keep(templates.filter(words.matches).count)
        }
        let fast = milliseconds("the same in the catalogue", calls: 5) {
            keep(catalogue.templates(matching: words).count)
        }
        print("    \(fixed(slow / fast)) times as fast")
        milliseconds("search for two words", calls: 5) { keep(catalogue.search("parcel tomorrow").count) }
        milliseconds("filter by status, category and language", calls: 5) {
            keep(
                catalogue.templates(
                    matching: TemplateQuery(status: [.approved], category: [.utility], language: ["pt_BR"])
                ).count)
        }
        var at = 0
        row(
            "look up by name and language",
            nanosecondsPerCall(calls: 20_000) {
                at = (at + 7_919) % count
                return catalogue["parcel_\(at)", "en_US"]?.isSendable
            })
        row(
            "choose a language that stands in",
            nanosecondsPerCall(calls: 20_000) {
                at = (at + 7_919) % count
                return catalogue.selection("parcel_\(at)", language: "en_GB", fallback: .sameLanguage).reason
            })
        let values: TemplateValues = ["1": "Ana", "2": "4711", "buttons[0]": .button(.url("4711"))]
        row(
            "choose and fill in",
            nanosecondsPerCall(calls: 2_000) {
                at = (at + 7_919) % count
                return try? catalogue.filling(
                    "parcel_\(at / 2 * 2)", language: "en_US", values, at: now, ignoringStatus: true)
            })
        var current = catalogue
        let event = try event()
        row("apply a webhook", nanosecondsPerCall(calls: 2_000) { current.apply(event) })
        let bytes = catalogue.serialized()
        milliseconds("write \(fixed(Double(bytes.count) / 1_048_576)) MB to be stored", calls: 1) {
            keep(catalogue.serialized())
        }
        milliseconds("restore it", calls: 1) { keep(try? TemplateCatalogue(parsing: bytes)) }
    }

    private static func event() throws -> TemplateEvent {
        let body =
            #"{"object":"whatsapp_business_account","entry":[{"id":"2","time":1795510900,"changes":[{"field":"message_template_status_update","value":{"event":"PAUSED","reason":"NONE","message_template_id":5000,"message_template_name":"parcel_5000","message_template_language":"en_US"}}]}]}"#
        guard case .template(let event)? = try Delivery(decoding: Array(body.utf8)).events.first else {
            throw Failure(description: "the webhook is none")
        }
        return event
    }

    private static func measure<Result>(_ name: String, _ body: () async throws -> Result) async rethrows {
        let start = ContinuousClock.now
        keep(try await body())
        print("  \(column(name, 52))\(column(fixed((ContinuousClock.now - start).seconds * 1e3), 10, right: true)) ms")
    }

    @discardableResult
    private static func milliseconds(_ name: String, calls: Int, _ body: () -> Void) -> Double {
        let time = nanosecondsPerCall(rounds: 5, calls: calls, body) / 1e6
        print("  \(column(name, 52))\(column(fixed(time, 2), 10, right: true)) ms")
        return time
    }

    private static func row(_ name: String, _ nanoseconds: Double) {
        print("  \(column(name, 52))\(column(fixed(nanoseconds, 0), 10, right: true)) ns")
    }
}

/// A platform that has nothing but pages of templates.
private struct PagesTransport: HTTPTransport {
    let bodies: [[UInt8]]

    var byteCount: Int { bodies.reduce(0) { $0 + $1.count } }

    init(count: Int) {
        bodies = stride(from: 0, to: count, by: 100).map { start in
            let elements = (start..<min(start + 100, count)).map { Self.template($0) }.joined(separator: ",")
            let next = start + 100
            let paging =
                next < count
                ? #"{"cursors":{"before":"\#(start)","after":"\#(next)"},"next":"https://graph.facebook.com/v25.0/2/message_templates?after=\#(next)"}"#
                : #"{"cursors":{"before":"\#(start)","after":"\#(next)"}}"#
            return Array(#"{"data":[\#(elements)],"paging":\#(paging)}"#.utf8)
        }
    }

    private static func template(_ index: Int) -> String {
        // Two languages of each name.
        let (name, language) = ("parcel_\(index / 2 * 2)", index % 2 == 0 ? "en_US" : "pt_BR")
        let (status, category) = (index % 5 == 0 ? "PAUSED" : "APPROVED", index % 3 == 0 ? "MARKETING" : "UTILITY")
        return
            #"{"name":"\#(name)","parameter_format":"POSITIONAL","components":[{"type":"HEADER","format":"TEXT","text":"News of your parcel"},{"type":"BODY","text":"Hi {{1}}, your parcel {{2}} travels by lorry \#(index) and arrives tomorrow. You need not be at home: our driver leaves it where you asked us to leave it.","example":{"body_text":[["Ana","4711"]]}},{"type":"FOOTER","text":"The example shop"},{"type":"BUTTONS","buttons":[{"type":"URL","text":"Follow it","url":"https:\/\/example.com\/parcels\/{{1}}","example":["https:\/\/example.com\/parcels\/4711"]},{"type":"QUICK_REPLY","text":"Stop"}]}],"language":"\#(language)","status":"\#(status)","category":"\#(category)","quality_score":{"score":"GREEN","date":1790000000},"rejected_reason":"NONE","id":"\#(index)"}"#
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        let cursor = request.path?.split(separator: "&").last { $0.hasPrefix("after=") }
        let page = cursor.flatMap { Int($0.dropFirst("after=".count)) }.map { $0 / 100 } ?? 0
        return (HTTPResponse(status: .ok), HTTPBody(bodies[page]))
    }
}
