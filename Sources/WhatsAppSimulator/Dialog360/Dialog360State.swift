import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What 360dialog keeps beside the shared state.
struct Dialog360State: Sendable {
    /// How it behaves.
    var settings = SimulatedPlatform.Dialog360Settings()
    /// The key that the Partner API has made last; the configured one before.
    var issuedKey: Secret?
    /// Whether all keys were deleted.
    var hasNoKey = false
    /// When requests for media failed.
    var failedMedia: [Date] = []
    /// When a setting was read or written last.
    var lastSettingsCall: Date?
    /// The account's webhook address, which counts where the number has none.
    var accountWebhook: Callback?
    var usesDestinations = false
    var destinations: [Callback] = []
    /// How many messages the sandbox has sent.
    var sandboxMessages = 0
    /// Tokens of the Partner API that were given out.
    var partnerTokens: Set<String> = []
    var partnerPayload: String?
    var maximumChannels = 1

    /// An address that was set, with its header fields.
    struct Callback: Sendable {
        var name = ""
        var url: String
        var headers: [(String, String)] = []
    }
}
