extension InboundMessage {
    /// A place (webhooks reference §3.3). A pin of the own position has neither name nor address.
    public struct LocationContent: Hashable, Sendable {
        /// The latitude in degrees.
        public var latitude: Double
        /// The longitude in degrees.
        public var longitude: Double
        /// The name of the place.
        public var name: String?
        /// Its address.
        public var address: String?
        /// A page about it.
        public var url: String?

        /// Creates the value.
        public init(
            latitude: Double, longitude: Double, name: String? = nil, address: String? = nil, url: String? = nil
        ) {
            self.latitude = latitude
            self.longitude = longitude
            self.name = name
            self.address = address
            self.url = url
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var latitude: Double?
            var longitude: Double?
            var name: String?
            var address: String?
            var url: String?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "latitude": latitude = value.double
                case "longitude": longitude = value.double
                case "name": name = value.string
                case "address": address = value.string
                case "url": url = value.text
                default: break
                }
            }
            guard let latitude else {
                throw .unusable("location.latitude", in: node, "latitude", "a latitude is a number")
            }
            guard let longitude else {
                throw .unusable("location.longitude", in: node, "longitude", "a longitude is a number")
            }
            self.init(latitude: latitude, longitude: longitude, name: name, address: address, url: url)
        }
    }
}

extension InboundMessage.LocationContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "location" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
