extension TemplateDefinition.Button {
    /// A button that copies or fills in a one-time code.
    ///
    /// Source: Cloud API reference §4.7 ("Authentication templates", December 2025).
    public struct OneTimeCode: TemplateNode {
        /// How the code gets into the app; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The customer copies it.
            public static let copyCode = Self(rawValue: "COPY_CODE")
            /// A tap fills it in.
            public static let oneTap = Self(rawValue: "ONE_TAP")
            /// It is filled in without a tap.
            public static let zeroTap = Self(rawValue: "ZERO_TAP")
        }

        /// How the code gets into the app.
        public var kind: Kind
        /// What stands on the button that copies; the platform's own words by default.
        public var text: String?
        /// What stands on the button that fills in; the platform's own words by default.
        public var autofillText: String?
        /// The apps that may take the code.
        public var supportedApps: [SupportedApp]
        /// Whether the terms of codes without a tap are accepted.
        public var zeroTapTermsAccepted: Bool?
        /// The app's package, in the form of versions up to 20 of the platform's API.
        public var packageName: String?
        /// The app's signature, in the form of versions up to 20 of the platform's API.
        public var signatureHash: String?
        package var spelling = MemberSpelling()

        /// Creates a button.
        public init(
            _ kind: Kind, text: String? = nil, autofillText: String? = nil, supportedApps: [SupportedApp] = [],
            zeroTapTermsAccepted: Bool? = nil, packageName: String? = nil, signatureHash: String? = nil
        ) {
            self.kind = kind
            self.text = text
            self.autofillText = autofillText
            self.supportedApps = supportedApps
            self.zeroTapTermsAccepted = zeroTapTermsAccepted
            self.packageName = packageName
            self.signatureHash = signatureHash
        }

        package init(reading object: WireObject) {
            self.init(
                .init(rawValue: object.word("otp_type") ?? ""), text: object.optionalText("text"),
                autofillText: object.optionalText("autofill_text"),
                supportedApps: object.elements("supported_apps")?.map { SupportedApp(json: $0) } ?? [],
                zeroTapTermsAccepted: object.looseFlag("zero_tap_terms_accepted"),
                packageName: object.optionalText("package_name"),
                signatureHash: object.optionalText("signature_hash"))
        }

        package var members: JSONObject {
            .present([
                "type": "OTP", "otp_type": .string(kind.rawValue), "text": .text(text),
                "autofill_text": .text(autofillText),
                "supported_apps": supportedApps.isEmpty ? nil : .array(supportedApps.map(\.json)),
                "zero_tap_terms_accepted": zeroTapTermsAccepted.map { .bool($0) },
                "package_name": .text(packageName), "signature_hash": .text(signatureHash),
            ])
        }
    }

    /// An app that may take a one-time code.
    ///
    /// Source: Cloud API reference §4.7 (December 2025).
    public struct SupportedApp: TemplateNode {
        /// The app's package, such as `com.example.app`.
        public var packageName: String
        /// The hash of the app's signature: 11 characters.
        public var signatureHash: String
        package var spelling = MemberSpelling()

        /// Creates an app.
        public init(packageName: String, signatureHash: String) {
            self.packageName = packageName
            self.signatureHash = signatureHash
        }

        package init(reading object: WireObject) {
            self.init(
                packageName: object.optionalText("package_name") ?? "",
                signatureHash: object.optionalText("signature_hash") ?? "")
        }

        package var members: JSONObject {
            ["package_name": .string(packageName), "signature_hash": .string(signatureHash)]
        }
    }
}
