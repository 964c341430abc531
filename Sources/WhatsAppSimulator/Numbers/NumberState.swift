#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the platform knows of the business number beside its id (Cloud API reference §6.1, §6.2).
struct NumberState: Sendable {
    var verifiedName: String
    /// `APPROVED`, `PENDING_REVIEW`, `DECLINED` or `NONE`.
    var nameStatus = "APPROVED"
    /// A name that was asked for; its review is due when the clock shows the time.
    var requestedName: RequestedName?
    /// The name that was approved and is shown after the next registration.
    var approvedName: String?
    /// `APPROVED`, `PENDING_REVIEW`, `DECLINED` or `NONE`.
    var newNameStatus = "NONE"
    var isRegistered: Bool
    /// The PIN of two-step verification.
    var pin: String?
    var wrongPINs = 0
    /// `VERIFIED`, `NOT_VERIFIED` or `EXPIRED`.
    var codeVerification: String
    /// The code that the number was sent.
    var code: String?
    /// When it was registered or deregistered, for the limit of ten in 72 hours.
    var registrations: [Date] = []
    var qualityRating = "GREEN"
    var messagingLimit = "TIER_2K"

    struct RequestedName: Sendable {
        var name: String
        var reviewAt: Date
    }

    var status: String { isRegistered ? "CONNECTED" : codeVerification == "VERIFIED" ? "PENDING" : "UNVERIFIED" }
}
