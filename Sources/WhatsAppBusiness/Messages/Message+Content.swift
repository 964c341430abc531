extension Message {
    /// The content of an outbound message.
    ///
    /// New cases will come: switch with a `default`.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Content: Hashable, Sendable {
        /// Free-form text; needs an open customer service window, as everything but a template does.
        case text(TextMessage)
        /// A template; may be sent at any time.
        case template(TemplateMessage)
        /// A picture.
        indirect case image(CaptionedMedia)
        /// A video.
        indirect case video(CaptionedMedia)
        /// A recording or a voice message.
        indirect case audio(AudioMessage)
        /// A document.
        indirect case document(DocumentMessage)
        /// A sticker: WebP, up to 100 KB, animated up to 500 KB.
        indirect case sticker(MediaReference)
        /// A place.
        indirect case location(LocationMessage)
        /// Contact cards, at most ``Contact/maximumCount``.
        indirect case contacts(OneOrMore<Contact>)
        /// An emoji on a message, or its removal.
        indirect case reaction(ReactionMessage)
        /// A question with up to three buttons.
        indirect case buttons(ReplyButtonsMessage)
        /// A question with a list of up to ten rows.
        indirect case list(ListMessage)
        /// A message with a button that opens an address.
        indirect case link(LinkButtonMessage)
        /// Asks for a place.
        indirect case locationRequest(LocationRequestMessage)
        /// Asks for a postal address; India.
        indirect case addressRequest(AddressMessage)
        /// Asks for the phone number.
        indirect case contactInformationRequest(ContactInformationRequestMessage)
        /// Opens a flow.
        indirect case flow(FlowMessage)
        /// One product.
        indirect case product(ProductMessage)
        /// Several products.
        indirect case products(ProductListMessage)
        /// The whole catalog.
        indirect case catalog(CatalogMessage)
        /// Cards side by side.
        indirect case carousel(CarouselMessage)
        /// Asks whether the business may call.
        indirect case callPermissionRequest(CallPermissionRequestMessage)
        /// A message with a button that calls the business.
        indirect case voiceCall(VoiceCallMessage)
        /// A bill; India and Brazil.
        indirect case orderDetails(OrderDetailsMessage)
        /// What became of an order; India and Brazil.
        indirect case orderStatus(OrderStatusMessage)
        /// Pins a message in a group, or takes the pin off.
        indirect case pin(PinMessage)
        /// What was read and cannot be held by another case. Never valid.
        indirect case unmodelled(UnmodelledContent)
    }
}

extension Message.Content {
    /// The platform's name of the kind.
    package var type: String {
        switch self {
        case .text: return "text"
        case .template: return "template"
        case .image: return "image"
        case .video: return "video"
        case .audio: return "audio"
        case .document: return "document"
        case .sticker: return "sticker"
        case .location: return "location"
        case .contacts: return "contacts"
        case .reaction: return "reaction"
        case .pin: return "pin"
        case .unmodelled(let content): return content.type
        default: return "interactive"
        }
    }

    /// The value of the member that the type names; `nil` for contacts, which are several, and for what is unmodelled.
    private var value: (any PlatformValue)? {
        switch self {
        case .text(let value): return value
        case .template(let value): return value
        case .image(let value), .video(let value): return value
        case .audio(let value): return value
        case .document(let value): return value
        case .sticker(let value): return value
        case .location(let value): return value
        case .reaction(let value): return value
        case .buttons(let value): return value
        case .list(let value): return value
        case .link(let value): return value
        case .locationRequest(let value): return value
        case .addressRequest(let value): return value
        case .contactInformationRequest(let value): return value
        case .flow(let value): return value
        case .product(let value): return value
        case .products(let value): return value
        case .catalog(let value): return value
        case .carousel(let value): return value
        case .callPermissionRequest(let value): return value
        case .voiceCall(let value): return value
        case .orderDetails(let value): return value
        case .orderStatus(let value): return value
        case .pin(let value): return value
        case .contacts, .unmodelled: return nil
        }
    }

    /// The members of the message that hold the content.
    package var members: JSONObject {
        switch self {
        case .contacts(let cards): return ["type": "contacts", "contacts": .list(cards)]
        case .unmodelled(let content): return content.members
        default: return ["type": .string(type), type: value?.json ?? [:]]
        }
    }

    package func check(_ check: inout Check) {
        switch self {
        case .contacts(let cards):
            check.count(cards.count, at: "contacts", maximum: Contact.maximumCount)
            for (index, card) in cards.enumerated() { card.check(&check, at: "contacts[\(index)]") }
        case .unmodelled: break
        default: value?.check(&check, at: type)
        }
    }

    /// Reads the members of a message that hold its content. What the types cannot hold is kept as it is.
    init(reading root: WireObject) {
        let type: String
        if let value = root.take("type") {
            guard let text = value.string else {
                self = .unmodelled(
                    UnmodelledContent(
                        type: "", members: ["type": value],
                        violations: [
                            .init(path: "type", rule: .type, explanation: "a text belongs here")
                        ]))
                return
            }
            type = text
        } else if root.has("text") {
            // The platform's specification leaves the type of a text out.
            type = "text"
        } else {
            self = .unmodelled(
                UnmodelledContent(
                    type: "", members: [:],
                    violations: [.init(path: "type", rule: .required, explanation: "a message needs its type")]))
            return
        }
        let log = ReadingLog()
        var members: JSONObject = ["type": .string(type)]
        let json = root.take(type)
        members[type] = json
        let read = Self.read(type, WireObject(.object(members), at: "", log: log))
        guard let content = read, log.violations.isEmpty else {
            var violations = log.violations
            if read == nil {
                violations = [
                    .init(path: "type", rule: .unsupported, explanation: "this version knows no messages of this type")
                ]
            }
            var check = Check()
            read?.check(&check)
            violations += check.violations(outside: log)
            self = .unmodelled(UnmodelledContent(type: type, members: members, violations: violations))
            return
        }
        self = content
    }

    private static func read(_ type: String, _ object: WireObject) -> Self? {
        switch type {
        case "text": return .text(object.value(type))
        case "template": return .template(object.value(type))
        case "image": return .image(object.value(type))
        case "video": return .video(object.value(type))
        case "audio": return .audio(object.value(type))
        case "document": return .document(object.value(type))
        case "sticker": return .sticker(object.value(type))
        case "location": return .location(object.value(type))
        case "contacts": return .contacts(object.oneOrMore(type))
        case "reaction": return .reaction(object.value(type))
        case "pin": return .pin(object.value(type))
        case "interactive":
            let interactive = object.child(type)
            defer { interactive.finish() }
            return readInteractive(interactive)
        default: return nil
        }
    }

    private static func readInteractive(_ object: WireObject) -> Self {
        switch object.keyword("type") {
        case "button": return .buttons(.init(reading: object))
        case "list": return .list(.init(reading: object))
        case "cta_url": return .link(.init(reading: object))
        case "location_request_message": return .locationRequest(.init(reading: object))
        case "address_message": return .addressRequest(.init(reading: object))
        case "request_contact_info": return .contactInformationRequest(.init(reading: object))
        case "flow": return .flow(.init(reading: object))
        case "product": return .product(.init(reading: object))
        case "product_list": return .products(.init(reading: object))
        case "catalog_message": return .catalog(.init(reading: object))
        case "carousel": return .carousel(.init(reading: object))
        case "call_permission_request": return .callPermissionRequest(.init(reading: object))
        case "voice_call": return .voiceCall(.init(reading: object))
        case "order_details": return .orderDetails(.init(reading: object))
        case "order_status": return .orderStatus(.init(reading: object))
        default:
            object.fail("type", .unsupported, "this version knows no interactive messages of this type")
            object.abandon()
            return .locationRequest(LocationRequestMessage(body: ""))
        }
    }
}
