extension TemplateDefinition {
    /// What a library template needs for one of its buttons.
    ///
    /// Source: Cloud API reference §4.9 ("Template library", December 2025).
    public struct LibraryButtonInput: TemplateNode {
        /// The button's kind.
        public var kind: TemplateButtonKind
        /// The address of a button that opens a page, with `{{1}}` for its variable end.
        public var baseURL: String?
        /// A whole address as a sample.
        public var sampleURL: String?
        /// The number of a button that calls.
        public var phoneNumber: String?
        /// How a one-time code gets into the app.
        public var codeKind: Button.OneTimeCode.Kind?
        /// The apps that may take a one-time code.
        public var supportedApps: [Button.SupportedApp]
        /// Whether the terms of codes without a tap are accepted.
        public var zeroTapTermsAccepted: Bool?
        package var spelling = MemberSpelling()

        /// Creates an input.
        public init(
            kind: TemplateButtonKind, baseURL: String? = nil, sampleURL: String? = nil, phoneNumber: String? = nil,
            codeKind: Button.OneTimeCode.Kind? = nil, supportedApps: [Button.SupportedApp] = [],
            zeroTapTermsAccepted: Bool? = nil
        ) {
            self.kind = kind
            self.baseURL = baseURL
            self.sampleURL = sampleURL
            self.phoneNumber = phoneNumber
            self.codeKind = codeKind
            self.supportedApps = supportedApps
            self.zeroTapTermsAccepted = zeroTapTermsAccepted
        }

        package init(reading object: WireObject) {
            let url = object.part("url")
            self.init(
                kind: TemplateButtonKind(rawValue: object.word("type") ?? ""),
                baseURL: url?.optionalText("base_url"), sampleURL: url?.optionalText("url_suffix_example"),
                phoneNumber: object.looseText("phone_number"),
                codeKind: object.word("otp_type").map { .init(rawValue: $0) },
                supportedApps: object.elements("supported_apps")?.map { Button.SupportedApp(json: $0) } ?? [],
                zeroTapTermsAccepted: object.looseFlag("zero_tap_terms_accepted"))
        }

        package var members: JSONObject {
            .present([
                "type": .string(kind.rawValue),
                "url": baseURL == nil && sampleURL == nil
                    ? nil : .members(["base_url": .text(baseURL), "url_suffix_example": .text(sampleURL)]),
                "phone_number": .text(phoneNumber), "otp_type": .text(codeKind?.rawValue),
                "supported_apps": supportedApps.isEmpty ? nil : .array(supportedApps.map(\.json)),
                "zero_tap_terms_accepted": zeroTapTermsAccepted.map { .bool($0) },
            ])
        }
    }

    /// What a library template needs for its body and footer.
    ///
    /// Source: Cloud API reference §4.9 ("Template library", December 2025).
    public struct LibraryBodyInputs: TemplateNode {
        /// Whether the body says how to reach the business.
        public var addsContactNumber: Bool?
        /// Whether the body links to more.
        public var addsLearnMoreLink: Bool?
        /// Whether the body warns not to share the code.
        public var addsSecurityRecommendation: Bool?
        /// Whether the body links to the parcel's way.
        public var addsTrackPackageLink: Bool?
        /// For how many minutes a code is good.
        public var codeExpirationMinutes: Int?
        package var spelling = MemberSpelling()

        /// Creates inputs.
        public init(
            addsContactNumber: Bool? = nil, addsLearnMoreLink: Bool? = nil, addsSecurityRecommendation: Bool? = nil,
            addsTrackPackageLink: Bool? = nil, codeExpirationMinutes: Int? = nil
        ) {
            self.addsContactNumber = addsContactNumber
            self.addsLearnMoreLink = addsLearnMoreLink
            self.addsSecurityRecommendation = addsSecurityRecommendation
            self.addsTrackPackageLink = addsTrackPackageLink
            self.codeExpirationMinutes = codeExpirationMinutes
        }

        package init(reading object: WireObject) {
            self.init(
                addsContactNumber: object.looseFlag("add_contact_number"),
                addsLearnMoreLink: object.looseFlag("add_learn_more_link"),
                addsSecurityRecommendation: object.looseFlag("add_security_recommendation"),
                addsTrackPackageLink: object.looseFlag("add_track_package_link"),
                codeExpirationMinutes: object.looseInteger("code_expiration_minutes"))
        }

        package var members: JSONObject {
            .present([
                "add_contact_number": addsContactNumber.map { .bool($0) },
                "add_learn_more_link": addsLearnMoreLink.map { .bool($0) },
                "add_security_recommendation": addsSecurityRecommendation.map { .bool($0) },
                "add_track_package_link": addsTrackPackageLink.map { .bool($0) },
                "code_expiration_minutes": .whole(codeExpirationMinutes),
            ])
        }
    }
}
