import HTTPTypes

/// How much of a limit of the Graph API is used up, in percent of what is allowed; at 100 calls are refused.
///
/// ```swift
/// if let usage = sent.response?.appUsage, usage.highest > 80 { await pause() }
/// ```
///
/// Source: Cloud API reference §1.5 ("Graph API: Rate limiting").
public struct UsageReport: Hashable, Sendable {
    /// The account or other business object that the limit is of; `nil` for the app's own.
    public var objectID: String?
    /// The platform's name of the limit, such as `whatsapp_business_management`; `nil` for the app's own.
    public var type: String?
    /// The part of the allowed calls, in percent.
    public var callCount: Int
    /// The part of the allowed processor time, in percent.
    public var totalCPUTime: Int
    /// The part of the allowed time, in percent.
    public var totalTime: Int
    /// How long calls will be refused, where they are.
    public var timeToRegainAccess: Duration?

    /// Creates a report.
    public init(
        objectID: String? = nil, type: String? = nil, callCount: Int = 0, totalCPUTime: Int = 0, totalTime: Int = 0,
        timeToRegainAccess: Duration? = nil
    ) {
        self.objectID = objectID
        self.type = type
        self.callCount = callCount
        self.totalCPUTime = totalCPUTime
        self.totalTime = totalTime
        self.timeToRegainAccess = timeToRegainAccess
    }

    /// The highest of the three parts, in percent.
    public var highest: Int { max(callCount, totalCPUTime, totalTime) }

    fileprivate init?(_ value: JSONValue, objectID: String? = nil) {
        guard value.object != nil else { return nil }
        func percent(_ key: String) -> Int {
            guard let number = value[key]?.number?.double, number.isFinite else { return 0 }
            return Int(number.rounded(.up).clamped(to: 0...1_000_000))
        }
        self.init(
            objectID: objectID, type: value["type"]?.string, callCount: percent("call_count"),
            totalCPUTime: percent("total_cputime"), totalTime: percent("total_time"))
        if let minutes = value["estimated_time_to_regain_access"]?.integer, (1...1_000_000).contains(minutes) {
            timeToRegainAccess = .seconds(minutes * 60)
        }
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

extension ResponseMetadata {
    /// How much of the app's limit is used up, as `X-App-Usage` says; `nil` where the answer has no such header.
    public var appUsage: UsageReport? {
        usage("x-app-usage").flatMap { UsageReport($0) }
    }

    /// How much of the limits of business objects is used up, as `X-Business-Use-Case-Usage` says, by object.
    public var businessUsage: [UsageReport] {
        guard let objects = usage("x-business-use-case-usage")?.object else { return [] }
        return objects.members.flatMap { member in
            (member.value.array ?? []).compactMap { UsageReport($0, objectID: member.key) }
        }
    }

    private func usage(_ name: String) -> JSONValue? {
        guard let name = HTTPField.Name(name), let text = headers[name], text.utf8.count <= 64 * 1024 else {
            return nil
        }
        return try? JSONValue(parsing: Array(text.utf8))
    }
}
