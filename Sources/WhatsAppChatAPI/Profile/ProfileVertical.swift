import WhatsAppBusiness

/// The names that the service shows for lines of business.
///
/// Source: Chat API reference §11.
enum ProfileVertical {
    /// What the platform has added later: the service has no names for it.
    private static let unnamed: Set<BusinessVertical> = [
        .alcohol, .onlineGambling, .physicalGambling, .overTheCounterDrugs,
    ]

    /// The service's name; `nil` for a line of business that it has none for.
    static func name(of vertical: BusinessVertical) -> String? {
        unnamed.contains(vertical) ? nil : vertical.displayName
    }

    /// The line of business of a name, or of the platform's own word; what is neither is kept as it is.
    static func vertical(named name: String) -> BusinessVertical {
        BusinessVertical(displayName: name) ?? BusinessVertical(rawValue: name)
    }
}
