import Foundation

/// The server of the transport benchmarks as a process of its own.
final class LoadServerProcess {
    /// The port that it listens on.
    let port: Int
    private let process = Process()
    private let input = Pipe()

    /// Starts the server that was built beside this program.
    /// - Parameter delay: milliseconds before each answer.
    init(delay: Int = 0) throws {
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = here.appendingPathComponent("LoadServer")
        process.arguments = delay > 0 ? ["\(delay)"] : []
        let output = Pipe()
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

    /// Ends the server.
    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
