import Foundation
import WhatsApp

extension TemplatePreview {
    /// The preview as `whatsapp preview` prints it.
    var printed: JSONValue {
        .compact([
            ("valid", true), ("header", header.map(\.printed) ?? .null), ("body", .text(body?.text)),
            ("plain", .text(body?.plainText)), ("footer", .text(footer)),
            ("buttons", .array(buttons.map(\.printed))),
            (
                "lto",
                offer.map { offer in
                    .compact([
                        ("text", .string(offer.text)),
                        ("expiration_time_ms", offer.endMilliseconds.map { .number(JSONNumber($0)) } ?? .null),
                    ])
                } ?? .null
            ),
            (
                "carousel",
                cards.isEmpty
                    ? .null
                    : .array(
                        cards.map { card in
                            .compact([
                                ("header", card.header.map(\.printed) ?? .null), ("body", .text(card.body?.text)),
                                ("plain", .text(card.body?.plainText)),
                                ("buttons", .array(card.buttons.map(\.printed))),
                                ("runs", card.body.map(\.printed) ?? .null),
                            ])
                        })
            ),
            ("call_permission_request", asksForCallPermission ? true : .null),
            ("runs", body.map(\.printed) ?? .null),
            ("unfilled", unfilled.isEmpty ? .null : .array(unfilled.map { .string($0) })),
            ("approximate", isApproximate ? true : .null),
            (
                "warnings",
                warnings.isEmpty
                    ? .null
                    : .array(
                        warnings.map { warning in
                            .fields([
                                ("path", .string(warning.path)), ("rule", .string(warning.rule.rawValue)),
                                ("explanation", .string(warning.explanation)),
                            ])
                        })
            ),
        ])
    }
}

extension TemplatePreview.Header {
    /// The header as `whatsapp preview` prints it.
    var printed: JSONValue {
        func media(_ type: String, _ media: MediaReference?, _ filename: String? = nil) -> JSONValue {
            .compact([
                ("type", .string(type)), ("id", .text(media?.id?.rawValue)), ("link", .text(media?.link)),
                ("filename", .text(filename)),
            ])
        }
        switch self {
        case .text(let text): return .fields([("type", "text"), ("text", .string(text))])
        case .image(let reference): return media("image", reference)
        case .video(let reference): return media("video", reference)
        case .gif(let reference): return media("gif", reference)
        case .document(let document): return media("document", document?.media, document?.filename)
        case .location(let location):
            return .compact([
                ("type", "location"), ("latitude", .text(location?.latitude.text)),
                ("longitude", .text(location?.longitude.text)), ("name", .text(location?.name)),
                ("address", .text(location?.address)),
            ])
        case .product(let product):
            return .compact([
                ("type", "product"), ("catalog_id", .text(product?.catalogID)),
                ("product_retailer_id", .text(product?.retailerID)),
            ])
        case .unrecognized(let format): return .fields([("type", .string(format.lowercased()))])
        @unknown default: return .fields([("type", "unknown")])
        }
    }
}

extension TemplatePreview.Button {
    /// The button as `whatsapp preview` prints it.
    var printed: JSONValue {
        .compact([
            ("type", .string(kind.rawValue.lowercased())), ("text", .string(text)), ("url", .text(url)),
            ("phone_number", .text(phoneNumber)), ("code", .text(code)), ("payload", .text(payload)),
        ])
    }
}

extension FormattedText {
    /// The lines and their runs as `whatsapp preview` prints them.
    var printed: JSONValue {
        .array(
            lines.map { line in
                let kind: (String, JSONValue)
                switch line.kind {
                case .plain: kind = ("plain", .null)
                case .bullet: kind = ("bullet", .null)
                case .number(let number): kind = ("number", .number(JSONNumber(number)))
                case .quote: kind = ("quote", .null)
                @unknown default: kind = ("unknown", .null)
                }
                return .compact([
                    ("line", .string(kind.0)), ("number", kind.1), ("runs", .array(line.runs.map(\.printed))),
                ])
            })
    }
}

extension FormattedText.Run {
    fileprivate var printed: JSONValue {
        func nested(_ style: String, _ runs: [FormattedText.Run]) -> JSONValue {
            .fields([("style", .string(style)), ("runs", .array(runs.map(\.printed)))])
        }
        switch self {
        case .text(let text): return .fields([("text", .string(text))])
        case .bold(let runs): return nested("bold", runs)
        case .italic(let runs): return nested("italic", runs)
        case .strikethrough(let runs): return nested("strikethrough", runs)
        case .monospace(let runs): return nested("monospace", runs)
        case .placeholder(let name): return .fields([("placeholder", .string(name))])
        @unknown default: return .fields([("text", .string(plainText))])
        }
    }
}
