import WhatsAppBusiness

/// One call of `send`: what is asked for, and the identity by which it is cancelled.
final class Call: Sendable {
    let request: PreparedRequest

    init(_ request: PreparedRequest) {
        self.request = request
    }

    var id: ObjectIdentifier { ObjectIdentifier(self) }
}

/// A call on its way to the loop, which answers it exactly once.
struct Submission: Sendable {
    let call: Call
    let continuation: CheckedContinuation<RawResponse, any Error>
}

/// A response as the loop hands it over; the caller's own task turns it into values.
struct RawResponse: Sendable {
    /// The final header as it came, status line first.
    var header: [UInt8]
    /// The body, where it was to be collected.
    var body: [UInt8]
    /// The body, where it was to be streamed.
    var stream: ResponseStream?
    /// The length of a streamed body, where it was stated.
    var length: Int?
}
