/// The limits by which templates are checked: a named set of numbers, which can be changed.
///
/// ```swift
/// definition.lint()                // the platform's rules of today
/// definition.lint(.classic)        // three quick replies of 20 characters, one address, one number
/// ```
///
/// Lengths are counted in Unicode scalars, as for messages (see ``Message/validate()``). Sources: Cloud API reference
/// §4.2 to §4.7 (November and December 2025).
public struct TemplateRules: Hashable, Sendable {
    /// Limits that older clients and some providers have otherwise.
    public struct Buttons: Hashable, Sendable {
        /// The most quick replies.
        public var maximumQuickReplyCount: Int
        /// The most characters of a quick reply.
        public var maximumQuickReplyLength: Int
        /// The most buttons that open pages.
        public var maximumURLCount: Int
        /// The most buttons that call numbers.
        public var maximumPhoneNumberCount: Int

        /// Creates limits.
        public init(
            maximumQuickReplyCount: Int, maximumQuickReplyLength: Int, maximumURLCount: Int,
            maximumPhoneNumberCount: Int
        ) {
            self.maximumQuickReplyCount = maximumQuickReplyCount
            self.maximumQuickReplyLength = maximumQuickReplyLength
            self.maximumURLCount = maximumURLCount
            self.maximumPhoneNumberCount = maximumPhoneNumberCount
        }

        /// Ten quick replies of 25 characters, two addresses, one number (Cloud API reference §4.3, November 2025).
        public static let current = Self(
            maximumQuickReplyCount: 10, maximumQuickReplyLength: 25, maximumURLCount: 2, maximumPhoneNumberCount: 1)
        /// Three quick replies of 20 characters, one address, one number.
        public static let classic = Self(
            maximumQuickReplyCount: 3, maximumQuickReplyLength: 20, maximumURLCount: 1, maximumPhoneNumberCount: 1)
    }

    /// The set's name.
    public var name: String
    /// Limits of quick replies, addresses and numbers.
    public var buttons: Buttons
    /// Other limits of these, which give a warning; `nil` gives none.
    public var olderButtons: Buttons?

    /// The most characters of a name.
    public var maximumNameLength = 512
    /// The most characters of a header's text.
    public var maximumHeaderLength = 60
    /// The most placeholders of a header.
    public var maximumHeaderPlaceholderCount = 1
    /// The most characters of a body.
    public var maximumBodyLength = 1024
    /// The most characters of the body above a single product.
    public var maximumProductBodyLength = 160
    /// The most characters of the body of a limited-time offer.
    public var maximumOfferBodyLength = 600
    /// The most characters of a card's body.
    public var maximumCardBodyLength = 160
    /// The most characters of a footer.
    public var maximumFooterLength = 60
    /// The most characters of a limited-time offer's text.
    public var maximumOfferLength = 16
    /// The most buttons.
    public var maximumButtonCount = 10
    /// The most characters on a button; for quick replies see ``buttons``.
    public var maximumButtonTextLength = 25
    /// The most characters of an address.
    public var maximumURLLength = 2000
    /// The most characters of a number to call.
    public var maximumPhoneNumberLength = 20
    /// The most characters of a coupon's code.
    public var maximumCouponCodeLength = TemplateButton.maximumCouponCodeLength
    /// The most characters of a limited-time offer's code.
    public var maximumOfferCodeLength = TemplateButton.maximumOfferCodeLength
    /// How many cards a carousel has.
    public var cardCount = 2...10
    /// The most buttons of a card.
    public var maximumCardButtonCount = 2
    /// For how many minutes a one-time code may be good.
    public var codeExpirationMinutes = 1...90
    /// How many apps may take a one-time code.
    public var supportedAppCount = 1...5
    /// The most characters of an app's package.
    public var maximumPackageNameLength = 224
    /// The characters of a signature's hash.
    public var signatureHashLength = 11
    /// The most characters of a placeholder's name; unconfirmed, so that longer ones give a warning.
    public var maximumPlaceholderNameLength = 20
    /// How long the platform may try to deliver, in seconds, by category.
    public var timesToLive: [TemplateCategory: ClosedRange<Int>] = [
        .authentication: 30...900, .utility: 30...43_200, .marketing: 43_200...2_592_000,
    ]

    /// Creates rules with the platform's limits of today and other limits of buttons.
    public init(name: String, buttons: Buttons, olderButtons: Buttons? = nil) {
        self.name = name
        self.buttons = buttons
        self.olderButtons = olderButtons
    }

    /// The platform's rules of today. What only ``classic`` refuses gives a warning.
    public static let current = Self(name: "current", buttons: .current, olderButtons: .classic)
    /// The rules of older clients: three quick replies of 20 characters, one address, one number.
    public static let classic = Self(name: "classic", buttons: .classic)

    /// The most characters of a definition's body; that of its cards is ``maximumCardBodyLength``.
    public func maximumBodyLength(of definition: TemplateDefinition) -> Int {
        if definition.components.contains(where: { $0.limitedTimeOffer != nil }) { return maximumOfferBodyLength }
        if definition.buttons.contains(where: { $0.kind == .singleProduct }) { return maximumProductBodyLength }
        return maximumBodyLength
    }
}
