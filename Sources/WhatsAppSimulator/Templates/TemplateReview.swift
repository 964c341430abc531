import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SimulatedPlatform {
    /// How a template's review ends.
    public struct TemplateDecision: Hashable, Sendable {
        var rejection: String?
        var explanation: String?
        var recommendation: String?

        /// It may be sent.
        public static let approved = Self()

        /// It may not be sent.
        ///
        /// - Parameters:
        ///   - reason: the platform's word, such as `INVALID_FORMAT` or `PROMOTIONAL` (webhooks reference §2.4).
        ///   - explanation: in words, which the platform gives with `INVALID_FORMAT`.
        ///   - recommendation: what to do, in words.
        public static func rejected(
            _ reason: String, explanation: String? = nil, recommendation: String? = nil
        ) -> Self {
            Self(rejection: reason, explanation: explanation, recommendation: recommendation)
        }
    }
}

extension SimulatedPlatform.Configuration {
    /// How and when templates are reviewed. What breaks a rule of the platform is refused when it is created, and what the
    /// platform finds only in its review (placeholders side by side) is rejected before ``decide`` is asked.
    public struct TemplateReview: Sendable {
        /// How long a review takes on the clock, in seconds; with 0 the answer to the creation tells the outcome already.
        public var delay: TimeInterval
        /// How many templates an account may have (Cloud API reference §4.8: 250, or 6,000 once it is verified).
        public var templateLimit: Int
        /// Decides on a template.
        public var decide: @Sendable (_ template: SimulatedTemplate) -> SimulatedPlatform.TemplateDecision

        /// Creates a review.
        public init(
            delay: TimeInterval = 0, templateLimit: Int = 6_000,
            decide: @escaping @Sendable (_ template: SimulatedTemplate) -> SimulatedPlatform.TemplateDecision = {
                _ in .approved
            }
        ) {
            self.delay = delay
            self.templateLimit = templateLimit
            self.decide = decide
        }
    }
}
