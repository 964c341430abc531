package import WhatsAppBusiness

/// Valid definitions of all kinds, the same in every run for one seed.
///
/// ```swift
/// var templates = RandomTemplates(seed: 1)
/// let definition = templates.next()
/// ```
package struct RandomTemplates {
    private var generator: SeededGenerator
    private var isNamed = false

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private static let words = [
        "order", "parcel", "today", "ready", "thanks", "grüße", "été", "обед", "花", "🎉", "at", "for", "our", "*new*",
        "line\nend",
    ]
    private static let names = ["first_name", "order_no", "city", "date", "amount_2", "x"]

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private mutating func pick<T>(_ values: [T]) -> T { values[number(0...(values.count - 1))] }

    /// The next definition.
    package mutating func next() -> TemplateDefinition {
        isNamed = chance(40)
        let language = pick(LanguageCode.supported.sorted { $0.rawValue < $1.rawValue })
        var definition = TemplateDefinition(
            name: name(), language: language, category: pick([.marketing, .utility]),
            parameterFormat: isNamed ? .named : chance(30) ? .positional : nil)
        switch number(1...10) {
        case 1...2: authentication(&definition)
        case 3: carousel(&definition)
        case 4: offer(&definition)
        case 5:
            definition.category = .marketing
            definition.components = [.productHeader, body(maximum: 3), .buttons([.singleProduct()])]
        default: plain(&definition)
        }
        if chance(20) { definition.linkTrackingOptedOut = chance(50) }
        if chance(20) { definition.creativeFeatures = [.imageTouchUps: .optOut, .textFormatting: .optIn] }
        if chance(30) {
            let range = TemplateRules.current.timesToLive[definition.category] ?? 60...60
            definition.timeToLive = .seconds(number(range))
        }
        return definition
    }

    private mutating func name() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789_")
        return String((0..<number(1...40)).map { _ in pick(alphabet) })
    }

    /// Text with placeholders inside, and samples for them.
    private mutating func text(placeholders count: Int, plain: Bool = false) -> (String, TemplateSamples?) {
        let words = plain ? ["order", "parcel", "today", "花", "for"] : Self.words
        var names = isNamed ? Self.names : (1...6).map { String($0) }
        if isNamed { names.shuffle(using: &generator) }
        names = Array(names.prefix(count))
        var parts = [pick(words)]
        for name in names { parts += [TemplatePlaceholder.spelled(name), pick(words), pick(words)] }
        parts.append(pick(words))
        let text = parts.joined(separator: " ")
        guard count > 0 else { return (text, nil) }
        let samples = names.map { TemplateSamples.NamedSample(name: $0, value: pick(words)) }
        return (text, isNamed ? .named(samples) : .positional(samples.map(\.value)))
    }

    private mutating func body(maximum: Int = 6) -> TemplateDefinition.Component {
        let (text, samples) = text(placeholders: number(0...maximum))
        return .body(text, samples: samples)
    }

    private mutating func header() -> TemplateDefinition.Component {
        switch number(1...6) {
        case 1...2:
            let (text, samples) = text(placeholders: number(0...1), plain: true)
            return .header(text, samples: samples)
        case 3: return .imageHeader(sample: "4::aW1hZ2U=")
        case 4: return .videoHeader(sample: "4::dmlkZW8=")
        case 5: return .documentHeader(sample: "4::cGRm")
        default: return .locationHeader
        }
    }

    private mutating func link() -> TemplateDefinition.Button {
        chance(50)
            ? .url("Open", "https://example.com/\(name())")
            : .url("Open", "https://example.com/{{1}}", sample: name())
    }

    private mutating func others() -> [TemplateDefinition.Button] {
        let all: [TemplateDefinition.Button] = [
            link(), link(), .phoneNumber("Call us", "+15550001111"), .copyCode(sample: "SPRING25"),
            .flow("Book", id: "123", action: .navigate, screen: "FIRST"), .catalog(), .multiProduct(),
            .voiceCall("Call", minutes: 60), .orderDetails("Review and Pay"), .requestContactInformation(),
        ]
        return all.filter { _ in chance(25) }
    }

    private mutating func plain(_ definition: inout TemplateDefinition) {
        if chance(60) { definition.components.append(header()) }
        definition.components.append(body())
        if chance(40) { definition.components.append(.footer(text(placeholders: 0, plain: true).0)) }
        if chance(10) { definition.components.append(.callPermissionRequest()) }
        let others = Array(others().prefix(10))
        let replies = (0..<number(0...(10 - others.count))).map { TemplateDefinition.Button.quickReply("Answer \($0)") }
        let buttons = chance(50) ? replies + others : others + replies
        if !buttons.isEmpty { definition.components.append(.buttons(buttons)) }
    }

    private mutating func carousel(_ definition: inout TemplateDefinition) {
        definition.category = .marketing
        let (hasBody, isVideo, hasTwo) = (chance(50), chance(30), chance(50))
        let cards = (0..<number(2...10)).map { _ in
            var components: [TemplateDefinition.Component] = [
                isVideo ? .videoHeader(sample: "4::a") : .imageHeader(sample: "4::a")
            ]
            if hasBody { components.append(body(maximum: 2)) }
            components.append(.buttons(hasTwo ? [.quickReply("More"), link()] : [link()]))
            return TemplateDefinition.Card(components: components)
        }
        definition.components = [body(), .carousel(cards)]
    }

    private mutating func offer(_ definition: inout TemplateDefinition) {
        definition.category = .marketing
        definition.components = [
            .imageHeader(sample: "4::a"), body(), .limitedTimeOffer("Ends soon!", hasExpiration: chance(50)),
            .buttons([.copyCode(sample: "SPRING25"), link()]),
        ]
    }

    private mutating func authentication(_ definition: inout TemplateDefinition) {
        definition.category = .authentication
        let apps = (0..<number(1...5)).map {
            TemplateDefinition.Button.SupportedApp(packageName: "com.example.app\($0)", signatureHash: "K8a/AINcGX7")
        }
        definition.components = [.authenticationBody(addsSecurityRecommendation: chance(50) ? true : nil)]
        if chance(50) { definition.components.append(.footer(codeExpirationMinutes: number(1...90))) }
        switch number(1...3) {
        case 1: definition.components.append(.buttons([.copyOneTimeCode(chance(50) ? "Copy" : nil)]))
        case 2: definition.components.append(.buttons([.oneTap(autofillText: "Fill in", apps: apps)]))
        default: definition.components.append(.buttons([.zeroTap(apps: apps, termsAccepted: true)]))
        }
    }
}
