/// A media object in an outbound message: an uploaded one by its id, or a public one by its address.
///
/// An upload handle (for samples of templates) is neither of the two.
///
/// Source: Cloud API reference §2.5 ("Image messages" and its siblings, November 2025).
public struct MediaReference: PlatformValue {
    private enum Source: Hashable, Sendable {
        case id(MediaID)
        case link(String)
    }

    private let source: Source

    /// A media object that was uploaded with the same phone number.
    public static func id(_ id: MediaID) -> Self {
        Self(source: .id(id))
    }

    /// A media object at a public http or https address. The platform fetches it and keeps it for ten minutes.
    public static func link(_ address: String) -> Self {
        Self(source: .link(address))
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

    private init(source: Source) {
        self.source = source
    }

    package init(reading object: WireObject) {
        if object.has("id") {
            source = .id(MediaID(object.text("id")))
            object.refuse("link", "a media object has an id or an address, not both")
        } else if object.has("link") {
            source = .link(object.text("link"))
        } else {
            object.fail("id", .required, "a media object needs an id or an address")
            object.abandon()
            source = .link("")
        }
    }

    package var json: JSONValue {
        switch source {
        case .id(let id): return ["id": .string(id.rawValue)]
        case .link(let link): return ["link": .string(link)]
        }
    }

    package func check(_ check: inout Check, at path: String) {
        switch source {
        case .id(let id): check.required(id.rawValue, at: path + ".id")
        case .link(let link): check.address(link, at: path + ".link")
        }
    }

    /// The members with more of the object that holds the reference.
    package func json(with more: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        guard case .object(var object) = json else { return json }
        for (key, value) in more { object[key] = value }
        return .object(object)
    }
}
