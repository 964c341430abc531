extension TemplateComponent {
    /// The most characters of the body's values: 1,024 where the send fills other parts too (Cloud API reference §2.3).
    public static let maximumBodyLength = 1024
    /// The most characters of the body's values where the send fills nothing else: 32,768 (Cloud API reference §2.3).
    public static let maximumBodyOnlyLength = 32_768

    package func check(_ check: inout Check, at path: String) {
        self.check(&check, at: path, isBodyOnly: false, isInOffer: false)
    }

    func check(_ check: inout Check, at path: String, isBodyOnly: Bool, isInOffer: Bool) {
        switch self {
        case .header(let value): value.check(&check, at: path + ".parameters[0]")
        case .body(let values):
            let maximum = isBodyOnly ? Self.maximumBodyOnlyLength : Self.maximumBodyLength
            var sum = 0
            var isTooLong = false
            for (index, value) in values.enumerated() {
                let path = "\(path).parameters[\(index)]"
                value.check(&check, at: path)
                guard case .text(let text) = value.value else { continue }
                let count = text.unicodeScalars.count
                sum += count
                if count > maximum {
                    isTooLong = true
                    check.length(text, at: path + ".text", maximum: maximum)
                }
            }
            if sum > maximum, !isTooLong {
                check.fail(
                    at: path + ".parameters", .maxLength, "the values of the body are too long together",
                    limit: maximum, actual: sum)
            }
            check.unique(values.lazy.compactMap(\.name)) { _ in path + ".parameters" }
            if values.contains(where: { $0.name == nil }), let named = values.firstIndex(where: { $0.name != nil }) {
                check.fail(
                    at: "\(path).parameters[\(named)].parameter_name", .consistency,
                    "a template's placeholders have names all together or none has one")
            }
        case .button(let button, let index):
            check.number(index, at: path + ".index", in: 0...9)
            button.check(&check, at: path + ".parameters[0]", isInOffer: isInOffer)
        case .limitedTimeOffer(let milliseconds):
            if milliseconds <= 0 {
                check.fail(
                    at: path + ".parameters[0].limited_time_offer.expiration_time_ms", .minimum,
                    "the end of an offer is a time in milliseconds since 1970", limit: 1)
            } else if milliseconds < 100_000_000_000 {
                // Such a number of milliseconds is a day of 1973, and of seconds one of this millennium.
                check.fail(
                    at: path + ".parameters[0].limited_time_offer.expiration_time_ms", .minimum,
                    "the end of an offer is given in milliseconds, not in seconds", limit: 100_000_000_000)
            }
        case .carousel(let cards):
            check.count(
                cards.count, at: path + ".cards", minimum: CarouselMessage.minimumCardCount,
                maximum: CarouselMessage.maximumCardCount)
            for (index, card) in cards.enumerated() { card.check(&check, at: "\(path).cards[\(index)]") }
        case .orderStatus(let update): update.check(&check, at: path + ".parameters[0].order_status")
        case .tapTarget(let targets):
            let path = path + ".parameters[0].tap_target_configuration"
            check.count(targets.count, at: path, maximum: .max)
            for (index, target) in targets.enumerated() { target.check(&check, at: "\(path)[\(index)]") }
        }
    }
}
