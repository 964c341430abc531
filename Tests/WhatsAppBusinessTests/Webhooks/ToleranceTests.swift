import Foundation
import Testing
import WhatsAppBusiness

/// Every fixture with every part of it replaced, one at a time.
@Suite("Whatever is replaced in a delivery")
struct ToleranceTests {
    @Test("an element of any array: its siblings arrive, in their order, and it is not lost", arguments: Fixture.all)
    func elements(fixture: Fixture) throws {
        let (body, places) = try Places.of(fixture)
        let base = try Delivery(decoding: body)
        #expect(base.problems.isEmpty)
        for place in places.elements {
            for replacement in ["7", "null", "\"x\"", "{}", "[]", "-1e999"] {
                let mutated = Mutation(of: body, at: place, by: replacement)
                let delivery = try Delivery(decoding: mutated.body)
                let siblings = base.events.filter { !$0.raw.range.overlaps(place) }
                #expect(siblings.isSubsequence(of: delivery.events), "\(place) \(replacement)")
                if let container = base.events.first(where: { $0.raw.range.contains(place) && $0.raw.range != place }) {
                    // A part of an element: the element arrives, or is a problem as a whole.
                    let text = mutated.text(of: container.raw.range)
                    let found = delivery.events.map(\.raw.text) + delivery.problems.compactMap(\.raw?.text)
                    #expect(found.contains(text), "\(place) \(replacement)")
                } else if delivery.events.count + delivery.problems.count <= siblings.count {
                    // Contacts say nothing by themselves, unless they are broken.
                    #expect(replacement == "{}" || siblings.count == base.events.count)
                }
            }
        }
    }

    @Test("the value of any member: nothing that stands beside it is lost", arguments: Fixture.all)
    func members(fixture: Fixture) throws {
        let (body, places) = try Places.of(fixture)
        let base = try Delivery(decoding: body)
        for place in places.members {
            for replacement in [
                "null", "7", "\"x\"", "\"\"", "[]", "[7]", "{}", "true", "-1e999", "99999999999999999999",
            ] {
                let mutated = Mutation(of: body, at: place, by: replacement)
                let delivery = try Delivery(decoding: mutated.body)
                let raws = delivery.events.map(\.raw) + delivery.problems.compactMap(\.raw)
                for event in base.events where !event.raw.range.overlaps(place) {
                    let range = mutated.range(of: event.raw.range)
                    #expect(raws.contains { $0.range.contains(range) }, "\(place) \(replacement)")
                }
                guard let container = base.events.first(where: { $0.raw.range.contains(place) }) else { continue }
                let siblings = base.events.filter { $0.raw.range != container.raw.range }
                #expect(siblings.isSubsequence(of: delivery.events), "\(place) \(replacement)")
                // Without its value a change is a problem as a whole.
                let range = mutated.range(of: container.raw.range)
                let isWhole = container.raw.range == place
                #expect(
                    raws.contains { isWhole ? $0.range.contains(range) : $0.range == range }, "\(place) \(replacement)")
            }
        }
    }

    @Test("numbers become texts and texts numbers: the events stay what they are", arguments: Fixture.all)
    func spellings(fixture: Fixture) throws {
        let (body, places) = try Places.of(fixture)
        let base = try Delivery(decoding: body)
        for place in places.members {
            let bytes = body[place]
            let isNumber = bytes.allSatisfy { (0x30...0x39).contains($0) }
            let isText = bytes.count > 2 && bytes.count < 18 && bytes.first == 0x22
            let digits = bytes.dropFirst().dropLast()
            let isWhole = isText && digits.allSatisfy { (0x30...0x39).contains($0) } && digits.first != 0x30
            guard isNumber || isWhole else { continue }
            let spelled = String(decoding: isNumber ? bytes : digits, as: UTF8.self)
            let mutated = Mutation(of: body, at: place, by: isNumber ? "\"\(spelled)\"" : spelled)
            let delivery = try Delivery(decoding: mutated.body)
            #expect(delivery.problems.isEmpty || !isNumber, "\(spelled)")
            guard delivery.problems.isEmpty else { continue }
            #expect(delivery.events.map(\.isRecognized) == base.events.map(\.isRecognized), "\(spelled)")
            #expect(delivery.events.map(\.timestamp) == base.events.map(\.timestamp), "\(spelled)")
            #expect(delivery.events.map(\.businessAccountID) == base.events.map(\.businessAccountID))
        }
    }

    @Test("a type, a field or a value that does not exist yet keeps its word")
    func unknown() throws {
        let message = #"{"id":"m","timestamp":"1","type":"hologram","hologram":{"size":1}}"#
        let messages = try Delivery(decodingChange: .change(messages: [message]))
        #expect(
            messages.messages.map(\.type.rawValue) == ["hologram"] && messages.events.map(\.isRecognized) == [false])
        #expect(messages.messages.first?.summary == "Unsupported message (hologram)")
        let status = #"{"id":"m","timestamp":"1","status":"teleported","pricing":{"type":"gift","category":"joy"}}"#
        let statuses = try Delivery(decodingChange: .change(statuses: [status])).statuses
        #expect(statuses.map(\.state.rawValue) == ["teleported"] && statuses.map(\.pricing?.type?.rawValue) == ["gift"])
        #expect(statuses.map(\.pricing?.category?.rawValue) == ["joy"])
        let field = #"{"field":"holograms","value":{"holograms":[{"id":"1"},{"id":"2"}]}}"#
        #expect(try Delivery(decodingChange: Array(field.utf8)).unrecognized.map(\.field) == ["holograms"])
    }

    @Test("names that stand twice: the last one counts, arrays are all read")
    func duplicateKeys() throws {
        let message =
            #"{"id":"a","id":"b","timestamp":"1","timestamp":"2","type":"text","text":{"body":"x","body":"y"}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        #expect(delivery.messages.map(\.id) == ["b"] && delivery.messages.map(\.text) == ["y"])
        #expect(delivery.messages.first?.timestamp == Date(timeIntervalSince1970: 2))
        #expect(delivery.messages.first?.raw.text == message)
        let entries = #"{"entry":[\#(Self.entry("a"))],"entry":[\#(Self.entry("b"))]}"#
        #expect(try Delivery(decoding: Array(entries.utf8)).messages.map(\.id) == ["a", "b"])
        let threads =
            #"{"threads":[{"messages":[\#(Self.message("a"))],"messages":[\#(Self.message("b"))]}],"threads":[]}"#
        let history = #"{"field":"history","value":{"history":[\#(threads)]}}"#
        #expect(
            try Delivery(decodingChange: Array(history.utf8)).chunks.first?.threads.first?.messages.map(\.id) == [
                "a", "b",
            ])
    }

    @Test("10,000 levels of nesting are refused, wherever they begin", arguments: ["[", "{\"a\":"])
    func nesting(open: String) throws {
        let close = open == "[" ? "]" : "}"
        let deep = String(repeating: open, count: 10_000) + "7" + String(repeating: close, count: 10_000)
        for text in [deep, #"{"entry":\#(deep)}"#, #"{"field":"messages","value":{"x":\#(deep)}}"#] {
            let error = #expect(throws: WebhookError.self) { try Delivery(decoding: Array(text.utf8)) }
            #expect(error?.code == .tooDeep)
            let limits = DecodingLimits(maximumDepth: .max)
            let most = #expect(throws: WebhookError.self) { try Delivery(decoding: Array(text.utf8), limits: limits) }
            #expect(most?.code == .tooDeep)
        }
        // In a text they are a text.
        let message =
            #"{"id":"m","timestamp":"1","type":"text","text":{"body":"\#(String(repeating: "[", count: 10_000))"}}"#
        #expect(try Delivery(decodingChange: .change(messages: [message])).messages.first?.text?.count == 10_000)
    }

    @Test("huge numbers stay texts, or count as missing")
    func hugeNumbers() throws {
        let digits = String(repeating: "9", count: 5_000)
        let message =
            #"{"id":\#(digits),"timestamp":"1","from":\#(digits),"type":"order","order":{"catalog_id":\#(digits),"product_items":[{"quantity":\#(digits),"item_price":1e99999}]}}"#
        let delivery = try Delivery(decodingChange: .change(messages: [message]))
        let found = try #require(delivery.messages.first)
        #expect(found.id.rawValue == digits && found.from?.rawValue == digits)
        guard case .order(let order) = found.content else { throw CocoaError(.coderReadCorrupt) }
        #expect(order.catalogID == digits && order.items.first?.quantity == nil)
        #expect(order.items.first?.price?.text == "1e99999")
        let call =
            #"{"field":"calls","value":{"calls":[{"id":1,"event":"connect","timestamp":\#(digits),"duration":\#(digits)}]}}"#
        let calls = try Delivery(decodingChange: Array(call.utf8)).calls
        #expect(calls.map(\.timestamp) == [nil] && calls.map(\.duration) == [nil])
    }

    @Test("half of a surrogate pair becomes a replacement character, in any text", arguments: Fixture.all)
    func surrogates(fixture: Fixture) throws {
        let (body, places) = try Places.of(fixture)
        let base = try Delivery(decoding: body)
        for place in places.members where body[place.lowerBound] == 0x22 {
            for half in [#""\ud83d""#, #""\udc4d""#, #""\ud83dx""#] {
                let delivery = try Delivery(decoding: Mutation(of: body, at: place, by: half).body)
                for event in delivery.events { _ = try event.raw.value }
                guard base.events.contains(where: { $0.raw.range.contains(place) }) else { continue }
                #expect(delivery.events.count + delivery.problems.count >= base.events.count)
            }
        }
        let message = #"{"id":"m","timestamp":"1","type":"text","text":{"body":"a\ud83d b"}}"#
        #expect(try Delivery(decodingChange: .change(messages: [message])).messages.map(\.text) == ["a\u{FFFD} b"])
    }

    @Test(
        "UTF-8 that breaks off is refused with its place",
        arguments: [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x91], [0x80], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]])
    func utf8(bytes: [UInt8]) throws {
        let start = Array(#"{"field":"messages","value":{"x":"a"#.utf8)
        for tail in [Array(#""}}"#.utf8), Array(#"b"}}"#.utf8)] {
            let error = #expect(throws: WebhookError.self) { try Delivery(decoding: start + bytes + tail) }
            #expect(error?.code == .notJSON)
            #expect((start.count...start.count + bytes.count).contains(error?.offset ?? -1))
        }
        let error = #expect(throws: WebhookError.self) { try Delivery(decoding: start + bytes) }
        #expect(error?.suggestedStatus == 200)
    }

    private static func message(_ id: String) -> String {
        #"{"id":"\#(id)","timestamp":"1","type":"text","text":{"body":"x"}}"#
    }

    private static func entry(_ id: String) -> String {
        #"{"changes":[{"field":"messages","value":{"messages":[\#(message(id))]}}]}"#
    }
}

/// Where the elements of arrays and the values of members stand in a fixture without white space.
private struct Places {
    var elements: [Range<Int>] = []
    var members: [Range<Int>] = []
    private var bytes: [UInt8] = []

    static func of(_ fixture: Fixture) throws -> (body: [UInt8], places: Places) {
        var places = Places()
        places.write(try JSONValue(parsing: fixture.bytes))
        return (places.bytes, places)
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .array(let array):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in array.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                let start = bytes.count
                write(element)
                elements.append(start..<bytes.count)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += JSONValue.string(member.key).serialized() + [UInt8(ascii: ":")]
                let start = bytes.count
                write(member.value)
                members.append(start..<bytes.count)
            }
            bytes.append(UInt8(ascii: "}"))
        default: bytes += value.serialized()
        }
    }
}

/// A body in which one value is replaced.
private struct Mutation {
    var body: [UInt8]
    private let place: Range<Int>
    private let growth: Int

    init(of body: [UInt8], at place: Range<Int>, by replacement: String) {
        self.place = place
        growth = replacement.utf8.count - place.count
        self.body = body
        self.body.replaceSubrange(place, with: Array(replacement.utf8))
    }

    /// Where a range of the body before is now.
    func range(of range: Range<Int>) -> Range<Int> {
        let start = range.lowerBound >= place.upperBound ? range.lowerBound + growth : range.lowerBound
        let end = range.upperBound >= place.upperBound ? range.upperBound + growth : range.upperBound
        return start..<end
    }

    func text(of range: Range<Int>) -> String {
        String(decoding: body[self.range(of: range)], as: UTF8.self)
    }
}

extension [WebhookEvent] {
    /// Whether all of these are among others, in their order and understood as they were.
    fileprivate func isSubsequence(of others: [WebhookEvent]) -> Bool {
        var rest = others[...]
        return allSatisfy { event in
            let next = rest.firstIndex { $0.raw == event.raw && $0.isRecognized == event.isRecognized }
            rest = next.map { rest[($0 + 1)...] } ?? []
            return next != nil
        }
    }
}
