import WhatsAppBusiness

/// A message that the platform took.
struct AcceptedMessage: Sendable {
    var id: MessageID
    /// The recipient as the request named it.
    var input: String
    /// The customer; the first member where it went to a group.
    var recipient: CustomerIdentity
    /// Whether the request named a business-scoped user id.
    var isToUserID: Bool
    /// The template's name, where it is one.
    var template: String?
    /// The group that it went to.
    var groupID: String?
}
