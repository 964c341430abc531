public import Testing
public import WhatsAppBusiness

/// A transport that a case may shut down.
public struct TransportUnderTest: Sendable {
    /// The transport.
    public var transport: any HTTPTransport
    /// Its shutdown.
    public var shutdown: @Sendable () async -> Void

    /// Describes a transport.
    public init(_ transport: any HTTPTransport, shutdown: @escaping @Sendable () async -> Void) {
        self.transport = transport
        self.shutdown = shutdown
    }
}

/// What not every transport can promise; each lack is written in that transport's documentation.
public struct TransportFeatures: OptionSet, Sendable {
    /// One bit for each.
    public let rawValue: Int

    /// Takes bits.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// `connectTimeout` is a limit of its own.
    public static let connectTimeout = Self(rawValue: 1)
    /// A slow reader slows the sender down.
    public static let backPressure = Self(rawValue: 2)
    /// A streamed request is read while it is sent.
    public static let uploadStreaming = Self(rawValue: 4)
    /// A header without end fails by its size.
    public static let headerLimit = Self(rawValue: 8)
    /// Nothing is sent that the program did not ask for.
    public static let exactHeader = Self(rawValue: 16)
    /// A broken connection is told apart from other failures.
    public static let exactCodes = Self(rawValue: 32)
    /// Field lines after a chunked body are read.
    public static let trailers = Self(rawValue: 64)
    /// A header that breaks off is an error.
    public static let brokenHeaders = Self(rawValue: 128)
    /// Requests that only read, too, are never repeated.
    public static let repeatsNothing = Self(rawValue: 256)
    /// All of them.
    public static let all: Self = [
        .connectTimeout, .backPressure, .uploadStreaming, .headerLimit, .exactHeader, .exactCodes, .trailers,
        .brokenHeaders, .repeatsNothing,
    ]
}

/// One requirement that every transport is tested for.
public struct ConformanceCase: Sendable, CustomTestStringConvertible {
    /// What the case says, as a sentence.
    public let name: String
    /// What a transport must be able to for the case to apply.
    public let needs: TransportFeatures
    let maximumConnections: Int
    let body: @Sendable (TransportUnderTest) async throws -> Void

    init(
        _ name: String, needs: TransportFeatures = [], maximumConnections: Int = 1000,
        _ body: @escaping @Sendable (TransportUnderTest) async throws -> Void
    ) {
        self.name = name
        self.needs = needs
        self.maximumConnections = maximumConnections
        self.body = body
    }

    /// The name in the test's report.
    public var testDescription: String { name }

    /// Runs the case on a transport of its own.
    /// - Parameter make: makes a transport with a number of connections.
    public func run(_ make: @Sendable (_ maximumConnections: Int) -> TransportUnderTest) async throws {
        let subject = make(maximumConnections)
        do {
            try await body(subject)
        } catch {
            await subject.shutdown()
            throw error
        }
        await subject.shutdown()
    }

    /// The cases that apply to a transport.
    public static func all(for features: TransportFeatures) -> [ConformanceCase] {
        (exchanges + bodies + failures + limits + cancellations + streams + uploads + shutdowns)
            .filter { features.isSuperset(of: $0.needs) }
    }
}
