import WhatsAppBusiness

extension SendRequest {
    /// The body as 360dialog takes it: the platform's, with a number in digits alone (360dialog reference §2.2).
    var dialog360JSON: JSONValue {
        guard let number = recipient.phoneNumber, case .object(var object) = json else { return json }
        object["to"] = .string(number.digits)
        return .object(object)
    }
}
