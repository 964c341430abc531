/// A change of a business profile: what is not named stays as it is.
///
/// ```swift
/// try await cloud.updateBusinessProfile(BusinessProfileUpdate(about: "Open until eight", websites: []))
/// ```
///
/// Source: Cloud API reference §5 ("Business profiles", November 2025).
public struct BusinessProfileUpdate: Hashable, Sendable {
    /// The line under the name; it cannot be emptied.
    public var about: String?
    /// The postal address; an empty text takes it away.
    public var address: String?
    /// What the business does; an empty text takes it away.
    public var profileDescription: String?
    /// The address for e-mail; an empty text takes it away.
    public var email: String?
    /// All addresses of websites, in the place of those before; an empty list takes them away.
    public var websites: [String]?
    /// The line of business; once it is set it cannot be emptied.
    public var vertical: BusinessVertical?

    /// Creates a change.
    public init(
        about: String? = nil, address: String? = nil, profileDescription: String? = nil, email: String? = nil,
        websites: [String]? = nil, vertical: BusinessVertical? = nil
    ) {
        self.about = about
        self.address = address
        self.profileDescription = profileDescription
        self.email = email
        self.websites = websites
        self.vertical = vertical
    }
}
