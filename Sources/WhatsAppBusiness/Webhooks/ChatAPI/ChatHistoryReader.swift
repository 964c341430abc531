#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads a page of Chat API's history, whose rows have the form of delivered messages.
///
/// Source: Chat API reference §7.
package struct ChatHistoryReader: Sendable {
    /// A row with its place in the channel's one sequence of messages, where it names one.
    package struct Row: Sendable {
        package var number: Int?
        package var event: WebhookEvent
    }

    /// The rows, in their order.
    package var rows: [Row]
    /// The greatest number of the page, as the phone-based product gives it.
    package var lastMessageNumber: Int?
    /// What the service says about its history, such as that none is stored.
    package var notice: String?

    /// Reads an answer; `nil` where it is no page.
    package init?(_ body: [UInt8]) {
        let read = try? JSONReader.read(body) { root -> ChatHistoryReader? in
            guard let messages = root.member("messages"), messages.kind == .array else { return nil }
            var decoder = ChatDeliveryDecoder(
                DeliveryDecoder(buffer: body, limits: .default), receivedAt: Date(timeIntervalSince1970: 0),
                instanceID: nil)
            var page = ChatHistoryReader(
                rows: [], lastMessageNumber: root.member("lastMessageNumber")?.integer,
                notice: root.member("notice")?.text)
            for row in messages.elements {
                page.rows.append(
                    Row(number: row.member("messageNumber")?.integer, event: decoder.decodeRow(row)))
            }
            return page
        }
        guard let page = read ?? nil else { return nil }
        self = page
    }

    private init(rows: [Row], lastMessageNumber: Int?, notice: String?) {
        self.rows = rows
        self.lastMessageNumber = lastMessageNumber
        self.notice = notice
    }
}
