import ProviderTestSupport
import WhatsAppBusiness

/// A valid definition that nobody wrote, with a value for each of its slots.
struct RandomTemplate {
    private var generator: SeededGenerator
    private(set) var definition = TemplateDefinition(name: "random", language: "en_US", category: .utility)
    /// The values by the paths of their slots.
    private(set) var values = TemplateValues()
    /// What the customer shall see, put together by plain replacement.
    private(set) var body: String?
    private(set) var header: String?
    private(set) var addresses: [Int: String] = [:]
    private(set) var cardBodies: [String?] = []

    private var isNamed = false
    private var serial = 0

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        switch number(0...9) {
        case 0: makeAuthentication()
        case 1, 2: makeCarousel()
        case 3: makeOffer()
        default: makeOrdinary()
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
    private mutating func flip() -> Bool { .random(using: &generator) }

    private mutating func word() -> String {
        serial += 1
        let words = ["order", "Zürich", "*bold*", "_é_", "3,50", "注文", "👍🏽", "x y", "a|b", "50%"]
        return (words.randomElement(using: &generator) ?? "") + "\(serial)"
    }

    /// A text with placeholders between words, and the same with values.
    private mutating func text(_ count: Int, at path: String) -> (template: String, filled: String) {
        var template = "Hello"
        var filled = "Hello"
        for index in 0..<count {
            serial += 1
            let name = isNamed ? "name_\(serial)" : "\(index + 1)"
            let value = word()
            template += ", *{{\(name)}}* and"
            filled += ", *\(value)* and"
            values["\(path).{{\(name)}}"] = .text(value)
        }
        return (template + " bye.", filled + " bye.")
    }

    private mutating func makeBody(_ maximum: Int, card: Int? = nil) -> TemplateDefinition.Component {
        let prefix = card.map { "carousel.cards[\($0)]." } ?? ""
        let texts = text(number(0...maximum), at: prefix + "body")
        if card == nil { body = texts.filled } else { cardBodies.append(texts.filled) }
        return .body(texts.template)
    }

    private mutating func makeButtons(_ kinds: [Int], card: Int? = nil) -> TemplateDefinition.Component {
        let prefix = card.map { "carousel.cards[\($0)]." } ?? ""
        let buttons = kinds.enumerated().map { index, kind -> TemplateDefinition.Button in
            let path = prefix + "buttons[\(index)]"
            switch kind {
            case 0:
                values[path + ".payload"] = .text("payload-\(index)")
                return .quickReply("Reply \(index)")
            case 1:
                values[path + ".url.{{1}}"] = .text("end\(index)")
                if card == nil { addresses[index] = "https://example.com/\(index)/end\(index)" }
                return .url("Open", "https://example.com/\(index)/{{1}}", sample: "a")
            case 2:
                if card == nil { addresses[index] = "https://example.com/fixed" }
                return .url("Open", "https://example.com/fixed")
            case 3: return .phoneNumber("Call", "15550001234")
            case 4:
                values[path + ".coupon_code"] = .text("SPRING25")
                return .copyCode(sample: "SAMPLE")
            case 5:
                values[path + ".flow"] = .button(.flow(token: "token", data: ["a": 1]))
                return .flow("Book", id: "1")
            case 6:
                values[path + ".thumbnail"] = .text("sku-1")
                return .catalog()
            case 7:
                values[path + ".products"] = .button(
                    .products(thumbnail: "sku-1", sections: [ProductSection(title: "A", products: ["sku-1"])]))
                return .multiProduct()
            default:
                values[path + ".voice_call"] = .button(.voiceCall(minutes: 60, payload: "p"))
                return .voiceCall("Call us")
            }
        }
        return .buttons(buttons)
    }

    private mutating func makeHeader(_ kind: Int, card: Int? = nil) -> TemplateDefinition.Component? {
        let prefix = card.map { "carousel.cards[\($0)]." } ?? ""
        switch kind {
        case 0:
            let name = isNamed ? "subject" : "1"
            let value = "A\(number(1...999))"
            header = "Order \(value) shipped"
            values["header.{{\(name)}}"] = .text(value)
            return .header("Order {{\(name)}} shipped")
        case 1:
            header = "Fixed *words*"
            return .header("Fixed *words*")
        case 2:
            values[prefix + "header.image"] = .image(.id("1"))
            return .imageHeader(sample: "4::a")
        case 3:
            values[prefix + "header.video"] = .video(.link("https://example.com/a.mp4"))
            return .videoHeader(sample: "4::a")
        case 4:
            values[prefix + "header.document"] = .document(.id("1", filename: "a.pdf"))
            return .documentHeader(sample: "4::a")
        case 5:
            values[prefix + "header.location"] = .location(LocationMessage(latitude: 1.5, longitude: -2.5, name: "HQ"))
            return .locationHeader
        default: return nil
        }
    }

    private mutating func makeOrdinary() {
        isNamed = flip()
        definition.parameterFormat = isNamed ? .named : flip() ? .positional : nil
        definition.category = flip() ? .utility : .marketing
        definition.components = [makeHeader(number(0...6)), makeBody(5)].compactMap { $0 }
        if flip() { definition.components.append(.footer("Bye")) }
        let sets = [
            [], [0], [0, 0, 0], [1], [1, 2], [3, 1, 0, 0], [4, 1], [5], [6], [7], [8], [1, 3, 4], [2],
        ]
        let kinds = sets.randomElement(using: &generator) ?? []
        if !kinds.isEmpty { definition.components.append(makeButtons(kinds)) }
    }

    private mutating func makeOffer() {
        isNamed = flip()
        definition.parameterFormat = isNamed ? .named : nil
        definition.category = .marketing
        let expires = flip()
        definition.components = [makeHeader(number(2...3)), makeBody(3)].compactMap { $0 }
        definition.components.append(.limitedTimeOffer("Ends soon!", hasExpiration: expires))
        if expires { values["limited_time_offer.expiration"] = .offerEnd(milliseconds: 1_795_000_000_000) }
        definition.components.append(makeButtons([4, 1]))
    }

    private mutating func makeCarousel() {
        isNamed = flip()
        definition.parameterFormat = isNamed ? .named : nil
        definition.category = .marketing
        definition.components = [makeBody(3)]
        let header = number(2...3)
        let kinds = [[0], [1], [0, 1], [1, 2], [2]].randomElement(using: &generator) ?? [0]
        let cards = (0..<number(2...10)).map { card in
            TemplateDefinition.Card(
                components: [
                    makeHeader(header, card: card), makeBody(2, card: card), makeButtons(kinds, card: card),
                ].compactMap { $0 })
        }
        definition.components.append(.carousel(cards))
    }

    private mutating func makeAuthentication() {
        definition.category = .authentication
        let warns = flip()
        definition.components = [.authenticationBody(addsSecurityRecommendation: warns)]
        if flip() { definition.components.append(.footer(codeExpirationMinutes: number(1...90))) }
        definition.components.append(.buttons([.copyOneTimeCode()]))
        values["code"] = "482913"
        body = "*482913* is your verification code." + (warns ? " For your security, do not share this code." : "")
    }
}
