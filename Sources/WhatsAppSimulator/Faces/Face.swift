import WhatsAppBusiness

extension SimulatedPlatform {
    /// The interface that an endpoint's deliveries follow.
    public struct Face: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case cloudAPI, dialog360, dialog360Sandbox, dialog360Partner, chatAPI
        }

        let kind: Kind

        /// Cloud API: envelopes, signed with the app secret.
        public static let cloudAPI = Self(kind: .cloudAPI)
        /// 360dialog's messaging host: Cloud API's envelopes, unsigned.
        public static let dialog360 = Self(kind: .dialog360)
        /// 360dialog's sandbox: the on-premises dialect.
        public static let dialog360Sandbox = Self(kind: .dialog360Sandbox)
        /// 360dialog's partner webhook: signed events of templates.
        public static let dialog360Partner = Self(kind: .dialog360Partner)
        /// Chat API and 1msg: `messages` and `ack`, unsigned.
        public static let chatAPI = Self(kind: .chatAPI)

        /// What speaks this interface.
        var face: any SimulatedFace {
            switch kind {
            case .cloudAPI: return GraphFace()
            case .dialog360: return Dialog360Face()
            case .dialog360Sandbox: return Dialog360SandboxFace()
            case .dialog360Partner: return Dialog360PartnerFace()
            case .chatAPI: return ChatAPIFace()
            }
        }

        /// The name of the interface's first endpoint.
        var name: String {
            switch kind {
            case .cloudAPI: return "application"
            case .dialog360: return "number"
            case .dialog360Sandbox: return "sandbox"
            case .dialog360Partner: return "partner"
            case .chatAPI: return "channel"
            }
        }
    }

    /// The face that a request speaks to, by what it carries.
    func face(of request: SimulatedRequest) -> any SimulatedFace {
        if let key = request.header("D360-API-KEY") {
            let path = request.path
            let isOnPremisesPath =
                path.starts(with: ["v1", "messages"]) || path.starts(with: ["v1", "configs", "webhook"])
            if isOnPremisesPath, configuration.sandboxKey.withText({ $0 == key }) { return Dialog360SandboxFace() }
            return Dialog360Face()
        }
        // The Partner API of 360dialog.
        if request.path.starts(with: ["api", "v2"]) { return Dialog360Face() }
        let channel = configuration.chatAPIChannel
        if let first = request.path.first, first == channel || first == "instance" + channel { return ChatAPIFace() }
        return GraphFace()
    }
}
