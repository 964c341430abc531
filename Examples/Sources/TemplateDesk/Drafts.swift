import WhatsApp

/// The templates that the desk works with.
enum Drafts {
    /// A template as somebody writes it for the first time.
    static let careless = TemplateDefinition(
        name: "Parcel News", language: "en_US", category: .utility, parameterFormat: .named,
        components: [
            .body("{{first_name}}, your parcel is on its way. It arrives {{day}}"),
            .footer("Write {{word}} to hear no more."),
            .buttons([.url("Follow the way of the parcel", "https://example.com/parcels/{{1}}")]),
        ])

    /// The same as the platform takes it.
    static let parcel = TemplateDefinition(
        name: "parcel_news", language: "en_US", category: .utility, parameterFormat: .named,
        components: [
            .header("Parcel {{number}}", samples: .named(["number": "4711"])),
            .body(
                "Hi {{first_name}}, your parcel is on its way. It arrives *{{day}}* at your door.",
                samples: .named(["first_name": "Ana", "day": "today"])),
            .footer("You ordered at the example shop."),
            .buttons([
                .url("Follow it", "https://example.com/parcels/{{1}}", sample: "https://example.com/parcels/4711")
            ]),
        ])

    /// One that the simulated reviewers hold for an advertisement.
    static let offer = TemplateDefinition(
        name: "parcel_offer", language: "en_US", category: .utility,
        components: [.body("Your next parcel travels for half the price. Order today!")])

    /// What goes into the first one.
    static let values: TemplateValues = [
        "number": "4711", "first_name": "Ana", "day": "today", "buttons[0]": .button(.url("4711")),
    ]
}
