import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

@Suite("A simulated template that is sent")
struct TemplateSendTests {
    private static let order: JSONValue = [
        ["type": "HEADER", "format": "IMAGE", "example": ["header_handle": ["4::a"]]],
        ["type": "BODY", "text": "Hi {{1}}, order {{2}} ships."],
        ["type": "FOOTER", "text": "The Corner Shop"],
        [
            "type": "BUTTONS",
            "buttons": [
                ["type": "QUICK_REPLY", "text": "Stop"],
                ["type": "URL", "text": "Track", "url": "https://x.example/t/{{1}}", "example": ["A1"]],
                ["type": "URL", "text": "Shop", "url": "https://x.example"],
                ["type": "COPY_CODE", "example": "SPRING25"],
            ],
        ],
    ]
    private static let image: JSONValue = [
        "type": "header", "parameters": [["type": "image", "image": ["link": "https://x.example/a.jpg"]]],
    ]
    private static let names: JSONValue = [
        "type": "body", "parameters": [["type": "text", "text": "Ann"], ["type": "text", "text": "A1"]],
    ]
    private static let track: JSONValue = [
        "type": "button", "sub_type": "url", "index": "1", "parameters": [["type": "text", "text": "A1?x=1"]],
    ]
    private static let code: JSONValue = [
        "type": "button", "sub_type": "copy_code", "index": 3,
        "parameters": [["type": "coupon_code", "coupon_code": "25OFF"]],
    ]

    private static let video: JSONValue = [
        "type": "header", "parameters": [["type": "video", "video": ["id": "1"]]],
    ]
    private static let oneName: JSONValue = ["type": "body", "parameters": [["type": "text", "text": "Ann"]]]
    private static let nameAndPicture: JSONValue = [
        "type": "body", "parameters": [["type": "text", "text": "Ann"], ["type": "image", "image": ["id": "1"]]],
    ]
    /// For a button whose address has no placeholder.
    private static let suffix: JSONValue = [
        "type": "button", "sub_type": "url", "index": "2", "parameters": [["type": "text", "text": "x"]],
    ]
    private static let noButton: JSONValue = [
        "type": "button", "sub_type": "quick_reply", "index": "9",
        "parameters": [["type": "payload", "payload": "x"]],
    ]
    /// For a button that opens an address.
    private static let quickReply: JSONValue = [
        "type": "button", "sub_type": "quick_reply", "index": "1",
        "parameters": [["type": "payload", "payload": "x"]],
    ]

    private func account() async -> SimulatedAccount {
        await SimulatedAccount {
            $0.templates = [
                SimulatedTemplate(name: "order", language: "en_US", category: .utility, components: Self.order),
                SimulatedTemplate(
                    name: "code", language: "en_US", category: .authentication,
                    components: [
                        ["type": "BODY", "add_security_recommendation": true],
                        ["type": "FOOTER", "code_expiration_minutes": 5],
                        ["type": "BUTTONS", "buttons": [["type": "OTP", "otp_type": "COPY_CODE", "text": "Copy"]]],
                    ]),
                SimulatedTemplate(
                    name: "cards", language: "en_US", category: .marketing,
                    components: [
                        ["type": "BODY", "text": "New in"],
                        [
                            "type": "CAROUSEL",
                            "cards": .array(
                                (0..<2).map { _ in
                                    [
                                        "components": [
                                            ["type": "HEADER", "format": "IMAGE"],
                                            ["type": "BODY", "text": "Now {{1}} only"],
                                            [
                                                "type": "BUTTONS",
                                                "buttons": [["type": "QUICK_REPLY", "text": "More"]],
                                            ],
                                        ]
                                    ]
                                }),
                        ],
                    ]),
                SimulatedTemplate(
                    name: "long", language: "en_US", category: .utility, body: "Hi {{1}} there"),
            ]
        }
    }

    private func send(
        _ account: SimulatedAccount, _ name: String, _ components: [JSONValue], to: JSONValue = "5511987654321"
    ) async throws -> (Int, JSONValue?) {
        let (status, answer) = try await account.call(
            .post, "106540352242922/messages",
            [
                "messaging_product": "whatsapp", "to": to, "type": "template",
                "template": [
                    "name": .string(name), "language": ["code": "en_US"], "components": .array(components),
                ],
            ])
        return (status == 200 ? 0 : answer["error"]?["code"]?.integer ?? -1, answer["error"]?["error_data"]?["details"])
    }

    @Test("shows header, body, footer and buttons with their addresses")
    func shown() async throws {
        let account = await account()
        #expect(try await send(account, "order", [Self.image, Self.names, Self.track, Self.code]).0 == 0)
        let message = try #require(await account.platform.messages(of: SimulatedAccount.ana).first)
        #expect(message.text == "Hi Ann, order A1 ships.")
        #expect(message.shown.header?.media == "https://x.example/a.jpg")
        #expect(message.shown.footer == "The Corner Shop")
        #expect(message.shown.buttons.map(\.url) == [nil, "https://x.example/t/A1?x=1", "https://x.example", nil])
        #expect(message.shown.buttons.last?.code == "25OFF")

        // The quick reply has no payload of its own: its label is sent.
        #expect(await account.platform.customerTaps("Stop", from: SimulatedAccount.ana) != nil)
        await account.platform.deliverPending()
        let answer = try #require(await account.received.messages.last)
        #expect(answer.context?.messageID == message.id)
        guard case .button(let button) = answer.content else {
            Issue.record("not a button")
            return
        }
        #expect(button.payload == "Stop" && button.text == "Stop")
    }

    @Test(
        "is refused where parameters are missing, surplus or of another kind",
        arguments: [
            ([names, track, code], 132_012), ([image, track, code], 132_000), ([image, names, code], 132_000),
            ([image, names, track], 132_000),
            ([video, names, track, code], 132_012), ([image, oneName, track, code], 132_000),
            ([image, nameAndPicture, track, code], 132_012), ([image, names, track, code, suffix], 132_000),
            ([image, names, track, code, noButton], 132_012), ([image, names, code, quickReply], 132_012),
        ] as [([JSONValue], Int)])
    func refusals(components: [JSONValue], code: Int) async throws {
        let account = await account()
        let (received, details) = try await send(account, "order", components)
        #expect(received == code)
        #expect(details?.string?.isEmpty == false)
        #expect(await account.platform.messages(of: SimulatedAccount.ana).isEmpty)
    }

    @Test("is refused with 132005 when its text becomes too long, and not before", arguments: [0, 1])
    func tooLong(excess: Int) async throws {
        let account = await account()
        let text = String(repeating: "x", count: 1024 - "Hi  there".count + excess)
        let (code, _) = try await send(
            account, "long", [["type": "body", "parameters": [["type": "text", "text": .string(text)]]]])
        #expect(code == (excess == 0 ? 0 : 132_005))
    }

    @Test("with a code shows the platform's words, and goes to numbers only")
    func codes() async throws {
        let account = await account()
        let parameters: [JSONValue] = [
            ["type": "body", "parameters": [["type": "text", "text": "482913"]]],
            [
                "type": "button", "sub_type": "url", "index": "0", "parameters": [["type": "text", "text": "482913"]],
            ],
        ]
        #expect(try await send(account, "code", parameters).0 == 0)
        let shown = try #require(await account.platform.messages(of: SimulatedAccount.ana).first?.shown)
        #expect(shown.body.contains("482913") && shown.footer?.contains("5 minutes") == true)
        #expect(shown.buttons.first?.code == "482913")
        await account.platform.customerSends("Hi", from: SimulatedAccount.ana)
        await account.platform.deliverPending()
        let id = try #require(await account.received.messages.first?.fromUserID)
        let answer = try await account.call(
            .post, "106540352242922/messages",
            [
                "messaging_product": "whatsapp", "recipient": .string(id.rawValue), "type": "template",
                "template": ["name": "code", "language": ["code": "en_US"], "components": .array(parameters)],
            ])
        #expect(answer.json["error"]?["code"]?.integer == 131_062)
    }

    @Test("with cards wants as many as it has, each with its own parameters")
    func cards() async throws {
        let account = await account()
        func card(_ index: Int, _ price: String) -> JSONValue {
            [
                "card_index": .number(JSONNumber(index)),
                "components": [
                    Self.image, ["type": "body", "parameters": [["type": "text", "text": .string(price)]]],
                    [
                        "type": "button", "sub_type": "quick_reply", "index": "0",
                        "parameters": [["type": "payload", "payload": .string("more-\(index)")]],
                    ],
                ],
            ]
        }
        let both: JSONValue = ["type": "carousel", "cards": [card(0, "$1"), card(1, "$2")]]
        #expect(try await send(account, "cards", [both]).0 == 0)
        let shown = try #require(await account.platform.messages(of: SimulatedAccount.ana).first?.shown)
        #expect(shown.cards.map(\.body) == ["Now $1 only", "Now $2 only"])
        #expect(await account.platform.customerTaps("more-1", from: SimulatedAccount.ana) != nil)
        let twice: JSONValue = ["type": "carousel", "cards": [card(0, "$1"), card(0, "$2")]]
        #expect(try await send(account, "cards", [twice]).0 != 0)
        let three: JSONValue = ["type": "carousel", "cards": [card(0, "$1"), card(1, "$2"), card(2, "$3")]]
        #expect(try await send(account, "cards", [three]).0 == 132_000)
        #expect(try await send(account, "cards", []).0 == 132_000)
    }
}
