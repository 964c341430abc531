import ProviderTestSupport
import Testing
import WhatsAppBusiness

@Suite("Damaged deliveries")
struct RobustnessTests {
    @Test("cut anywhere are refused with a typed error", arguments: Fixture.all)
    func truncated(fixture: Fixture) {
        // Without the line end, which is not part of the JSON.
        let body = Array(fixture.bytes.dropLast())
        for count in 0..<body.count {
            let error = #expect(throws: WebhookError.self) { try Delivery(decoding: Array(body.prefix(count))) }
            #expect(error?.code == .truncated)
            #expect(error?.offset == count)
        }
    }

    @Test("mutated 20,000 times never crash, throw nothing but typed errors and lose nothing")
    func mutated() throws {
        var generator = SeededGenerator(seed: 4_711)
        let bodies = Fixture.all.map(\.bytes)
        let pieces = [
            "null", "[]", "{}", "\"\"", "0", "-1e999", "\\u", "\\ud83d", "\"", ",", "]", "}", "{\"a\":", "\u{0}", "é",
        ]
        .map { Array($0.utf8) }
        var decoded = 0
        for round in 0..<20_000 {
            var body = bodies.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &generator) where !body.isEmpty {
                let place = Int.random(in: 0..<body.count, using: &generator)
                let end = min(body.count, place + Int.random(in: 1...12, using: &generator))
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: body[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: body[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 2: body.removeSubrange(place..<end)
                case 3: body.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
                case 4: body.insert(contentsOf: Array(body[place..<end]), at: place)
                default: body.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? [])
                }
            }
            // A typed `throws` lets nothing else through; what is left to show is that this returns at all.
            do throws(WebhookError) {
                let delivery = try Delivery(decoding: body)
                decoded += 1
                if delivery.events.isEmpty && delivery.problems.isEmpty { #expect(Self.isEmpty(body)) }
                guard round % 10 == 0 else { continue }
                for event in delivery.events { #expect(throws: Never.self) { try event.raw.value } }
                for problem in delivery.problems { #expect(throws: Never.self) { try problem.raw?.value } }
                #expect(delivery == delivery && delivery.hashValue == delivery.hashValue)
                #expect(throws: Never.self) { try Self.expectNothingLost(body) }
            } catch {
                #expect(!error.code.description.isEmpty)
            }
        }
        #expect((1_000..<19_000).contains(decoded))
    }

    /// Expects that every element of every array of events is in an event or in a problem.
    private static func expectNothingLost(_ body: [UInt8]) throws {
        let (canonical, places) = Places.of(try JSONValue(parsing: body))
        let delivery = try Delivery(decoding: canonical)
        let ranges = delivery.events.map(\.raw.range) + delivery.problems.compactMap(\.raw?.range)
        for place in places.events {
            #expect(ranges.contains { $0.contains(place) }, "\(String(decoding: canonical, as: UTF8.self))")
        }
    }

    /// Whether a delivery may be about nothing: some array on the way down is empty.
    private static func isEmpty(_ body: [UInt8]) -> Bool {
        String(decoding: body.filter { $0 > 0x20 }, as: UTF8.self).contains("[]")
    }

    @Test("keep every element, whatever stands beside it")
    func siblings() throws {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<500 {
            var elements: [String] = []
            var good: [String] = []
            for index in 0..<Int.random(in: 1...12, using: &generator) {
                if Bool.random(using: &generator) {
                    good.append("g\(index)")
                    elements.append(#"{"id":"g\#(index)","timestamp":"1760000000","type":"text","text":{"body":"hi"}}"#)
                } else {
                    let broken = [
                        "7", "null", "[[]]", "{}", "\"x\"", #"{"id":"m"}"#, #"{"timestamp":"1"}"#, "-0.5",
                        #"{"id":"m","timestamp":"1","type":"text","text":[]}"#,
                    ]
                    elements.append(broken.randomElement(using: &generator) ?? "7")
                }
            }
            let delivery = try Delivery(decodingChange: .change(messages: elements))
            #expect(delivery.messages.map(\.id.rawValue) == good)
            #expect(delivery.events.count + delivery.problems.count == elements.count)
            // In their order, event or problem, every element's bytes are there.
            let found = Set(delivery.events.map(\.raw.text) + delivery.problems.compactMap(\.raw?.text))
            #expect(found == Set(elements))
        }
    }

    @Test(
        "that are not JSON say where",
        arguments: [("{\"a\":tru}", "notJSON", 8), ("{\"a\":\u{FFFD}}", "notJSON", 5), ("x", "notJSON", 0)])
    func notJSON(text: String, code: String, offset: Int) {
        let error = #expect(throws: WebhookError.self) { try Delivery(decoding: Array(text.utf8)) }
        #expect(error?.code.description == code)
        #expect(error?.offset == offset)
        #expect(error?.suggestedStatus == 200)
    }
}
