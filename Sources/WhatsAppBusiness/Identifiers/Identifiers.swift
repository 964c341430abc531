/// The kinds of identifier; they exist only as the parameter of ``Identifier``.
public enum IdentifierKind {
    /// A message, inbound or outbound.
    public enum Message {}
    /// A business phone number as the platform lists it.
    public enum PhoneNumber {}
    /// A WhatsApp Business Account.
    public enum BusinessAccount {}
    /// A media object.
    public enum Media {}
    /// A template.
    public enum Template {}
    /// A file that was uploaded as a sample.
    public enum Upload {}
    /// A user within one business portfolio.
    public enum BusinessScopedUser {}
    /// A user's WhatsApp account.
    public enum WhatsAppAccount {}
    /// A group.
    public enum Group {}
    /// A call.
    public enum Call {}
    /// A billing conversation.
    public enum BillingConversation {}
}

/// The id of a message: `wamid.…` on Cloud API.
public typealias MessageID = Identifier<IdentifierKind.Message>

/// The id of a business phone number: digits, but **not** the number itself.
public typealias PhoneNumberID = Identifier<IdentifierKind.PhoneNumber>

/// The id of a WhatsApp Business Account (WABA).
public typealias BusinessAccountID = Identifier<IdentifierKind.BusinessAccount>

/// The id of an uploaded or received media object. It is neither an upload handle nor an address.
public typealias MediaID = Identifier<IdentifierKind.Media>

/// The id of a template.
public typealias TemplateID = Identifier<IdentifierKind.Template>

/// The handle of a file that was uploaded as a sample for a template's header or as a profile picture, such as `4::aW…`.
/// It is neither a media id nor an address (Cloud API reference §3.3).
public typealias UploadHandle = Identifier<IdentifierKind.Upload>

/// The business-scoped user id (BSUID) of a customer: `CC.xxxx`, one per user and business portfolio. Since user names
/// exist it is the only identity that is always there (webhooks reference §6, April 2026).
public typealias BusinessScopedUserID = Identifier<IdentifierKind.BusinessScopedUser>

/// The id of a customer's WhatsApp account: digits that usually, but not always, equal the phone number
/// (Cloud API reference §7.3).
public typealias WhatsAppID = Identifier<IdentifierKind.WhatsAppAccount>

/// The id of a group.
public typealias GroupID = Identifier<IdentifierKind.Group>

/// The id of a call: `wacid.…`.
public typealias CallID = Identifier<IdentifierKind.Call>

/// The id of a billing conversation, as statuses carry it.
public typealias BillingConversationID = Identifier<IdentifierKind.BillingConversation>
