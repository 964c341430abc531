#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TemplateEvent {
    /// How a template stands now, and why (webhooks reference §2.4).
    public struct StatusChange: Hashable, Sendable {
        /// How it stands.
        public var state: TemplateStatus
        /// Why; ``TemplateRejectionReason/none`` or `nil` where there is no reason.
        public var reason: TemplateRejectionReason?
        /// Its category.
        public var category: TemplateCategory?
        /// When it is disabled.
        public var disableDate: Date?
        /// More about a lock or a pause.
        public var notice: Notice?
        /// The same in words.
        public var details: String?
        /// Why it was rejected, in words.
        public var rejectionReason: String?
        /// What to do about it, in words.
        public var recommendation: String?

        /// Creates the value.
        public init(
            state: TemplateStatus, reason: TemplateRejectionReason? = nil, category: TemplateCategory? = nil,
            disableDate: Date? = nil,
            notice: Notice? = nil, details: String? = nil, rejectionReason: String? = nil, recommendation: String? = nil
        ) {
            self.state = state
            self.reason = reason
            self.category = category
            self.disableDate = disableDate
            self.notice = notice
            self.details = details
            self.rejectionReason = rejectionReason
            self.recommendation = recommendation
        }

        init(_ node: JSONNode, state: TemplateStatus) {
            self.init(
                state: state, reason: node.read("reason"),
                category: node.read("message_template_category"),
                disableDate: node.member("disable_info")?.member("disable_date")?.time,
                notice: node.member("other_info")?.read("title"),
                details: node.member("other_info")?.member("description")?.string,
                rejectionReason: node.member("rejection_info")?.member("reason")?.string,
                recommendation: node.member("rejection_info")?.member("recommendation")?.string)
        }
    }
}

extension TemplateEvent.StatusChange: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "template \(state.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
