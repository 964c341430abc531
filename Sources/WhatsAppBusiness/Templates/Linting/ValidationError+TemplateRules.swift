extension ValidationError.Rule {
    /// Placeholders are numbered from 1 without gaps.
    public static let placeholderNumbering = Self(rawValue: "placeholderNumbering")
    /// Placeholders are numbers or names, as the template says, and never both.
    public static let placeholderFormat = Self(rawValue: "placeholderFormat")
    /// A placeholder's name holds small letters, digits and underscores.
    public static let placeholderName = Self(rawValue: "placeholderName")
    /// A text neither begins nor ends with a placeholder.
    public static let placeholderAtEdge = Self(rawValue: "placeholderAtEdge")
    /// Between two placeholders stands text.
    public static let adjacentPlaceholders = Self(rawValue: "adjacentPlaceholders")
    /// There is enough text for the number of placeholders.
    public static let placeholderRatio = Self(rawValue: "placeholderRatio")
    /// There is a sample for each placeholder, and no other.
    public static let samples = Self(rawValue: "samples")
    /// Quick replies stand together, before or after the other buttons.
    public static let buttonOrder = Self(rawValue: "buttonOrder")
    /// Some clients do not show this.
    public static let rendering = Self(rawValue: "rendering")
    /// The value is not on the platform's list, which may have grown.
    public static let unlisted = Self(rawValue: "unlisted")
}
