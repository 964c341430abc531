/// A change of a business profile: what is not named stays as it is.
///
/// ```swift
/// try await cloud.updateBusinessProfile(BusinessProfileUpdate(about: "Open until eight", websites: []))
/// ```
///
/// ``BusinessProfile/changes(to:)`` makes one of two profiles.
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
    /// All addresses of websites, in the place of those before; an empty list takes them away (unconfirmed).
    public var websites: [String]?
    /// The line of business; once it is set it cannot be emptied.
    public var vertical: BusinessVertical?
    /// The picture: the handle of an uploaded JPEG or PNG, a square of 640 × 640 pixels as recommended. It cannot be taken
    /// away.
    public var picture: UploadHandle?

    /// Creates a change.
    public init(
        about: String? = nil, address: String? = nil, profileDescription: String? = nil, email: String? = nil,
        websites: [String]? = nil, vertical: BusinessVertical? = nil, picture: UploadHandle? = nil
    ) {
        self.about = about
        self.address = address
        self.profileDescription = profileDescription
        self.email = email
        self.websites = websites
        self.vertical = vertical
        self.picture = picture
    }

    /// Whether nothing would change.
    public var isEmpty: Bool { self == BusinessProfileUpdate() }

    /// The change without what a profile says already. The picture stays: a profile does not tell which it has.
    public func removing(unchangedIn profile: BusinessProfile) -> Self {
        func kept(_ new: String?, _ old: String?) -> String? { new == old ?? "" ? nil : new }
        var update = self
        update.about = kept(about, profile.about)
        update.address = kept(address, profile.address)
        update.profileDescription = kept(profileDescription, profile.profileDescription)
        update.email = kept(email, profile.email)
        if websites == profile.websites { update.websites = nil }
        if vertical == profile.vertical { update.vertical = nil }
        return update
    }
}

extension BusinessProfile {
    /// What has to change so that this profile becomes another; what cannot change by an update (the address of the
    /// picture, the number) is not compared.
    ///
    /// ```swift
    /// var wanted = try await cloud.businessProfile()
    /// let before = wanted
    /// wanted.about = "Open until eight"
    /// try await cloud.updateBusinessProfile(before.changes(to: wanted))        // sends `about` alone
    /// ```
    ///
    /// What the platform does not let be emptied is in the change all the same: its check says so.
    public func changes(to other: BusinessProfile) -> BusinessProfileUpdate {
        func change(_ old: String?, _ new: String?) -> String? { old ?? "" == new ?? "" ? nil : new ?? "" }
        let old = vertical?.isReadOnly == true ? nil : vertical
        var update = BusinessProfileUpdate(
            about: change(about, other.about), address: change(address, other.address),
            profileDescription: change(profileDescription, other.profileDescription),
            email: change(email, other.email), websites: websites == other.websites ? nil : other.websites)
        if vertical != other.vertical, old != other.vertical {
            update.vertical = other.vertical ?? BusinessVertical(rawValue: "")
        }
        return update
    }
}
