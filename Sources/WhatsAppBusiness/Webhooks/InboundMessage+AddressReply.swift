extension InboundMessage {
    /// An address that the customer gave (webhooks reference §3.3, `nfm_reply` named `address_message`). Everything is optional.
    public struct AddressReply: Hashable, Sendable {
        /// The id of an address that the customer had saved.
        public var savedAddressID: String?
        /// Who lives there.
        public var name: String?
        /// The phone number there, as the customer spelled it.
        public var phoneNumber: String?
        /// The postal code.
        public var postalCode: String?
        /// The house.
        public var houseNumber: String?
        /// The floor.
        public var floorNumber: String?
        /// The tower.
        public var towerNumber: String?
        /// The building.
        public var buildingName: String?
        /// Street and number.
        public var address: String?
        /// A landmark near it.
        public var landmarkArea: String?
        /// The city.
        public var city: String?
        /// The state.
        public var state: String?
        /// The answer as it came, JSON as text; empty where there is none.
        public var responseText: String

        /// Creates the value.
        public init(
            savedAddressID: String? = nil, name: String? = nil, phoneNumber: String? = nil, postalCode: String? = nil,
            houseNumber: String? = nil, floorNumber: String? = nil, towerNumber: String? = nil,
            buildingName: String? = nil, address: String? = nil, landmarkArea: String? = nil, city: String? = nil,
            state: String? = nil, responseText: String = ""
        ) {
            self.savedAddressID = savedAddressID
            self.name = name
            self.phoneNumber = phoneNumber
            self.postalCode = postalCode
            self.houseNumber = houseNumber
            self.floorNumber = floorNumber
            self.towerNumber = towerNumber
            self.buildingName = buildingName
            self.address = address
            self.landmarkArea = landmarkArea
            self.city = city
            self.state = state
            self.responseText = responseText
        }

        /// The answer as JSON: what ``responseText`` spells.
        public var response: RawJSON? { try? RawJSON(parsing: Array(responseText.utf8)) }

        init(_ node: JSONNode, buffer: [UInt8]) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                // JSON inside of a string; an object in its place is taken as it is.
                case "response_json":
                    responseText =
                        value.string ?? (value.isNull ? "" : String(decoding: buffer[value.range], as: UTF8.self))
                default: break
                }
            }
            guard let value = try? response?.value else { return }
            savedAddressID = value["saved_address_id"]?.text
            let fields = value["values"]
            name = fields?["name"]?.text
            phoneNumber = fields?["phone_number"]?.text
            postalCode = fields?["in_pin_code"]?.text ?? fields?["sg_post_code"]?.text
            houseNumber = fields?["house_number"]?.text
            floorNumber = fields?["floor_number"]?.text
            towerNumber = fields?["tower_number"]?.text
            buildingName = fields?["building_name"]?.text
            address = fields?["address"]?.text
            landmarkArea = fields?["landmark_area"]?.text
            city = fields?["city"]?.text
            state = fields?["state"]?.text
        }
    }
}

extension InboundMessage.AddressReply: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "answer with an address" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
