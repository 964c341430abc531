import WhatsAppBusiness

/// The names that the service shows for lines of business.
///
/// Source: Chat API reference §11.
enum ProfileVertical {
    private static let names: [(vertical: BusinessVertical, name: String)] = [
        (.automotive, "Automotive"), (.beauty, "Beauty, Spa and Salon"), (.apparel, "Clothing and Apparel"),
        (.education, "Education"), (.entertainment, "Entertainment"), (.eventPlanning, "Event Planning and Service"),
        (.finance, "Finance and Banking"), (.grocery, "Food and Grocery"), (.government, "Public Service"),
        (.hotel, "Hotel and Lodging"), (.health, "Medical and Health"), (.nonprofit, "Non-profit"),
        (.professionalServices, "Professional Services"), (.retail, "Shopping and Retail"),
        (.travel, "Travel and Transportation"), (.restaurant, "Restaurant"), (.other, "Other"),
    ]

    /// The service's name; `nil` for a line of business that it has none for.
    static func name(of vertical: BusinessVertical) -> String? {
        names.first { $0.vertical == vertical }?.name
    }

    /// The line of business of a name, or of the platform's own word; what is neither is kept as it is.
    static func vertical(named name: String) -> BusinessVertical {
        names.first { $0.name.lowercased() == name.lowercased() }?.vertical ?? BusinessVertical(rawValue: name)
    }
}
