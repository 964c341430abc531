import Foundation
import Testing
import WhatsAppBusiness

@Suite("A preview")
struct PreviewTests {
    @Test("shows the whole message")
    func whole() {
        let preview = FillingTests.promotion.preview(FillingTests.values)
        #expect(preview.header == .image(.id("1602")))
        #expect(preview.body?.text == "Hi Ann, $9.99 until May 3.")
        #expect(preview.footer == nil && preview.cards.isEmpty && !preview.asksForCallPermission)
        #expect(preview.offer == .init(text: "Ends soon!", endMilliseconds: 1_795_000_000_000))
        #expect(
            preview.buttons == [
                .init(kind: .copyCode, text: "Copy offer code", code: "SPRING25"),
                .init(kind: .url, text: "Shop", url: "https://example.com/n3mt"),
            ])
        #expect(preview.isValid && preview.unfilled.isEmpty && preview.isApproximate)
    }

    @Test("shows placeholders without values as such, and lists them")
    func unfilled() {
        let definition = DefinitionFixtures.order
        let preview = definition.preview()
        #expect(preview.header == .text("Order {{order_no}}"))
        #expect(
            preview.body?.lines == [
                .init([.text("Hi "), .bold([.placeholder("first_name")]), .text(", it ships today.")])
            ])
        #expect(preview.body?.plainText == "Hi {{first_name}}, it ships today.")
        #expect(preview.footer == "Thanks" && preview.buttons[0].url == "https://example.com/t/{{1}}")
        #expect(preview.unfilled == ["header.{{order_no}}", "body.{{first_name}}", "buttons[0].url.{{1}}"])
        #expect(preview.isValid && !preview.isApproximate)
        let partly = definition.preview(["first_name": "Ann"])
        #expect(partly.violations.map(\.path) == ["header.{{order_no}}", "buttons[0].url.{{1}}"])
        #expect(partly.unfilled == partly.violations.map(\.path) && partly.body?.text == "Hi *Ann*, it ships today.")
    }

    @Test("formats values as the text is formatted, and takes braces in them as text")
    func values() {
        let preview = DefinitionFixtures.order.preview([
            "first_name": "_A_ {{order_no}}* ~x~", "order_no": "*1*", "buttons[0]": "{{1}}",
        ])
        #expect(preview.header == .text("Order *1*") && preview.buttons[0].url == "https://example.com/t/{{1}}")
        #expect(preview.isValid && preview.unfilled.isEmpty)
        #expect(
            preview.body?.lines == [
                .init([
                    .text("Hi "), .bold([.italic([.text("A")]), .text(" {{order_no}}")]),
                    .text(" "), .strikethrough([.text("x")]), .text("*, it ships today."),
                ])
            ])
    }

    @Test("does not take a placeholder's name for formatting")
    func names() {
        let definition = TemplateDefinition(
            name: "a", language: "en", category: .utility, components: [.body("_a_ {{ _x_ }} `{{y}}` {{1*}} *b*")])
        #expect(
            definition.preview().body?.lines == [
                .init([
                    .italic([.text("a")]), .text(" "), .placeholder("_x_"), .text(" "),
                    .monospace([.placeholder("y")]), .text(" "), .placeholder("1*"), .text(" "), .bold([.text("b")]),
                ])
            ])
    }

    @Test(
        "shows the platform's words of authentication templates",
        arguments: [
            (nil, nil, "*482913* is your verification code.", nil),
            (
                true, 5, "*482913* is your verification code. For your security, do not share this code.",
                "This code expires in 5 minutes."
            ),
            (false, 1, "*482913* is your verification code.", "This code expires in 1 minute."),
        ] as [(Bool?, Int?, String, String?)])
    func authentication(_ warns: Bool?, _ minutes: Int?, _ body: String, _ footer: String?) {
        var definition = TemplateDefinition(
            name: "otp", language: "en_US", category: .authentication,
            components: [.authenticationBody(addsSecurityRecommendation: warns)])
        if let minutes { definition.components.append(.footer(codeExpirationMinutes: minutes)) }
        let app = TemplateDefinition.Button.SupportedApp(packageName: "com.example.app", signatureHash: "K8a/AINcGX7")
        definition.components.append(.buttons([.oneTap("Copy", autofillText: "Fill", apps: [app])]))
        let preview = definition.preview(["code": "482913"])
        #expect(preview.body?.text == body && preview.footer == footer)
        #expect(preview.buttons == [.init(kind: .oneTimePassword, text: "Fill", code: "482913")])
        #expect(preview.isApproximate && preview.isValid)
        #expect(definition.preview().unfilled == ["body.{{1}}", "buttons[0].url.{{1}}"])
    }

    @Test("shows every kind of header, with and without its value")
    func headers() {
        let place = LocationMessage(latitude: 1, longitude: 2, name: "HQ")
        let product = ProductReference(catalogID: "1", retailerID: "sku")
        let cases:
            [(TemplateDefinition.Component, TemplateValue, TemplatePreview.Header, TemplatePreview.Header, String)] = [
                (.imageHeader(sample: nil), .image(.id("1")), .image(.id("1")), .image(nil), "header.image"),
                (.videoHeader(sample: nil), .video(.id("1")), .video(.id("1")), .video(nil), "header.video"),
                (.gifHeader(sample: nil), .gif(.id("1")), .gif(.id("1")), .gif(nil), "header.gif"),
                (
                    .documentHeader(sample: nil), .document(.id("1")), .document(.id("1")), .document(nil),
                    "header.document"
                ),
                (.locationHeader, .location(place), .location(place), .location(nil), "header.location"),
                (.productHeader, .product(product), .product(product), .product(nil), "header.product"),
            ]
        for (component, value, filled, empty, path) in cases {
            let definition = TemplateDefinition(
                name: "a", language: "en", category: .marketing, components: [component, .body("Hi.")])
            #expect(definition.preview(["header": value]).header == filled)
            #expect(definition.preview().header == empty && definition.preview().unfilled == [path])
            #expect(definition.preview([path: value]).isValid)
        }
    }

    @Test("shows every kind of button")
    func buttons() {
        let definition = TemplateDefinition(
            name: "a", language: "en", category: .utility,
            components: [
                .body("Hi."),
                .buttons([
                    .quickReply("Stop"), .phoneNumber("Call", "15550001234"), .flow("Book", id: "1"), .catalog(),
                    .multiProduct(), .singleProduct(), .voiceCall("Talk"), .orderDetails("Pay"),
                    .requestContactInformation(),
                ]), .callPermissionRequest(),
            ])
        var values: TemplateValues = ["buttons[0]": "stop", "buttons[2]": "token"]
        values[button: 6] = .voiceCall(payload: "p")
        let preview = definition.preview(values)
        #expect(
            preview.buttons == [
                .init(kind: .quickReply, text: "Stop", payload: "stop"),
                .init(kind: .phoneNumber, text: "Call", phoneNumber: "15550001234"),
                .init(kind: .flow, text: "Book", payload: "token"), .init(kind: .catalog, text: "View catalog"),
                .init(kind: .multiProduct, text: "View items"), .init(kind: .singleProduct, text: "View"),
                .init(kind: .voiceCall, text: "Talk", payload: "p"), .init(kind: .orderDetails, text: "Pay"),
                .init(kind: .requestContactInformation, text: "Share Contact Info"),
            ])
        #expect(preview.asksForCallPermission)
        #expect(preview.unfilled == ["buttons[4].products", "buttons[7].order_details"])
    }

    @Test("of a hostile template and send ends soon")
    func hostile() throws {
        let many = (1...5_000).map { "{{\($0)}} *a _b ~c " }.joined()
        let definition = TemplateDefinition(
            name: "a", language: "en", category: .utility, components: [.header("{{1}}"), .body(many)])
        let preview = definition.preview(
            components: .array(Array(repeating: ["type": "body", "parameters": [[:]]], count: 3_000)))
        #expect(!preview.isValid && preview.unfilled.count == 5_001)
        let deep = String(repeating: "{{", count: 100_000) + "1" + String(repeating: "}}", count: 100_000)
        let braces = TemplateDefinition(
            name: "a", language: "en", category: .utility, components: [.body(deep)])
        #expect(braces.preview(["1": "x"]).body?.text.contains("x") == true)
    }

    @Test("shows nothing of the texts in its description")
    func description() {
        let preview = FillingTests.promotion.preview(FillingTests.values)
        #expect(!"\(preview) \(String(reflecting: preview.body))".contains("Ann"))
    }
}

enum DefinitionFixtures {
    static let order = TemplateDefinition(
        name: "order_update", language: "en_US", category: .utility, parameterFormat: .named,
        components: [
            .header("Order {{order_no}}"), .body("Hi *{{first_name}}*, it ships today."), .footer("Thanks"),
            .buttons([.url("Track", "https://example.com/t/{{1}}", sample: "A1"), .quickReply("Stop")]),
        ])
}
