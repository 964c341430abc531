import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Dialog360Partner {
    /// What a client has paid in and used up. At most five calls in 30 seconds (360dialog reference §6.2).
    ///
    /// - Parameters:
    ///   - client: the client's id.
    ///   - dates: which days; 360dialog's choice where nothing is said.
    ///   - granularity: by day or by month.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `GET …/clients/{client}/info/balance`, 360dialog reference §5.5.
    public func balance(
        ofClient client: String, dates: Range<Date>? = nil, granularity: Granularity = .month,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Balance {
        try await perform(
            "balance", .get, ["clients", client, "info", "balance"], query: Self.query(dates, granularity), options
        ) { (response) throws(WhatsAppError) in Balance(try GraphAnswer.object(response)) }
    }

    /// What a channel has used up. Ten calls an hour for a channel are reported as the limit (unconfirmed).
    ///
    /// - Parameters:
    ///   - channel: the channel's id.
    ///   - client: the client's id.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `GET …/channels/{channel}/info/balance`, 360dialog reference §5.5.
    public func balance(
        ofChannel channel: String, client: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Balance {
        try await perform("balance", .get, ["clients", client, "channels", channel, "info", "balance"], options) {
            (response) throws(WhatsAppError) in
            Balance(try GraphAnswer.object(response))
        }
    }

    /// The platform's own figures of a channel's messages, marketing messages included.
    ///
    /// - Parameters:
    ///   - channel: the channel's id.
    ///   - client: the client's id.
    ///   - dates: which days.
    ///   - granularity: by day or by month.
    ///   - options: how the call is made.
    /// - Returns: the figures as they come: their form is the platform's, and not documented by 360dialog.
    /// - Throws: `WhatsAppError`. `GET …/channels/{channel}/info/usage`, 360dialog reference §5.5.
    public func usage(
        ofChannel channel: String, client: String, dates: Range<Date>? = nil, granularity: Granularity = .month,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> JSONValue {
        try await perform(
            "usage", .get, ["clients", client, "channels", channel, "info", "usage"],
            query: Self.query(dates, granularity), options, GraphAnswer.object)
    }

    private static func query(_ dates: Range<Date>?, _ granularity: Granularity) -> String? {
        func seconds(_ date: Date?) -> String? {
            date.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded(.down)) }.map { String($0) }
        }
        return PathSegment.query([
            ("start_date", seconds(dates?.lowerBound)), ("end_date", seconds(dates?.upperBound)),
            ("granularity", granularity.rawValue),
        ])
    }
}
