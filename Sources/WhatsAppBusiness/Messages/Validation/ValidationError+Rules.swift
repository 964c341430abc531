extension ValidationError.Rule {
    /// There are more elements than there may be.
    public static let maxCount = Self(rawValue: "maxCount")
    /// There are fewer elements than there must be.
    public static let minCount = Self(rawValue: "minCount")
    /// The number is greater than it may be.
    public static let maximum = Self(rawValue: "maximum")
    /// The number is less than it may be.
    public static let minimum = Self(rawValue: "minimum")
    /// The same value stands twice where each must differ.
    public static let unique = Self(rawValue: "unique")
    /// The JSON value is of another type than the member's, such as a number where a text belongs.
    public static let type = Self(rawValue: "type")
    /// The member or the value is not allowed in this place.
    public static let notAllowed = Self(rawValue: "notAllowed")
    /// The platform knows no member of this name in this place and refuses the request for it.
    public static let unknownMember = Self(rawValue: "unknownMember")
    /// Values that belong together contradict each other, such as a total and its parts.
    public static let consistency = Self(rawValue: "consistency")
}
