extension Capability {
    /// Listing an account's templates, and asking for one.
    public static let listTemplates = Self(rawValue: "templates.list")
    /// Submitting templates for review.
    public static let createTemplate = Self(rawValue: "templates.create")
    /// Changing templates.
    public static let editTemplate = Self(rawValue: "templates.edit")
    /// Deleting templates.
    public static let deleteTemplate = Self(rawValue: "templates.delete")
}
