import Foundation
import Testing
import WhatsAppBusiness

@Suite("Filling any template")
struct FillingPropertyTests {
    @Test(
        "with a full set of values gives a message that is valid, fits, and reads as plain replacement says",
        arguments: 0..<400)
    func full(_ seed: Int) throws {
        let random = RandomTemplate(seed: UInt64(seed))
        let message = try random.definition.filling(random.values)
        try Message.template(message).validate()
        try random.definition.validate(message)
        let coded = try JSONEncoder().encode(message)
        #expect(try JSONDecoder().decode(TemplateMessage.self, from: coded) == message)

        let preview = random.definition.preview(random.values)
        #expect(preview.isValid && preview.unfilled == [])
        #expect(preview.body?.text == random.body)
        if let header = random.header { #expect(preview.header == .text(header)) }
        for (index, address) in random.addresses { #expect(preview.buttons[index].url == address) }
        #expect(preview.cards.map(\.body?.text) == random.cardBodies)
        #expect(random.definition.preview(of: message) == preview)
    }

    @Test("without any one of its values is refused with that slot's name, or does without", arguments: 0..<400)
    func missing(_ seed: Int) throws {
        let random = RandomTemplate(seed: UInt64(seed))
        let slots = random.definition.slots
        for key in random.values.entries.keys {
            var values = random.values
            values[key] = nil
            let named = slots.filter { $0.path == key || (key == "code" && $0.kind == .oneTimeCode) }
            #expect(!named.isEmpty)
            do throws(TemplateFillingError) {
                let message = try random.definition.filling(values)
                #expect(!named.contains { $0.isRequired })
                #expect(random.definition.preview(of: message).isValid)
            } catch {
                #expect(error.missing == named.map(\.path) && error.violations.count == named.count)
                #expect(error.surplus == [] && error.illTyped == [])
                let preview = random.definition.preview(values)
                #expect(preview.unfilled == named.map(\.path) && preview.violations == error.violations)
            }
        }
    }

    @Test("with one value too many is refused with that key", arguments: 0..<100)
    func surplus(_ seed: Int) {
        let random = RandomTemplate(seed: UInt64(seed))
        for key in ["nobody", "99", "body.{{99}}", "header.nothing", "buttons[10]", "cards[10].header"] {
            var values = random.values
            values[key] = "x"
            let error = #expect(throws: TemplateFillingError.self) { try random.definition.filling(values) }
            #expect(error?.surplus == [key])
        }
    }

    @Test("with nothing lists every slot that needs a value, and shows its placeholders", arguments: 0..<100)
    func empty(_ seed: Int) {
        let definition = RandomTemplate(seed: UInt64(seed)).definition
        let needed = definition.slots.filter(\.isRequired).map(\.path)
        let preview = definition.preview()
        #expect(preview.isValid && preview.unfilled == needed)
        if let text = definition.body?.text { #expect(preview.body?.text == text) }
        let sent = definition.preview(components: nil)
        #expect(sent.unfilled == needed)
        #expect(needed.isEmpty == sent.isValid || !definition.cards.isEmpty)
    }
}
