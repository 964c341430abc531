public import WhatsAppBusiness

/// One business number of a program that serves several: where events come from, in the program's own words.
///
/// ```swift
/// let channels: [Channel] = [
///     Channel("shop", phoneNumberID: "106540352242922", metadata: ["language": "pt"]),
///     Channel("support", phoneNumberID: "106540352242923"),
/// ]
/// ```
///
/// Events are routed by `metadata.phone_number_id` of their change, which is the number's stable name
/// (webhooks reference §2.1); events of an account as a whole by the account, where exactly one channel has it.
public struct Channel: Hashable, Sendable, Codable {
    /// The program's name for the channel.
    public var name: String
    /// Through which provider the number is connected.
    public var provider: ProviderName
    /// The id of the business number, for providers that deliver it.
    public var phoneNumberID: PhoneNumberID?
    /// The account of the number.
    public var businessAccountID: BusinessAccountID?
    /// By what a provider that delivers no phone number id names the number, such as an instance.
    public var instance: String?
    /// Whatever the program wants to find again at the events of this channel.
    public var metadata: [String: String]

    /// Creates a channel.
    ///
    /// - Parameters:
    ///   - name: the program's name for the channel.
    ///   - provider: through which provider the number is connected.
    ///   - phoneNumberID: the id of the business number.
    ///   - businessAccountID: the account of the number.
    ///   - instance: by what a provider without phone number ids names the number.
    ///   - metadata: whatever the program wants to find again.
    public init(
        _ name: String, provider: ProviderName = .cloudAPI, phoneNumberID: PhoneNumberID? = nil,
        businessAccountID: BusinessAccountID? = nil, instance: String? = nil, metadata: [String: String] = [:]
    ) {
        self.name = name
        self.provider = provider
        self.phoneNumberID = phoneNumberID
        self.businessAccountID = businessAccountID
        self.instance = instance
        self.metadata = metadata
    }
}

/// Finds the channel of an event.
struct ChannelTable: Sendable {
    private var byNumber: [PhoneNumberID: Channel] = [:]
    private var byInstance: [String: Channel] = [:]
    /// `nil` where several channels share an account.
    private var byAccount: [BusinessAccountID: Channel?] = [:]
    private let isEmpty: Bool

    init(_ channels: [Channel]) {
        isEmpty = channels.isEmpty
        for channel in channels {
            if let id = channel.phoneNumberID { byNumber[id] = channel }
            if let instance = channel.instance { byInstance[instance] = channel }
            if let account = channel.businessAccountID {
                byAccount[account] = byAccount[account] == nil ? .some(channel) : .some(nil)
            }
        }
    }

    func route(number: PhoneNumberID?, account: BusinessAccountID?, instance: String?) -> ReceivedItem.Route {
        guard !isEmpty else { return .none }
        if let instance {
            return byInstance[instance].map { .channel($0) } ?? .unknownInstance(instance)
        }
        if let number {
            return byNumber[number].map { .channel($0) } ?? .unknownNumber(number)
        }
        if let account, let channel = byAccount[account] ?? nil { return .channel(channel) }
        return .none
    }
}
