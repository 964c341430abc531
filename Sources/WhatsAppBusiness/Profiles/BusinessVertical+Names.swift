extension BusinessVertical {
    /// Every line of business that can be chosen, in the order in which the platform lists them.
    public static let choices: [BusinessVertical] = names.map(\.vertical)

    /// The name that people read, such as `Beauty, Spa and Salon`; `nil` for one that this version does not know. Chat API
    /// uses it in the place of the word (Chat API reference §11).
    public var displayName: String? {
        Self.names.first { $0.vertical == self }?.name
    }

    /// The line of business of a name that people read, whatever its case; also of the platform's word.
    public init?(displayName: String) {
        let wanted = displayName.trimmingASCIIWhitespace().lowercased()
        guard
            let known = Self.names.first(where: {
                $0.name.lowercased() == wanted || $0.vertical.rawValue.lowercased() == wanted
            })
        else { return nil }
        self = known.vertical
    }

    /// Whether the platform shows this value but takes it from nobody.
    public var isReadOnly: Bool { self == .undefined || self == .notABusiness }

    /// The last four are not among the names of Chat API.
    private static let names: [(vertical: BusinessVertical, name: String)] = [
        (.other, "Other"), (.automotive, "Automotive"), (.beauty, "Beauty, Spa and Salon"),
        (.apparel, "Clothing and Apparel"), (.education, "Education"), (.entertainment, "Entertainment"),
        (.eventPlanning, "Event Planning and Service"), (.finance, "Finance and Banking"),
        (.grocery, "Food and Grocery"), (.government, "Public Service"), (.hotel, "Hotel and Lodging"),
        (.health, "Medical and Health"), (.nonprofit, "Non-profit"),
        (.professionalServices, "Professional Services"), (.retail, "Shopping and Retail"),
        (.travel, "Travel and Transportation"), (.restaurant, "Restaurant"), (.alcohol, "Alcoholic Beverages"),
        (.onlineGambling, "Online Gambling"), (.physicalGambling, "Physical Gambling"),
        (.overTheCounterDrugs, "Over-the-Counter Drugs"),
    ]
}
