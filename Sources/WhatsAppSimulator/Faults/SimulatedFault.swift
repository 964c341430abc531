import WhatsAppBusiness

/// Something that goes wrong with a call, on demand.
///
/// ```swift
/// await platform.injectFault(.throttled, times: 2)
/// await platform.injectFault(.connectionLost(.afterTaking))
/// ```
public struct SimulatedFault: Sendable {
    /// When a connection is lost or a call's time ends.
    public enum Moment: Hashable, Sendable {
        /// The platform got nothing, and the program's transport knows it.
        case beforeSending
        /// The platform got nothing, but the transport cannot know.
        case beforeTaking
        /// The platform has done what was asked; only the answer is lost.
        case afterTaking
    }

    enum Kind: Sendable {
        case refusal(PlatformFault, retryAfter: Int?)
        case page(status: Int)
        case bytes(status: Int, [UInt8])
        case lost(Moment)
        case timeout(Moment)
        case brokenUpload(afterBytes: Int)
    }

    let kind: Kind

    /// A refusal in the form of the interface that is called.
    ///
    /// - Parameters:
    ///   - code: Cloud API's code.
    ///   - subcode: its subcode.
    ///   - status: the HTTP status.
    ///   - message: the title.
    ///   - details: the details.
    ///   - isTransient: whether the platform says that it will pass.
    ///   - retryAfter: seconds in a `Retry-After` field.
    public static func refusal(
        _ code: Int, subcode: Int? = nil, status: Int = 400, message: String = "Ordered by the test",
        details: String? = nil, isTransient: Bool = false, retryAfter: Int? = nil
    ) -> Self {
        var fault = PlatformFault(
            status: status, code: code, subcode: subcode, message: message, details: details)
        fault.isTransient = isTransient
        return Self(kind: .refusal(fault, retryAfter: retryAfter))
    }

    /// More messages than the number may send a second: 429 with 130429.
    public static let throttled = refusal(130_429, status: 429, message: "Rate limit hit")

    /// An error of the server: 500 with 131000.
    public static let serverError = refusal(131_000, status: 500, message: "Something went wrong")

    /// A page in HTML in the place of JSON, as a proxy answers.
    public static func htmlPage(status: Int = 502) -> Self { Self(kind: .page(status: status)) }

    /// Any answer.
    public static func answer(status: Int, _ body: [UInt8]) -> Self { Self(kind: .bytes(status: status, body)) }

    /// The connection breaks.
    public static func connectionLost(_ moment: Moment) -> Self { Self(kind: .lost(moment)) }

    /// No answer comes in time. Nothing waits: the transport reports it at once.
    public static func timeout(_ moment: Moment) -> Self { Self(kind: .timeout(moment)) }

    /// The connection breaks while an upload is sent: only the first bytes arrive.
    public static func uploadBroken(afterBytes bytes: Int) -> Self {
        Self(kind: .brokenUpload(afterBytes: max(bytes, 0)))
    }
}
