/// The limits of a business profile, in characters.
///
/// Providers may have smaller ones than the platform.
public struct ProfileLimits: Hashable, Sendable {
    /// The most characters of the line under the name.
    public var about: Int
    /// The most characters of the postal address.
    public var address: Int
    /// The most characters of what the business does.
    public var profileDescription: Int
    /// The most characters of the address for e-mail.
    public var email: Int
    /// The most characters of the address of a website.
    public var website: Int
    /// The most websites.
    public var websites: Int

    /// Creates limits.
    public init(
        about: Int = 139, address: Int = 256, profileDescription: Int = 512, email: Int = 128, website: Int = 256,
        websites: Int = 2
    ) {
        self.about = about
        self.address = address
        self.profileDescription = profileDescription
        self.email = email
        self.website = website
        self.websites = websites
    }

    /// The platform's limits (Cloud API reference §5, "Business profiles", November 2025).
    public static let platform = ProfileLimits()
    /// The limits of Chat API, where a description has 256 characters (Chat API reference §11).
    public static let chatAPI = ProfileLimits(profileDescription: 256)
}
