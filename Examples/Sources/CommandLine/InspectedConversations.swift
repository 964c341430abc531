import Foundation
import WhatsApp

extension MessageEcho {
    /// What `whatsapp inspect` prints of the echo.
    var inspectedParts: InspectedParts {
        var fields = content.inspected
        fields += [
            ("to", .text(to?.digits)), ("to_user_id", .text(toUserID?.rawValue)),
            ("to_parent_user_id", .text(toParentUserID?.rawValue)), ("group_id", .text(groupID?.rawValue)),
            ("profile_name", .text(contact?.name)), ("creation", .text(creation?.rawValue)),
            ("phone_number_id", .text(origin.receivedOn?.phoneNumberID?.rawValue)),
        ]
        fields += context?.inspected ?? []
        fields += [("summary", .string(summary)), ("errors", .list(errors.map(\.inspected)))]
        return (type.rawValue, id.rawValue, from?.digits, .compact(fields))
    }
}

extension HistoryEvent.Chunk {
    /// The chunk as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("phase", .whole(phase?.rawValue)), ("chunk_order", .whole(order)), ("progress", .whole(progress)),
            ("threads", .list(threads.map(\.inspected))), ("errors", .list(errors.map(\.inspected))),
            ("phone_number_id", .text(origin.receivedOn?.phoneNumberID?.rawValue)),
        ])
    }
}

extension HistoryEvent.Thread {
    fileprivate var inspected: JSONValue {
        .compact([
            ("number", .text(number?.digits)), ("profile_name", .text(contact?.name)),
            ("username", .text(contact?.username)), ("user_id", .text(contact?.userID?.rawValue)),
            ("messages", .list(messages.map(\.inspected))),
        ])
    }
}

extension HistoryEvent.Message {
    fileprivate var inspected: JSONValue {
        .compact([
            ("id", .string(id.rawValue)), ("type", .string(type.rawValue)),
            ("timestamp", .string(Output.timestamp(timestamp))), ("from_business", .bool(isFromBusiness)),
            ("from", .text(from?.digits ?? fromUserID?.rawValue)), ("to", .text(to?.digits ?? toUserID?.rawValue)),
            ("status", .text(state?.rawValue)), ("content", .compact(content.inspected + (context?.inspected ?? []))),
            ("summary", .string(summary)), ("errors", .list(errors.map(\.inspected))),
        ])
    }
}

extension ContactSyncEvent {
    /// The event as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("full_name", .text(fullName)), ("first_name", .text(firstName)),
            ("phone_number", .text(phoneNumber?.digits)), ("user_id", .text(userID?.rawValue)),
            ("parent_user_id", .text(parentUserID?.rawValue)), ("username", .text(username)),
            ("phone_number_id", .text(origin.receivedOn?.phoneNumberID?.rawValue)),
        ])
    }
}

extension HandoverEvent {
    /// The event as `whatsapp inspect` prints it.
    var inspectedContent: JSONValue {
        .compact([
            ("previous_owner_app_id", .text(previousOwnerAppID)),
            ("previous_owner_app_role", .text(previousOwnerAppRole?.rawValue)),
            ("previous_owner_role", .text(previousOwnerRole?.rawValue)), ("new_owner_app_id", .text(newOwnerAppID)),
            ("new_owner_role", .text(newOwnerRole?.rawValue)), ("metadata", .text(metadata)),
            ("conversation_context", conversationContext?.inspected ?? .null),
            ("phone_number_id", .text(origin.receivedOn?.phoneNumberID?.rawValue)),
        ])
    }
}

extension ConversationContext {
    /// The context as `whatsapp inspect` prints it.
    var inspected: JSONValue {
        .compact([("type", .text(kind?.rawValue)), ("summary", .text(summary))])
    }
}

extension InboundMessage.Context {
    /// The context as `whatsapp inspect` prints it.
    var inspected: [(String, JSONValue)] {
        [
            ("reply_to", .text(messageID?.rawValue)), ("reply_to_from", .text(from?.digits)),
            ("forwarded", isForwarded ? true : .null),
            ("frequently_forwarded", isFrequentlyForwarded ? true : .null),
            (
                "product",
                product.map {
                    .compact([("catalog_id", .text($0.catalogID)), ("product_retailer_id", .text($0.retailerID))])
                } ?? .null
            ),
        ]
    }
}

extension InboundMessage.Referral {
    /// The referral as `whatsapp inspect` prints it.
    var inspected: JSONValue {
        .compact([
            ("source_type", .text(sourceType?.rawValue)), ("source_id", .text(sourceID)),
            ("source_url", .text(sourceURL)), ("headline", .text(headline)), ("body", .text(body)),
            ("media_type", .text(mediaType)), ("image_url", .text(imageURL)), ("video_url", .text(videoURL)),
            ("thumbnail_url", .text(thumbnailURL)), ("ctwa_clid", .text(clickID)),
            ("welcome_message", .text(welcomeMessage)),
        ])
    }
}

extension InboundMessage.Identity {
    /// The identity as `whatsapp inspect` prints it.
    var inspected: JSONValue {
        .compact([
            ("acknowledged", .bool(isAcknowledged)), ("created", .text(created.map(Output.timestamp))),
            ("hash", .text(hash)),
        ])
    }
}
