/// What one webhook request brought: every event in it, and what could not be read.
///
/// The platform batches: one body holds several entries, changes and elements, and all of them become events, in their
/// order. Nothing is lost: an unknown kind arrives as ``WebhookEvent/unrecognized(_:)``, and an element that is broken
/// becomes a ``DeliveryProblem`` with its bytes while its siblings arrive.
///
/// ```swift
/// let delivery = try Delivery(decoding: body)
/// for event in delivery.events {
///     switch event {
///     case .message(let message): …
///     case .status(let status): …
///     default: …
///     }
/// }
/// ```
///
/// Check the signature on the received bytes before decoding them. Shapes: webhooks reference §2.1, §2.3.
public struct Delivery: Hashable, Sendable {
    /// The events in their order.
    public var events: [WebhookEvent]
    /// What could not be read, with its place and its bytes.
    public var problems: [DeliveryProblem]

    /// Creates a delivery.
    public init(events: [WebhookEvent] = [], problems: [DeliveryProblem] = []) {
        self.events = events
        self.problems = problems
    }

    /// Decodes the body of a webhook request.
    ///
    /// A body without the envelope, as the test button of the dashboard shows it (`{"field":…,"value":…}`), is decoded
    /// as one change.
    ///
    /// - Parameters:
    ///   - body: the bytes as they were received.
    ///   - limits: how much the delivery may hold.
    /// - Throws: ``WebhookError`` when the body is too large or is not JSON. JSON of any other content never throws.
    public init(decoding body: [UInt8], limits: DecodingLimits = .default) throws(WebhookError) {
        try Self.check(body, limits)
        do throws(JSONError) {
            self = try JSONReader.read(body, maximumDepth: limits.maximumDepth) { root in
                var decoder = DeliveryDecoder(buffer: body, limits: limits)
                decoder.decodeDelivery(root)
                return Delivery(events: decoder.events, problems: decoder.problems)
            }
        } catch {
            throw WebhookError(error)
        }
    }

    /// Decodes a change alone: the `{"field":…,"value":…}` that the dashboard shows and that stores may keep.
    ///
    /// - Parameters:
    ///   - change: the bytes of the change.
    ///   - businessAccountID: the account to note in the events; the envelope that names it is missing here.
    ///   - limits: how much the change may hold.
    /// - Throws: ``WebhookError`` when the bytes are too large, are not JSON, or are not an object with a `value`.
    public init(
        decodingChange change: [UInt8], businessAccountID: BusinessAccountID? = nil, limits: DecodingLimits = .default
    ) throws(WebhookError) {
        try Self.check(change, limits)
        let delivery: Delivery?
        do throws(JSONError) {
            delivery = try JSONReader.read(change, maximumDepth: limits.maximumDepth) { root in
                guard root.kind == .object, root.member("value") != nil else { return nil }
                var decoder = DeliveryDecoder(buffer: change, limits: limits)
                decoder.decodeBareChange(root, businessAccountID: businessAccountID)
                return Delivery(events: decoder.events, problems: decoder.problems)
            }
        } catch {
            throw WebhookError(error)
        }
        guard let delivery else {
            throw WebhookError(code: .notAChange, message: "an object with field and value is expected")
        }
        self = delivery
    }

    private static func check(_ body: [UInt8], _ limits: DecodingLimits) throws(WebhookError) {
        guard body.count <= limits.maximumBytes else {
            throw WebhookError(
                code: .tooLarge, message: "the body has \(body.count) bytes, \(limits.maximumBytes) are allowed")
        }
    }
}

extension Delivery: CustomStringConvertible, CustomReflectable {
    /// How many events and problems there are.
    public var description: String { "delivery of \(events.count) events and \(problems.count) problems" }

    /// A mirror that shows the counts only.
    public var customMirror: Mirror {
        Mirror(self, children: ["events": events.count, "problems": problems.count])
    }
}
