#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file beside a test, found by the test's own path: tests need no resources and no bundle.
package struct Fixture: Sendable, CustomStringConvertible {
    /// The name without its extension.
    package var name: String
    /// The content.
    package var bytes: [UInt8]

    /// The name.
    package var description: String { name }

    /// The text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Every `.json` file of a folder below `Fixtures`, by name.
    package static func all(in folder: String, of file: StaticString = #filePath) -> [Fixture] {
        // Resolved here: the file system would want a folder `Fixtures` even where `..` leads out of it.
        var parts = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in ["Fixtures"] + folder.split(separator: "/").map(String.init) {
            if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        let path = parts.joined(separator: "/")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().compactMap { name in
            guard name.hasSuffix(".json"), let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
                return nil
            }
            return Fixture(name: String(name.dropLast(5)), bytes: [UInt8](data))
        }
    }
}
