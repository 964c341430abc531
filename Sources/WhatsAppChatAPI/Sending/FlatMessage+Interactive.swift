import WhatsAppBusiness

extension FlatMessage {
    /// Questions, buttons, products and what else the platform calls interactive (Chat API reference §4.3, §4.4, §4.7, §4.8).
    static func interactive(_ content: Message.Content) throws(WhatsAppError) -> Self {
        switch content {
        case .buttons(let message):
            return Self(
                "sendButton",
                [
                    "header": message.header?.json, "body": .string(message.body), "footer": .text(message.footer),
                    "sections": .list(message.buttons),
                ])
        case .list(let message):
            return Self(
                "sendList",
                [
                    "header": .text(try plain(message.header)), "body": .string(message.body),
                    "footer": .text(message.footer),
                    // Which of the two counts is not documented.
                    "action": .string(message.button), "buttonText": .string(message.button),
                    "sections": .list(message.sections),
                ])
        case .link(let message):
            return Self(
                "sendCtaUrl",
                [
                    "header": message.header?.json, "body": .string(message.body), "footer": .text(message.footer),
                    "displayText": .string(message.button.title), "url": .string(message.button.url),
                ])
        case .locationRequest(let message): return Self("sendLocationRequest", ["body": .string(message.body)])
        case .addressRequest(let message): return try address(message)
        case .flow(let message): return try flow(message)
        case .product(let message):
            return Self(
                "sendProduct",
                ["body": .text(message.body), "footer": .text(message.footer), "action": message.product.json])
        case .products(let message):
            return Self(
                "sendProduct",
                [
                    "header": .text(try plain(message.header)), "body": .string(message.body),
                    "footer": .text(message.footer),
                    "action": ["catalog_id": .string(message.catalogID), "sections": .list(message.sections)],
                ])
        case .carousel(let message): return try carousel(message)
        case .catalog: throw .unsupported(.sendCatalog, by: .chatAPI)
        case .contactInformationRequest: throw .unsupported(.sendContactInformationRequest, by: .chatAPI)
        case .callPermissionRequest, .voiceCall: throw .unsupported(.sendCallRequest, by: .chatAPI)
        case .orderDetails, .orderStatus: throw .unsupported(.sendOrder, by: .chatAPI)
        case .pin: throw .unsupported(.sendPin, by: .chatAPI)
        default: throw .unsupported(.sendInteractive, by: .chatAPI)
        }
    }

    /// A header that is plain text has one line.
    private static func plain(_ header: TextHeader?) throws(WhatsAppError) -> String? {
        if header?.subText != nil { throw .unsupported(.sendHeaderSubText, by: .chatAPI) }
        return header?.text
    }

    private static func address(_ message: AddressMessage) throws(WhatsAppError) -> Self {
        if message.header != nil || message.footer != nil { throw .unsupported(.sendAddressHeader, by: .chatAPI) }
        let parameters = message.json["action"]?["parameters"]
        return Self(
            "sendAddressMessage",
            [
                "body": .string(message.body), "country": .string(message.country), "values": parameters?["values"],
                "saved_addresses": parameters?["saved_addresses"],
                "validation_errors": parameters?["validation_errors"],
            ])
    }

    private static func flow(_ message: FlowMessage) throws(WhatsAppError) -> Self {
        let parameters = message.json["action"]?["parameters"]
        guard let id = parameters?["flow_id"] else { throw .unsupported(.sendFlowByName, by: .chatAPI) }
        return Self(
            "sendFlow",
            [
                "header": message.header?.json, "body": .string(message.body), "footer": .text(message.footer),
                "flowId": id,
                // The method asks for a token; this is the platform's own word for none.
                "flowToken": .string(message.token ?? "unused"), "flowCta": .string(message.callToAction),
                "flowMessageVersion": .string(message.messageVersion), "mode": .text(message.mode?.rawValue),
                "flowAction": parameters?["flow_action"], "flowActionPayload": parameters?["flow_action_payload"],
            ])
    }

    private static func carousel(_ message: CarouselMessage) throws(WhatsAppError) -> Self {
        guard case .media(let cards) = message.cards else { throw .unsupported(.sendProductCarousel, by: .chatAPI) }
        guard cards.allSatisfy({ if case .link = $0.action { true } else { false } }) else {
            throw .unsupported(.sendReplyCarousel, by: .chatAPI)
        }
        let json = message.json["action"]?["cards"]?.array ?? []
        return Self("sendCarousel", ["body": .string(message.body), "cards": .array(json)])
    }
}
