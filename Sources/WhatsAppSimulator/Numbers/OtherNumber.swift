public import WhatsAppBusiness

extension SimulatedPlatform.Configuration {
    /// A number that exists beside the one that is played.
    public struct OtherNumber: Hashable, Sendable {
        /// Its id.
        public var id: PhoneNumberID
        /// The number.
        public var number: PhoneNumber
        /// The account that it belongs to.
        public var accountID: BusinessAccountID
        /// The name that customers see.
        public var verifiedName: String

        /// Creates a number.
        public init(id: PhoneNumberID, number: PhoneNumber, accountID: BusinessAccountID, verifiedName: String) {
            self.id = id
            self.number = number
            self.accountID = accountID
            self.verifiedName = verifiedName
        }
    }
}
