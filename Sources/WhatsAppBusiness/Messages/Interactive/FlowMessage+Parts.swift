extension FlowMessage {
    /// Which flow is opened.
    public struct Flow: Hashable, Sendable {
        let key: String
        let text: String

        /// The flow of an id.
        public static func id(_ id: String) -> Self { Self(key: "flow_id", text: id) }
        /// The flow of a name.
        public static func name(_ name: String) -> Self { Self(key: "flow_name", text: name) }

        private init(key: String, text: String) {
            self.key = key
            self.text = text
        }

        init(reading object: WireObject) {
            if object.has("flow_name") {
                self = .name(object.text("flow_name"))
                object.refuse("flow_id", "a flow has an id or a name, not both")
            } else {
                self = .id(object.text("flow_id"))
            }
        }
    }

    /// Whether the published flow is opened or its draft; an open set.
    public struct Mode: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The flow as it is published.
        public static let published = Self(rawValue: "published")
        /// The flow as it is being edited; for tests.
        public static let draft = Self(rawValue: "draft")
    }

    /// Where a flow begins.
    public enum Start: Hashable, Sendable {
        /// At a screen, with data for it. Without a screen's name at the first one.
        case navigate(screen: String? = nil, data: JSONObject? = nil)
        /// With a request to the flow's endpoint, which chooses the screen.
        case dataExchange

        init?(_ object: WireObject) {
            switch object.optionalText("flow_action")?.lowercased() {
            case nil where !object.has("flow_action_payload"): return nil
            case nil, "navigate":
                guard object.has("flow_action_payload") else {
                    self = .navigate()
                    return
                }
                self = object.within("flow_action_payload") { payload in
                    let screen = payload.optionalText("screen")
                    let data = payload.take("data")
                    if let data, data.object == nil { payload.fail("data", .type, "an object belongs here") }
                    return .navigate(screen: screen, data: data?.object)
                }
            case "data_exchange":
                object.refuse("flow_action_payload", "the endpoint gives the data of a flow that begins there")
                self = .dataExchange
            default:
                object.fail("flow_action", .notAllowed, "a flow begins with navigate or data_exchange")
                self = .dataExchange
            }
        }

        var action: String {
            switch self {
            case .navigate: return "navigate"
            case .dataExchange: return "data_exchange"
            }
        }

        var payload: JSONValue? {
            guard case .navigate(let screen, let data) = self, screen != nil || data != nil else { return nil }
            return .members(["screen": .text(screen), "data": data.map { .object($0) }])
        }

        func check(_ check: inout Check, at path: String) {
            guard case .navigate(let screen, let data) = self else { return }
            if let screen { check.required(screen, at: path + ".screen") }
            if data?.count == 0 {
                check.fail(at: path + ".data", .minCount, "data that is there is not empty", limit: 1, actual: 0)
            }
        }
    }
}
