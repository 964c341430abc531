/// A place.
///
/// Source: Cloud API reference §2.6 ("Location messages", November 2025).
public struct LocationMessage: PlatformValue {
    /// Degrees north of the equator, −90 to 90.
    public var latitude: Degrees
    /// Degrees east of Greenwich, −180 to 180.
    public var longitude: Degrees
    /// The place's name.
    public var name: String?
    /// The place's address; shown with a name only.
    public var address: String?

    /// Creates a place.
    public init(latitude: Degrees, longitude: Degrees, name: String? = nil, address: String? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }

    package init(reading object: WireObject) {
        self.init(
            latitude: .read(object, "latitude"), longitude: .read(object, "longitude"),
            name: object.optionalText("name"), address: object.optionalText("address"))
    }

    package var json: JSONValue {
        .members([
            "latitude": latitude.json, "longitude": longitude.json, "name": .text(name), "address": .text(address),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        latitude.check(&check, at: path + ".latitude", bound: 90)
        longitude.check(&check, at: path + ".longitude", bound: 180)
    }
}
