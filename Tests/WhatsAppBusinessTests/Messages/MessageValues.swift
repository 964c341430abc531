import WhatsAppBusiness

/// The value behind each body of `Fixtures/cloud/messages`.
enum MessageValues {
    static let person: Recipient = "+16505551234"
    static let group = Recipient.group("Y2FwaV9ncm91cDox")

    static func request(_ message: Message, to recipient: Recipient = person) -> SendRequest {
        SendRequest(message: message, to: recipient)
    }

    static func template(_ components: [TemplateComponent]) -> SendRequest {
        request(.template(TemplateMessage(name: "promo_v2", language: "en_US", components: components)))
    }

    static func content(_ content: Message.Content) -> SendRequest { request(Message(content: content)) }

    static let all: [String: SendRequest] = plain.merging(interactive) { $1 }.merging(templates) { $1 }

    private static let plain: [String: SendRequest] = [
        "text": request(
            Message(
                content: .text(
                    TextMessage(body: #"See https://example.com/a — né "quoted" \ 👍"#, previewURL: true)),
                replyTo: "wamid.IN1", callbackData: "order-77", identityKeyHash: "DF2lS5v2W6x=")),
        "text-user": request(.text("Hi"), to: "US.13491208655302741918"),
        "text-group": request(.text("Hi"), to: group),
        "image": request(.image(.id("1037543291543636"), caption: "Front")),
        "image-link": request(.image(.link("https://example.com/a.jpg"))),
        "video": request(.video(.link("https://example.com/a.mp4"), caption: "Demo")),
        "audio": request(.audio(.id("101"))),
        "voice": request(.voice(.id("101"))),
        "document": request(.document(.id("137", filename: "invoice.pdf"), caption: "May")),
        "sticker": request(.sticker(.id("798"))),
        "location": request(.location(latitude: 37.4421, longitude: -122.1615, name: "HQ", address: "1 Main St")),
        "contacts": request(
            .contacts([
                Contact(
                    name: .init(
                        formattedName: "Ada L. Byron", firstName: "Ada", lastName: "Byron", middleName: "L.",
                        prefix: "Dr", suffix: "Jr"),
                    phones: [.init(number: "+16505551234", type: "CELL", whatsAppID: "16505551234")],
                    emails: [.init(address: "a@example.com", type: "WORK")],
                    urls: [.init(url: "https://example.com", type: "HOME")],
                    addresses: [
                        .init(
                            street: "1 Main", city: "Paris", state: "IDF", postalCode: "75001", country: "France",
                            countryCode: "FR", type: "HOME")
                    ],
                    organization: .init(company: "Analytical", department: "R&D", title: "Lead"),
                    birthday: "1990-12-10")
            ])),
        "reaction": request(.reaction("😀", to: "wamid.IN1")),
        "reaction-removed": request(.removeReaction(from: "wamid.IN1")),
        "pin": request(.pin("wamid.G1", days: 7), to: group),
        "unpin": request(.unpin("wamid.G1"), to: group),
    ]

    private static let interactive: [String: SendRequest] = [
        "buttons": request(
            .buttons(
                "Keep it?", [.reply(id: "keep", title: "Keep"), .reply(id: "drop", title: "Cancel")],
                header: .image(.id("1602")), footer: "Reply by 5pm")),
        "buttons-document": request(
            .buttons(
                "Sign?", [.reply(id: "yes", title: "Yes")],
                header: .document(.link("https://example.com/a.pdf", filename: "a.pdf")))),
        "list": request(
            .list(
                "Pick one", button: "Options",
                sections: [
                    ListSection(title: "Fast", rows: [.row(id: "nd", title: "Next day", description: "By noon")]),
                    ListSection(title: "Slow", rows: [.row(id: "wk", title: "Next week")]),
                ], header: "Shipping", footer: "All free")),
        "link": request(
            .link(
                "Dates are open", button: "See dates", url: "https://example.com/d?x=1#y",
                header: .video(.link("https://example.com/a.mp4")), footer: "Today only")),
        "location-request": request(.locationRequest("Where are you?")),
        "contact-information-request": request(.contactInformationRequest("Share your number to continue")),
        "address-request": content(
            .addressRequest(
                AddressMessage(
                    body: "Where to ship?", values: [.name: "Asha", .pinCode: "400063", .city: "Mumbai"],
                    savedAddresses: [SavedAddress(id: "a1", values: [.address: "Wing A", .city: "Mumbai"])],
                    validationErrors: [.pinCode: "Unknown pin"]))),
        "flow": content(
            .flow(
                FlowMessage(
                    header: .text("Booking"), body: "Book now", footer: "Two steps", flow: .id("123"),
                    callToAction: "Book", token: "tok-1",
                    start: .navigate(
                        screen: "FIRST", data: ["zKey": "v", "aKey": [1, .number(JSONNumber("2.50") ?? 0), nil]]),
                    mode: .draft))),
        "flow-name": content(
            .flow(
                FlowMessage(body: "Book now", flow: .name("booking"), callToAction: "Book", start: .dataExchange))),
        "product": content(
            .product(
                ProductMessage(
                    body: "This one?", footer: "In stock",
                    product: ProductReference(catalogID: "1940", retailerID: "sku-1")))),
        "product-list": content(
            .products(
                ProductListMessage(
                    header: "Picks", body: "For you", catalogID: "1940",
                    sections: [ProductSection(title: "Top", products: ["sku-1", "sku-2"])]))),
        "catalog": content(.catalog(CatalogMessage(body: "Browse all", thumbnail: "sku-1"))),
        "catalog-plain": content(.catalog(CatalogMessage(body: "Browse all"))),
        "carousel": content(
            .carousel(
                CarouselMessage(
                    body: "New in",
                    cards: .media([
                        CarouselCard(
                            header: .image(.link("https://example.com/1.jpg")), body: "Blue",
                            action: .link(LinkButton(title: "Buy", url: "https://example.com/1"))),
                        CarouselCard(
                            header: .video(.link("https://example.com/2.mp4")), body: "Red",
                            action: .link(LinkButton(title: "Buy", url: "https://example.com/2"))),
                    ])))),
        "carousel-replies": content(
            .carousel(
                CarouselMessage(
                    body: "New in",
                    cards: .media([
                        CarouselCard(
                            header: .image(.link("https://example.com/1.jpg")),
                            action: .quickReplies([.reply(id: "more-1", title: "More")])),
                        CarouselCard(
                            header: .image(.link("https://example.com/2.jpg")),
                            action: .quickReplies([.reply(id: "more-2", title: "More")])),
                    ])))),
        "carousel-products": content(
            .carousel(
                CarouselMessage(
                    body: "New in",
                    cards: .products([
                        ProductReference(catalogID: "1940", retailerID: "sku-1"),
                        ProductReference(catalogID: "1940", retailerID: "sku-2"),
                    ])))),
        "call-permission-request": request(.callPermissionRequest("May we call about order 12?")),
        "voice-call": content(
            .voiceCall(VoiceCallMessage(body: "Talk to us", title: "Call now", minutes: 100, payload: "ref-9"))),
        "order-details": content(
            .orderDetails(
                OrderDetailsMessage(
                    header: .image(.link("https://example.com/o.jpg")), body: "Your bill", footer: "Thanks",
                    order: indianOrder))),
        "order-details-brazil": content(
            .orderDetails(OrderDetailsMessage(body: "Seu pedido", order: brazilianOrder))),
        "order-status": content(
            .orderStatus(
                OrderStatusMessage(
                    body: "On its way", footer: "opt",
                    update: OrderStatusUpdate(
                        referenceID: "ord-77-1", status: .shipped, description: "With the carrier",
                        payment: .init(status: "captured", timestamp: 1_795_000_000))))),
    ]

    static let indianOrder = OrderDetails(
        referenceID: "ord-77-1", goods: .digital, currency: "INR", total: 21000,
        order: .init(
            items: [
                OrderItem(
                    name: "Cake", amount: 10000, quantity: 2, saleAmount: 9500, retailerID: "sku-1",
                    countryOfOrigin: "IN", importerName: "Acme",
                    importerAddress: .init(
                        line1: "1 Rd", line2: "", city: "Delhi", zoneCode: "DL", postalCode: "110093",
                        countryCode: "IN"))
            ],
            subtotal: 19000, tax: OrderAmount(1000, description: "GST"), shipping: 2000,
            discount: OrderAmount(1000, description: "x", discountProgram: "y"),
            expiration: .init(timestamp: "1795000000", description: "Expired")),
        paymentSettings: [
            .gateway("razorpay", configuration: "main", extras: ["receipt": "r1", "notes": ["k": "v"]])
        ])

    static let brazilianOrder = OrderDetails(
        referenceID: "pedido_1", goods: .physical, currency: "BRL", total: 5000,
        order: .init(
            items: [OrderItem(name: "Bolo", amount: 5000, quantity: 1, retailerID: "1234567")], subtotal: 5000, tax: 0),
        paymentSettings: [
            .pix(code: "00020101021226", merchant: "Loja", key: "39580525000189", keyType: .cnpj),
            .boleto(line: "03399026944140000002628346101018898510000008848"),
            .paymentLink("https://example.com/pay"),
        ], paymentType: "br")

    private static let product = ProductReference(catalogID: "1940", retailerID: "sku-1")

    private static let templates: [String: SendRequest] = [
        "template-plain": request(.template("hello_world", language: "en_US")),
        "template-full": template([
            .header(.image(.id("1602"))), .body([.text("Ann", name: "first_name")]),
            .limitedTimeOffer(expirationMilliseconds: 1_795_000_000_000), .button(.copyCode("SPRING25"), at: 0),
            .button(.url("n3mt"), at: 1),
        ]),
        "template-code": template(TemplateComponent.oneTimeCode("482913")),
        "template-values": template([
            .header(.text("A1", name: "order_no")),
            .body([
                .currency("$9.99", code: "USD", thousandths: 9990), .dateTime("May 3, 2026"), .group("Y2FwaV9n"),
            ]),
        ]),
        "template-video": template([.header(.video(.link("https://example.com/a.mp4")))]),
        "template-gif": SendRequest(
            message: .template(
                TemplateMessage(name: "promo_v2", language: "en_US", components: [.header(.gif(.id("1603")))])),
            to: person, marketing: MarketingOptions(productPolicy: .strict, sharesActivity: false)),
        "template-document": template([.header(.document(.link("https://example.com/a.pdf", filename: "a.pdf")))]),
        "template-location": template([
            .header(
                .location(LocationMessage(latitude: 37.4, longitude: -122.1, name: "HQ", address: "1 Main")))
        ]),
        "template-product": template([.header(.product(product))]),
        "template-buttons": template([
            .button(.quickReply("more-aloes"), at: 0), .button(.flow(token: "tok", data: ["b": 1, "a": 2]), at: 1),
            .button(.voiceCall(minutes: 100, payload: "ref"), at: 2), .button(.catalog(thumbnail: "sku-1"), at: 3),
            .button(
                .products(thumbnail: "sku-1", sections: [ProductSection(title: "Top", products: ["sku-1"])]), at: 4),
        ]),
        "template-buttons-plain": template([
            .button(.quickReply(), at: 0), .button(.flow(), at: 1), .button(.voiceCall(), at: 2),
            .button(.catalog(), at: 3),
        ]),
        "template-order-details": template([.button(.orderDetails(brazilianOrder), at: 0)]),
        "template-order-status": template([
            .orderStatus(OrderStatusUpdate(referenceID: "ord-77-1", status: .shipped))
        ]),
        "template-tap-target": template([.tapTarget([TapTarget(url: "https://example.com/t", title: "Shop")])]),
        "template-carousel": template([
            .carousel([
                TemplateCard(
                    index: 0,
                    components: [
                        .header(.image(.id("155"))), .button(.quickReply("like-0"), at: 0),
                        .button(.url("blue-elf"), at: 1),
                    ]),
                TemplateCard(index: 1, components: [.header(.product(product)), .body([.text("Ann")])]),
            ])
        ]),
    ]
}
