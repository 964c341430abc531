import Foundation
import WhatsApp

extension InboundMessage.Content {
    /// What the message says as `whatsapp inspect` prints it.
    var inspected: [(String, JSONValue)] {
        switch self {
        case .text(let text): return [("body", .string(text.body))]
        case .image(let media), .video(let media), .audio(let media), .document(let media), .sticker(let media):
            return media.inspected
        case .location(let place):
            return [
                ("latitude", .measure(place.latitude)), ("longitude", .measure(place.longitude)),
                ("name", .text(place.name)), ("address", .text(place.address)), ("url", .text(place.url)),
            ]
        case .contacts(let cards): return [("contacts", .array(cards.map(\.inspected)))]
        case .button(let button): return [("payload", .text(button.payload)), ("text", .text(button.text))]
        case .buttonReply(let reply):
            return [("reply", "button_reply"), ("reply_id", .string(reply.id)), ("title", .text(reply.title))]
        case .listReply(let reply):
            return [
                ("reply", "list_reply"), ("reply_id", .string(reply.id)), ("title", .text(reply.title)),
                ("description", .text(reply.rowDescription)),
            ]
        case .flowReply(let reply):
            return [
                ("reply", "flow_reply"), ("name", .text(reply.name)), ("body", .text(reply.body)),
                ("response", (try? reply.response?.value) ?? .null), ("flow_token", .text(reply.flowToken)),
            ]
        case .addressReply(let reply): return reply.inspected
        case .callPermissionReply(let reply):
            return [
                ("reply", "call_permission_reply"), ("response", .string(reply.response.rawValue)),
                ("is_permanent", .bool(reply.isPermanent)),
                ("expiration", .text(reply.expiration.map(Output.timestamp))),
                ("response_source", .text(reply.source?.rawValue)),
            ]
        case .order(let order):
            return [
                ("catalog_id", .text(order.catalogID)), ("text", .text(order.text)),
                ("items", .array(order.items.map(\.inspected))),
            ]
        case .reaction(let reaction):
            return [
                ("message_id", .string(reaction.messageID.rawValue)), ("emoji", .text(reaction.emoji)),
                ("removed", .bool(reaction.isRemoval)),
            ]
        case .system(let notice):
            return [
                ("notice", .string(notice.kind.rawValue)), ("body", .text(notice.body)),
                ("new_number", .text(notice.number?.digits)), ("new_user_id", .text(notice.userID?.rawValue)),
                ("new_parent_user_id", .text(notice.parentUserID?.rawValue)),
                ("previous_user_id", .text(notice.previousUserID?.rawValue)),
                ("customer", .text(notice.customer?.digits)), ("identity", .text(notice.identityHash)),
            ]
        case .edit(let edit):
            return [
                ("original_message_id", .string(edit.originalMessageID.rawValue)),
                ("type", .string(edit.type.rawValue)), ("message", .compact(edit.content.inspected)),
            ]
        case .revoke(let deletion): return [("original_message_id", .string(deletion.originalMessageID.rawValue))]
        case .unsupported(let content):
            return [("type", .text(content.type)), ("payload", (try? content.payload?.value) ?? .null)]
        case .requestWelcome, .mediaPlaceholder, .unrecognized: return []
        @unknown default: return []
        }
    }
}

extension InboundMessage.MediaContent {
    fileprivate var inspected: [(String, JSONValue)] {
        [
            ("media_id", .text(id?.rawValue)), ("mime_type", .text(mimeType)), ("sha256", .text(sha256)),
            ("url", .text(url)), ("caption", .text(caption)), ("filename", .text(filename)),
            ("voice", isVoice ? true : .null), ("animated", isAnimated ? true : .null),
        ]
    }
}

extension InboundMessage.ContactCard {
    fileprivate var inspected: JSONValue {
        .compact([
            (
                "name",
                name.map {
                    .compact([
                        ("formatted_name", .text($0.formatted)), ("first_name", .text($0.first)),
                        ("last_name", .text($0.last)), ("middle_name", .text($0.middle)), ("prefix", .text($0.prefix)),
                        ("suffix", .text($0.suffix)),
                    ])
                } ?? .null
            ),
            (
                "phones",
                .list(
                    phones.map {
                        .compact([
                            ("phone", .text($0.number)), ("wa_id", .text($0.waID?.rawValue)), ("type", .text($0.type)),
                        ])
                    })
            ),
            (
                "emails", .list(emails.map { .compact([("email", .text($0.address)), ("type", .text($0.type))]) })
            ),
            (
                "addresses",
                .list(
                    addresses.map {
                        .compact([
                            ("street", .text($0.street)), ("city", .text($0.city)), ("state", .text($0.state)),
                            ("zip", .text($0.zip)), ("country", .text($0.country)),
                            ("country_code", .text($0.countryCode)), ("type", .text($0.type)),
                        ])
                    })
            ),
            (
                "org",
                organization.map {
                    .compact([
                        ("company", .text($0.company)), ("department", .text($0.department)),
                        ("title", .text($0.title)),
                    ])
                } ?? .null
            ), ("urls", .list(urls.map { .compact([("url", .text($0.address)), ("type", .text($0.type))]) })),
            ("birthday", .text(birthday)), ("origin", .text(origin?.rawValue)), ("vcard", .text(vcard)),
        ])
    }
}

extension InboundMessage.AddressReply {
    fileprivate var inspected: [(String, JSONValue)] {
        [
            ("reply", "address_message"), ("saved_address_id", .text(savedAddressID)), ("name", .text(name)),
            ("phone_number", .text(phoneNumber)), ("postal_code", .text(postalCode)),
            ("house_number", .text(houseNumber)), ("floor_number", .text(floorNumber)),
            ("tower_number", .text(towerNumber)), ("building_name", .text(buildingName)), ("address", .text(address)),
            ("landmark_area", .text(landmarkArea)), ("city", .text(city)), ("state", .text(state)),
            ("response", (try? response?.value) ?? .null),
        ]
    }
}

extension InboundMessage.OrderContent.Item {
    fileprivate var inspected: JSONValue {
        .compact([
            ("product_retailer_id", .text(retailerID)), ("quantity", quantity.map { .number(JSONNumber($0)) } ?? .null),
            ("item_price", price.map { .number($0) } ?? .null), ("currency", .text(currency)),
        ])
    }
}

extension JSONValue {
    /// A measure, or null where it is no number.
    static func measure(_ value: Double?) -> JSONValue {
        value.flatMap { JSONNumber($0) }.map { .number($0) } ?? .null
    }

    /// A whole number, or null where there is none.
    static func whole(_ value: Int?) -> JSONValue {
        value.map { .number(JSONNumber($0)) } ?? .null
    }

    /// An array, or null where it is empty.
    static func list(_ elements: [JSONValue]) -> JSONValue {
        elements.isEmpty ? .null : .array(elements)
    }
}
