import Foundation

/// The lines of a file as bytes, one at a time: memory is bounded by one line and by the limit of a line.
struct LineReader {
    /// A line.
    enum Line {
        /// A line without its line end.
        case bytes([UInt8])
        /// A line that is longer than the limit; its content was passed over.
        case tooLong(count: Int)
    }

    private let file: FileHandle
    private let maximumBytes: Int
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Why reading ended before the end of the file, if it did.
    private(set) var failure: (any Error)?

    init(_ file: FileHandle, maximumBytes: Int) {
        self.file = file
        self.maximumBytes = maximumBytes
    }

    /// The next line; `nil` at the end of the file, or where it cannot be read any further.
    mutating func next() -> Line? {
        var line: [UInt8] = []
        var count = 0
        while true {
            if position == buffer.count {
                guard fill() else {
                    guard count > 0 else { return nil }
                    break
                }
            }
            let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
            let piece = buffer[position..<(end ?? buffer.count)]
            count += piece.count
            if count <= maximumBytes { line += piece } else { line = [] }
            position = end.map { $0 + 1 } ?? buffer.count
            if end != nil { break }
        }
        return count <= maximumBytes ? .bytes(line) : .tooLong(count: count)
    }

    private mutating func fill() -> Bool {
        guard !isAtEnd else { return false }
        do {
            buffer = [UInt8](try file.read(upToCount: 64 * 1024) ?? Data())
        } catch {
            buffer = []
            failure = error
        }
        position = 0
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
