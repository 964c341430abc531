extension TemplateDefinition.Button {
    /// A button of which the template says no more than what stands on it.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Label: Hashable, Sendable {
        /// What stands on it; for some kinds the words are the platform's.
        public var text: String?
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(_ text: String?) {
            self.text = text
        }

        init(_ kind: TemplateButtonKind, json: JSONValue) {
            let log = ReadingLog()
            self.init(WireObject(json, at: "", log: log).optionalText("text"))
            spelling = MemberSpelling(of: json, canonical: members(kind), violations: log.violations)
        }

        private func members(_ kind: TemplateButtonKind) -> JSONObject {
            .present(["type": .string(kind.rawValue), "text": .text(text)])
        }

        func json(_ kind: TemplateButtonKind) -> JSONValue { spelling.applied(to: members(kind)) }

        func readingViolations(_ kind: TemplateButtonKind) -> [ValidationError.Violation] {
            spelling.violations(in: members(kind))
        }
    }

    /// A button that opens a page.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Link: TemplateNode {
        /// What stands on it.
        public var text: String
        /// The address, which may end in `{{1}}`.
        public var url: String
        /// A value for `{{1}}`, or a whole address.
        public var sample: String?
        /// The place in an app that is opened where there is the app; of the Marketing Messages API.
        public var appDeepLink: AppDeepLink?
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(text: String, url: String, sample: String? = nil, appDeepLink: AppDeepLink? = nil) {
            self.text = text
            self.url = url
            self.sample = sample
            self.appDeepLink = appDeepLink
        }

        /// The placeholder of the address, where it has one.
        public var placeholder: TemplatePlaceholder? { TemplatePlaceholder.all(in: url).first }

        package init(reading object: WireObject) {
            self.init(
                text: object.optionalText("text") ?? "", url: object.optionalText("url") ?? "",
                sample: object.sample("example"),
                appDeepLink: object.part("app_deep_link").map { AppDeepLink(json: .object($0.members)) })
        }

        package var members: JSONObject {
            .present([
                "type": "URL", "text": .string(text), "url": .string(url),
                "example": sample.map { [.string($0)] }, "app_deep_link": appDeepLink?.json,
            ])
        }
    }

    /// A place in an app.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct AppDeepLink: TemplateNode {
        /// The app as the platform lists it.
        public var appID: String?
        /// The place in the app.
        public var androidDeepLink: String?
        /// Where the app is to be had.
        public var androidFallbackPlayStoreURL: String?
        package var spelling = MemberSpelling()

        /// Creates a link.
        public init(appID: String?, androidDeepLink: String?, androidFallbackPlayStoreURL: String? = nil) {
            self.appID = appID
            self.androidDeepLink = androidDeepLink
            self.androidFallbackPlayStoreURL = androidFallbackPlayStoreURL
        }

        package init(reading object: WireObject) {
            self.init(
                appID: object.looseText("meta_app_id"), androidDeepLink: object.optionalText("android_deep_link"),
                androidFallbackPlayStoreURL: object.optionalText("android_fallback_playstore_url"))
        }

        package var members: JSONObject {
            .present([
                "meta_app_id": .text(appID), "android_deep_link": .text(androidDeepLink),
                "android_fallback_playstore_url": .text(androidFallbackPlayStoreURL),
            ])
        }
    }

    /// A button that calls a number.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Call: TemplateNode {
        /// What stands on it.
        public var text: String
        /// The number, as the platform dials it.
        public var phoneNumber: String
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(text: String, phoneNumber: String) {
            self.text = text
            self.phoneNumber = phoneNumber
        }

        package init(reading object: WireObject) {
            self.init(
                text: object.optionalText("text") ?? "", phoneNumber: object.looseText("phone_number") ?? "")
        }

        package var members: JSONObject {
            ["type": "PHONE_NUMBER", "text": .string(text), "phone_number": .string(phoneNumber)]
        }
    }

    /// A button that copies a code.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct CopyCode: TemplateNode {
        /// Such a code.
        public var sample: String?
        /// What stands on it, as the platform shows it for a template that exists; the words are the platform's.
        public var text: String?
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(sample: String?, text: String? = nil) {
            self.sample = sample
            self.text = text
        }

        package init(reading object: WireObject) {
            self.init(sample: object.sample("example"), text: object.optionalText("text"))
        }

        package var members: JSONObject {
            .present(["type": "COPY_CODE", "text": .text(text), "example": .text(sample)])
        }
    }

    /// A button that opens a flow, named by its id, by its name or by its whole JSON.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Flow: TemplateNode {
        /// What a tap does; an open set, in the platform's small letters.
        public struct Action: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It opens a screen: the platform's default.
            public static let navigate = Self(rawValue: "navigate")
            /// It asks the program for the first screen.
            public static let dataExchange = Self(rawValue: "data_exchange")
        }

        /// The picture on the button; an open set.
        public struct Icon: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// A document.
            public static let document = Self(rawValue: "DOCUMENT")
            /// An offer.
            public static let promotion = Self(rawValue: "PROMOTION")
            /// A review.
            public static let review = Self(rawValue: "REVIEW")
        }

        /// What stands on it.
        public var text: String
        /// The flow's id.
        public var flowID: String?
        /// The flow's name.
        public var flowName: String?
        /// The flow's JSON, as text.
        public var flowJSON: String?
        /// What a tap does.
        public var action: Action?
        /// The screen that is opened.
        public var navigateScreen: String?
        /// The picture on the button.
        public var icon: Icon?
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(
            text: String, flowID: String? = nil, flowName: String? = nil, flowJSON: String? = nil,
            action: Action? = nil, navigateScreen: String? = nil, icon: Icon? = nil
        ) {
            self.text = text
            self.flowID = flowID
            self.flowName = flowName
            self.flowJSON = flowJSON
            self.action = action
            self.navigateScreen = navigateScreen
            self.icon = icon
        }

        package init(reading object: WireObject) {
            self.init(
                text: object.optionalText("text") ?? "", flowID: object.looseText("flow_id"),
                flowName: object.optionalText("flow_name"), flowJSON: object.optionalText("flow_json"),
                action: object.optionalText("flow_action").map { .init(rawValue: $0.lowercased()) },
                navigateScreen: object.optionalText("navigate_screen"),
                icon: object.word("icon").map { .init(rawValue: $0) })
        }

        package var members: JSONObject {
            .present([
                "type": "FLOW", "text": .string(text), "flow_id": .text(flowID), "flow_name": .text(flowName),
                "flow_json": .text(flowJSON), "flow_action": .text(action?.rawValue),
                "navigate_screen": .text(navigateScreen), "icon": .text(icon?.rawValue),
            ])
        }
    }

    /// A button that calls the business in WhatsApp.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct VoiceCall: TemplateNode {
        /// What stands on it.
        public var text: String?
        /// For how many minutes the button can be used; unconfirmed for definitions.
        public var minutes: Int?
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(text: String?, minutes: Int? = nil) {
            self.text = text
            self.minutes = minutes
        }

        package init(reading object: WireObject) {
            self.init(text: object.optionalText("text"), minutes: object.looseInteger("ttl_minutes"))
        }

        package var members: JSONObject {
            .present(["type": "VOICE_CALL", "text": .text(text), "ttl_minutes": .whole(minutes)])
        }
    }
}

extension WireObject {
    /// A sample: a text, or an array that holds one.
    func sample(_ key: String) -> String? {
        guard let value = take(key) else { return nil }
        let element = value.array == nil ? value : value[0]
        if let text = element?.string ?? element?.number?.text { return text }
        if value.array?.isEmpty != true { fail(key, .type, "a text belongs here") }
        return nil
    }
}
