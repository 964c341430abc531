#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the elements of one change have in common.
struct ChangeScope {
    var field: String
    var businessAccountID: BusinessAccountID?
    var entryTime: Date?
    var receivedOn: ReceivingNumber?
    var contacts = ContactIndex()
    /// Who changed groups, where it stands beside them (webhooks reference §2.9).
    var initiatedBy: String?
    var conversationContext: ConversationContext?
}

/// What is wrong with an element; its place is put together only when there is something to report.
struct ElementFault: Error {
    var code: DeliveryProblem.Code
    /// Where in the element, such as `text.body`; empty for the element itself.
    var path: StaticString
    var reason: StaticString

    static func missing(_ path: StaticString) -> Self {
        Self(code: .missing, path: path, reason: "it is missing, null or empty")
    }

    /// Missing, or there and unusable.
    static func unusable(_ path: StaticString, in node: JSONNode, _ key: StaticString, _ expected: StaticString) -> Self
    {
        guard let value = node.member(key), !value.isNull else { return missing(path) }
        if value.kind == .string, value.content.isEmpty { return missing(path) }
        return Self(code: .wrongType, path: path, reason: expected)
    }
}
