#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SentMessage {
    /// Reads the platform's answer to a send, which Cloud API and 360dialog share.
    ///
    /// - Parameters:
    ///   - response: the answer: `{"contacts":[{"wa_id":…,"user_id":…}],"messages":[{"id":…,"message_status":…}]}`.
    ///   - callbackData: the tag of the message.
    /// - Returns: `nil` when the answer names no message.
    package init?(answer response: ResponseMetadata, callbackData: String?) {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(response.body)),
            let message = answer.messages.first
        else { return nil }
        self.init(
            id: message.id, whatsAppID: answer.contacts?.first?.whatsAppID, userID: answer.contacts?.first?.userID,
            state: message.status ?? .accepted, callbackData: callbackData, response: response)
    }

    private struct Answer: Decodable {
        struct Contact: Decodable {
            enum CodingKeys: String, CodingKey {
                case whatsAppID = "wa_id"
                case userID = "user_id"
            }

            var whatsAppID: WhatsAppID?
            var userID: BusinessScopedUserID?
        }

        struct Message: Decodable {
            enum CodingKeys: String, CodingKey {
                case id
                case status = "message_status"
            }

            var id: MessageID
            var status: State?
        }

        var contacts: [Contact]?
        var messages: [Message]
    }
}
