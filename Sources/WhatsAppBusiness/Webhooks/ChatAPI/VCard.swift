/// The parts of a vCard that a contact card shows (RFC 2426): name, numbers, addresses of mail, organization.
struct VCard {
    var formattedName: String?
    var name: [String] = []
    var phones: [(number: String, waID: String?, type: String?)] = []
    var emails: [(address: String, type: String?)] = []
    var organization: [String] = []
    /// The card's own lines.
    var text = ""

    /// The most cards and the most lines that are read of one text.
    private static let maximumCards = 257
    private static let maximumLines = 20_000

    /// Reads every card of a text; what is no card is left out.
    static func read(_ text: String) -> [VCard] {
        var cards: [VCard] = []
        var card: VCard?
        for line in lines(text) {
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            let head = line[..<colon].split(separator: ";").map(String.init)
            card?.text += line + "\n"
            guard colon != line.endIndex, let full = head.first else { continue }
            // Some phones number their properties: item1.TEL
            let key = (full.split(separator: ".").last.map(String.init) ?? full).uppercased()
            let value = String(line[line.index(after: colon)...])
            switch key {
            case "BEGIN" where value.uppercased() == "VCARD":
                card = VCard()
                card?.text = line + "\n"
            case "END":
                if let card, card.hasContent, cards.count < maximumCards { cards.append(card) }
                card = nil
            default: card?.add(key, Array(head.dropFirst()), value)
            }
        }
        return cards
    }

    private var hasContent: Bool { formattedName != nil || !name.isEmpty || !phones.isEmpty }

    private mutating func add(_ key: String, _ parameters: [String], _ value: String) {
        let type = Self.parameter("TYPE", of: parameters)
        switch key {
        case "FN": formattedName = Self.plain(value)
        case "N": name = Self.parts(value)
        case "TEL": phones.append((Self.plain(value), Self.parameter("WAID", of: parameters), type))
        case "EMAIL": emails.append((Self.plain(value), type))
        case "ORG": organization = Self.parts(value)
        default: break
        }
    }

    /// The text's lines; one that begins with white space belongs to the one before it.
    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(whereSeparator: \.isNewline).prefix(maximumLines) {
            if let first = line.first, first == " " || first == "\t", let last = lines.popLast() {
                lines.append(last + line.dropFirst())
            } else {
                lines.append(String(line))
            }
        }
        return lines
    }

    private static func parameter(_ name: String, of parameters: [String]) -> String? {
        for parameter in parameters {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            if parts.count == 2, parts[0].uppercased() == name { return String(parts[1]) }
        }
        return nil
    }

    private static func parts(_ value: String) -> [String] {
        value.replacing("\\;", with: "\u{0}").split(separator: ";", omittingEmptySubsequences: false)
            .map { plain($0.replacing("\u{0}", with: ";")) }
    }

    private static func plain(_ value: some StringProtocol) -> String {
        String(value).replacing("\\n", with: "\n").replacing("\\,", with: ",").replacing("\\;", with: ";")
            .replacing("\\\\", with: "\\")
    }
}

extension InboundMessage.ContactCard {
    init(_ card: VCard) {
        func part(_ parts: [String], _ place: Int) -> String? {
            parts.indices.contains(place) && !parts[place].isEmpty ? parts[place] : nil
        }
        self.init(vcard: card.text)
        name = Name(
            formatted: card.formattedName, first: part(card.name, 1), last: part(card.name, 0),
            middle: part(card.name, 2), prefix: part(card.name, 3), suffix: part(card.name, 4))
        phones = card.phones.map {
            Phone(number: $0.number, waID: $0.waID.map { WhatsAppID(rawValue: $0) }, type: $0.type)
        }
        emails = card.emails.map { Link(address: $0.address, type: $0.type) }
        if let company = part(card.organization, 0) {
            organization = Organization(company: company, department: part(card.organization, 1))
        }
    }
}
