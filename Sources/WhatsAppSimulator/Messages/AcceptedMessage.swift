import WhatsAppBusiness

/// A message that the platform took.
struct AcceptedMessage: Sendable {
    var id: MessageID
    /// The recipient as the request named it.
    var input: String
    var recipient: CustomerIdentity
    /// Whether the request named a business-scoped user id.
    var isToUserID: Bool
    /// The template's name, where it is one.
    var template: String?
}
