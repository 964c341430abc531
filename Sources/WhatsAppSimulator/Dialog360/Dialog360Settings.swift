public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SimulatedPlatform {
    /// How the simulated 360dialog behaves.
    ///
    /// ```swift
    /// await platform.configure360Dialog { $0.templates = .ownOnly; $0.blockedPaths = ["marketing_messages"] }
    /// ```
    public struct Dialog360Settings: Sendable {
        /// Which template interfaces an account has (360dialog reference §2.4).
        public enum TemplateInterfaces: Hashable, Sendable {
            /// The platform's and 360dialog's own.
            case both
            /// The platform's alone.
            case platformOnly
            /// 360dialog's own alone.
            case ownOnly
        }

        /// What stands in the way of everything (360dialog reference §6.1).
        public enum AccountProblem: Hashable, Sendable {
            /// The account is disabled.
            case disabled
            /// Invoices are not paid.
            case unpaidInvoices
            /// The number's integration does not run.
            case notRunning
        }

        /// Which template interfaces there are.
        public var templates = TemplateInterfaces.both
        /// What the account may not use: paths without their first slash; what stands below them is blocked too.
        public var blockedPaths: Set<String> = []
        /// What stands in the way of everything.
        public var problem: AccountProblem?
        /// How many seconds lie between two calls about settings (`/v1/configs/…`) at least; faster ones are refused with
        /// 400. 0 sets no limit.
        public var secondsBetweenSettingsCalls: TimeInterval = 0
        /// Whether messages can be sent: `AVAILABLE`, `LIMITED` or `BLOCKED`.
        public var canSendMessage = "AVAILABLE"
        /// The number that asked for the sandbox's key, the only one that the sandbox reaches; any where it is not set.
        public var sandboxOwner: PhoneNumber?
        /// How many messages the sandbox sends (360dialog reference §1.1).
        public var sandboxQuota = 200
        /// The partner's id.
        public var partnerID = "SimulatedPA"
        /// The partner's key.
        public var partnerKey: Secret = "simulated-partner-key"
        /// The secret that signs partner events.
        public var platformSecret: Secret = "simulated-platform-secret"
        /// The id of the client.
        public var clientID = "SimulatedCL"
        /// The id of the number's channel.
        public var channelID = "SimulatedCH"
        /// 360dialog's id of the account.
        public var accountID = "SimulatedWA"
        /// How the channel stands.
        public var channelStatus = "ready"
    }

    /// Changes how the simulated 360dialog behaves.
    public func configure360Dialog(_ change: @Sendable (inout Dialog360Settings) -> Void) {
        change(&dialog360.settings)
    }

    /// How the simulated 360dialog behaves.
    public var dialog360Settings: Dialog360Settings { dialog360.settings }
}
