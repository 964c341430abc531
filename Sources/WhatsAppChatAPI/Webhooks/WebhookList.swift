import WhatsAppBusiness

/// The list of addresses that a channel delivers to: a text, several in one text with commas, or an array.
///
/// Source: Chat API reference §8.
struct WebhookList: Hashable, Sendable {
    var urls: [String]

    /// The most addresses of a channel.
    static let maximumCount = 5

    init(_ urls: [String]) {
        self.urls = urls
    }

    /// Reads `webhookUrl`; `nil` where it has another form.
    init?(_ value: JSONValue?) {
        switch value {
        case nil, .null: urls = []
        case .string(let text): urls = Self.split(text)
        case .array(let elements): urls = elements.compactMap(\.string).flatMap(Self.split)
        default: return nil
        }
    }

    /// One address as a text, which every host takes; several as an array.
    var json: JSONValue {
        switch urls.count {
        case 0: return ""
        case 1: return .string(urls[0])
        default: return .array(urls.map { .string($0) })
        }
    }

    /// Adds an address; one that is another spelling of an own earlier one stands in its place.
    mutating func add(_ url: String, replacing own: String?) {
        if let own, own != url, let place = urls.firstIndex(of: own) {
            urls[place] = url
            // It may have been there beside the old one.
            urls = urls.enumerated().filter { $0.offset == place || $0.element != url }.map(\.element)
        } else if !urls.contains(url) {
            urls.append(url)
        }
    }

    /// The addresses of a text: a comma stands between two only where another scheme follows it.
    private static func split(_ text: String) -> [String] {
        var urls: [String] = []
        for part in text.split(separator: ",") {
            let trimmed = String(part).trimmingASCIIWhitespace()
            let isAddress = trimmed.lowercased().hasPrefix("http://") || trimmed.lowercased().hasPrefix("https://")
            if isAddress || urls.isEmpty {
                urls.append(trimmed)
            } else {
                urls[urls.count - 1] += "," + part
            }
        }
        return urls.filter { !$0.isEmpty }
    }
}
