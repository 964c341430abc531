import Foundation

/// The bare loop on libcurl as a process of its own: what there is to be reached.
enum BareLoopProcess {
    /// Runs the loop that was built beside this program.
    static func run(port: Int, concurrency: Int, seconds: Double) throws -> TransportBenchmark.Figures {
        let process = Process()
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = here.appendingPathComponent("BareLoop")
        process.arguments = ["\(port)", "\(concurrency)", "\(seconds)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let numbers = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap {
            Double($0)
        }
        guard process.terminationStatus == 0, numbers.count == 3, numbers[0] > 0, numbers[1] > 0 else {
            throw CocoaError(.executableLoad)
        }
        return .init(perSecond: numbers[0] / numbers[1], processorPer10k: numbers[2] / numbers[0] * 10_000)
    }
}
