extension TemplateSlot {
    /// Whether a value is of the kind that the slot takes.
    func takes(_ value: TemplateValue) -> Bool {
        switch (kind, value) {
        case (.headerText, .text), (.oneTimeCode, .text), (.url, .text), (.payload, .text), (.couponCode, .text),
            (.catalogThumbnail, .text), (.flow, .text):
            return true
        case (.bodyText, .text), (.bodyText, .amount), (.bodyText, .dateTime), (.bodyText, .group): return true
        case (.image, .image), (.video, .video), (.gif, .gif), (.document, .document), (.location, .location),
            (.product, .product):
            return true
        case (.unrecognizedHeader, .text), (.unrecognizedHeader, .image), (.unrecognizedHeader, .video),
            (.unrecognizedHeader, .gif), (.unrecognizedHeader, .document), (.unrecognizedHeader, .location),
            (.unrecognizedHeader, .product):
            return true
        case (.url, .button(.url)), (.payload, .button(.quickReply)), (.couponCode, .button(.copyCode)),
            (.catalogThumbnail, .button(.catalog)), (.flow, .button(.flow)), (.products, .button(.products)),
            (.voiceCall, .button(.voiceCall)), (.orderDetails, .button(.orderDetails)),
            (.unrecognizedButton, .button):
            return true
        case (.oneTimeCode, .button(.url)): return button != nil
        case (.offerEnd, .offerEnd), (.orderStatus, .orderStatus), (.tapTargets, .tapTargets): return true
        default: return false
        }
    }

    /// Checks a value that the slot takes.
    func check(_ value: TemplateValue, _ check: inout Check, isInOffer: Bool) {
        switch kind {
        case .headerText, .url: check.required(value.text ?? "", at: path)
        case .oneTimeCode:
            check.text(value.text ?? "", at: path, maximum: TemplateButton.maximumOneTimeCodeLength)
        case .bodyText: bodyParameter(value)?.checkValue(&check, at: path)
        case .image, .video, .gif, .document, .location, .product, .unrecognizedHeader:
            let local = Check.prefixed { headerValue(value)?.check(&$0, at: "") }
            // The header's own check names the kind of the value; so does the path.
            for violation in local {
                let rest = violation.path.drop { $0 == "." }.drop { $0 != "." }
                check.fail(
                    at: path + rest, violation.rule, violation.explanation, limit: violation.limit,
                    actual: violation.actual)
            }
        case .offerEnd:
            guard case .offerEnd(let milliseconds) = value else { return }
            let local = Check.prefixed {
                TemplateComponent.limitedTimeOffer(expirationMilliseconds: milliseconds).check(&$0, at: "")
            }
            for violation in local {
                check.fail(at: path, violation.rule, violation.explanation, limit: violation.limit)
            }
        case .orderStatus:
            if case .orderStatus(let update) = value { update.check(&check, at: path) }
        case .tapTargets:
            guard case .tapTargets(let targets) = value else { return }
            check.count(targets.count, at: path, maximum: .max)
            for (index, target) in targets.enumerated() { target.check(&check, at: "\(path)[\(index)]") }
        default:
            guard let button, let sent = buttonValue(value) else { return }
            let place = Self.prefix(card: card) + "buttons[\(button)]"
            if case .voiceCall(let minutes, let payload) = sent {
                if let minutes {
                    check.number(minutes, at: path + ".ttl_minutes", in: VoiceCallMessage.minutesRange)
                }
                if let payload {
                    check.length(payload, at: path + ".payload", maximum: VoiceCallMessage.maximumPayloadLength)
                }
            } else {
                sent.check(&check, at: place, isInOffer: isInOffer)
            }
        }
    }

    /// The header's parameter.
    func headerValue(_ value: TemplateValue, isNamed: Bool = false) -> TemplateHeader? {
        switch value {
        case .text(let text): return .text(text, name: isNamed ? placeholder : nil)
        case .image(let media): return .image(media)
        case .video(let media): return .video(media)
        case .gif(let media): return .gif(media)
        case .document(let document): return .document(document)
        case .location(let location): return .location(location)
        case .product(let product): return .product(product)
        default: return nil
        }
    }

    /// A parameter of the body.
    func bodyParameter(_ value: TemplateValue, isNamed: Bool = false) -> TemplateParameter? {
        let name = isNamed ? placeholder : nil
        switch value {
        case .text(let text): return .text(text, name: name)
        case .amount(let amount): return TemplateParameter(.currency(amount), name: name)
        case .dateTime(let date): return TemplateParameter(.dateTime(date), name: name)
        case .group(let id): return TemplateParameter(.group(id), name: name)
        default: return nil
        }
    }

    /// What the button takes.
    func buttonValue(_ value: TemplateValue) -> TemplateButton? {
        if case .button(let button) = value { return button }
        guard case .text(let text) = value else { return nil }
        switch kind {
        case .url, .oneTimeCode: return .url(text)
        case .payload: return .quickReply(text)
        case .couponCode: return .copyCode(text)
        case .catalogThumbnail: return .catalog(thumbnail: text)
        case .flow: return .flow(token: text)
        default: return nil
        }
    }
}

extension TemplateSlot.Kind {
    /// What a slot of this kind asks for, in a sentence.
    var demand: String {
        switch self {
        case .headerText, .url, .oneTimeCode: return "a text belongs here"
        case .bodyText: return "a text, an amount, a date or a group belongs here"
        case .image: return "a picture belongs here"
        case .video: return "a video belongs here"
        case .gif: return "a moving picture belongs here"
        case .document: return "a document belongs here"
        case .location: return "a place belongs here"
        case .product: return "a product belongs here"
        case .payload: return "the payload of a quick reply belongs here"
        case .couponCode: return "a code to copy belongs here"
        case .flow: return "the token and the data of a flow belong here"
        case .catalogThumbnail: return "a product of the catalogue belongs here"
        case .products: return "sections of products belong here"
        case .voiceCall: return "the values of a call's button belong here"
        case .orderDetails: return "an order belongs here"
        case .offerEnd: return "the end of the offer belongs here"
        case .orderStatus: return "the state of an order belongs here"
        case .tapTargets: return "addresses belong here"
        default: return "a value of another kind belongs here"
        }
    }
}

extension TemplateParameter {
    /// Checks the value, at the path of its slot.
    func checkValue(_ check: inout Check, at path: String) {
        switch value {
        case .text(let text): check.required(text, at: path)
        case .currency(let amount): amount.check(&check, at: path)
        case .dateTime(let date): date.check(&check, at: path)
        case .group(let id): check.required(id.rawValue, at: path)
        }
    }
}

extension Check {
    /// The violations of a check of its own.
    static func prefixed(_ body: (inout Check) -> Void) -> [ValidationError.Violation] {
        var check = Check()
        body(&check)
        return check.violations
    }
}
