import Foundation

/// Runs the benchmarks: `Benchmarks [transport|sends|decode|receiving|conversations …] [--seconds S]`.
@main
struct Main {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var seconds = 4.0
        if let index = arguments.firstIndex(of: "--seconds"), index + 1 < arguments.count,
            let value = Double(arguments[index + 1]), value > 0, value <= 60
        {
            seconds = value
            arguments.removeSubrange(index...index + 1)
        }
        var only: String?
        if let index = arguments.firstIndex(of: "--only"), index + 1 < arguments.count {
            only = arguments[index + 1]
            arguments.removeSubrange(index...index + 1)
        }
        let known = ["transport", "sends", "decode", "receiving", "conversations"]
        guard arguments.allSatisfy(known.contains) else {
            FileHandle.standardError.write(
                Data("usage: Benchmarks [\(known.joined(separator: "|"))] [--seconds S]\n".utf8))
            exit(2)
        }
        let chosen = arguments.isEmpty ? known : arguments
        if chosen.contains("transport") { try await TransportBenchmark.run(seconds: seconds, only: only) }
        if chosen.contains("sends") { try await SendsBenchmark.run() }
        if chosen.contains("decode") { try DecodeBenchmark.run() }
        if chosen.contains("receiving") { try await ReceivingBenchmark.run() }
        if chosen.contains("conversations") { ConversationBenchmark.run() }
    }
}
