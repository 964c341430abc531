/// A media object in an outbound message: an uploaded one by its id, or a public one by its address.
///
/// An upload handle (for samples of templates) is neither of the two.
///
/// Source: Cloud API reference §2.5.
public struct MediaReference: Hashable, Sendable {
    private enum Source: Hashable, Sendable {
        case id(MediaID)
        case link(String)
    }

    private let source: Source
    /// The name under which a document is shown; its extension picks the icon. Documents only.
    public var filename: String?

    /// A media object that was uploaded with the same phone number.
    public static func id(_ id: MediaID, filename: String? = nil) -> Self {
        Self(source: .id(id), filename: filename)
    }

    /// A media object at a public http or https address.
    public static func link(_ address: String, filename: String? = nil) -> Self {
        Self(source: .link(address), filename: filename)
    }

    /// The id, where the object was uploaded.
    public var id: MediaID? {
        guard case .id(let id) = source else { return nil }
        return id
    }

    /// The address, where the object is public.
    public var link: String? {
        guard case .link(let link) = source else { return nil }
        return link
    }

    private init(source: Source, filename: String?) {
        self.source = source
        self.filename = filename
    }
}

extension MediaReference: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, link, filename
    }

    /// Reads a media object; with both members the id counts.
    /// - Throws: a `DecodingError` when it has neither `id` nor `link`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        filename = try container.decodeIfPresent(String.self, forKey: .filename)
        if let id = try container.decodeIfPresent(MediaID.self, forKey: .id) {
            source = .id(id)
        } else {
            source = .link(try container.decode(String.self, forKey: .link))
        }
    }

    /// Writes a media object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch source {
        case .id(let id): try container.encode(id, forKey: .id)
        case .link(let link): try container.encode(link, forKey: .link)
        }
        try container.encodeIfPresent(filename, forKey: .filename)
    }
}
