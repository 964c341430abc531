import Foundation
import Testing
import WhatsAppBusiness

/// 200,000 damaged deliveries, the same in every run.
///
/// A failure names its case as `seed/index`; `WHATSAPP_FUZZ_CASE=3/1234 swift test --filter Mutations` runs that one alone and
/// prints its body. After a crash, `WHATSAPP_FUZZ_TRACE=1` names each case before it runs. `WHATSAPP_FUZZ_CASES` sets
/// how many cases each seed has.
@Suite("Mutations")
struct MutationTests {
    private static let seeds = Array(UInt64(1)...8)
    private static let casesPerSeed = Int(environment["WHATSAPP_FUZZ_CASES"] ?? "") ?? 25_000
    private static let environment = ProcessInfo.processInfo.environment

    /// Every fixture with the entries of another one behind its own, so that there always are siblings.
    private static let originals: [Original] = {
        let fixtures = Fixture.all.filter { (try? JSONValue(parsing: $0.bytes)["entry"]?.array) != nil }
        return fixtures.indices.compactMap { index in
            let other = fixtures[(index + 7) % fixtures.count]
            guard let first = entries(fixtures[index]), let second = entries(other) else { return nil }
            let envelope = Array(#"{"object":"whatsapp_business_account","entry":["#.utf8)
            return Original(JSONMap(envelope + first + [UInt8(ascii: ",")] + second + Array("]}".utf8)))
        }
    }()

    private static let maps: [JSONMap] = Fixture.all.map { JSONMap($0.bytes) }

    /// A delivery before it is damaged.
    private struct Original: Sendable {
        var map: JSONMap
        var delivery: Delivery

        init?(_ map: JSONMap) {
            guard let delivery = try? Delivery(decoding: map.bytes) else { return nil }
            self.map = map
            self.delivery = delivery
        }
    }

    private static func entries(_ fixture: Fixture) -> [UInt8]? {
        guard let entries = try? JSONValue(parsing: fixture.bytes)["entry"]?.array, !entries.isEmpty else { return nil }
        return Array(entries.map { $0.serialized() }.joined(separator: [UInt8(ascii: ",")]))
    }

    @Test("there is enough to damage")
    func originals() throws {
        #expect(Self.originals.count > 40)
        #expect(Self.originals.allSatisfy { $0.delivery.events.count + $0.delivery.problems.count >= 2 })
        for fixture in Fixture.all {
            let map = JSONMap(fixture.bytes)
            #expect(map.values.first.map { $0.range.count } ?? 0 >= fixture.bytes.count - 1)
            for value in map.values {
                #expect(throws: Never.self) { try RawJSON(parsing: Array(fixture.bytes[value.range])) }
            }
        }
    }

    @Test("never crash, never lose a sibling", arguments: seeds)
    func mutations(seed: UInt64) {
        var only: Int?
        if let text = Self.environment["WHATSAPP_FUZZ_CASE"] {
            let parts = text.split(separator: "/")
            guard parts.first.map(String.init) == String(seed) else { return }
            only = parts.last.flatMap { Int($0) }
        }
        let traces = Self.environment["WHATSAPP_FUZZ_TRACE"] != nil
        var decoded = 0
        let cases = only.map { $0..<$0 + 1 } ?? 0..<Self.casesPerSeed
        for index in cases {
            if traces { FileHandle.standardError.write(Data("\(seed)/\(index)\n".utf8)) }
            var mutator = Mutator(seed: seed, index: index, maps: Self.maps)
            let body: [UInt8]
            let failure: String?
            // Every fourth case is decoded twice and looked at in every way: a debug build is slow.
            let isThorough = index % 4 < 1
            if index % 3 > 0 {
                body = mutator.damaged()
                if only != nil { print(String(decoding: body, as: UTF8.self)) }
                failure = Self.checkAnywhere(body, isThorough, &decoded)
            } else {
                let original = Self.originals[mutator.below(Self.originals.count)]
                let element = original.map.elements[mutator.below(original.map.elements.count)]
                let change = mutator.changed(original.map, element: element)
                body = change.body
                if only != nil { print(String(decoding: body, as: UTF8.self)) }
                failure = Self.checkSiblings(original, element: original.map.values[element].range, change, isThorough)
                decoded += 1
            }
            if let failure {
                Issue.record("case \(seed)/\(index): \(failure)\n\(String(decoding: body, as: UTF8.self))")
                return
            }
        }
        if only == nil { #expect((cases.count / 3...cases.count * 19 / 20).contains(decoded)) }
    }

    // MARK: Properties

    /// What holds for any bytes.
    private static func checkAnywhere(_ body: [UInt8], _ isThorough: Bool, _ decoded: inout Int) -> String? {
        let first = decode(body)
        guard case .success(let delivery) = first else {
            guard case .failure(let error) = first else { return nil }
            if isThorough, decode(body) != first { return "the second decoding failed in another way" }
            return (error.offset.map { (0...body.count).contains($0) } ?? true) ? nil : "the offset is outside"
        }
        decoded += 1
        if delivery.events.isEmpty, delivery.problems.isEmpty, !mayBeEmpty(body) { return "everything is lost" }
        if isThorough {
            do {
                let value = try JSONValue(parsing: body)
                guard try JSONValue(parsing: value.serialized()) == value else { return "JSON changed on its way" }
            } catch { return "what was decoded is not JSON" }
            if decode(body) != first { return "the second decoding gave something else" }
            if let change = try? Delivery(decodingChange: body), let failure = checkEvents(change, body) {
                return failure
            }
        }
        return checkEvents(delivery, body)
    }

    /// What holds when only one element changed: all others arrive as they did before.
    private static func checkSiblings(
        _ original: Original, element: Range<Int>, _ change: Mutator.Change, _ isThorough: Bool
    ) -> String? {
        let delivery: Delivery
        switch decode(change.body) {
        case .failure(let error): return "not decoded: \(error)"
        case .success(let value): delivery = value
        }
        var at = 0
        for event in original.delivery.events where !event.raw.range.overlaps(element) {
            // In their order.
            while at < delivery.events.count, delivery.events[at] != event { at += 1 }
            guard at < delivery.events.count else { return "an event is lost: \(event.raw.text)" }
            at += 1
        }
        for problem in original.delivery.problems {
            guard let raw = problem.raw, !raw.range.overlaps(element) else { continue }
            guard delivery.problems.contains(problem) else { return "a problem is lost: \(raw.text)" }
        }
        // What the element became is not lost either.
        let now = element.lowerBound..<element.upperBound + change.growth
        let was = original.delivery.events.contains { $0.raw.range.overlaps(element) }
        let isStill =
            delivery.events.contains { $0.raw.range.overlaps(now) }
            || delivery.problems.contains { $0.raw?.range.overlaps(now) ?? false }
        if was, !isStill, !mayBeEmpty(Array(change.body[now])) { return "the element itself is lost" }
        if isThorough, decode(change.body) != .success(delivery) { return "the second decoding gave something else" }
        // The others are as before.
        return checkEvents(delivery, change.body, in: isThorough ? nil : now)
    }

    /// What holds for every event and problem, or for those that overlap a range.
    private static func checkEvents(_ delivery: Delivery, _ body: [UInt8], in range: Range<Int>? = nil) -> String? {
        for event in delivery.events {
            let raw = event.raw
            guard isSlice(raw, of: body) else { return "raw is no slice of the body" }
            if let range, !raw.range.overlaps(range) { continue }
            guard (try? raw.value) != nil else { return "raw has no value" }
            if case .message(let message) = event {
                guard !message.summary.contains(where: \.isNewline) else { return "a summary has more than one line" }
                guard !message.description.isEmpty else { return "a message has no description" }
            }
            _ = (event.timestamp, event.receivedOn, event.businessAccountID, event.isRecognized)
        }
        for problem in delivery.problems {
            guard let raw = problem.raw, isSlice(raw, of: body), (try? raw.value) != nil else {
                return "raw of a problem is no slice of the body"
            }
            guard !problem.reason.isEmpty, !problem.description.isEmpty else { return "a problem gives no reason" }
        }
        return nil
    }

    private static func decode(_ body: [UInt8]) -> Result<Delivery, WebhookError> {
        do throws(WebhookError) { return .success(try Delivery(decoding: body)) } catch { return .failure(error) }
    }

    private static func isSlice(_ raw: RawJSON, of body: [UInt8]) -> Bool {
        raw.buffer.count == body.count && raw.range.lowerBound >= 0 && raw.range.upperBound <= body.count
            && !raw.range.isEmpty && raw.buffer[raw.range.lowerBound] == body[raw.range.lowerBound]
            && raw.buffer[raw.range.upperBound - 1] == body[raw.range.upperBound - 1]
    }

    /// Whether a text may be about nothing: some array is empty.
    private static func mayBeEmpty(_ body: [UInt8]) -> Bool {
        String(decoding: body.filter { $0 > 0x20 }, as: UTF8.self).contains("[]")
    }
}
