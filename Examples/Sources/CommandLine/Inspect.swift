import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp inspect`: what the library understands of deliveries.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decodes deliveries: one body a line on standard input, one JSON object a line on standard output.")

    @Option(help: "The provider whose deliveries these are: cloud, 360dialog or chat-api.")
    var provider = "cloud"

    @Option(help: "The app secret to check the signature with; with 360dialog the platform secret of partner webhooks.")
    var appSecret: String?

    @Option(help: "The value of X-Hub-Signature-256 (with 360dialog x-360dialog-signature) that came with the body.")
    var signature: String?

    func validate() throws {
        guard ["cloud", "360dialog", "chat-api"].contains(provider) else {
            throw ValidationError("--provider \(provider) is not known; this version knows: cloud, 360dialog, chat-api")
        }
        if provider == "chat-api", appSecret != nil {
            throw ValidationError("--app-secret is of no use with chat-api, which signs nothing")
        }
        if signature != nil, appSecret == nil {
            throw ValidationError("--signature needs --app-secret: the signature is checked with it")
        }
    }

    func run() throws {
        let limits = DecodingLimits.default
        let verifier = appSecret.map { secret in
            provider == "360dialog"
                ? SignatureVerifier.dialog360Partner(platformSecrets: [Secret(secret)])
                : SignatureVerifier(secrets: [Secret(secret)])
        }
        var lines = LineReader(.standardInput, maximumBytes: limits.maximumBytes)
        while let line = lines.next() {
            switch line {
            case .bytes(let body):
                // A line end of another system is not part of the body; a blank line is none.
                let isBlank = body.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                if !isBlank { Output.line(bytes: inspect(body, verifier: verifier, limits: limits)) }
            case .tooLong(let count):
                let error = WebhookError(
                    code: .tooLarge, message: "the body has \(count) bytes, \(limits.maximumBytes) are allowed")
                Output.line(bytes: refusal(error))
            }
        }
        if let failure = lines.failure {
            Output.complain("standard input cannot be read: \(failure)")
            throw ExitCode.failure
        }
    }

    private func inspect(_ body: [UInt8], verifier: SignatureVerifier?, limits: DecodingLimits) -> [UInt8] {
        do throws(WebhookError) {
            if let verifier { try verifier.verify(body, signature: signature) }
            let delivery = try decode(body, limits)
            return Self.line(events: delivery.events.map(\.inspected), problems: delivery.problems.map(\.inspected))
        } catch {
            return refusal(error)
        }
    }

    private func decode(_ body: [UInt8], _ limits: DecodingLimits) throws(WebhookError) -> Delivery {
        switch provider {
        case "360dialog": return try Delivery(decoding360Dialog: body, limits: limits)
        case "chat-api": return try Delivery(decodingChatAPI: body, receivedAt: Date(), limits: limits)
        default: return try Delivery(decoding: body, limits: limits)
        }
    }

    private func refusal(_ error: WebhookError) -> [UInt8] {
        Output.complain(error.description)
        let problem = JSONValue.compact([
            ("path", ""), ("code", .string(error.code.description)), ("reason", .string(error.message)),
            ("offset", error.offset.map { .number(JSONNumber($0)) } ?? .null),
        ])
        return Self.line(events: [], problems: [problem.serialized()])
    }

    private static func line(events: [[UInt8]], problems: [[UInt8]]) -> [UInt8] {
        var line = Array(#"{"events":["#.utf8)
        line += events.joined(separator: [UInt8(ascii: ",")])
        line += Array(#"],"problems":["#.utf8)
        line += problems.joined(separator: [UInt8(ascii: ",")])
        line += Array("]}".utf8)
        return line
    }
}

extension JSONValue {
    /// An object as bytes, with a last member that stands as it arrived: the spelling of its texts and numbers, and
    /// names that stand twice, are kept.
    fileprivate func serialized(raw: RawJSON?) -> [UInt8] {
        var bytes = serialized()
        guard let raw else { return bytes }
        bytes.removeLast()
        bytes += Array(#","raw":"#.utf8)
        // Only white space between values can be a line end here.
        bytes += raw.bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}

extension DeliveryProblem {
    /// The problem as the command prints it.
    fileprivate var inspected: [UInt8] {
        JSONValue.compact([
            ("path", .string(path)), ("code", .string(code.description)), ("reason", .string(reason)),
        ]).serialized(raw: raw)
    }
}

extension WebhookEvent {
    /// The event as the command prints it; the names of the first five members are fixed.
    fileprivate var inspected: [UInt8] {
        var kind = "unrecognized"
        var type: String?
        var id: String?
        var from: String?
        var content: JSONValue = [:]
        switch self {
        case .message(let message):
            kind = "message"
            (type, id, from, content) = message.inspectedParts
        case .status(let status):
            kind = "status"
            type = status.state.rawValue
            id = status.id.rawValue
            content = status.inspectedContent
        case .template(let event):
            kind = "template"
            type = event.origin.field
            id = event.templateID?.rawValue
            content = event.inspectedContent
        case .account(let event):
            kind = "account"
            type = event.origin.field
            content = event.inspectedContent
        case .call(let event):
            kind = "call"
            type = event.event.rawValue
            id = event.id.rawValue
            from = event.from?.digits ?? (event.direction == .userInitiated ? event.userID?.rawValue : nil)
            content = event.inspectedContent
        case .group(let event):
            kind = "group"
            type = event.kind.rawValue
            id = event.groupID?.rawValue
            content = event.inspectedContent
        case .preference(let event):
            kind = "preference"
            type = event.origin.field
            from = event.waID?.rawValue ?? event.userID?.rawValue
            content = .compact([
                ("value", .string(event.choice.rawValue)), ("category", .text(event.category)),
                ("user_id", .text(event.userID?.rawValue)), ("details", .text(event.details)),
            ])
        case .userID(let event):
            kind = "user_id"
            type = event.origin.field
            from = event.waID?.rawValue ?? event.current.rawValue
            content = .compact([
                ("previous", .text(event.previous?.rawValue)), ("current", .string(event.current.rawValue)),
                ("previous_parent", .text(event.previousParent?.rawValue)),
                ("current_parent", .text(event.currentParent?.rawValue)), ("details", .text(event.details)),
            ])
        case .flow(let event):
            kind = "flow"
            type = event.event.rawValue
            id = event.flowID
            content = event.inspectedContent
        case .click(let event):
            kind = "click"
            type = event.action.rawValue
            id = event.clickID
            content = .compact([
                ("component", .text(event.component?.rawValue)), ("tracking_token", .text(event.trackingToken)),
                ("product_id", .text(event.productID)),
            ])
        case .echo(let echo):
            kind = "echo"
            (type, id, from, content) = echo.inspectedParts
        case .history(.chunk(let chunk)):
            kind = "history"
            type = chunk.isDeclined ? "declined" : "chunk"
            content = chunk.inspectedContent
        case .history(.message(let message)):
            kind = "history"
            (type, id, from, content) = message.inspectedParts
        case .history(.echo(let echo)):
            kind = "history"
            (type, id, from, content) = echo.inspectedParts
        case .standby(.message(let message)):
            kind = "standby"
            (type, id, from, content) = message.inspectedParts
        case .standby(.echo(let echo)):
            kind = "standby"
            (type, id, from, content) = echo.inspectedParts
        case .standby(.status(let status)):
            kind = "standby"
            (type, id, content) = (status.state.rawValue, status.id.rawValue, status.inspectedContent)
        case .history, .standby: break
        case .contactSync(let event):
            kind = "contact_sync"
            type = event.action.rawValue
            content = event.inspectedContent
        case .automatic(let event):
            kind = "automatic_event"
            type = event.name.rawValue
            id = event.messageID?.rawValue
            content = .compact([
                ("ctwa_clid", .text(event.clickID)), ("currency", .text(event.currency)),
                ("value", event.value.map { .number($0) } ?? .null),
                ("phone_number_id", .text(event.origin.receivedOn?.phoneNumberID?.rawValue)),
            ])
        case .handover(let event):
            kind = "handover"
            type = event.kind.rawValue
            from = event.customer?.digits
            content = event.inspectedContent
        case .error(let event):
            kind = "error"
            type = "errors"
            content = event.error.inspected
        case .unrecognized(let event):
            type = event.field.isEmpty ? event.element : event.field
        @unknown default:
            break
        }
        return JSONValue.fields([
            ("kind", .string(kind)), ("type", .text(type)), ("recognized", .bool(isRecognized)), ("id", .text(id)),
            ("from", .text(from)), ("timestamp", .text(printedTimestamp.map(Output.timestamp))), ("content", content),
        ]).serialized(raw: raw)
    }
}

extension WebhookEvent {
    /// The time that the delivery names: not that of its receipt.
    fileprivate var printedTimestamp: Date? {
        if case .status(let status) = self, status.isTimeOfReceipt { return nil }
        return timestamp
    }
}

/// The members of a printed event that differ between messages: type, id, from and content.
typealias InspectedParts = (type: String?, id: String?, from: String?, content: JSONValue)

extension InboundMessage {
    fileprivate var inspectedParts: InspectedParts {
        (type.rawValue, id.rawValue, from?.rawValue ?? fromUserID?.rawValue, inspectedContent)
    }

    private var inspectedContent: JSONValue {
        var fields = content.inspected
        fields += [
            ("profile_name", .text(contact?.name)), ("username", .text(contact?.username)),
            ("wa_id", .text(contact?.waID?.rawValue)),
            ("user_id", .text(fromUserID?.rawValue ?? contact?.userID?.rawValue)),
            ("parent_user_id", .text(fromParentUserID?.rawValue ?? contact?.parentUserID?.rawValue)),
            ("matching_key", .text(matchingKey?.rawValue)),
            ("group_id", .text(groupID?.rawValue)), ("logical_id", .text(logicalID)),
            ("phone_number_id", .text(receivedOn?.phoneNumberID?.rawValue)),
            ("display_phone_number", .text(receivedOn?.displayPhoneNumber?.digits)),
        ]
        fields += context?.inspected ?? []
        fields += [
            ("referral", referral?.inspected ?? .null), ("identity", identity?.inspected ?? .null),
            ("conversation_context", conversationContext?.inspected ?? .null),
            ("summary", .string(summary)),
            ("errors", errors.isEmpty ? .null : .array(errors.map(\.inspected))),
        ]
        return .compact(fields)
    }
}

extension MessageStatus {
    fileprivate var inspectedContent: JSONValue {
        .compact([
            ("recipient", .text(recipient?.rawValue)), ("recipient_user_id", .text(recipientUserID?.rawValue)),
            ("group_id", .text(groupID?.rawValue)), ("participant", .text(participant?.rawValue)),
            ("participant_user_id", .text(participantUserID?.rawValue)), ("payment", payment?.inspected ?? .null),
            ("callback_data", .text(callbackData)), ("phone_number_id", .text(receivedOn?.phoneNumberID?.rawValue)),
            ("conversation_id", .text(conversation?.id?.rawValue)),
            ("pricing_model", .text(pricing?.model?.rawValue)),
            ("pricing_type", .text(pricing?.type?.rawValue)),
            ("pricing_category", .text(pricing?.category?.rawValue)),
            ("billable", pricing?.isBillable.map { .bool($0) } ?? .null),
            ("errors", errors.isEmpty ? .null : .array(errors.map(\.inspected))),
        ])
    }
}

extension MessageStatus.Payment {
    fileprivate var inspected: JSONValue {
        .compact([
            ("reference_id", .text(referenceID)), ("amount", .whole(amount?.value)), ("offset", .whole(amount?.offset)),
            ("currency", .text(currency)), ("transaction_id", .text(transaction?.id)),
            ("transaction_status", .text(transaction?.status)), ("method", .text(transaction?.method)),
            ("receipt", .text(receipt)), ("notes", (try? notes?.value) ?? .null),
        ])
    }
}

extension PlatformError {
    /// The error as the command prints it.
    var inspected: JSONValue {
        .compact([
            ("code", .number(JSONNumber(code.rawValue))), ("title", .text(title)), ("message", .text(message)),
            ("details", .text(details)),
        ])
    }
}
