#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Decodable {
    /// Decodes a value from JSON bytes.
    package init(json bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
}
