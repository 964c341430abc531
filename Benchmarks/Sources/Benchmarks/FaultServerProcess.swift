import Foundation

/// The server that goes wrong, as a process of its own.
final class FaultServerProcess {
    /// What became of one request, as the server wrote it down.
    struct Entry {
        var number: Int
        var arrival: Int
        var fate: String
        var isTaken: Bool
        var microseconds: Int
        var tag: String
    }

    /// The port that it listens on.
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts the server that was built beside this program.
    init(seed: Int) throws {
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = here.appendingPathComponent("FaultServer")
        process.arguments = ["\(seed)"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            process.terminate()
            throw CocoaError(.fileReadCorruptFile)
        }
        self.port = port
    }

    /// Ends the server and reads its log.
    func stop() throws -> [Entry] {
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            guard words.count == 6, let number = Int(words[0]), let arrival = Int(words[1]), let at = Int(words[4])
            else { throw CocoaError(.fileReadCorruptFile) }
            return Entry(
                number: number, arrival: arrival, fate: String(words[2]), isTaken: words[3] == "1", microseconds: at,
                tag: String(words[5]))
        }
    }
}
