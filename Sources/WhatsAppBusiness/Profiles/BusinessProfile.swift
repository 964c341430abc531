/// What customers see of a business when they open its profile.
///
/// Source: Cloud API reference §5 ("Business profiles", November 2025).
public struct BusinessProfile: Hashable, Sendable {
    /// The line under the name.
    public var about: String?
    /// The postal address.
    public var address: String?
    /// What the business does.
    public var profileDescription: String?
    /// The address for e-mail.
    public var email: String?
    /// The addresses of its websites.
    public var websites: [String]
    /// The line of business.
    public var vertical: BusinessVertical?
    /// Where the picture is for a while. It is not to be kept.
    public var pictureURL: String?
    /// The number that the profile belongs to, where the provider says it. Never parse it.
    public var displayPhoneNumber: String?

    /// Creates a profile.
    public init(
        about: String? = nil, address: String? = nil, profileDescription: String? = nil, email: String? = nil,
        websites: [String] = [], vertical: BusinessVertical? = nil, pictureURL: String? = nil,
        displayPhoneNumber: String? = nil
    ) {
        self.about = about
        self.address = address
        self.profileDescription = profileDescription
        self.email = email
        self.websites = websites
        self.vertical = vertical
        self.pictureURL = pictureURL
        self.displayPhoneNumber = displayPhoneNumber
    }
}
