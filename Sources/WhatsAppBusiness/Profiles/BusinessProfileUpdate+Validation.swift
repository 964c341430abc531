extension BusinessProfileUpdate {
    /// Checks the change, without network.
    ///
    /// - Parameter limits: the platform's, or those of another provider.
    /// - Throws: ``ValidationError`` with every violation, each with path, rule, limit and actual size.
    public func validate(limits: ProfileLimits = .platform) throws(ValidationError) {
        var check = Check()
        if let about { check.text(about, at: "about", maximum: limits.about) }
        if let address { check.length(address, at: "address", maximum: limits.address) }
        if let profileDescription {
            check.length(profileDescription, at: "description", maximum: limits.profileDescription)
        }
        if let email, !email.isEmpty {
            if !Self.isEmail(email) {
                check.fail(
                    at: "email", .pattern, "an address for e-mail is a name, @ and a host",
                    actual: email.unicodeScalars.count)
            }
            check.length(email, at: "email", maximum: limits.email)
        }
        if let websites {
            check.count(websites.count, at: "websites", minimum: 0, maximum: limits.websites)
            for (index, website) in websites.enumerated() {
                check.address(website, at: "websites[\(index)]", maximum: limits.website)
            }
        }
        if let vertical {
            if vertical.rawValue.isEmpty {
                check.fail(
                    at: "vertical", .notAllowed,
                    "a line of business cannot be set back to none: other is the nearest to it")
            } else if vertical.isReadOnly {
                check.fail(
                    at: "vertical", .notAllowed, "the platform shows this line of business but takes it from nobody")
            }
        }
        if let picture { check.required(picture.rawValue, at: "profile_picture_handle") }
        guard check.violations.isEmpty else { throw ValidationError(check.violations) }
    }

    /// Whether a text has the form of an address for e-mail: one @ with a name before it and a host with a dot behind it.
    private static func isEmail(_ text: String) -> Bool {
        let isOdd: (Unicode.Scalar) -> Bool = {
            $0.value <= 0x20 || $0.value == 0x7F || $0.properties.isWhitespace
                || $0.properties.isDefaultIgnorableCodePoint || "<>(),;:\"\\[]".unicodeScalars.contains($0)
        }
        guard !text.unicodeScalars.contains(where: isOdd) else { return false }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let host = parts.last else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return !name.isEmpty && !name.hasPrefix(".") && !name.hasSuffix(".") && !name.contains("..")
            && labels.count >= 2
            && labels.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    }
}
